// Where in a YAML file something stands. A path into the value leads to the place of that value; a path to something
// that is missing leads to the nearest thing around it that is there, since that is where it has to be added.
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Document,
  type LineCounter,
  type Node,
  type Pair,
} from 'yaml';
import type { Step } from './fault.ts';

/** Both start at 1, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function positionAt(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** The offset of what the steps lead to, or of its nearest surroundings. */
export function offsetOf(document: Document, steps: readonly Step[]): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of steps) {
    const next = child(isAlias(node) ? node.resolve(document) : node, step);
    if (!next) return offset;
    offset = next.offset ?? offset;
    node = next.node;
  }
  return isScalar(node) || steps.length === 0 ? (startOf(node) ?? offset) : offset;
}

interface Child {
  readonly node: unknown;
  /** Of the key in a map, of the item in a list. */
  readonly offset: number | undefined;
}

function child(node: unknown, step: Step): Child | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }: Pair) => isScalar(key) && String(key.value) === String(step));
    return pair && { node: pair.value, offset: startOf(pair.key) };
  }
  if (!isSeq(node) || typeof step !== 'number' || step >= node.items.length) return undefined;
  return { node: node.items[step], offset: startOf(node.items[step]) };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}
