// Tables for people: aligned, as wide as the terminal and no wider. One column may be told to give way; it is cut with
// an ellipsis, never wrapped, and left out where nothing readable would remain. Ids are never cut, because people copy
// them. Without a terminal nothing is cut at all.
import type { Look, Paint } from './paint.ts';

export interface Column {
  readonly title: string;
  /** Gives way first when the terminal is narrow. */
  readonly shrinks?: boolean;
}

export interface Cell {
  readonly text: string;
  readonly look?: Look | null;
}

export type Row = readonly (Cell | string)[];

const gap = 2;
const narrowest = 8;

export function table(
  columns: readonly Column[],
  rows: readonly Row[],
  paint: Paint,
  width: number | null,
): string {
  const cells = rows.map((row) => row.map(asCell));
  const filled = columns.map((_, index) => cells.some((row) => row[index]!.text !== ''));
  const widths = fitted(columns, naturalWidths(columns, cells, filled), width);
  const title = columns.map(({ title }): Cell => ({ text: title.toUpperCase(), look: 'dim' }));
  return [title, ...cells].map((row) => `${line(row, widths, paint)}\n`).join('');
}

/** How many columns a text takes on a terminal; wide characters of East Asian scripts take two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character.codePointAt(0)!) ? 2 : 1;
  return width;
}

/** Cuts a text to a width, with an ellipsis where something is missing. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

function naturalWidths(columns: readonly Column[], rows: readonly Cell[][], filled: boolean[]): number[] {
  return columns.map(({ title }, index) =>
    filled[index] ? Math.max(widthOf(title), ...rows.map((row) => widthOf(row[index]!.text))) : 0,
  );
}

function fitted(columns: readonly Column[], natural: readonly number[], width: number | null): number[] {
  const widths = [...natural];
  if (width === null) return widths;
  for (let index = columns.length - 1; index >= 0; index--) {
    const excess = total(widths) - width;
    if (excess <= 0) break;
    if (!columns[index]!.shrinks) continue;
    const left = widths[index]! - excess;
    widths[index] = left >= Math.min(narrowest, widths[index]!) ? left : 0;
  }
  return widths;
}

function total(widths: readonly number[]): number {
  const shown = widths.filter((width) => width > 0);
  return shown.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, shown.length - 1);
}

function line(row: readonly Cell[], widths: readonly number[], paint: Paint): string {
  return row
    .flatMap((cell, index) => (widths[index]! > 0 ? [padded(cell, widths[index]!, paint)] : []))
    .join(' '.repeat(gap))
    .trimEnd();
}

function padded({ text, look = null }: Cell, width: number, paint: Paint): string {
  const shown = cut(text, width);
  return paint(look, shown) + ' '.repeat(width - widthOf(shown));
}

function asCell(cell: Cell | string): Cell {
  return typeof cell === 'string' ? { text: cell } : cell;
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}
