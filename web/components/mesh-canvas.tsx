// The drawing of the mesh. Where things lie is found out in a worker, and they are put on the screen a few at a time, so
// that the page answers meanwhile however many there are. What somebody clicked stays under their pointer when the
// picture around it changes.
import '@xyflow/react/dist/base.css';
import './mesh.css';
import { ActionIcon, Group } from '@mantine/core';
import { Panel, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Icon, type IconName } from '../ui/icon.tsx';
import { useMeshWords } from './mesh-acts.ts';
import { boxOf, innerBox, type Size } from './mesh-boxes.ts';
import { curvesOf } from './mesh-curves.ts';
import type { Place } from './mesh-layout.ts';
import { MeshLines } from './mesh-lines.tsx';
import type { Picture, Thing } from './mesh-picture.ts';
import { thingTypes, type ThingNode } from './mesh-things.tsx';
import { farthest, useMeshCamera } from './use-mesh-camera.ts';
import { useMeshLayout, type LaidOut } from './use-mesh-layout.ts';

export function MeshCanvas({ picture }: { picture: Picture }) {
  const laidOut = useMeshLayout(picture);
  const texts = useMeshWords();
  if (!laidOut) return <section className="mesh-canvas" aria-label={texts.drawing} aria-busy="true" />;
  return (
    <ReactFlowProvider>
      <Drawn laidOut={laidOut} isOld={laidOut.picture !== picture} />
    </ReactFlowProvider>
  );
}

interface DrawnProps {
  readonly laidOut: LaidOut;
  /** Another picture is on its way. */
  readonly isOld: boolean;
}

function Drawn({ laidOut, isOld }: DrawnProps) {
  const texts = useMeshWords();
  const frame = useRef<HTMLElement>(null);
  const [lit, setLit] = useState<string | null>(null);
  const nodes = useMemo(() => nodesOf(laidOut), [laidOut]);
  const curves = useMemo(() => curvesOf(laidOut.picture, laidOut.places), [laidOut]);
  const shownNodes = useGradually(nodes, perFrame.nodes);
  const shownCurves = useGradually(shownNodes.length === nodes.length ? curves : none, perFrame.lines);
  const fit = useMeshCamera(laidOut, frame);
  return (
    <section
      ref={frame}
      className="mesh-canvas"
      aria-label={texts.drawing}
      aria-busy={isOld || shownNodes.length < nodes.length || shownCurves.length < curves.length}
    >
      <ReactFlow<ThingNode>
        nodes={shownNodes as ThingNode[]}
        nodeTypes={thingTypes}
        minZoom={farthest}
        maxZoom={2}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        deleteKeyCode={null}
        disableKeyboardA11y
        proOptions={{ hideAttribution: true }}
        onNodeMouseEnter={(_, { id }) => setLit(id)}
        onNodeMouseLeave={() => setLit(null)}
      >
        <MeshLines curves={shownCurves} count={curves.length} lit={lit} />
        <Panel position="bottom-right">
          <Lenses fit={fit} />
        </Panel>
      </ReactFlow>
    </section>
  );
}

const none: readonly never[] = [];

function Lenses({ fit }: { fit: () => void }) {
  const texts = useMeshWords();
  const { zoomIn, zoomOut } = useReactFlow();
  const lenses: readonly (readonly [IconName, string, () => unknown])[] = [
    ['plus', texts.zoomIn, zoomIn],
    ['minus', texts.zoomOut, zoomOut],
    ['frame', texts.fit, fit],
  ];
  return (
    <Group gap={4}>
      {lenses.map(([icon, label, act]) => (
        <ActionIcon
          key={icon}
          variant="default"
          size="lg"
          aria-label={label}
          title={label}
          onClick={() => void act()}
        >
          <Icon name={icon} />
        </ActionIcon>
      ))}
    </Group>
  );
}

/** As much of a list as was put on the screen so far, a little more with every frame. */
function useGradually<T>(all: readonly T[], each: number): readonly T[] {
  const [count, setCount] = useState(each);
  useEffect(() => {
    if (count >= all.length) return;
    const next = requestAnimationFrame(() => setCount(count + each));
    return () => cancelAnimationFrame(next);
  }, [count, each, all.length]);
  return useMemo(() => (count >= all.length ? all : all.slice(0, count)), [all, count]);
}

/** So few that even a slow machine is done with them in a fraction of what people notice. */
const perFrame = { nodes: 40, lines: 150 };

function nodesOf({ picture, places }: LaidOut): ThingNode[] {
  return picture.things.flatMap((thing) => {
    const place = places.get(thing.name);
    if (!place) return [];
    const inside = (thing.inside ?? []).map((one, nth) => {
      const { x, y, ...size } = innerBox(thing, nth);
      return { ...nodeOf(one, { x, y }, size), parentId: thing.name };
    });
    return [nodeOf(thing, place, boxOf(thing)), ...inside];
  });
}

/** What is unfolded lies below the lines, everything else above them. Sizes are known, so nothing has to be measured. */
function nodeOf(thing: Thing, position: Place, size: Size): ThingNode {
  return {
    id: thing.name,
    type: thing.kind === 'team' ? 'team' : 'other',
    data: { thing },
    position,
    ...size,
    measured: size,
    zIndex: thing.inside === null ? 2 : 0,
  };
}
