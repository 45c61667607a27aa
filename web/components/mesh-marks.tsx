// How agreements of each state look in the mesh: by the stroke of the line, by what is at its end, by a sign beside the
// number, and by colour. Whoever cannot tell the colours apart has the other three.
import { meshStates, type MeshState } from '../api/mesh-words.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import type { Counts } from './mesh-picture.ts';

const icons: Readonly<Record<MeshState, IconName>> = {
  granted: 'check',
  suspended: 'pause',
  waiting: 'clock',
};

/** The numbers that are not zero, each with the sign of its state, and in other words where there is room for them. */
export function CountMarks(props: {
  counts: Counts;
  words?: Readonly<Record<MeshState, (count: number) => string>>;
}) {
  const { counts, words } = props;
  return meshStates
    .filter((state) => counts[state] > 0)
    .map((state) => (
      <span key={state} className="mesh-mark" data-look={state}>
        <Icon name={icons[state]} size={12} />
        {words ? words[state](counts[state]) : counts[state]}
      </span>
    ));
}

/** A piece of such a line, as it is drawn. */
export function LineSample({ state }: { state: MeshState }) {
  return (
    <svg width="44" height="14" viewBox="0 0 44 14" aria-hidden="true" focusable="false">
      <path className="mesh-line" data-look={state} d="M2 7H32" markerEnd={`url(#mesh-end-${state})`} />
    </svg>
  );
}

/** The ends of lines; they are needed once on a page. */
export function LineEnds() {
  return (
    <svg className="mesh-ends" aria-hidden="true" focusable="false">
      <defs>
        {meshStates.map((state) => (
          <marker
            key={state}
            id={`mesh-end-${state}`}
            viewBox="0 0 12 12"
            markerWidth="12"
            markerHeight="12"
            refX={state === 'suspended' ? 9 : 10}
            refY="6"
            orient="auto"
            markerUnits="userSpaceOnUse"
          >
            <path className="mesh-end" data-look={state} d={ends[state]} />
          </marker>
        ))}
      </defs>
    </svg>
  );
}

/** A full arrow, a bar across, an open arrow. */
const ends: Readonly<Record<MeshState, string>> = {
  granted: 'M1 1L11 6L1 11z',
  suspended: 'M4 0.5V11.5M8 0.5V11.5',
  waiting: 'M2 1L10 6L2 11',
};
