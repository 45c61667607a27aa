// `countersign rover plan`, `apply` and `delete`. A plan is what applying would do, and changes nothing; a file that is
// wrong anywhere stops all of them before anything is sent. That somebody still has to agree is no failure: it has an
// exit code of its own, and the names of those who can.
import { setTimeout as delay } from 'node:timers/promises';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { misused } from '../failure.ts';
import type { Io } from '../io.ts';
import { answerOf, openServer, type Server } from '../server.ts';
import type { ServerOptions } from '../settings.ts';
import { painter } from '../show/paint.ts';
import { roverText, type Mood, type Rover } from '../show/rover.ts';
import { parseDuration } from '../../src/core/time.ts';
import { placed, readRoverFiles, type Placed } from './files.ts';
import { applyOne, planAll } from './send.ts';

export interface FileOptions extends ServerOptions {
  readonly file?: readonly string[];
  readonly team?: string;
}

export interface ApplyOptions extends FileOptions {
  readonly wait?: string | true;
}

export interface DeleteOptions extends FileOptions {
  readonly yes?: boolean;
}

export async function planFiles(options: FileOptions, io: Io): Promise<ExitCode> {
  const { documents, server } = await open(options, io);
  const plans = await planAll(documents, server);
  if (options.json) io.out(`${JSON.stringify({ plans }, null, 2)}\n`);
  else {
    for (const plan of plans) io.out(roverText(plan, 'plan', painter(io.color)));
    if (plans.length === 0)
      io.out('The files describe APIs or events, and expose and subscribe to nothing.\n');
    else io.out('Nothing was changed.\n');
  }
  return codeOf(plans);
}

export async function applyFiles(options: ApplyOptions, io: Io): Promise<ExitCode> {
  const patienceMs = patience(options.wait);
  const { documents, server } = await open(options, io);
  await planAll(documents, server);
  const applied: Rover[] = [];
  for (const [nth, document] of documents.entries()) {
    const rover = await applyOne(document, server, nth);
    if (rover) applied.push(rover);
    if (options.json) continue;
    if (rover) io.out(roverText(rover, 'done', painter(io.color)));
    else io.out(`${document.kind} ${document.id}: registered.\n`);
  }
  const settled = patienceMs === null ? applied : await afterWaiting(applied, server, patienceMs, io);
  if (options.json) io.out(`${JSON.stringify({ applied: settled }, null, 2)}\n`);
  else if (settled !== applied) tell(settled, 'status', io);
  return codeOf(settled);
}

export async function deleteFiles(ids: readonly string[], options: DeleteOptions, io: Io): Promise<ExitCode> {
  const server = await openServer(options, io);
  const named = await idsOf(ids, options, server, io);
  const plans: Rover[] = [];
  for (const id of named)
    plans.push(
      await answerOf(server.api.POST('/api/rovers/{id}/plan-deletion', { params: { path: { id } } })),
    );
  if (!options.json) tell(plans, 'plan', io);
  if (options.yes !== true && !(await isConfirmed(io))) {
    if (options.json) io.out(`${JSON.stringify({ deleted: false, plans }, null, 2)}\n`);
    else io.out('Nothing was changed. Add --yes to delete it.\n');
    return exitCodes.waiting;
  }
  for (const id of named) await answerOf(server.api.DELETE('/api/rovers/{id}', { params: { path: { id } } }));
  if (options.json) io.out(`${JSON.stringify({ deleted: true, plans }, null, 2)}\n`);
  else io.out('Deleted.\n');
  return exitCodes.done;
}

/** The ids that were typed, or those of the Rover files among the documents. */
export async function idsOf(
  ids: readonly string[],
  { file = [], team }: FileOptions,
  server: Server,
  io: Io,
): Promise<string[]> {
  if (ids.length > 0) return [...ids];
  if (file.length === 0) throw misused('Which Rover file? Name its id, or the file with -f.');
  const documents = await placed(await readRoverFiles(file, io), team ?? io.env['COUNTERSIGN_TEAM'], server);
  return documents.filter(({ kind }) => kind === 'Rover').map(({ id }) => id);
}

/** How it ended: with something that was refused, with somebody who has to act, or with everything as the file says. */
export function codeOf(rovers: readonly Rover[]): ExitCode {
  if (rovers.some(({ state }) => state === 'denied')) return exitCodes.refused;
  return rovers.some(({ state }) => state === 'waiting') ? exitCodes.waiting : exitCodes.done;
}

async function open(options: FileOptions, io: Io): Promise<{ documents: Placed[]; server: Server }> {
  const read = await readRoverFiles(options.file ?? [], io);
  const server = await openServer(options, io);
  return { documents: await placed(read, options.team ?? io.env['COUNTERSIGN_TEAM'], server), server };
}

function tell(rovers: readonly Rover[], mood: Mood, io: Io): void {
  for (const rover of rovers) io.out(roverText(rover, mood, painter(io.color)));
}

async function isConfirmed(io: Io): Promise<boolean> {
  if (!io.ask) return false;
  return /^y(es)?$/i.test((await io.ask('Delete this? [y/N] ')).trim());
}

const usualPatience = '30m';
const pauseMs = 1000;

function patience(typed: string | true | undefined): number | null {
  if (typed === undefined) return null;
  const length = parseDuration(typed === true ? usualPatience : typed);
  if (length === undefined)
    throw misused(`"${String(typed)}" is no length of time.`, 'Write it as 30m or 8h.');
  return length;
}

/** The files as they stand once nothing waits any more, or once patience is over. */
async function afterWaiting(
  applied: readonly Rover[],
  server: Server,
  patienceMs: number,
  io: Io,
): Promise<Rover[]> {
  let rovers = [...applied];
  const end = io.now() + patienceMs;
  while (rovers.some(({ state }) => state === 'waiting') && io.now() < end && !io.stopped.aborted) {
    await delay(pauseMs, undefined, { signal: io.stopped }).catch(() => undefined);
    rovers = await Promise.all(
      rovers.map(({ id }) => answerOf(server.api.GET('/api/rovers/{id}', { params: { path: { id } } }))),
    );
  }
  return rovers;
}
