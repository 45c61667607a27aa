// decide: allowing requests over HTTP, with key check, rules, log and sealing, from 64 connections, held against what the
// bare driver reaches at the same concurrency and commit setting when a decision is no more than lock, update, insert
// the decision, insert the log entry. Both run on the same server, in alternating rounds, so that whatever else the
// machine does falls on both.
import { atLeast, percentile, type Figure } from './figure.ts';
import { allows, asks, rush } from './load.ts';
import { openSetting, type Setting } from './setting.ts';

const connections = 64;
const perRound = 3000;
const rounds = 3;

export async function decide(): Promise<Figure> {
  await using setting = await openSetting();
  await using server = await setting.startServer();
  await prepareLimit(setting);
  await rush(server, asks(500));
  await rush(server, allows(500));
  await limit(setting, 0, 500);
  const speeds: number[] = [];
  const limits: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    await rush(server, asks(perRound, round * perRound));
    speeds.push((await rush(server, allows(perRound, round * perRound))).perSecond);
    limits.push(await limit(setting, round * perRound, perRound));
  }
  return atLeast(0.6, {
    id: 'decide',
    value: percentile(speeds, 0.5),
    unit: 'decisions/s',
    against: { what: 'the bare driver', value: percentile(limits, 0.5) },
  });
}

async function prepareLimit({ pool }: Setting): Promise<void> {
  await pool.query(`
    create table limit_access (id text primary key, version integer not null, body jsonb not null);
    create table limit_decision (id bigint generated always as identity primary key, access_id text not null, body jsonb not null);
    create table limit_log (seq bigint generated always as identity primary key, body json not null);
    insert into limit_access select 'a' || i, 1, '{"standing": "None"}' from generate_series(0, ${(rounds + 2) * perRound}) i`);
}

async function limit({ pool }: Setting, from: number, count: number): Promise<number> {
  const body = JSON.stringify({ verdict: 'allow', comment: 'x'.repeat(400) });
  let nth = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (nth < count) await bareDecision(pool, `a${from + nth++}`, body);
    }),
  );
  return (count / (performance.now() - start)) * 1000;
}

async function bareDecision(pool: Setting['pool'], id: string, body: string): Promise<void> {
  const client = await pool.connect();
  await client.query('begin');
  await client.query('select * from limit_access where id = $1 for update', [id]);
  await client.query('update limit_access set version = version + 1 where id = $1', [id]);
  await client.query('insert into limit_decision (access_id, body) values ($1, $2)', [id, body]);
  await client.query('insert into limit_log (body) values ($1)', [body]);
  await client.query('commit');
  client.release();
}
