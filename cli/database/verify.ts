// `countersign audit verify`: reads the whole log and says whether it is what was written.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readHeads } from '../../src/adapters/db/log/head.ts';
import { verifyLog, type Verified } from '../../src/adapters/db/log/verify.ts';
import type { DatabaseOptions } from './options.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { misused } from '../failure.ts';
import type { Io } from '../io.ts';
import { painter, plain } from '../show/paint.ts';
import { openBeside } from './open.ts';

export interface VerifyOptions extends DatabaseOptions {
  readonly against?: string;
  readonly publicKey?: string;
}

export async function verifyAudit(options: VerifyOptions, io: Io): Promise<ExitCode> {
  const against = options.against === undefined ? [] : readHeads(await textOf(options.against, io));
  const publicKey = options.publicKey === undefined ? {} : { publicKey: await textOf(options.publicKey, io) };
  await using database = await openBeside(options, io);
  const verified = await verifyLog(database.store.pool, { against, ...publicKey });
  if (options.json) io.out(`${JSON.stringify(verified, null, 2)}\n`);
  else io.out(textFor(verified, against.length, io));
  return verified.faultCount === 0 ? exitCodes.done : exitCodes.refused;
}

function textFor(
  { head, entries, texts, compared, faults, faultCount }: Verified,
  given: number,
  io: Io,
): string {
  const paint = painter(io.color);
  const hint =
    given === 0
      ? [
          'Heads that were kept elsewhere were not compared: --against does that, and finds a chain that was recomputed.',
        ]
      : [];
  if (faultCount === 0)
    return [
      `${paint('green', 'The log is whole:')} ${entries} entries, up to position ${head.position}.`,
      `Texts of people: ${texts.kept} kept and as they were written, ${texts.erased} erased.`,
      `Compared with ${compared} signed ${compared === 1 ? 'head' : 'heads'}.`,
      ...hint,
      '',
    ].join('\n');
  const shown = faults.map(
    ({ position, sentence }) => `  ${String(position).padStart(8)}  ${plain(sentence)}`,
  );
  const more = faultCount > faults.length ? [`  and ${faultCount - faults.length} more`] : [];
  return [
    paint('red', `The log is NOT whole: ${faultCount} ${faultCount === 1 ? 'fault' : 'faults'}.`),
    ...shown,
    ...more,
    '',
  ].join('\n');
}

async function textOf(file: string, { folder }: Io): Promise<string> {
  return readFile(resolve(folder, file), 'utf8').catch((error: Error) => {
    throw misused(`"${file}" cannot be read: ${error.message}.`);
  });
}
