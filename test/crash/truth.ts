// What has to be true after every start: whatever was answered is there once, in its order, and nothing else is; calls
// that are repeated do nothing twice; the log verifies; readers of the feed have missed nothing; and the target shows
// what the grants say.
import assert from 'node:assert/strict';
import { Client } from 'pg';
import { verifyLog } from '../../src/adapters/db/log/verify.ts';
import type { House } from './house.ts';
import { until } from './until.ts';
import { factOf, resources, stepFacts, take, type Life } from './lives.ts';
import { tokenOf } from '../cast.ts';

/** Every answered step is in the log once, and at most the one that was under way beside them. */
export async function nothingLostOrDoubled(house: House, lives: readonly Life[]): Promise<void> {
  const told = await factsOf(house, lives);
  for (const life of lives) {
    const expected = Array.from({ length: life.begun }, (_, nth) => factOf(life, nth));
    const seen = told.get(life.id) ?? [];
    const wanted = seen.length === life.answered ? expected.slice(0, life.answered) : expected;
    assert.deepEqual(seen, wanted, `${life.id}: ${life.answered} of ${life.begun} steps were answered`);
  }
}

/** The last answered step again, and the one that was under way: both succeed, and each happened once afterwards. */
export async function repetitionsDoNothingTwice(house: House, lives: readonly Life[]): Promise<void> {
  const lasting = lives.filter(({ until }) => until === null);
  await Promise.all(
    lasting.map(async (life) => {
      for (const nth of [life.answered - 1, life.begun - 1]) {
        if (nth < 0) continue;
        const answer = await take(house.url(), life, nth);
        assert.ok(
          answer.ok,
          `${life.steps[nth]} of ${life.id} again: ${answer.status} ${await answer.text()}`,
        );
      }
      life.answered = life.begun;
    }),
  );
  await nothingLostOrDoubled(house, lasting);
}

async function factsOf(house: House, lives: readonly Life[]): Promise<Map<string, string[]>> {
  const rows = await house.query<{ subject: string; types: string[] }>(
    `select subject, array_agg(type order by position nulls last, seq) as types from (
       select position, null::bigint as seq, subject, type from log union all select null, seq, subject, type from log_inbox
     ) entry where subject = any($1) and type = any($2) group by subject`,
    [lives.map(({ id }) => id), stepFacts],
  );
  return new Map(rows.map(({ subject, types }) => [subject, types]));
}

/** Dense positions, the chain, the columns, the texts; and within each access one order, which is that of its versions. */
export async function logVerifies(house: House): Promise<void> {
  await until(
    'the inbox is sealed',
    async () => (await house.query('select from log_inbox limit 1')).length === 0,
  );
  const { faults, entries, head } = await verifyLog(house.pool());
  assert.deepEqual(faults, []);
  assert.equal(entries, head.position);
  const disorder = await house.query(
    `select * from (
       select subject, position, (body -> 'access' ->> 'version')::integer as version, at,
         lag((body -> 'access' ->> 'version')::integer) over of_subject as before, lag(at) over of_subject as at_before
       from log where body -> 'access' is not null window of_subject as (partition by subject order by position)
     ) entry where version < before or at < at_before`,
  );
  assert.deepEqual(disorder, []);
}

/**
 * State and log say the same of every access, and nobody's verdict on a request stands there twice. The clock may bring
 * something about at any moment, so what is not sealed yet counts as well.
 */
export async function stateAgreesWithLog(house: House): Promise<void> {
  const apart = await house.query(
    `select a.id, a.standing, a.version, last.body from access a
     left join lateral (
       select body::jsonb as body from (
         select body, 0 as sealed, seq as nth from log_inbox where subject = a.id and body -> 'access' is not null
         union all select body, 1, position from log where subject = a.id and body -> 'access' is not null
       ) entry order by sealed, nth desc limit 1
     ) last on true
     where (last.body -> 'after' ->> 'standing', (last.body -> 'access' ->> 'version')::integer) is distinct from (a.standing, a.version)`,
  );
  assert.deepEqual(apart, []);
  const twice = await house.query(
    `select request_id, by_actor ->> 'id' as by, count(*) from decision group by 1, 2 having count(*) > 1`,
  );
  assert.deepEqual(twice, []);
  const uncounted = await house.query(
    `select (select count(*) from decision) as decisions,
       (select count(*) from log where type in ('request.semi_granted', 'request.granted', 'request.rejected')) as told`,
  );
  assert.equal(uncounted[0]!['decisions' as never], uncounted[0]!['told' as never]);
}

/** Brief lives end by the clock, once each, whoever was dead at that moment. */
export async function endsOnce(house: House, lives: readonly Life[]): Promise<void> {
  const brief = lives.filter(({ until }) => until !== null).map(({ id }) => id);
  const open = `select from access where id = any($1) and (standing = 'Granted' or exists (
    select from request q where q.id = request_id and q.state in ('Pending', 'SemiGranted')))`;
  await until('every period is over', async () => (await house.query(open, [brief])).length === 0);
  const ends = await house.query(
    `select subject, count(*) from (select subject, type from log union all select subject, type from log_inbox) entry
     where subject = any($1) and type in ('access.expired', 'request.expired') group by subject having count(*) > 1`,
    [brief],
  );
  assert.deepEqual(ends, []);
}

/** Who is in the group roles at the shop is who has a live grant, as soon as the runs that are due are done. */
export async function targetIsInLine(
  house: House,
  shop: string,
  roleOf: (team: string) => string,
): Promise<void> {
  const client = new Client(house.connection(shop));
  await client.connect();
  try {
    await until('the target shows what the grants say', async () => {
      const granted = await house.query<{ team: string }>(
        `select distinct a.consumer_id as team from access a join access_grant g on g.access_id = a.id
         where a.resource_id = $1 and a.standing = 'Granted' and g.from_at <= now() and (g.until_at is null or g.until_at > now())`,
        [resources.bound],
      );
      const { rows } = await client.query<{ role: string }>(
        `select distinct m.rolname as role from pg_auth_members a join pg_roles m on m.oid = a.member join pg_roles g on g.oid = a.roleid
         where starts_with(g.rolname, 'countersign') and not a.admin_option`,
      );
      const wanted = granted.map(({ team }) => roleOf(team)).sort();
      return JSON.stringify(wanted) === JSON.stringify(rows.map(({ role }) => role).sort());
    });
  } finally {
    await client.end();
  }
}

/** A reader of the feed that goes on from its last event after every start. */
export function openReader() {
  const seen: string[] = [];
  const readOn = async (house: House, from = seen): Promise<void> => {
    for (;;) {
      const answer = await fetch(`${house.url()}/api/events?lastEventId=${from.at(-1) ?? ''}`, {
        headers: { 'x-api-key': tokenOf('organization-reads') },
      });
      const events = (await answer.json()) as { id: string }[];
      if (events.length === 0) return;
      from.push(...events.map(({ id }) => id));
    }
  };
  return {
    readOn,
    /** What it saw between the deaths is what anybody sees who reads from the beginning. */
    async missedNothing(house: House): Promise<void> {
      await readOn(house);
      const all: string[] = [];
      await readOn(house, all);
      assert.deepEqual(seen, all);
    },
  };
}
