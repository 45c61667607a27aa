// Records what came of a run: the state of the row, what became of each access, its report and its log entry, in one
// transaction and a handful of statements however many accesses changed. The first statement takes the row only if no
// later run was begun meanwhile; a run that was paused for too long records nothing, because what it saw is old.
import type pg from 'pg';
import type { Job, Made, Outcome, ProvisioningStore } from '../../../app/provisioning.ts';
import { provisioningTable, reportData } from '../../../core/provisioning.ts';
import type { Instant } from '../../../core/time.ts';
import { appendEntries } from '../append.ts';
import { entryRows, type EntryRows } from '../log-entry.ts';
import { timestamp } from '../pool.ts';

export function recordOutcome(pool: pg.Pool): ProvisioningStore['record'] {
  return async (job, outcome, now) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const isLatest = await settle(client, job, outcome, now);
      if (isLatest) await keep(client, job, outcome, now);
      await client.query('commit');
      client.release();
      return isLatest;
    } catch (error) {
      client.release(true); // Closing the connection rolls back, in whatever state it is.
      throw error;
    }
  };
}

async function settle(
  client: pg.PoolClient,
  job: Job,
  { standing, over }: Outcome,
  now: Instant,
): Promise<boolean> {
  const key = [job.resource, job.target.id, job.run];
  const { seen, failures, alarming, error, nextRun } = standing;
  const { rowCount } = over
    ? await client.query(
        'delete from provisioning where resource_id = $1 and target_id = $2 and run = $3',
        key,
      )
    : await client.query(settleText, [
        ...key,
        timestamp(now),
        timestamp(nextRun),
        failures,
        alarming,
        error,
        JSON.stringify(job.binding),
        seen && JSON.stringify(seen),
        error === null && !job.frozen,
      ]);
  return rowCount === 1;
}

async function keep(client: pg.PoolClient, job: Job, outcome: Outcome, now: Instant): Promise<void> {
  const { made, over } = outcome;
  if (made.length > 0) {
    const rows = JSON.stringify(made.map(rowOf));
    await client.query(entitledText, [job.resource, job.target.id, rows]);
    await client.query(emptyReportsText, [rows]);
    await client.query(reportsText, [rows]);
  }
  if (over)
    await client.query('delete from entitlement where resource_id = $1 and target_id = $2', [
      job.resource,
      job.target.id,
    ]);
  const at = Math.max(now, ...made.map(({ updatedAt }) => updatedAt));
  await appendEntries(client, [...made.flatMap((one) => entryOf(job, one, at)), ...turnOf(job, outcome, at)]);
}

function rowOf({ access, principal, level, status, reason, report }: Made) {
  return { access, principal, level, status, reason, set: report?.set, clear: report?.clear };
}

function entryOf({ resource, target }: Job, made: Made, at: Instant): EntryRows[] {
  const { access, status, reason, consumer, report, isNews } = made;
  if (!report || !isNews) return [];
  const entry = entryRows({
    ...bySystem,
    type: provisioningTable[status].type,
    subject: access,
    at,
    data: { ...reportData({ status, platform: target.kind }), resource, target: target.id },
    ...(reason !== null && { texts: { diagnostics: reason } }),
  });
  // The sentence may hold the name of somebody's role, so it goes when they are erased.
  const person = consumer.kind === 'person' ? consumer.id : null;
  return [{ ...entry, texts: entry.texts.map((text) => ({ ...text, person })) }];
}

function turnOf({ resource, target }: Job, { turn, standing }: Outcome, at: Instant): EntryRows[] {
  if (turn === null) return [];
  const { failures, error } = standing;
  return [
    entryRows({
      ...bySystem,
      type: turn === 'alarm' ? 'target.alarm' : 'target.recovered',
      subject: target.id,
      at,
      data: { resource, failures },
      ...(turn === 'alarm' && error !== null && { texts: { error } }),
    }),
  ];
}

const bySystem = { actor: { type: 'system', id: 'system', person: null }, channel: 'system' } as const;

/**
 * $1 resource, $2 target, $3 run, $4 now, $5 next run, $6 failures, $7 alarming, $8 error, $9 binding, $10 what was seen,
 * $11 whether all is as it should be. A run that could not look leaves what was seen before.
 */
const settleText = `
update provisioning set
  leased_until = null,
  -- An earlier one than the end of the lease was set by somebody who wants a run meanwhile.
  next_run = case when next_run < leased_until then least(next_run, $5::timestamptz) else $5::timestamptz end,
  failures = $6, alarming = $7, last_error = $8, binding = $9::jsonb,
  last_run = $4::timestamptz,
  last_success = case when $11::boolean then $4::timestamptz else last_success end,
  intended = coalesce(($10::jsonb ->> 'intended')::integer, intended),
  observed = coalesce(($10::jsonb ->> 'observed')::integer, observed),
  missing = coalesce($10::jsonb -> 'missing', missing),
  excess = coalesce($10::jsonb -> 'excess', excess),
  failed = coalesce($10::jsonb -> 'failed', failed),
  drift = coalesce($10::jsonb -> 'drift', drift)
where resource_id = $1 and target_id = $2 and run = $3
`;

/** $1 resource, $2 target, $3 an array of what `rowOf` gives. */
const entitledText = `
insert into entitlement (access_id, target_id, resource_id, principal, level, status, reason)
select access, $2, $1, principal, level, status, reason
from jsonb_to_recordset($3::jsonb) as m(access text, principal text, level text, status text, reason text)
on conflict (access_id, target_id) do update set
  principal = excluded.principal, level = excluded.level, status = excluded.status, reason = excluded.reason
`;

/** Two steps, so that a report that somebody else makes at the same moment is waited for and not lost. */
const emptyReportsText = `
insert into provisioning_report (access_id, body)
select access, '{}' from jsonb_to_recordset($1::jsonb) as m(access text, "set" jsonb) where "set" ? 'status' order by access
on conflict (access_id) do nothing
`;
const reportsText = `
update provisioning_report r set body = (r.body - array(select jsonb_array_elements_text(m.clear))) || m."set"
from jsonb_to_recordset($1::jsonb) as m(access text, "set" jsonb, clear jsonb)
where r.access_id = m.access and m."set" is not null
`;
