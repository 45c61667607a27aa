// A plan as people judge it: a line for each document that would do something, and below it what would differ.
import type { Step } from '../apply/plan.ts';
import { plain, type Look, type Paint } from './paint.ts';
import { cut } from './table.ts';
import { valueText } from './value.ts';

const signs = {
  create: ['+', 'green'],
  change: ['~', 'yellow'],
  unchanged: ['=', 'dim'],
} as const satisfies Record<Step['change'], readonly [string, Look]>;

const mostLines = 12;

export function planText(steps: readonly Step[], paint: Paint, width: number | null): string {
  const due = steps.filter((step) => step.change !== 'unchanged');
  const kindWidth = Math.max(0, ...due.map(({ kind }) => kind.length));
  const lines = due.flatMap((step) => {
    const [sign, look] = signs[step.change];
    return [
      `${paint(look, sign)} ${step.kind.padEnd(kindWidth)}  ${paint('bold', plain(step.subject))}`,
      ...differenceLines(step, paint, width),
    ];
  });
  return [...lines, summary(steps), ''].join('\n');
}

function differenceLines({ differences }: Step, paint: Paint, width: number | null): string[] {
  const pathWidth = Math.max(0, ...differences.map(({ path }) => path.length));
  const shown = differences.slice(0, mostLines).map(({ path, before, after }) => {
    const room = width === null ? 120 : Math.max(10, Math.floor((width - pathWidth - 12) / 2));
    const [old, fresh] = [before, after].map((value) => cut(valueText(value), room));
    return `      ${plain(path).padEnd(pathWidth)}  ${paint('red', old!)} → ${paint('green', fresh!)}`;
  });
  const more = differences.length - shown.length;
  return more > 0 ? [...shown, `      and ${more} more`] : shown;
}

function summary(steps: readonly Step[]): string {
  const count = (change: Step['change']) => steps.filter((step) => step.change === change).length;
  const [create, change, unchanged] = [count('create'), count('change'), count('unchanged')];
  if (create + change === 0) return `Everything is as the files say (${unchanged}).`;
  return `${create} to create, ${change} to change, ${unchanged} unchanged.`;
}
