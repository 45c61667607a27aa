// The statement that loads Situations: accesses with their latest requests and the grants that matter, and around them
// the resources, their policies, everybody in the teams that the rules look at, and the refusals that bind (design
// section 4, "Deciding"). It is one fixed text for one access or many, so it is planned once per connection. What several
// accesses have in common is read once and put together by `surroundings.ts`.
//
// Every branch is a lookup by key. PostgreSQL cannot guess how few rows a list in JSON or a recursion gives and would
// rather read whole tables for them, so the lookups are written as such: `lateral` with `offset 0`, where a join would be
// turned around, and scalar subselects, where `exists` under `or` would become a hash over a table.
import type { AccessId, PersonId, ResourceId, TeamId } from '../../../core/ids.ts';
import type { Side } from '../../../core/consumer.ts';
import type { Policy } from '../../../core/policy.ts';
import type { Resource } from '../../../core/resource.ts';
import type { AccessRow, DecisionRow, GrantRow, RequestRow } from './access-rows.ts';

/** One access that is asked for. */
export interface Asked {
  readonly nth: number;
  readonly id: AccessId;
  /** Of one that may not exist yet: its resource, and the team or the person that would get it. */
  readonly resource: ResourceId | null;
  readonly team: TeamId | null;
  readonly person: string | null;
  /** Who acts (`type:id`), the person behind it, and the Idempotency-Key. */
  readonly actor: string | null;
  readonly by: PersonId | null;
  readonly key: string | null;
}

/** What is about one access alone. */
export interface ActRow {
  readonly nth: number;
  /** Null as long as it does not exist. */
  readonly access: AccessRow | null;
  readonly request: RequestRow | null;
  readonly decisions: DecisionRow[] | null;
  readonly grants: GrantRow[] | null;
  readonly resource_id: ResourceId | null;
  readonly bound: Side[] | null;
  readonly consumer_gone: boolean;
  readonly repetition: string | null;
}

export interface ResourceRow {
  readonly id: ResourceId;
  readonly kind: Resource['kind'];
  readonly owner_team: TeamId;
  readonly name: string;
  readonly offers: string[];
  readonly data_contract_id: string | null;
  readonly data_contract_version: string | null;
  readonly terms_hash: string | null;
  readonly deleted_at: string | null;
  readonly policy: { readonly version: number; readonly body: Omit<Policy, 'resource' | 'version'> };
}

/** What they may have in common. All of it is JSON in one row. */
export interface AroundRow {
  readonly resources: ResourceRow[] | null;
  /** Every team that is looked at, and all above it. */
  readonly teams: Record<string, { readonly version: number; readonly parent: TeamId | null }> | null;
  /** Who was put into which of them, without those who left. */
  readonly people: { readonly team: TeamId; readonly person: PersonId; readonly role: string }[] | null;
  /** Of the people whom policies name: those who did not leave. */
  readonly named: PersonId[] | null;
  readonly settings: { readonly organizationKeysDecide?: boolean };
}

const accessColumns = `id, version, resource_id, consumer_kind, consumer_id, consumer_team, standing, request_id, announced,
  reminded_at, created_at, updated_at, deleted_at, origin, notes`;
const decisionColumns = `id, verdict, by_actor, at, channel, comment, terms, seen, to_state, void_since, facts`;

/** $1 a list of Asked. */
export const situationsText = `
with recursive
asked as materialized (
  select * from json_to_recordset($1) x(nth integer, id text, resource text, team text, person text, actor text, "by" text, key text)
),
act as materialized (
  select x.nth, x.id, x.actor, x.key, to_json(a) as access, to_json(q) as request, a.request_id,
    coalesce(a.resource_id, x.resource) as resource_id,
    coalesce(a.consumer_team, x.team) as team,
    coalesce(case a.consumer_kind when 'person' then a.consumer_id end, x.person) as person,
    case a.consumer_kind when 'data-product' then a.consumer_id end as product,
    case a.consumer_kind when 'application' then a.consumer_id end as application,
    -- When nobody asks, because the system looks at a waiting request again, it is whoever had asked.
    coalesce(x."by", q.asker ->> 'person') as asker
  from asked x
  left join lateral (select ${accessColumns} from access where id = x.id offset 0) a on true
  left join lateral (select * from request where id = a.request_id offset 0) q on true
),
r as materialized (
  select r.id, r.kind, r.owner_team, r.name, r.offers, r.data_contract_id, r.data_contract_version, r.deleted_at, to_json(p) as policy, p.body,
    (select terms_hash from data_contract where id = r.data_contract_id and deleted_at is null) as terms_hash
  from (select distinct resource_id from act) a,
    lateral (select * from resource where id = a.resource_id offset 0) r,
    lateral (select version, body from policy where resource_id = a.resource_id offset 0) p
),
choice(approvers) as materialized (
  select body -> 'approvers' from r where jsonb_typeof(body -> 'approvers') = 'object'
  union all select body -> 'fallback' from r where jsonb_typeof(body -> 'fallback') = 'object'
),
chain(team) as (
  (select owner_team from r
   union select team from act where team is not null
   union select jsonb_array_elements_text(approvers -> 'teams') from choice)
  union
  select t.parent from chain c, lateral (select parent from team where id = c.team offset 0) t where t.parent is not null
)
select
  (select json_agg(one) from (
    select nth, access, request, resource_id,
      (select json_agg(d) from (select ${decisionColumns} from decision where request_id = act.request_id order by at, id) d) as decisions,
      (select json_agg(g order by g.from_at) from (
         select * from access_grant where access_id = act.id and (until_at is null or until_at > now())
         union all
         select * from (select * from access_grant where access_id = act.id order by until_at desc nulls first limit 1) last where until_at <= now()
       ) g) as grants,
      (select json_agg(side) from unnest(
         -- A person is bound by what bound their teams as well: they are another consumer of the same team. And so is
         -- whoever asks, whomever they ask for.
         array['team:' || team, 'person:' || person, 'person:' || asker] || array(select 'team:' || team_id from membership where person_id = act.person)
       ) side where side is not null and coalesce(
         (select true from refusal f where f.resource_id = act.resource_id and f.side = side.side limit 1),
         (select true from access s where s.resource_id = act.resource_id and s.standing = 'Suspended'
            and case s.consumer_kind when 'person' then 'person:' || s.consumer_id else 'team:' || s.consumer_team end = side.side limit 1)
       )) as bound,
      coalesce((select disabled_at is not null from person where id = act.person), false)
        or coalesce((select deleted_at is not null from team where id = act.team), false)
        or coalesce((select deleted_at is not null from data_product where id = act.product), false)
        or coalesce((select deleted_at is not null from application where id = act.application), false) as consumer_gone,
      (select fingerprint from idempotency i where i.actor = act.actor and i.key = act.key) as repetition
    from act) one) as acts,
  (select json_build_object(
    'resources', (select json_agg(one) from (select id, kind, owner_team, name, offers, data_contract_id, data_contract_version, terms_hash, deleted_at, policy from r) one),
    'teams', (select json_object_agg(t.id, json_build_object('version', t.version, 'parent', t.parent))
       from chain c, lateral (select id, version, parent from team where id = c.team offset 0) t),
    'people', (select json_agg(json_build_object('team', c.team, 'person', m.person_id, 'role', m.role))
       from chain c, lateral (select * from membership where team_id = c.team offset 0) m,
         lateral (select from person where id = m.person_id and disabled_at is null offset 0) e),
    'named', (select json_agg(e.id) from choice, jsonb_array_elements_text(approvers -> 'people') n,
       lateral (select id from person where id = n.value and disabled_at is null offset 0) e),
    'settings', (select settings from organization)
  )) as around
`;
