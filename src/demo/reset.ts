// Clears the demo away. Only what a demo made is removed, file by file, and only after its own database has said that it
// is a demo's: a folder that was named by mistake stays as it is. A demo that runs is not touched.
import { access, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbedded } from '../adapters/db/embedded/start.ts';
import { storeName } from '../store.ts';

const made = [
  'pg',
  'pg.new',
  'lock',
  'postgres.log',
  'socket',
  'running.json',
  'cli-keys.json',
  'secret-key',
  'signing-key.pem',
  'log-heads.jsonl',
  'company-is-there',
];

/** @returns false when there was nothing. @throws Error with one sentence when the folder is in use or no demo's. */
export async function resetDemo(dataDir: string): Promise<boolean> {
  const isThere = await access(join(dataDir, 'pg')).then(
    () => true,
    () => false,
  );
  if (isThere) await demandDemo(dataDir);
  for (const name of made) await rm(join(dataDir, name), { recursive: true, force: true });
  await rmdir(dataDir).catch(() => {}); // Whatever else lies there is not ours.
  return isThere;
}

/** Starting the database also finds out whether somebody else is using it, and ends what a killed demo left behind. */
async function demandDemo(dataDir: string): Promise<void> {
  await using embedded = await startEmbedded({ dataDir, log: () => {} });
  if (await isDemo(embedded.connection(storeName))) return;
  throw new Error(`${dataDir} holds data that is not of a demo. Nothing was removed.`);
}

async function isDemo(
  connection: ReturnType<Awaited<ReturnType<typeof startEmbedded>>['connection']>,
): Promise<boolean> {
  const client = new Client(connection);
  try {
    await client.connect();
    const { rows } = await client.query<{ demo: boolean }>('select demo from organization');
    return rows[0]?.demo === true;
  } catch (error) {
    // A first start that was cut off: there is no database yet, or nothing in it.
    return ['3D000', '42P01'].includes((error as { code?: string }).code ?? '');
  } finally {
    await client.end().catch(() => {});
  }
}
