// Where the boxes of a picture lie: who gives stands left of who takes. Dagre finds the steps and the order within them
// as long as there are few enough boxes to follow a line with the eye; beyond that, or where everybody gives and takes in
// circles, boxes are ordered by how much of either they do, which takes a moment instead of minutes. In both cases the
// columns are broken where they would be much higher than wide. It runs in a worker (mesh-layout-worker.ts) and knows
// neither the page nor what the boxes are.
import { Graph, layout as dagre } from '@dagrejs/dagre';

export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export interface Line {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

export interface Drawing {
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The upper left corner of each box. */
export function layOut({ boxes, lines }: Drawing): ReadonlyMap<string, Place> {
  const joined = new Set(lines.flatMap(({ from, to }) => [from, to]));
  const columns = columnsOf(
    boxes.filter(({ id }) => joined.has(id)),
    lines,
  );
  const height = fairHeight(boxes);
  const places = new Map<string, Place>();
  const below = placeColumns(
    places,
    columns.flatMap((column) => broken(column, height)),
  );
  placeRows(
    places,
    boxes.filter(({ id }) => !joined.has(id)),
    below,
  );
  return places;
}

type Column = readonly Box[];

const gap = { x: 150, y: 26 };
/** More steps in a row than these are not read along them. */
const mostSteps = 8;
const mostForDagre = { boxes: 120, lines: 160 };

function columnsOf(boxes: readonly Box[], lines: readonly Line[]): Column[] {
  const strong = strongest(boxes, lines);
  if (boxes.length > mostForDagre.boxes || strong.length > mostForDagre.lines) return byGiving(boxes, lines);
  const columns = byDagre(boxes, strong);
  return columns.length > mostSteps ? byGiving(boxes, lines) : columns;
}

/** The lines that decide where boxes lie: of very many, those that hold the picture together and the strongest others. */
function strongest(boxes: readonly Box[], lines: readonly Line[]): Line[] {
  const wanted = Math.ceil(boxes.length * 1.3);
  if (lines.length <= wanted) return [...lines];
  const rootOf = new Map(boxes.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    const above = rootOf.get(id)!;
    if (above === id) return id;
    const root = find(above);
    rootOf.set(id, root);
    return root;
  };
  const sorted = lines.toSorted((one, other) => other.weight - one.weight);
  const [tree, rest]: [Line[], Line[]] = [[], []];
  for (const line of sorted) {
    const [one, other] = [find(line.from), find(line.to)];
    if (one === other) rest.push(line);
    else tree.push(line);
    rootOf.set(one, other);
  }
  return [...tree, ...rest.slice(0, Math.max(0, wanted - tree.length))];
}

function byDagre(boxes: readonly Box[], lines: readonly Line[]): Column[] {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: gap.y, ranksep: gap.x });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  for (const { from, to, weight } of lines) graph.setEdge(from, to, { weight });
  dagre(graph);
  const columns = new Map<number, Box[]>();
  for (const box of boxes) {
    const { rank } = graph.node(box.id) as { rank?: number };
    columns.set(rank ?? 0, [...(columns.get(rank ?? 0) ?? []), box]);
  }
  const y = (box: Box) => (graph.node(box.id) as Place).y;
  return [...columns]
    .toSorted(([one], [other]) => one - other)
    .map(([, column]) => column.toSorted((one, other) => y(one) - y(other)));
}

/** Columns of equal share, from who only gives to who only takes; within them, boxes lie near what they are joined to. */
function byGiving(boxes: readonly Box[], lines: readonly Line[]): Column[] {
  const sums = new Map(boxes.map(({ id }) => [id, { gives: 0, takes: 0 }]));
  for (const { from, to, weight } of lines) {
    sums.get(from)!.gives += weight;
    sums.get(to)!.takes += weight;
  }
  const share = ({ id }: Box) => {
    const { gives, takes } = sums.get(id)!;
    return gives / (gives + takes);
  };
  const sorted = boxes.toSorted((one, other) => share(other) - share(one));
  const count = Math.min(mostSteps, Math.max(2, Math.round(Math.sqrt(boxes.length / 3))));
  const size = Math.ceil(sorted.length / count);
  const columns = Array.from({ length: count }, (_, nth) => sorted.slice(nth * size, (nth + 1) * size));
  return untangled(
    columns.filter((column) => column.length > 0),
    lines,
  );
}

/** Each box is drawn to the middle of its neighbours, a few times over. */
function untangled(columns: Column[], lines: readonly Line[]): Column[] {
  const neighbours = new Map<string, string[]>();
  for (const { from, to } of lines)
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const)
      neighbours.set(one, [...(neighbours.get(one) ?? []), other]);
  let ordered = columns;
  for (let round = 0; round < 6; round++) {
    const heights = new Map(
      ordered.flatMap((column) => column.map(({ id }, nth) => [id, nth / column.length] as const)),
    );
    const middle = ({ id }: Box) => {
      const near = neighbours.get(id) ?? [];
      return near.reduce((sum, other) => sum + (heights.get(other) ?? 0.5), 0) / Math.max(1, near.length);
    };
    ordered = ordered.map((column) => column.toSorted((one, other) => middle(one) - middle(other)));
  }
  return ordered;
}

/** So high that the whole is about as wide as a screen is for its height. */
function fairHeight(boxes: readonly Box[]): number {
  const area = boxes.reduce((sum, { width, height }) => sum + (width + gap.x) * (height + gap.y), 0);
  return Math.max(640, Math.sqrt(area / 1.7), ...boxes.map(({ height }) => height));
}

/** Into as many columns of about the same height as are needed for none to be much higher than that. */
function broken(column: Column, limit: number): Column[] {
  const heights = column.map(({ height }) => height + gap.y);
  const total = heights.reduce((sum, height) => sum + height, 0);
  const fair = total / Math.ceil(total / (limit + gap.y));
  const parts: Box[][] = [];
  let above = 0;
  for (const [nth, box] of column.entries()) {
    const part = Math.floor((above + heights[nth]! / 2) / fair);
    (parts[part] ??= []).push(box);
    above += heights[nth]!;
  }
  return parts.filter((part) => part.length > 0);
}

function placeColumns(places: Map<string, Place>, columns: readonly Column[]): number {
  const heightOf = (column: Column) => column.reduce((sum, { height }) => sum + height + gap.y, -gap.y);
  const tallest = Math.max(0, ...columns.map(heightOf));
  let x = 0;
  for (const column of columns) {
    let y = (tallest - heightOf(column)) / 2;
    for (const { id, height } of column) {
      places.set(id, { x, y });
      y += height + gap.y;
    }
    x += Math.max(...column.map(({ width }) => width)) + gap.x;
  }
  return columns.length === 0 ? 0 : tallest + gap.y * 3;
}

/** What is joined to nothing stands below, in rows. */
function placeRows(places: Map<string, Place>, boxes: readonly Box[], top: number): void {
  const wide = Math.max(900, Math.sqrt(boxes.length) * 300);
  let [x, y, high] = [0, top, 0];
  for (const { id, width, height } of boxes) {
    if (x > 0 && x + width > wide) [x, y, high] = [0, y + high + gap.y, 0];
    places.set(id, { x, y });
    x += width + gap.y;
    high = Math.max(high, height);
  }
}
