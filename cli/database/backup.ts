// `countersign backup` and `restore`.
import { backup, type BackedUp } from '../../src/adapters/db/backup/backup.ts';
import { restore } from '../../src/adapters/db/backup/restore.ts';
import type { DatabaseOptions } from './options.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { moment, zoneAt } from '../show/times.ts';
import { openAlone, openBeside } from './open.ts';

export async function backUp(file: string, options: DatabaseOptions, io: Io): Promise<ExitCode> {
  await using database = await openBeside(options, io);
  const done = await backup(database.store.pool, file);
  if (options.json) io.out(`${JSON.stringify(done, null, 2)}\n`);
  else
    io.out(
      `${file}: ${sizeOf(done)}, the log up to position ${done.header.log.position}.\nKeep COUNTERSIGN_SECRET_KEY with it, and apart from it: secrets of targets cannot be read without.\n`,
    );
  return exitCodes.done;
}

export async function restoreFrom(file: string, options: DatabaseOptions, io: Io): Promise<ExitCode> {
  await using database = await openAlone(options, io);
  const done = await restore(database.store.pool, file);
  const { takenAt } = done.header;
  if (options.json) io.out(`${JSON.stringify(done, null, 2)}\n`);
  else
    io.out(
      [
        `Restored ${sizeOf(done)}, as of ${moment(takenAt)} ${zoneAt(takenAt)}.`,
        'Targets are frozen: nothing is changed there until somebody has looked.',
        'Start the server, then: countersign targets drift <target>, and countersign targets confirm.',
        '',
      ].join('\n'),
    );
  return exitCodes.done;
}

function sizeOf({ tables }: BackedUp): string {
  return `${tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${tables.length} tables`;
}
