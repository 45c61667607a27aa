// Connections as they are drawn: lines with labels that open the agreement or list them. A line can be clicked as well;
// its label is there for those who use the keyboard, and left out where there are so many that none could be read. Lines
// are plain paths in one drawing rather than the library's edges, each of which watches the whole picture: that took a
// tenth of a second for 1,600 of them whenever anything moved.
import { ViewportPortal } from '@xyflow/react';
import { memo, type MouseEvent } from 'react';
import { countsInWords, titleOf, useMeshActs, useMeshWords } from './mesh-acts.ts';
import type { Curve } from './mesh-curves.ts';
import { CountMarks } from './mesh-marks.tsx';
import { lookOf, totalOf, type Connection } from './mesh-picture.ts';

/** More labels than these hide each other and what lies below them. */
const mostLabels = 80;

interface MeshLinesProps {
  readonly curves: readonly Curve[];
  /** How many there will be when all of them are drawn. */
  readonly count: number;
  /** The thing whose lines stand out. */
  readonly lit: string | null;
}

export function MeshLines({ curves, count, lit }: MeshLinesProps) {
  const { open } = useMeshActs();
  const isLit = ({ from, to }: Connection) => from.name === lit || to.name === lit;
  const labelled = curves.filter(({ connection }) => count <= mostLabels || isLit(connection));
  const openHit = ({ target }: MouseEvent) => {
    const nth = (target as SVGElement).dataset['nth'];
    if (nth !== undefined) open(curves[Number(nth)]!.connection);
  };
  return (
    <ViewportPortal>
      <svg
        className="mesh-lines"
        aria-hidden="true"
        focusable="false"
        data-lit={lit !== null}
        data-many={count > mostLabels * 2}
        onClick={openHit}
      >
        {curves.map((curve, nth) => (
          <Line key={curve.connection.name} curve={curve} nth={nth} isLit={isLit(curve.connection)} />
        ))}
      </svg>
      {labelled.map((curve) => (
        <Label key={curve.connection.name} curve={curve} />
      ))}
    </ViewportPortal>
  );
}

/** What is seen, and around it what is hit. */
const Line = memo(({ curve, nth, isLit }: { curve: Curve; nth: number; isLit: boolean }) => {
  const { counts } = curve.connection;
  const look = lookOf(counts);
  return (
    <>
      <path
        className="mesh-line"
        data-look={look}
        data-lit={isLit}
        d={curve.path}
        strokeWidth={Math.min(6, 1.4 + Math.log2(totalOf(counts)) * 0.6)}
        markerEnd={`url(#mesh-end-${look})`}
      />
      <path className="mesh-hit" data-nth={nth} d={curve.path} />
    </>
  );
});

function Label({ curve: { connection, label } }: { curve: Curve }) {
  const texts = useMeshWords();
  const { open } = useMeshActs();
  const [from, to] = [titleOf(connection.from, texts), titleOf(connection.to, texts)];
  return (
    <button
      type="button"
      className="mesh-label nopan"
      style={{ transform: `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)` }}
      onClick={() => open(connection)}
    >
      <span className="only-heard">{texts.edge(from, to, countsInWords(connection, texts))}</span>
      <span aria-hidden="true">
        <CountMarks counts={connection.counts} />
      </span>
    </button>
  );
}
