// How large things are in the picture, and where within an unfolded team its own things lie. Sizes are fixed rather than
// measured, so that nothing has to be drawn before it is known where it belongs.
import type { Thing } from './mesh-picture.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const single = { width: 190, height: 56 };
const inner = { width: 190, height: 40 };
const edge = 12;
const head = 50;
const gap = 8;

export function boxOf({ inside }: Thing): Size {
  if (inside === null) return single;
  const columns = columnsFor(inside.length);
  const rows = Math.max(1, Math.ceil(inside.length / columns));
  return {
    width: edge * 2 + columns * inner.width + (columns - 1) * gap,
    height: head + rows * (inner.height + gap) - gap + edge,
  };
}

/** Size and place of the nth thing inside a team, from the team's upper left corner. */
export function innerBox({ inside }: Thing, nth: number): Size & { readonly x: number; readonly y: number } {
  const columns = columnsFor(inside?.length ?? 0);
  return {
    ...inner,
    x: edge + (nth % columns) * (inner.width + gap),
    y: head + Math.floor(nth / columns) * (inner.height + gap),
  };
}

/** As far down as lines end at it: of what is unfolded, at its head. */
export function headOf(thing: Thing): number {
  return thing.inside === null ? single.height : head;
}

/** Few stand below each other; many make a field that is a bit higher than wide. */
function columnsFor(count: number): number {
  return count <= 6 ? 1 : Math.max(2, Math.floor(Math.sqrt(count / 5)));
}
