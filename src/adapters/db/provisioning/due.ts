// Making work due. The follower of the log calls `makeDue` in its own transaction; where nobody follows, a row is looked
// at every few minutes all the same. Rows are made here too: a resource that has been bound to a target gets one there,
// and keeps the one at its former target until nothing of it is left (record.ts).
import type pg from 'pg';
import type { Changed } from '../../../app/followers/provisioning.ts';
import type { ProvisioningStore } from '../../../app/provisioning.ts';
import type { Instant } from '../../../core/time.ts';
import { timestamp } from '../pool.ts';

/** Makes the rows of what changed due now, and makes those that are missing. Returns how many are due by this. */
export async function makeDue(
  client: Pick<pg.Pool, 'query'>,
  changed: readonly Changed[],
  now: Instant,
): Promise<number> {
  const of = (noun: string): string[] => [
    ...new Set(
      changed.flatMap((one) => Object.entries(one).flatMap(([key, id]) => (key === noun ? [id] : []))),
    ),
  ];
  const values = [timestamp(now), of('resource'), of('target'), of('consumer'), of('contract')];
  const { rows } = await client.query<{ due: number }>(dueText, values);
  return rows[0]!.due;
}

/** Makes rows for resources that were bound by whatever way and have none, and forgets those of targets that are gone. */
export function alignRows(pool: pg.Pool): ProvisioningStore['align'] {
  return async (now) => {
    await pool.query(forgetText, []);
    const { rowCount } = await pool.query(alignText, [timestamp(now)]);
    return rowCount ?? 0;
  };
}

const forgetText = `delete from provisioning v where not exists (select from target t where t.id = v.target_id)`;

const bornColumns = `insert into provisioning (resource_id, target_id, binding, next_run)
  select r.id, r.target_id, coalesce(r.binding, '{}'), $1::timestamptz`;

/** $1 now, $2 resources, $3 targets, $4 consumers, $5 contracts. */
const dueText = `
with meant as (
  select id from resource where id = any($2::text[])
  union select id from resource where target_id = any($3::text[])
  union select id from resource where data_contract_id = any($5::text[])
  union select resource_id from access where consumer_kind in ('data-product', 'application', 'team', 'person') and consumer_id = any($4::text[]) and standing = 'Granted'
),
born as (
  ${bornColumns} from resource r join meant using (id) where r.target_id is not null and r.deleted_at is null
  on conflict (resource_id, target_id) do update set next_run = least(provisioning.next_run, excluded.next_run)
  returning 1
),
known as (
  update provisioning v set next_run = least(v.next_run, $1::timestamptz)
  from (select resource_id, target_id from provisioning where resource_id in (select id from meant) or target_id = any($3::text[])
        order by resource_id, target_id for update) k
  where v.resource_id = k.resource_id and v.target_id = k.target_id
    and not exists (select from resource r where r.id = v.resource_id and r.target_id = v.target_id and r.deleted_at is null)
  returning 1
)
select (select count(*) from born)::integer + (select count(*) from known)::integer as due
`;

/** $1 now. */
const alignText = `
${bornColumns} from resource r
where r.target_id is not null and r.deleted_at is null
  and not exists (select from provisioning v where v.resource_id = r.id and v.target_id = r.target_id)
on conflict do nothing
`;
