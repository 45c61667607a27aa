// Reads what the grants give on one resource, and what is left of it at a target by the record. Neither grows with
// accesses that are over: the first goes by the index of running accesses, the second by that of standing entitlements.
// What a document says a consumer is called is looked up here in SQL, by the rules of adapters/documents/custom.ts
// (a property in the list counts before the map, the first of equal names counts, only plain values do), because reading
// ten thousand documents whole for one word each would take seconds.
import type pg from 'pg';
import type { Claim, Held, Job, Party, ProvisioningStore } from '../../../app/provisioning.ts';
import type { Consumer } from '../../../core/consumer.ts';
import type { AccessId } from '../../../core/ids.ts';
import { timestamp } from '../pool.ts';

export function readClaims(pool: pg.Pool): ProvisioningStore['claims'] {
  return async ({ resource, target }, field, now) => {
    const [claims, roles] = await Promise.all([
      pool.query<ClaimRow>(claimsText, [resource, target.id, timestamp(now), field]),
      pool.query<{ role: string; access: string | null }>(contractRolesText('$1'), [resource]),
    ]);
    return { claims: claims.rows.map(claimFrom), contractRoles: roles.rows };
  };
}

export function readHeld(pool: pg.Pool): ProvisioningStore['held'] {
  return async ({ resource, target }: Job) => {
    const { rows } = await pool.query<HeldRow>(heldText, [resource, target.id]);
    return rows.map((row) => {
      const { principal, level, status, reason } = row;
      return { ...partyFrom(row), principal, level, status, reason };
    });
  };
}

interface PartyRow {
  id: AccessId;
  version: number;
  updated_at: number;
  consumer_kind: Consumer['kind'];
  consumer_id: string;
  consumer_team: string | null;
}

interface ClaimRow extends PartyRow {
  email: string | null;
  field: string | null;
  roles: string[];
  from_at: number;
  until_at: number | null;
}

interface HeldRow extends PartyRow {
  principal: string | null;
  level: Held['level'];
  status: Held['status'];
  reason: string | null;
}

function claimFrom(row: ClaimRow): Claim {
  const { consumer_kind: kind, consumer_id: id, email, field } = row;
  return {
    ...partyFrom(row),
    named: { kind, id, email, field },
    roles: row.roles,
    from: row.from_at,
    until: row.until_at,
  };
}

function partyFrom(row: PartyRow): Party {
  return {
    access: row.id,
    version: row.version,
    updatedAt: row.updated_at,
    consumer: { kind: row.consumer_kind, id: row.consumer_id, team: row.consumer_team } as Consumer,
  };
}

/** What the consumer's document (p, n, t or e, by its kind) says in the field $4. */
export const saidText = (kind: string): string =>
  `case ${kind} when 'data-product' then ${said('p.document')} when 'application' then ${plain("n.document -> 'custom' -> $4")}
    when 'team' then ${said('t.document')} when 'person' then ${plain('e.custom -> $4')} end`;

function said(document: string): string {
  return `coalesce(
  (select x.property ->> 'value' from json_array_elements(
      case when json_typeof(${document} -> 'customProperties') = 'array' then ${document} -> 'customProperties' else '[]' end
    ) with ordinality x(property, nth)
    where json_typeof(x.property) = 'object' and x.property ->> 'property' = $4 and json_typeof(x.property -> 'value') in ('string', 'number', 'boolean')
    order by nth limit 1),
  ${plain(`${document} -> 'custom' -> $4`)})`;
}

function plain(value: string): string {
  return `(case when json_typeof(${value}) in ('string', 'number', 'boolean') then ${value} #>> '{}' end)`;
}

/** $1 resource, $2 target, $3 now, $4 the field in which documents name a consumer. */
const claimsText = `
select a.id, a.version, a.updated_at, a.consumer_kind, a.consumer_id, a.consumer_team, g.roles, g.from_at, g.until_at, e.email,
  ${saidText('a.consumer_kind')} as field
from resource r
join access a on a.resource_id = r.id and a.standing = 'Granted' and a.deleted_at is null
join access_grant g on g.access_id = a.id and (g.until_at is null or (g.until_at > $3 and g.until_at > g.from_at))
left join person e on a.consumer_kind = 'person' and e.id = a.consumer_id and e.disabled_at is null
left join data_product p on a.consumer_kind = 'data-product' and p.id = a.consumer_id and p.deleted_at is null
left join application n on a.consumer_kind = 'application' and n.id = a.consumer_id and n.deleted_at is null
left join team t on a.consumer_kind = 'team' and t.id = a.consumer_id and t.deleted_at is null
where r.id = $1 and r.target_id = $2 and r.deleted_at is null
  -- Whoever is gone gets in nowhere, even before the system has ended their agreements.
  and case a.consumer_kind when 'person' then e.id is not null when 'data-product' then p.id is not null
    when 'application' then n.id is not null when 'team' then t.id is not null else true end
`;

/** Contracts of the older format name roles too, without saying what they give: those read. */
export const contractRolesText = (resource: string) => `
select x.role ->> 'role' as role, x.role ->> 'access' as access
from resource cr join data_contract c on c.id = cr.data_contract_id and c.deleted_at is null,
  json_array_elements(case when json_typeof(c.document -> 'roles') = 'array' then c.document -> 'roles' else '[]' end) x(role)
where cr.id = ${resource} and json_typeof(x.role) = 'object' and x.role ->> 'role' is not null
`;

const heldText = `
select a.id, a.version, a.updated_at, a.consumer_kind, a.consumer_id, a.consumer_team, e.principal, e.level, e.status, e.reason
from entitlement e join access a on a.id = e.access_id
where e.resource_id = $1 and e.target_id = $2 and e.status <> 'deprovisioned'
`;
