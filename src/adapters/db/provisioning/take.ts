// Taking due work: one resource at one target for one server, by a lease instead of a transaction that is held open
// while a target is asked. The lease is the next run at the same time: if the server dies, the row is due again when its
// lease is over. Whoever wants a run meanwhile sets an earlier next run, and the end of this one respects that.
import type pg from 'pg';
import { TargetFailure, type Target } from '../../../app/connector.ts';
import type { Job, ProvisioningStore } from '../../../app/provisioning.ts';
import type { ResourceId } from '../../../core/ids.ts';
import { timestamp } from '../pool.ts';

/** Opens what is stored of a target's secrets: a text for each name. Throws when it cannot be opened. */
export type OpenSecrets = (target: string, sealed: Buffer) => Readonly<Record<string, string>>;

export function takeJob(pool: pg.Pool, openSecrets: OpenSecrets): ProvisioningStore['take'] {
  return async (busy, now, lease) => {
    const { rows } = await pool.query<JobRow>(takeText, [timestamp(now), timestamp(now + lease), busy]);
    return rows[0] ? jobFrom(rows[0], openSecrets) : null;
  };
}

export function renewLease(pool: pg.Pool): ProvisioningStore['renew'] {
  return async ({ resource, target, run }, until) => {
    await pool.query(renewText, [resource, target.id, run, timestamp(until)]);
  };
}

/** $1 resource, $2 target, $3 run, $4 the new end. A run that somebody wants meanwhile stays wanted. */
const renewText = `
update provisioning set next_run = case when next_run < leased_until then next_run else $4::timestamptz end, leased_until = $4::timestamptz
where resource_id = $1 and target_id = $2 and run = $3 and leased_until is not null
`;

export interface TargetRow {
  target_id: string;
  kind: string;
  settings: Record<string, unknown>;
  secret: Buffer | null;
}

export interface JobRow extends TargetRow {
  resource_id: ResourceId;
  run: number;
  failures: number;
  alarming: boolean;
  binding: Record<string, unknown>;
  bound: boolean;
  reports: boolean;
  end_sessions: boolean;
  frozen: boolean;
  installation_id: string;
}

export function jobFrom(row: JobRow, openSecrets: OpenSecrets): Job {
  return {
    resource: row.resource_id,
    target: targetFrom(row, openSecrets),
    binding: row.binding,
    bound: row.bound,
    reports: row.reports,
    endSessions: row.end_sessions,
    installation: row.installation_id,
    frozen: row.frozen,
    run: row.run,
    failures: row.failures,
    alarming: row.alarming,
  };
}

export function targetFrom(row: TargetRow, openSecrets: OpenSecrets): Target {
  const { target_id: id, kind, settings } = row;
  return { id, kind, settings, secret: (name) => secretOf(row, name, openSecrets) };
}

function secretOf(
  { target_id: target, secret }: TargetRow,
  name: string,
  openSecrets: OpenSecrets,
): string | null {
  if (secret === null) return null;
  try {
    return openSecrets(target, secret)[name] ?? null;
  } catch (cause) {
    throw new TargetFailure(
      'settings_wrong',
      `The secrets of target "${target}" cannot be opened with the present COUNTERSIGN_SECRET_KEY.`,
      { cause },
    );
  }
}

/** What a job is made of, for rows of `provisioning` under the name v. */
export const jobColumns = `
  v.resource_id, v.target_id, v.run, v.failures, v.alarming,
  case when r.target_id = v.target_id then coalesce(r.binding, v.binding) else v.binding end as binding,
  coalesce(r.target_id = v.target_id and r.deleted_at is null, false) as bound,
  coalesce(r.target_id, v.target_id) = v.target_id as reports,
  coalesce((y.body ->> 'endSessions')::boolean, false) as end_sessions,
  t.kind, t.settings, t.secret, t.frozen or o.frozen as frozen, o.installation_id`;

export const jobTables = `
  join target t on t.id = v.target_id cross join organization o
  left join resource r on r.id = v.resource_id left join policy y on y.resource_id = v.resource_id`;

/** $1 now, $2 end of the lease, $3 targets that are busy. */
const takeText = `
with due as (
  select resource_id, target_id from provisioning
  where next_run <= $1 and (leased_until is null or leased_until <= $1) and target_id <> all($3::text[])
    and exists (select from target t where t.id = provisioning.target_id)
  order by next_run limit 1 for update skip locked
),
v as (
  update provisioning p set leased_until = $2, next_run = $2, run = p.run + 1
  from due where p.resource_id = due.resource_id and p.target_id = due.target_id
  returning p.*
)
select ${jobColumns} from v ${jobTables}
`;
