// Where a target differs from what is granted: what is missing, what is too much, ways in that nobody agreed to, and
// what stood in the way of mending it. A resource that is in line takes one line.
import type { Schemas } from '../server.ts';
import { plain, type Paint } from './paint.ts';
import { distance } from './times.ts';

type Difference = Schemas['TargetDifference'];

export function driftText(differences: readonly Difference[], paint: Paint, now: number): string {
  if (differences.length === 0) return 'No resource is bound to this target.\n';
  return differences.map((one) => blockOf(one, paint, now)).join('');
}

function blockOf(difference: Difference, paint: Paint, now: number): string {
  const { missing, excess, failed, drift, error, alarming, frozen, observed, lastRun } = difference;
  const lines = [
    ...missing.map((one) => line('missing', `${entitled(one)}: granted, and not there`, 'yellow', paint)),
    ...excess.map((one) => line('too much', `${entitled(one)}: there, and not granted`, 'red', paint)),
    ...failed.map(({ sentence }) => line('failed', plain(sentence), 'red', paint)),
    ...(error === undefined ? [] : [line('failed', plain(error), 'red', paint)]),
    ...drift.map(({ sentence }) => line('drift', plain(sentence), 'yellow', paint)),
  ];
  const state = frozen
    ? paint('yellow', 'frozen')
    : lines.length > 0
      ? paint(alarming ? 'red' : 'yellow', 'differs')
      : paint('green', 'in line');
  const count = observed === undefined ? '' : `, ${observed} ${observed === 1 ? 'principal' : 'principals'}`;
  const seen = lastRun === undefined ? 'not looked at yet' : `seen ${distance(lastRun, now)}${count}`;
  return [
    `${paint('bold', plain(difference.resource))}  ${state} ${paint('dim', `(${seen})`)}`,
    ...lines,
    '',
  ].join('\n');
}

function line(word: string, sentence: string, look: 'red' | 'yellow', paint: Paint): string {
  return `  ${paint(look, word.padEnd(8))}  ${sentence}`;
}

const rights: Readonly<Record<string, string>> = {
  read: 'reads',
  write: 'writes',
  'read-write': 'reads and writes',
};

function entitled({ principal, level }: { principal: string; level: string }): string {
  return `${plain(principal)} (${rights[level] ?? plain(level)})`;
}
