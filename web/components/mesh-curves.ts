// Lines between things as curves: out of the right side and into the left, or the other way round where they go back, a
// little lower, so that two that connect the same things lie beside each other. Things below each other are connected
// around their right side. A line that would run behind something that lies between bends, where there is a way round.
import { boxOf, headOf, innerBox, type Size } from './mesh-boxes.ts';
import type { Place } from './mesh-layout.ts';
import type { Connection, Picture, Thing } from './mesh-picture.ts';

export interface Curve {
  readonly connection: Connection;
  readonly path: string;
  /** Where its label is. */
  readonly label: Place;
}

export function curvesOf({ things, connections }: Picture, places: ReadonlyMap<string, Place>): Curve[] {
  const rects = rectsOf(things, places);
  const [leaving, coming] = [countBy(connections, 'from'), countBy(connections, 'to')];
  const labels: Place[] = [];
  const isSmall = connections.length <= mostCompared && things.length <= mostCompared;
  return connections.flatMap((connection) => {
    const [from, to] = [rects.get(connection.from.name), rects.get(connection.to.name)];
    if (!from || !to) return [];
    // Where many lines leave, labels are near their ends, and else near their beginnings, so that they lie apart.
    const isFan = leaving.get(connection.from.name)! > coming.get(connection.to.name)!;
    const others = isSmall ? things.filter((thing) => !holdsEndOf(thing, connection)) : [];
    const between = others.flatMap(({ name }) => rects.get(name) ?? []);
    const { path, pointAt } = freeCurve(from, to, between);
    const label = freePlace(isFan ? fanned : gathered, pointAt, labels, between);
    labels.push(label);
    return [{ connection, path, label }];
  });
}

const fanned = [0.68, 0.5, 0.82, 0.35, 0.2, 0.75, 0.15];
const gathered = [0.35, 0.5, 0.2, 0.68, 0.82, 0.15, 0.75];

/** The first of these points of a line at which its label hides no other and lies behind nothing; with very many, nobody looks for one. */
function freePlace(
  wanted: readonly number[],
  pointAt: (along: number) => Place,
  taken: readonly Place[],
  between: readonly Rect[],
): Place {
  const first = pointAt(wanted[0]!);
  if (taken.length > mostCompared) return first;
  const isFree = ({ x, y }: Place) =>
    taken.every((one) => Math.abs(one.x - x) > labelSize.width || Math.abs(one.y - y) > labelSize.height) &&
    !between.some((rect) => lies({ x, y }, rect, labelSize.width / 2, labelSize.height / 2));
  return wanted.map(pointAt).find(isFree) ?? first;
}

const mostCompared = 200;
/** With three numbers in it. */
const labelSize: Size = { width: 84, height: 28 };

type Rect = Place & Size & { readonly head: number };

function rectsOf(things: readonly Thing[], places: ReadonlyMap<string, Place>): ReadonlyMap<string, Rect> {
  const rects = new Map<string, Rect>();
  for (const thing of things) {
    const place = places.get(thing.name);
    if (!place) continue;
    rects.set(thing.name, { ...place, ...boxOf(thing), head: headOf(thing) });
    for (const [nth, { name }] of (thing.inside ?? []).entries()) {
      const { x, y, ...size } = innerBox(thing, nth);
      rects.set(name, { x: place.x + x, y: place.y + y, ...size, head: size.height });
    }
  }
  return rects;
}

function holdsEndOf({ name, inside }: Thing, { from, to }: Connection): boolean {
  return [name, ...(inside ?? []).map((one) => one.name)].some((one) => one === from.name || one === to.name);
}

/** The least bent one that runs behind nothing; straight on, where all of them do. */
function freeCurve(from: Rect, to: Rect, between: readonly Rect[]): Line {
  for (const bow of bows) {
    const line = curve(from, to, bow);
    if (!between.some((rect) => runsBehind(line, rect))) return line;
  }
  return curve(from, to, 0);
}

/** So that the first ones lead through the gaps beside a box. */
const bows = [0, 54, -54, 108, -108, 162, -162, 216, -216, 270, -270, 324, -324];
const samples = Array.from({ length: 23 }, (_, nth) => (nth + 1) / 24);

function runsBehind({ pointAt }: Line, rect: Rect): boolean {
  return samples.map(pointAt).some((at) => lies(at, rect, 0, 2));
}

/** Whether a point lies in a box, or so near to it. */
function lies(at: Place, { x, y, width, height }: Rect, aside: number, above: number): boolean {
  const isBeside = at.x > x - aside && at.x < x + width + aside;
  return isBeside && at.y > y - above && at.y < y + height + above;
}

interface Line {
  readonly path: string;
  readonly pointAt: (along: number) => Place;
}

/** @param bow how far it is drawn down from the straight way, or up. */
function curve(from: Rect, to: Rect, bow: number): Line {
  const isForward = from.x < to.x;
  const isBack = from.x > to.x;
  const [startX, startY] = [
    isBack ? from.x : from.x + from.width,
    from.y + from.head * (isBack ? 0.75 : 0.4),
  ];
  const [endX, endY] = [isForward ? to.x : to.x + to.width, to.y + to.head * (isForward ? 0.4 : 0.75)];
  // A bent line has to be away from its beginning early, to be beside the first box that it passes.
  const reach = Math.max(50, Math.abs(endX - startX) / (bow === 0 ? 2 : 3));
  const first = startX + (isBack ? -reach : reach);
  const second = endX + (isForward ? -reach : reach);
  return {
    path: `M${startX},${startY} C${first},${startY + bow} ${second},${endY + bow} ${endX},${endY}`,
    pointAt: (along) => ({
      x: cubic(along, startX, first, second, endX),
      y: cubic(along, startY, startY + bow, endY + bow, endY),
    }),
  };
}

/** A point of a cubic curve. */
function cubic(at: number, one: number, two: number, three: number, four: number): number {
  const rest = 1 - at;
  return rest ** 3 * one + 3 * rest ** 2 * at * two + 3 * rest * at ** 2 * three + at ** 3 * four;
}

function countBy(connections: readonly Connection[], end: 'from' | 'to'): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { [end]: thing } of connections) counts.set(thing.name, (counts.get(thing.name) ?? 0) + 1);
  return counts;
}
