// One agreement on one screen, from top to bottom in the order in which people ask: what is it, how does it stand, whose
// turn is it, is it real, how did it come to this, and what can I do.
import type { Io } from '../io.ts';
import { facts, type Fact } from './facts.ts';
import { lookOf, painter, plain, printable, type Paint } from './paint.ts';
import { storyLines, type LogEntry } from './story.ts';
import { targetSentence } from './target.ts';
import { distance, moment, zoneAt } from './times.ts';
import {
  actorWords,
  awaitingWords,
  consumerWords,
  endWords,
  isWaiting,
  listed,
  periodWords,
  stateWords,
  type Access,
} from './words.ts';

export function accessPage(access: Access, history: readonly LogEntry[], io: Io): string {
  const paint = painter(io.color);
  const { awaiting } = access.approval;
  const blocks = [
    heading(access, paint, io.now()),
    facts(factsOf(access, paint, io.now()), paint, io.columns),
    ...(awaiting ? [`  ${paint('bold', capital(awaitingWords(awaiting)))}\n`] : []),
    ...(history.length > 0
      ? [`${paint('bold', 'What happened')}\n${storyLines(history, paint, io.columns)}`]
      : []),
    ...actionsBlock(access, paint),
  ];
  return blocks.join('\n');
}

function capital(sentence: string): string {
  return sentence[0]!.toUpperCase() + sentence.slice(1);
}

function heading(access: Access, paint: Paint, now: number): string {
  const { granted, asked } = stateWords(access);
  const end = endWords(access, now);
  const states = [
    ...(granted ? [`${paint(lookOf(granted), granted)}${end ? `, ${end}` : ''}`] : []),
    ...(asked ? [`${paint(lookOf(asked), asked)}${granted ? ' (more is asked)' : ''}`] : []),
  ];
  return `${paint('bold', plain(access.id))}  ${states.join(', ')}\n`;
}

function factsOf(access: Access, paint: Paint, now: number): Fact[] {
  const { approval, provider, roles, info } = access;
  const { request } = approval;
  const target = targetSentence(access, paint);
  return [
    ['resource', `${plain(approval.resource.id)} of team ${plain(provider.teamId)}`],
    ['for', consumerWords(access)],
    ['purpose', printable(request?.purpose ?? info.purpose).trim()],
    ['roles', roles.map(plain).join(', ')],
    ['period', approval.standing === 'None' ? '' : periodWords(approval.from, approval.until)],
    ['asked by', request ? `${actorWords(request.asker)}, ${distance(request.askedAt, now)}` : ''],
    ['asks for', isWaiting(access) && request ? asksFor(request) : ''],
    [
      'answer by',
      isWaiting(access) && request ? `${moment(request.deadline)} ${zoneAt(request.deadline)}` : '',
    ],
    ['decided by', approval.strategy ? strategyWords[approval.strategy] : ''],
    ['contract', contractWords(access)],
    ['target', target ?? ''],
    ['origin', plain(approval.origin ?? '')],
    ['deleted', approval.deletedAt ? moment(approval.deletedAt) : ''],
  ];
}

const strategyWords = {
  Auto: 'the policy itself (Auto)',
  Simple: 'one person of the owner side (Simple)',
  FourEyes: 'two different people (FourEyes)',
  External: 'an external system (External)',
} as const;

function asksFor({ roles, from, until, duration }: NonNullable<Access['approval']['request']>): string {
  const period =
    duration === undefined ? periodWords(from, until) : `${plain(duration)} from the decision on`;
  return [...(roles.length > 0 ? [roles.map(plain).join(', ')] : []), period].join('; ');
}

function contractWords({ provider }: Access): string {
  const { dataContractId, dataContractVersion } = provider;
  if (dataContractId === undefined) return '';
  return plain(`${dataContractId}${dataContractVersion === undefined ? '' : ` ${dataContractVersion}`}`);
}

/** Only what may be done, and by a command: why something may not is told when somebody tries. */
function actionsBlock({ id, approval }: Access, paint: Paint): string[] {
  const allowed = Object.entries(approval.actions ?? {}).flatMap(([name, action]) =>
    action.allowed && name !== 'delete' ? [name] : [],
  );
  if (allowed.length === 0) return [];
  const example = paint('cyan', `countersign access ${allowed[0]} ${plain(id)}`);
  return [`${paint('bold', 'You may')} ${listed(allowed, 'or')} it: ${example}\n`];
}
