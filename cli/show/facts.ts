// Facts about one thing, a label and a value each, aligned. Long values go on below themselves, not below their label.
import { stripVTControlCharacters } from 'node:util';
import type { Paint } from './paint.ts';
import { widthOf } from './table.ts';

export type Fact = readonly [label: string, value: string];

export function facts(all: readonly Fact[], paint: Paint, width: number | null): string {
  const shown = all.filter(([, value]) => value !== '');
  const label = Math.max(...shown.map(([name]) => name.length));
  const indent = label + 4;
  return shown
    .map(([name, value]) => {
      const [first = '', ...rest] = wrapped(value, width === null ? null : width - indent);
      const more = rest.map((line) => `\n${' '.repeat(indent)}${line}`).join('');
      return `  ${paint('dim', name.padEnd(label))}  ${first}${more}\n`;
    })
    .join('');
}

/** Breaks a text between words; its own lines are kept. */
export function wrapped(text: string, width: number | null): string[] {
  return text.split('\n').flatMap((line) => (width === null ? [line] : wrapLine(line, Math.max(20, width))));
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && widthOf(stripVTControlCharacters(longer)) > width) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current];
}
