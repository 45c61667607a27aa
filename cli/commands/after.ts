// What is said after an act on an agreement: how it stands now, who must act next, and, where the act changed who may
// get in, whether that has become real. The target follows the decision a moment later, so it is given a few seconds;
// whoever types the next command can rely on what was said here.
import { setTimeout as delay } from 'node:timers/promises';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { answerOf, type Api } from '../server.ts';
import { lookOf, painter, plain, type Paint } from '../show/paint.ts';
import { hasBegun, isInLine, targetSentence } from '../show/target.ts';
import { distance, moment, zoneAt } from '../show/times.ts';
import { awaitingWords, isWaiting, type Access } from '../show/words.ts';

export async function readAccess(api: Api, id: string): Promise<Access> {
  return answerOf(api.GET('/api/access/{id}', { params: { path: { id } } }));
}

/** Says how the agreement stands after an act. @param done what was done, on a line of its own. */
export async function tellAfter(
  api: Api,
  acted: Access,
  done: string,
  options: { readonly json?: boolean },
  io: Io,
): Promise<ExitCode> {
  const access = await settled(api, acted, io);
  if (options.json) io.out(`${JSON.stringify(access, null, 2)}\n`);
  else io.out(`${sentences(access, done, io).join('\n')}\n`);
  return isWaiting(access) ? exitCodes.waiting : exitCodes.done;
}

function sentences(access: Access, done: string, io: Io): string[] {
  const paint = painter(io.color);
  const target = targetSentence(access, paint);
  // Where the one word of the state is the word that the line above begins with, it would only be said twice.
  const { state } = access.approval;
  const isSaid = (state === 'Suspended' || state === 'Rejected') && done.startsWith(state);
  return [
    done,
    ...(isSaid ? [] : [stateSentence(access, io.now(), paint)]),
    ...(target === null || !hasBegun(access) ? [] : [`${target[0]!.toUpperCase()}${target.slice(1)}.`]),
  ];
}

function stateSentence({ approval }: Access, now: number, paint: Paint): string {
  const { state, until, awaiting } = approval;
  const look = lookOf(state);
  switch (state) {
    case 'Granted':
      if (until === undefined) return `${paint(look, 'Granted')} without end.`;
      return `${paint(look, 'Granted')} until ${moment(until)} ${zoneAt(until)} (${distance(until, now)}).`;
    case 'Pending':
      return `${paint(look, 'Pending')}: ${awaiting ? awaitingWords(awaiting) : 'it waits.'}`;
    case 'SemiGranted':
      return `${paint(look, 'Half granted')}: ${awaiting ? awaitingWords(awaiting) : 'it waits for another person.'}`;
    default:
      return `${paint(look, plain(state))}.`;
  }
}

const patienceMs = 5000;
const pauseMs = 50;

/** The agreement once its target shows what it says, or as it is when patience is over. */
async function settled(api: Api, acted: Access, io: Io): Promise<Access> {
  let access = acted;
  const end = io.now() + patienceMs;
  while (awaitsTarget(access) && io.now() < end && !io.stopped.aborted) {
    await delay(pauseMs);
    access = await readAccess(api, access.id);
  }
  return access;
}

function awaitsTarget(access: Access): boolean {
  return access.approval.target !== undefined && hasBegun(access) && !isInLine(access) && !hasFailed(access);
}

function hasFailed({ provisioning }: Access): boolean {
  return provisioning?.status.endsWith('-failed') ?? false;
}
