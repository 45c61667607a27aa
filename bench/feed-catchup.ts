// feed_catchup: how fast somebody who was away reads the feed from its beginning, over HTTP in batches of a thousand
// events, each from the last id of the one before. It is held against reading the same entries of the log by the bare
// driver, page by page by their position and parsed, which nobody could do faster.
import type pg from 'pg';
import { sealAll } from '../src/adapters/db/log/seal.ts';
import { catchUp } from './catch-up.ts';
import { atLeast, percentile, type Figure } from './figure.ts';
import { allows, asks, rush } from './load.ts';
import { openSetting, type Setting } from './setting.ts';

const lives = 500;
const copies = 80;
const rounds = 5;

export async function feedCatchup(): Promise<Figure> {
  await using setting = await openSetting();
  await using server = await setting.startServer();
  await rush(server, asks(lives));
  await rush(server, allows(lives));
  await sealAll(setting.pool);
  await copyLog(setting.pool);
  const events = (await catchUp(server)).events.length;
  const speeds: number[] = [];
  const limits: number[] = [];
  for (let round = 0; round < rounds; round++) {
    speeds.push((events / (await catchUp(server)).ms) * 1000);
    limits.push((events / (await readBarely(setting))) * 1000);
  }
  return atLeast(0.5, {
    id: 'feed_catchup',
    value: percentile(speeds, 0.5),
    unit: 'events/s',
    against: { what: 'the bare driver', value: percentile(limits, 0.5) },
    notes: { events },
  });
}

/** The same entries again and again about other accesses, written as they are written, sealed by the program itself. */
async function copyLog(pool: pg.Pool): Promise<void> {
  await pool.query(
    `with entry as materialized (
       select position, nth, at, type, subject || '-' || nth as subject, overlay(uuidv7()::text placing '00' from 35) as id,
         log.id as old_id, log.subject as old_subject, body::text as body
       from log, generate_series(1, ${copies}) nth where type not like 'provisioning%'
     ), told as materialized (
       select position, nth, id, at, type, subject,
         replace(replace(body, format('"id":"%s"', old_id), format('"id":"%s"', id)), format('"subject":"%s"', old_subject), format('"subject":"%s"', subject)) as text
       from entry
     )
     insert into log_inbox (id, at, type, subject, body, digest)
     select id::uuid, at, type, subject, text::json, sha256(convert_to(text, 'UTF8')) from told order by nth, position`,
    [],
  );
  await sealAll(pool);
  await pool.query('analyze log', []);
}

/** Milliseconds to read all entries. */
async function readBarely({ pool }: Setting): Promise<number> {
  const began = performance.now();
  for (let position = 0; ;) {
    const { rows } = await pool.query<{ position: number; body: string }>(
      'select position, body from log where position > $1 order by position limit 1000',
      [position],
    );
    if (rows.length === 0) return performance.now() - began;
    for (const { body } of rows) JSON.parse(body);
    position = rows.at(-1)!.position;
  }
}
