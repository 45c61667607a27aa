// Records what came of a run: the state of the row, what became of each access, its report and its log entry, in one
// statement however many accesses changed. Its first branch takes the row only if no later run was begun meanwhile, and
// every other branch follows from it; a run that was paused for too long records nothing, because what it saw is old.
// The log's inbox comes last, so that the reports of one access stand in the log in the order in which they took effect.
import type pg from 'pg';
import type { Job, Made, Outcome, ProvisioningStore } from '../../../app/provisioning.ts';
import { provisioningTable, reportData } from '../../../core/provisioning.ts';
import type { Instant } from '../../../core/time.ts';
import { entryRows, type EntryRows } from '../log-entry.ts';
import { timestamp } from '../pool.ts';

export function recordOutcome(pool: pg.Pool): ProvisioningStore['record'] {
  return async (job, outcome, now) => {
    const { made, over } = outcome;
    const at = Math.max(now, ...made.map(({ updatedAt }) => updatedAt));
    const entries = [...made.flatMap((one) => entryOf(job, one, at)), ...turnOf(job, outcome, at)];
    const { rowCount } = await pool.query(over ? overText : standingText, [
      job.resource,
      job.target.id,
      job.run,
      JSON.stringify(made.map(madeRow)),
      JSON.stringify(entries),
      ...(over ? [] : standingValues(job, outcome, now)),
    ]);
    return rowCount === 1;
  };
}

function standingValues(job: Job, { standing }: Outcome, now: Instant): unknown[] {
  const { seen, failures, alarming, error, nextRun } = standing;
  return [
    timestamp(now),
    timestamp(nextRun),
    failures,
    alarming,
    error,
    JSON.stringify(job.binding),
    seen && JSON.stringify(seen),
    error === null && !job.frozen,
  ];
}

function madeRow({ access, principal, level, status, reason, report }: Made) {
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

/** $1 resource, $2 target, $3 run, $4 an array of what `madeRow` gives, $5 an array of `EntryRows`. */
const recordText = (settled: string) => `
with settled as (${settled} where resource_id = $1 and target_id = $2 and run = $3 returning 1),
made as (
  select m.* from settled, jsonb_to_recordset($4::jsonb)
    as m(access text, principal text, level text, status text, reason text, "set" jsonb, clear jsonb)
),
entitled as (
  insert into entitlement (access_id, target_id, resource_id, principal, level, status, reason)
  select access, $2, $1, principal, level, status, reason from made
  on conflict (access_id, target_id) do update set
    principal = excluded.principal, level = excluded.level, status = excluded.status, reason = excluded.reason
),
reported as (
  insert into provisioning_report (access_id, body) select access, "set" from made where "set" ? 'status' order by access
  on conflict (access_id) do update set body =
    (provisioning_report.body - array(select jsonb_array_elements_text(m.clear) from made m where m.access = excluded.access_id)) || excluded.body
),
corrected as (
  update provisioning_report r set body = r.body || m."set" from made m where r.access_id = m.access and not m."set" ? 'status'
),
entry as (select e, nth from settled, jsonb_array_elements($5::jsonb) with ordinality x(e, nth)),
texts as (
  insert into log_text (entry_id, field, salt, body, person_id)
  select (e ->> 'id')::uuid, t ->> 'field', t ->> 'salt', t ->> 'body', t ->> 'person' from entry, jsonb_array_elements(e -> 'texts') t
),
entries as (
  insert into log_inbox (id, at, type, subject, body, digest)
  select (e ->> 'id')::uuid, (e ->> 'at')::timestamptz, e ->> 'type', e ->> 'subject', (e ->> 'body')::json, decode(e ->> 'digest', 'hex')
  from entry order by nth
)
select from settled
`;

/**
 * $6 now, $7 next run, $8 failures, $9 alarming, $10 error, $11 binding, $12 what was seen, $13 whether all is as it
 * should be. A run that could not look leaves what was seen before.
 */
const standingText = recordText(`update provisioning set
  leased_until = null,
  -- An earlier one than the end of the lease was set by somebody who wants a run meanwhile.
  next_run = case when next_run < leased_until then least(next_run, $7::timestamptz) else $7::timestamptz end,
  failures = $8, alarming = $9, last_error = $10, binding = $11::jsonb,
  last_run = $6::timestamptz,
  last_success = case when $13::boolean then $6::timestamptz else last_success end,
  intended = coalesce(($12::jsonb ->> 'intended')::integer, intended),
  observed = coalesce(($12::jsonb ->> 'observed')::integer, observed),
  missing = coalesce($12::jsonb -> 'missing', missing),
  excess = coalesce($12::jsonb -> 'excess', excess),
  failed = coalesce($12::jsonb -> 'failed', failed),
  drift = coalesce($12::jsonb -> 'drift', drift)`);

/** Nothing is left at a target where the resource is not any more. */
const overText = recordText(`delete from provisioning`);
