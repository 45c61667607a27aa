// What of the mesh is looked at, and how: all of it is in the address, so that a picture can be shared and the browser's
// back goes back. What has its usual value is not written there.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { meshStates, type MeshState, type NodeName, type Way } from '../api/mesh-words.ts';
import { paths } from '../paths.ts';

export interface MeshView {
  /** In the middle of the picture; null: the whole mesh. */
  readonly at: NodeName | null;
  readonly states: readonly MeshState[];
  readonly look: 'picture' | 'table';
  /** Ids of teams that are unfolded. */
  readonly open: readonly string[];
  readonly way: Way;
  readonly steps: number;
  readonly more: boolean;
  /** The connection whose agreements are listed. */
  readonly edge: { readonly from: NodeName; readonly to: NodeName } | null;
}

export type MeshSearch = Readonly<Record<string, string>>;

export interface MeshViewing {
  readonly view: MeshView;
  /** The address of this view with something changed, for links. */
  readonly search: (change: Partial<MeshView>) => MeshSearch;
  readonly go: (change: Partial<MeshView>) => void;
}

export function useMeshView(): MeshViewing {
  const search = useSearch({ from: '/inside/mesh' });
  const navigate = useNavigate();
  return useMemo(() => {
    const view = viewFrom(search);
    const changed = (change: Partial<MeshView>) => searchFrom({ ...view, ...change });
    return {
      view,
      search: changed,
      go: (change) => void navigate({ to: paths.mesh(), search: changed(change), resetScroll: false }),
    };
  }, [search, navigate]);
}

/** What another centre keeps of the view: how one looks, and not what one was looking at. */
export function centredAt(at: NodeName | null): Partial<MeshView> {
  return { at, open: [], edge: null, more: false };
}

const mostSteps = 3;

function viewFrom(search: {
  readonly [name in 'at' | 'state' | 'look' | 'open' | 'way' | 'steps' | 'more' | 'edge']?: string;
}): MeshView {
  const { at, way } = search;
  const states = meshStates.filter((state) => search.state?.split(',').includes(state));
  const [from, to] = namesFrom(search.edge);
  return {
    at: at !== undefined && /^[a-z-]+:./.test(at) ? at : null,
    states: states.length > 0 ? states : meshStates,
    look: search.look === 'table' ? 'table' : 'picture',
    open: namesFrom(search.open).slice(0, mostOpen),
    way: way === 'upstream' || way === 'downstream' ? way : 'both',
    steps: Math.min(mostSteps, Math.max(1, Math.trunc(Number(search.steps)) || 1)),
    more: search.more === 'yes',
    edge: from !== undefined && to !== undefined ? { from, to } : null,
  };
}

/** The server unfolds no more at once. */
const mostOpen = 100;

function searchFrom({ at, states, look, open, way, steps, more, edge }: MeshView): MeshSearch {
  return {
    ...(at !== null && { at }),
    ...(states.length < meshStates.length && { state: states.join(',') }),
    ...(look === 'table' && { look }),
    ...(open.length > 0 && { open: textOf(open) }),
    ...(way !== 'both' && { way }),
    ...(steps > 1 && { steps: String(steps) }),
    ...(more && { more: 'yes' }),
    ...(edge && { edge: textOf([edge.from, edge.to]) }),
  };
}

/** Names may hold commas. */
function textOf(names: readonly string[]): string {
  return names.map(encodeURIComponent).join(',');
}

function namesFrom(text: string | undefined): string[] {
  if (!text) return [];
  try {
    return text.split(',').map(decodeURIComponent);
  } catch {
    return [];
  }
}
