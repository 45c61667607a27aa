// What is drawn, made of what the API says: a coarse picture, and the insides of teams that are unfolded. An unfolded
// team is a box around what it owns, and its edges end at what they are about. This is the one model behind the drawing
// and the table, so that the two never show different things.
import type { Mesh, MeshEdge, MeshNode, MeshState, Way } from '../api/mesh-words.ts';

export interface Thing {
  readonly name: string;
  readonly kind: string;
  readonly id: string;
  /** What people call it; null where nobody has named it. */
  readonly title: string | null;
  /** The id and the title of the team to which it belongs. */
  readonly team: { readonly id: string; readonly title: string } | null;
  /** Of a team: how many data products it owns, as far as that was counted. */
  readonly products: number | null;
  /** Of an unfolded team: what it owns. */
  readonly inside: readonly Thing[] | null;
  readonly isCentre: boolean;
}

export type Counts = Readonly<Record<MeshState, number>>;

export interface Connection {
  readonly name: string;
  readonly from: Thing;
  readonly to: Thing;
  readonly counts: Counts;
  /** The agreement, where it is the only one. */
  readonly access: string | null;
  readonly own: 'with' | 'without';
}

export interface Picture {
  /** Another text is another place to look at, which is then shown as a whole. */
  readonly scene: string;
  /** What lies in the picture by itself; what teams own lies inside them. */
  readonly things: readonly Thing[];
  readonly connections: readonly Connection[];
  readonly truncated: boolean;
}

export interface Wanted {
  readonly scene: string;
  readonly coarse: Mesh;
  readonly unfolded: Mesh | null;
  /** Ids of teams. */
  readonly open: readonly string[];
  readonly centre: string | null;
  readonly way: Way;
}

export const nameOf = ({ kind, id }: Pick<MeshNode, 'kind' | 'id'>): string => `${kind}:${id}`;

export function pictureOf({ scene, coarse, unfolded, open, centre, way }: Wanted): Picture {
  const isOpen = (name: string) => open.some((id) => name === `team:${id}`) && unfolded !== null;
  const nodes = new Map([...coarse.nodes, ...(unfolded?.nodes ?? [])].map((node) => [nameOf(node), node]));
  const near = new Set(coarse.nodes.map(nameOf));
  const edges = [
    ...coarse.edges.filter(
      ({ provider, consumer }) => !isOpen(nameOf(provider)) && !isOpen(nameOf(consumer)),
    ),
    ...(unfolded?.edges ?? []).filter((edge) => belongs(edge, { nodes, near, centre, way })),
  ];
  const isFine = centre !== null && !centre.startsWith('team:');
  const drawn = new Set(isFine ? [centre] : near);
  for (const edge of edges) for (const end of [edge.provider, edge.consumer]) drawn.add(nameOf(end));
  const things = new Map<string, Thing>();
  for (const [name, node] of nodes)
    if (drawn.has(name) || isOpen(`team:${node.team}`) || isOpen(name))
      things.set(name, thingFrom(node, nodes, name === centre));
  const owned = Map.groupBy([...things.values()], ({ team }) =>
    team && isOpen(`team:${team.id}`) ? `team:${team.id}` : '',
  );
  return {
    scene,
    things: (owned.get('') ?? []).map((thing) =>
      isOpen(thing.name) ? { ...thing, inside: owned.get(thing.name) ?? [] } : thing,
    ),
    connections: edges.flatMap((edge) =>
      connectionFrom(edge, things, isFine || isOpen(nameOf(edge.consumer))),
    ),
    truncated: coarse.truncated || (unfolded?.truncated ?? false),
  };
}

interface Around {
  readonly nodes: ReadonlyMap<string, MeshNode>;
  readonly near: ReadonlySet<string>;
  readonly centre: string | null;
  readonly way: Way;
}

/** Around one team, what others have with each other is left out, and so is what goes the other way. */
function belongs({ provider, consumer }: MeshEdge, { nodes, near, centre, way }: Around): boolean {
  if (centre === null) return true;
  const [from, to] = [provider, consumer].map((end) => homeOf(nodes.get(nameOf(end)) ?? end));
  if (from === to) return true;
  if (from === centre) return way !== 'upstream';
  if (to === centre) return way !== 'downstream';
  return near.has(from!) && near.has(to!);
}

function homeOf(node: Pick<MeshNode, 'kind' | 'id' | 'team'>): string {
  return node.team === undefined ? nameOf(node) : `team:${node.team}`;
}

function thingFrom(node: MeshNode, nodes: ReadonlyMap<string, MeshNode>, isCentre: boolean): Thing {
  const { kind, id, name, team, products } = node;
  return {
    name: nameOf(node),
    kind,
    id,
    title: name ?? null,
    team: team === undefined ? null : { id: team, title: nodes.get(`team:${team}`)?.name ?? team },
    products: products ?? null,
    inside: null,
    isCentre,
  };
}

function connectionFrom(edge: MeshEdge, things: ReadonlyMap<string, Thing>, isFine: boolean): Connection[] {
  const { provider, consumer, agreements, suspended, waiting, accessId } = edge;
  const [from, to] = [things.get(nameOf(provider)), things.get(nameOf(consumer))];
  if (!from || !to) return [];
  return [
    {
      name: `${from.name} ${to.name}`,
      from,
      to,
      counts: { granted: agreements - suspended - waiting, suspended, waiting },
      access: accessId ?? null,
      own: isFine && to.kind === 'team' ? 'without' : 'with',
    },
  ];
}

/** Everything in the picture, also what lies inside something. */
export function allThings({ things }: Picture): Thing[] {
  return things.flatMap((thing) => [thing, ...(thing.inside ?? [])]);
}

/** What a connection mostly is: it runs if anything of it runs. */
export function lookOf({ granted, suspended }: Counts): MeshState {
  if (granted > 0) return 'granted';
  return suspended > 0 ? 'suspended' : 'waiting';
}

export function totalOf({ granted, suspended, waiting }: Counts): number {
  return granted + suspended + waiting;
}
