// Sweeping: every server takes accesses that are due, in order of their due instant, and lets time act on them. There
// is no elected sweeper; rows that another server holds are skipped. A batch that fails is retried row by row, and a
// row that fails alone is moved back by five minutes with an alarm, so that one bad row never holds up the others; a
// database that is away for a moment is no row's fault and moves nothing back.
import type pg from 'pg';
import type { AccessStore } from '../../../app/ports.ts';
import type { Access } from '../../../core/access.ts';
import type { AccessId } from '../../../core/ids.ts';
import type { Outcome } from '../../../core/situation.ts';
import { minute, type Instant } from '../../../core/time.ts';
import { isPassing, timestamp } from '../pool.ts';
import {
  accessFrom,
  type AccessRow,
  type DecisionRow,
  type GrantRow,
  type RequestRow,
} from './access-rows.ts';
import { lapsedRows } from './rows.ts';
import { saveRows } from './save.ts';

/** @param alarm hears of a row that could not be swept, with the reason. */
export function sweepAccesses(
  pool: pg.Pool,
  alarm: (access: AccessId, error: unknown) => void,
): AccessStore['sweep'] {
  return async (limit, now, lapse) => {
    try {
      return await sweepBatch(pool, limit, now, lapse);
    } catch (error) {
      if (!(error instanceof SweepFault)) throw error;
      if (limit === 1) throw error.cause;
      return sweepOneByOne(pool, limit, now, lapse, alarm);
    }
  };
}

async function sweepOneByOne(
  pool: pg.Pool,
  limit: number,
  now: Instant,
  lapse: (access: Access, now: Instant) => Outcome,
  alarm: (access: AccessId, error: unknown) => void,
): Promise<number> {
  let swept = 0;
  for (; swept < limit; swept++) {
    try {
      if ((await sweepBatch(pool, 1, now, lapse)) === 0) break;
    } catch (error) {
      if (!(error instanceof SweepFault)) throw error;
      const { rows } = await pool.query<{ id: AccessId }>(putOffText, [
        error.taken,
        timestamp(now),
        timestamp(now + 5 * minute),
      ]);
      for (const { id } of rows) alarm(id, error.cause);
    }
  }
  return swept;
}

/** Accesses that could not be swept, for a reason that lies in one of them and not in the database's day. */
class SweepFault extends Error {
  readonly taken: readonly AccessId[];

  constructor(taken: readonly AccessId[], cause: unknown) {
    super('accesses could not be swept', { cause });
    this.taken = taken;
  }
}

/** $1 accesses, $2 now, $3 when they are due again. What another sweeper has taken meanwhile is its own to judge. */
const putOffText = `
update access set next_due = $3
where id in (select id from access where id = any($1::text[]) and next_due <= $2 for update skip locked) returning id`;

async function sweepBatch(
  pool: pg.Pool,
  limit: number,
  now: Instant,
  lapse: (access: Access, now: Instant) => Outcome,
): Promise<number> {
  const client = await pool.connect();
  const taken: AccessId[] = [];
  try {
    await client.query('begin');
    const { rows } = await client.query<{ id: AccessId; due: string }>(dueText, [timestamp(now), limit]);
    taken.push(...rows.map(({ id }) => id));
    const savings = rows.map(({ due }) => {
      const { access, request, decisions, grants } = JSON.parse(due) as Due;
      const before = accessFrom(access, request, decisions ?? [], grants ?? []);
      const at = Math.max(now, Date.parse(access.updated_at));
      return lapsedRows(before, lapse(before, at), at, bySystem);
    });
    if (savings.length > 0) await saveRows(client, savings);
    await client.query('commit');
    client.release();
    return rows.length;
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken) => client.release(broken as Error),
    );
    throw taken.length === 0 || isPassing(error) ? error : new SweepFault(taken, error);
  }
}

const bySystem = { actor: { type: 'system', id: 'system', person: null }, channel: 'system' } as const;

interface Due {
  access: AccessRow;
  request: RequestRow | null;
  decisions: DecisionRow[] | null;
  grants: GrantRow[] | null;
}

/** A decision without its circumstances, which nobody looks at here and which are most of it. */
const decisionText = `json_build_object('id', d.id, 'verdict', d.verdict, 'by_actor', d.by_actor, 'at', d.at, 'channel', d.channel,
    'comment', d.comment, 'terms', d.terms, 'seen', d.seen, 'to_state', d.to_state, 'void_since', d.void_since, 'facts', d.facts)`;

/** $1 now, $2 limit. JSON rather than jsonb, which would be taken apart and written out again for nothing. */
const dueText = `
with due as (select * from access where next_due <= $1 order by next_due limit $2 for update skip locked)
select id, json_build_object(
  'access', due,
  'request', (select to_json(q) from request q where q.id = due.request_id),
  'decisions', (select json_agg(${decisionText} order by d.at, d.id) from decision d where d.request_id = due.request_id),
  'grants', (select json_agg(g order by g.from_at) from access_grant g where g.access_id = due.id and (g.until_at is null or g.until_at > due.updated_at or g.id = due.announced))
) as due from due
`;
