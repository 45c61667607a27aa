// Targets as a whole: what is bound to one, how its resources differ from the grants by the last run, and lifting the
// freeze that a restore leaves. Reading takes nothing from the workers.
import type pg from 'pg';
import type { Difference, Seen, TargetReads, TargetWrites } from '../../../app/target-work.ts';
import type { Consumer } from '../../../core/consumer.ts';
import type { ResourceId } from '../../../core/ids.ts';
import { write, type Database } from '../database.ts';
import { timestamp } from '../pool.ts';
import { contractRolesText, saidText } from './claims.ts';
import { makeDue } from './due.ts';
import {
  jobColumns,
  jobFrom,
  jobTables,
  targetFrom,
  type JobRow,
  type OpenSecrets,
  type TargetRow,
} from './take.ts';

export function targetWork(database: Database, openSecrets: OpenSecrets): TargetReads & TargetWrites {
  const { pool } = database;
  return {
    find: async (id) => {
      const { rows } = await pool.query<TargetRow>(targetText, [id]);
      return rows[0] ? targetFrom(rows[0], openSecrets) : null;
    },
    bound: async (target) => {
      const { rows } = await pool.query<JobRow & { contract_roles: Seen['contractRoles'] }>(boundText, [
        target,
      ]);
      return rows.map((row) => ({ job: jobFrom(row, openSecrets), contractRoles: row.contract_roles }));
    },
    differences: async (target, after, limit) => {
      const { rows } = await pool.query<DifferenceRow>(differencesText, [target, after ?? '', limit]);
      return rows.map(differenceFrom);
    },
    seen: (target, resource, consumer, field) => seenAt(pool, target, resource, consumer, field),
    makeDue: (target, now) => makeDue(pool, [{ target }], now),
    unfreeze: async (caller, now) => {
      const thawed = await write(database, caller, now, async (tx, note) => {
        const { numUpdatedRows } = await tx
          .updateTable('organization')
          .set({ frozen: false })
          .where('frozen', '=', true)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await tx
          .updateTable('provisioning')
          .set({ next_run: timestamp(now) })
          .execute();
        note({ type: 'targets.confirmed', subject: 'organization', after: { frozen: false } });
        return true;
      });
      return thawed ?? false;
    },
  };
}

const targetText = `select id as target_id, kind, settings, secret from target where id = $1`;

/** What a run would be told about each resource, without beginning one. $1 target. */
const boundText = `
select ${jobColumns},
  coalesce((select jsonb_agg(jsonb_build_object('role', q.role, 'access', q.access)) from (${contractRolesText('v.resource_id')}) q), '[]') as contract_roles
from (
  select r.id as resource_id, r.target_id, 0 as run, 0 as failures, false as alarming, '{}'::jsonb as binding
  from resource r where r.target_id = $1 and r.deleted_at is null
) v ${jobTables}
order by v.resource_id
`;

interface DifferenceRow {
  resource_id: ResourceId;
  name: string | null;
  binding: Difference['binding'];
  bound: boolean;
  frozen: boolean;
  last_run: number | null;
  last_success: number | null;
  next_run: number;
  failures: number;
  alarming: boolean;
  last_error: string | null;
  intended: number | null;
  observed: number | null;
  missing: Difference['missing'] | null;
  excess: Difference['excess'] | null;
  failed: Difference['failed'] | null;
  drift: Difference['drift'] | null;
}

function differenceFrom(row: DifferenceRow): Difference {
  return {
    resource: row.resource_id,
    name: row.name ?? row.resource_id,
    binding: row.binding,
    bound: row.bound,
    frozen: row.frozen,
    lastRun: row.last_run,
    lastSuccess: row.last_success,
    nextRun: row.next_run,
    failures: row.failures,
    alarming: row.alarming,
    error: row.last_error,
    intended: row.intended,
    observed: row.observed,
    missing: row.missing ?? [],
    excess: row.excess ?? [],
    failed: row.failed ?? [],
    drift: row.drift ?? [],
  };
}

/** $1 target, $2 the resource after which to go on, $3 limit. */
const differencesText = `
select v.*, r.name, coalesce(r.target_id = v.target_id and r.deleted_at is null, false) as bound, t.frozen or o.frozen as frozen
from provisioning v join target t on t.id = v.target_id cross join organization o left join resource r on r.id = v.resource_id
where v.target_id = $1 and v.resource_id > $2 order by v.resource_id limit $3
`;

async function seenAt(
  pool: pg.Pool,
  target: string,
  resource: ResourceId,
  { kind, id }: Consumer,
  field: string,
): Promise<Seen | null> {
  const [{ rows }, roles] = await Promise.all([
    pool.query<SeenRow>(seenText, [resource, target, kind, field, id]),
    pool.query<Seen['contractRoles'][number]>(contractRolesText('$1'), [resource]),
  ]);
  const row = rows[0];
  if (!row) return null;
  return {
    binding: row.binding ?? {},
    offers: row.offers,
    contractRoles: roles.rows,
    named: { kind, id, email: row.email, field: row.field },
    ways: [...(row.excess ?? []), ...(row.drift ?? [])],
  };
}

interface SeenRow {
  binding: Record<string, unknown> | null;
  offers: string[];
  excess: Seen['ways'] | null;
  drift: Seen['ways'] | null;
  email: string | null;
  field: string | null;
}

/** $1 resource, $2 target, $3 the consumer's kind, $4 the field in which documents name it, $5 its id. */
const seenText = `
select r.binding, r.offers, v.excess, v.drift, e.email, ${saidText('$3::text')} as field
from resource r
join provisioning v on v.resource_id = r.id and v.target_id = r.target_id and v.last_run is not null
left join person e on $3 = 'person' and e.id = $5
left join data_product p on $3 = 'data-product' and p.id = $5 and p.deleted_at is null
left join application n on $3 = 'application' and n.id = $5 and n.deleted_at is null
left join team t on $3 = 'team' and t.id = $5 and t.deleted_at is null
where r.id = $1 and r.target_id = $2 and r.deleted_at is null
`;
