// `countersign secrets rotate`.
import { openDatabase } from '../../src/adapters/db/database.ts';
import { rotateSecrets } from '../../src/adapters/db/secret-rows.ts';
import { openSecrets } from '../../src/adapters/secrets.ts';
import type { DatabaseOptions } from './options.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { misused } from '../failure.ts';
import type { Io } from '../io.ts';
import { openBeside } from './open.ts';

export async function rotate(options: DatabaseOptions, io: Io): Promise<ExitCode> {
  await using database = await openBeside(options, io);
  const { config, store } = database;
  const [from, to] = [config.secretKey, config.newSecretKey];
  if (!from || !to)
    throw misused(
      'Both keys are needed: COUNTERSIGN_SECRET_KEY, the one that is, and COUNTERSIGN_NEW_SECRET_KEY, the one that shall be.',
      'Make a new one with: openssl rand -base64 32',
    );
  // The server seals what this leaves in the log's inbox; it reads by itself there, so nobody has to be told.
  const rows = openDatabase(store.pool, () => {});
  const count = await rotateSecrets(rows, openSecrets(from.reveal()), openSecrets(to.reveal()), io.now());
  if (options.json) io.out(`${JSON.stringify({ rotated: count }, null, 2)}\n`);
  else
    io.out(
      `${count} ${count === 1 ? 'secret is' : 'secrets are'} sealed under the new key. Start every server again with it as COUNTERSIGN_SECRET_KEY.\n`,
    );
  return exitCodes.done;
}
