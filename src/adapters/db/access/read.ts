// Reading accesses for lists and pages: rows in creation order, read by key, with what a page shows beside the access
// itself. Nothing here judges anything; what may be done with an access is computed by the core from a Situation.
import type pg from 'pg';
import type { AccessDetails, AccessFilter, AccessReads } from '../../../app/ports.ts';
import type { InboxSide } from '../../../core/inbox.ts';
import type { AccessId, PersonId } from '../../../core/ids.ts';
import { timestamp } from '../pool.ts';
import {
  accessFrom,
  type AccessRow,
  type DecisionRow,
  type GrantRow,
  type RequestRow,
} from './access-rows.ts';

export function accessReads(pool: pg.Pool): AccessReads {
  return {
    page: async (filter, after, limit) => {
      const { rows } = await pool.query<PageRow>(pageText, [after, limit + 1, ...filterValues(filter)]);
      const items = rows.slice(0, limit).map((row) => ({
        position: row.position,
        access: accessFrom(row.access, row.request, row.decisions ?? [], row.grants ?? []),
      }));
      return { items, more: rows.length > limit };
    },
    pageStart: async (filter, skip) => {
      const { rows } = await pool.query<{ position: number }>(startText, [
        skip - 1,
        null,
        ...filterValues(filter),
      ]);
      return rows[0]?.position ?? null;
    },
    details: async (ids) => {
      const { rows } = await pool.query<DetailsRow>(detailsText, [ids]);
      return new Map(rows.map((row) => [row.id, detailsFrom(row)]));
    },
    people: async (ids) => {
      const { rows } = await pool.query<{ id: PersonId; email: string; name: string | null }>(
        'select id, email, name from person where id = any($1)',
        [ids],
      );
      return new Map(rows.map((row) => [row.id, { email: row.email, name: row.name }]));
    },
    inbox: async (sides, after, limit) => inboxPage(pool, sides, after, limit),
    sidesOf: async (person) => {
      const { rows } = await pool.query<{ side: InboxSide }>(sidesText, [person]);
      return [`person:${person}`, ...rows.map((row) => row.side)];
    },
  };
}

interface PageRow {
  position: number;
  access: AccessRow;
  request: RequestRow | null;
  decisions: DecisionRow[] | null;
  grants: GrantRow[] | null;
}

/** A filter that is not set is null; the planner sees through that because plans for named statements stay custom. */
const filterText = `deleted_at is null
  and ($3::text is null or data_product_id = $3)
  and ($4::text is null or (consumer_kind = $4 and ($5::text is null or consumer_id = $5)))
  and ($6::text is null or consumer_team = $6)
  and ($7::text is null or resource_id = $7)
  and ($8::text is null or standing = $8)`;

function filterValues(filter: AccessFilter): (string | null)[] {
  const { providerProduct, consumerKind, consumerId, consumerTeam, resource, standing } = filter;
  return [
    providerProduct ?? null,
    consumerKind ?? null,
    consumerId ?? null,
    consumerTeam ?? null,
    resource ?? null,
    standing ?? null,
  ];
}

/** $1 position to start after, $2 limit. */
const pageText = `
with page as (select * from access where position > coalesce($1::bigint, 0) and ${filterText} order by position limit $2)
select page.position, to_jsonb(page) as access,
  (select to_jsonb(q) from request q where q.id = page.request_id) as request,
  (select jsonb_agg(to_jsonb(d) - 'circumstances' order by d.at, d.id) from decision d where d.request_id = page.request_id) as decisions,
  (select jsonb_agg(to_jsonb(g) order by g.from_at) from (
     select * from access_grant where access_id = page.id and (until_at is null or until_at > now())
     union
     (select * from access_grant where access_id = page.id order by until_at desc nulls first limit 1)
   ) g) as grants
from page order by page.position
`;

/** The wire pages by number; this finds where a page begins, from the index alone. $1 how many to skip, less one. */
const startText = `select position from access where $2::text is null and ${filterText} order by position offset $1 limit 1`;

interface DetailsRow {
  id: AccessId;
  resource_kind: AccessDetails['resource']['kind'];
  resource_name: string;
  owner_team: AccessDetails['resource']['owner'];
  resource_gone: boolean;
  consumer_name: string | null;
  data_product_id: string | null;
  output_port_id: string | null;
  data_contract_id: string | null;
  data_contract_version: string | null;
  report: Record<string, unknown> | null;
  provisioning: AccessDetails['provisioning'];
}

const detailsText = `
select a.id, r.kind as resource_kind, r.name as resource_name, r.owner_team, r.deleted_at is not null as resource_gone,
  r.data_product_id, r.output_port_id, a.data_contract_id, a.data_contract_version, p.body as report,
  case a.consumer_kind
    when 'team' then (select name from team where id = a.consumer_id)
    when 'data-product' then (select name from data_product where id = a.consumer_id)
    when 'application' then (select name from application where id = a.consumer_id)
  end as consumer_name,
  -- Of the whole port only how the target is; the failures there may name other people's roles.
  case when v.resource_id is not null then jsonb_build_object('target', v.target_id, 'status', e.status, 'principal', e.principal,
    'level', e.level, 'reason', e.reason, 'alarming', v.alarming, 'failures', v.failures, 'lastRun', v.last_run, 'lastSuccess', v.last_success,
    'nextRun', v.next_run) end as provisioning
from access a join resource r on r.id = a.resource_id
left join provisioning_report p on p.access_id = a.id
left join provisioning v on v.resource_id = a.resource_id and v.target_id = r.target_id
left join entitlement e on e.access_id = a.id and e.target_id = r.target_id
where a.id = any($1)
`;

function detailsFrom(row: DetailsRow): AccessDetails {
  return {
    resource: {
      kind: row.resource_kind,
      name: row.resource_name,
      owner: row.owner_team,
      gone: row.resource_gone,
    },
    consumerName: row.consumer_name,
    dataProductId: row.data_product_id,
    outputPortId: row.output_port_id,
    contract:
      row.data_contract_id === null ? null : { id: row.data_contract_id, version: row.data_contract_version },
    report: row.report,
    provisioning: row.provisioning,
  };
}

async function inboxPage(
  pool: pg.Pool,
  sides: readonly InboxSide[],
  after: { askedAt: number; request: string } | null,
  limit: number,
) {
  const { rows } = await pool.query<{ access_id: AccessId; asked_at: number; request_id: string }>(
    inboxText,
    [sides, timestamp(after?.askedAt ?? null), after?.request ?? null, limit],
  );
  return rows.map((row) => ({ access: row.access_id, askedAt: row.asked_at, request: row.request_id }));
}

/**
 * $1 sides, $2 and $3 where the last page ended, $4 limit. A request that waits for several of my sides comes once. Each
 * side is read by itself and no further than a page, whatever waits behind.
 */
const inboxText = `
select distinct i.asked_at, i.request_id, i.access_id
from unnest($1::text[]) mine(side), lateral (
  select * from inbox
  where side = mine.side and (asked_at, request_id) > (coalesce($2::timestamptz, '-infinity'), coalesce($3::text, ''))
  order by asked_at, request_id limit $4
) i
order by i.asked_at, i.request_id limit $4
`;

/** Teams that a person belongs to or inherits a role in: their inbox sides, narrowed by the core later. */
const sidesText = `
with recursive mine(team) as (
  select team_id from membership where person_id = $1
  union select t.id from team t join mine on t.parent = mine.team
)
select 'team:' || team as side from mine
`;
