// Loads a Situation: the access with its latest request, the grants that matter, the resource, its policy, the rosters
// of every team the rules look at, and the refusals that bind, in one statement (design section 4, "Deciding"). It is
// one fixed text, so it is planned once per connection; every branch of it is a lookup by key. PostgreSQL cannot guess how
// few rows a recursion or an array in jsonb gives and would rather read whole tables of teams and people for them, so the
// lookups are written as such: `= any(array(…))`, and `lateral` with `offset 0` where a join would be turned around.
import type pg from 'pg';
import type { AccessStore, Birth, Caller, Loaded } from '../../../app/ports.ts';
import { noNotes, type Access } from '../../../core/access.ts';
import type { Consumer, Side } from '../../../core/consumer.ts';
import type { Grant } from '../../../core/grant.ts';
import type { AccessId, PersonId, ResourceId, TeamId } from '../../../core/ids.ts';
import type { Approvers, Policy } from '../../../core/policy.ts';
import { actorOf } from '../../../core/principal.ts';
import { Problem } from '../../../core/problem.ts';
import type { Decision, Request } from '../../../core/request.ts';
import type { Resource } from '../../../core/resource.ts';
import { roleFrom, type Roster } from '../../../core/team.ts';
import type { Instant } from '../../../core/time.ts';

export function loadAccess(pool: pg.Pool): AccessStore['load'] {
  return async (id, caller, birth, now) => {
    const actor = actorOf(caller.principal);
    const { rows } = await pool.query<Row>(loadText, [
      id,
      birth?.resource ?? null,
      birth?.consumer.team ?? null,
      birth?.consumer.kind === 'person' ? birth.consumer.id : null,
      `${actor.type}:${actor.id}`,
      caller.repetition?.key ?? null,
      actor.person,
    ]);
    const row = rows[0]!;
    const repeated = isRepetition(row, caller);
    if (!row.access && !birth) return null;
    if (!row.resource) throw new Problem('resource_not_found');
    return loadedFrom(row, row.resource, id, birth, repeated, now);
  };
}

/** The same for many existing accesses, in the order of the ids; ids without an access are left out. */
export function loadAccesses(pool: pg.Pool): AccessStore['loadMany'] {
  return async (ids, now) => {
    const { rows } = await pool.query<Row & { id: AccessId }>(loadManyText, [
      ids,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    return rows
      .filter((row) => row.access && row.resource)
      .map((row) => loadedFrom(row, row.resource!, row.id, null, false, now));
  };
}

/**
 * The statement for one access. Beside its id, for one that may not exist yet: $2 resource id, $3 the consumer's team,
 * $4 the person; $5 actor and $6 Idempotency-Key; $7 the person behind the actor.
 */
const situationText = (id: string) => `
with recursive
a as (select * from access where id = ${id}),
r as (select * from resource where id = coalesce((select resource_id from a), $2::text)),
p as (select * from policy where resource_id = (select id from r)),
consumer as (
  select
    coalesce((select consumer_team from a), $3::text) as team,
    coalesce((select case when consumer_kind = 'person' then consumer_id end from a), $4::text) as person
),
wanted(team) as (
  select owner_team from r
  union select parent from team where id = (select owner_team from r) and parent is not null
  union select team from consumer where team is not null
  union select jsonb_array_elements_text(body -> 'approvers' -> 'teams') from p where jsonb_typeof(body -> 'approvers') = 'object'
  union select jsonb_array_elements_text(body -> 'fallback' -> 'teams') from p where jsonb_typeof(body -> 'fallback') = 'object'
),
chain(team, ancestor, depth) as (
  select team, team, 0 from wanted
  union all
  select c.team, t.parent, c.depth + 1 from chain c join team t on t.id = c.ancestor where t.parent is not null and c.depth < 32
),
sides(side) as (
  select 'team:' || team from consumer where team is not null
  union select 'person:' || person from consumer where person is not null
  -- A person is bound by what bound their teams as well: they are another consumer of the same team.
  union select 'team:' || m.team_id from consumer c join membership m on m.person_id = c.person
  -- And so is whoever asks, whomever they ask for.
  union select 'person:' || $7::text where $7 is not null
  -- When nobody asks, because the system looks at a waiting request again, it is whoever had asked.
  union select 'person:' || (asker ->> 'person') from request
    where $7 is null and id = (select request_id from a) and asker ->> 'person' is not null
),
bound(side) as (
  select side from refusal where resource_id = (select id from r) and side = any(array(select side from sides))
  union
  select s.side from sides s, lateral (
    select from access x where x.resource_id = (select id from r) and x.standing = 'Suspended'
      and case x.consumer_kind when 'person' then 'person:' || x.consumer_id else 'team:' || x.consumer_team end = s.side limit 1) x
)
select
  (select to_jsonb(a) from a) as access,
  (select to_jsonb(q) from request q where q.id = (select request_id from a)) as request,
  (select jsonb_agg(to_jsonb(d) - 'circumstances' order by d.at, d.id) from decision d where d.request_id = (select request_id from a)) as decisions,
  (select jsonb_agg(to_jsonb(g) order by g.from_at) from (
     select * from access_grant where access_id = ${id} and (until_at is null or until_at > now())
     union
     (select * from access_grant where access_id = ${id} order by until_at desc nulls first limit 1)
   ) g) as grants,
  (select to_jsonb(r) from r) as resource,
  (select jsonb_build_object('version', p.version, 'body', p.body) from p) as policy,
  (select jsonb_object_agg(t.id, jsonb_build_object('version', t.version, 'parent', t.parent)) from team t where t.id = any(array(select ancestor from chain))) as teams,
  (select jsonb_agg(jsonb_build_object('team', c.team, 'person', m.person_id, 'role', m.role, 'direct', c.depth = 0))
     from chain c, lateral (select * from membership where team_id = c.ancestor offset 0) m,
       lateral (select from person where id = m.person_id and disabled_at is null offset 0) e) as people,
  (select jsonb_agg(team) from wanted) as wanted,
  (select jsonb_agg(side) from bound) as bound,
  (select jsonb_agg(e.id) from person e where e.disabled_at is null and e.id = any(array(
     select jsonb_array_elements_text(coalesce(nullif(body -> 'approvers', 'null') -> 'people', '[]') || coalesce(nullif(body -> 'fallback', 'null') -> 'people', '[]')) from p))) as named,
  (select exists (select from person where id = c.person and disabled_at is not null)
     or exists (select from team where id = c.team and deleted_at is not null)
     or exists (select from a join data_product d on a.consumer_kind = 'data-product' and d.id = a.consumer_id where d.deleted_at is not null)
   from consumer c) as consumer_gone,
  (select settings from organization) as settings,
  (select fingerprint from idempotency where actor = $5 and key = $6) as repetition
`;

const loadText = situationText('$1');
const loadManyText = `select x.id, l.* from unnest($1::text[]) with ordinality x(id, nth), lateral (${situationText('x.id')}) l order by x.nth`;

interface Row {
  access: AccessRow | null;
  request: RequestRow | null;
  decisions: DecisionRow[] | null;
  grants: GrantRow[] | null;
  resource: ResourceRow | null;
  policy: { version: number; body: Omit<Policy, 'resource' | 'version'> } | null;
  teams: Record<string, { version: number; parent: TeamId | null }> | null;
  people: { team: TeamId; person: string; role: string; direct: boolean }[] | null;
  wanted: TeamId[] | null;
  bound: Side[] | null;
  named: PersonId[] | null;
  consumer_gone: boolean;
  settings: { organizationKeysDecide?: boolean };
  repetition: string | null;
}

export interface AccessRow {
  id: AccessId;
  version: number;
  resource_id: ResourceId;
  consumer_kind: Consumer['kind'];
  consumer_id: string;
  consumer_team: TeamId | null;
  standing: Access['standing'];
  announced: Access['announced'];
  reminded_at: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
  origin: string | null;
  notes: Access['notes'];
}

export interface RequestRow {
  id: Request['id'];
  number: number;
  nature: Request['nature'];
  state: Request['state'];
  strategy: Request['strategy'];
  because_of: Request['becauseOf'];
  external_key: Request['external'];
  ask: Request['ask'];
  fingerprint: string;
  asker: Request['asker'];
  asked_at: string;
  deadline: string;
  closed_at: string | null;
}

export interface DecisionRow {
  id: Decision['id'];
  verdict: Decision['verdict'];
  by_actor: Decision['by'];
  at: string;
  channel: Decision['channel'];
  comment: string | null;
  terms: Decision['terms'];
  seen: string;
  to_state: Decision['to'];
  void_since: string | null;
  facts: Decision['facts'];
}

export interface GrantRow {
  id: Grant['id'];
  request_id: Grant['request'];
  from_at: string;
  until_at: string | null;
  roles: string[];
  asker: Grant['asker'];
}

interface ResourceRow {
  id: ResourceId;
  kind: Resource['kind'];
  owner_team: TeamId;
  name: string;
  offers: string[];
  data_contract_id: string | null;
  data_contract_version: string | null;
  deleted_at: string | null;
}

/** An access out of its rows, as `to_jsonb` gives them. */
export function accessFrom(
  row: AccessRow,
  request: RequestRow | null,
  decisions: DecisionRow[],
  grants: GrantRow[],
): Access {
  return {
    id: row.id,
    version: row.version,
    resource: row.resource_id,
    consumer: { kind: row.consumer_kind, id: row.consumer_id, team: row.consumer_team } as Consumer,
    standing: row.standing,
    request: request && requestFrom(request, decisions),
    grants: grants.map(grantFrom),
    announced: row.announced,
    remindedAt: instantOf(row.reminded_at),
    createdAt: Date.parse(row.created_at),
    deletedAt: instantOf(row.deleted_at),
    origin: row.origin,
    notes: row.notes,
  };
}

export function requestFrom(row: RequestRow, decisions: DecisionRow[]): Request {
  return {
    id: row.id,
    number: row.number,
    nature: row.nature,
    state: row.state,
    strategy: row.strategy,
    becauseOf: row.because_of,
    external: row.external_key,
    ask: row.ask,
    fingerprint: row.fingerprint,
    asker: row.asker,
    askedAt: Date.parse(row.asked_at),
    deadline: Date.parse(row.deadline),
    decisions: decisions.map(decisionFrom),
    closedAt: instantOf(row.closed_at),
  };
}

function decisionFrom(row: DecisionRow): Decision {
  const { id, verdict, by_actor: by, channel, comment, terms, seen, to_state: to, facts } = row;
  return {
    id,
    verdict,
    by,
    at: Date.parse(row.at),
    channel,
    comment,
    terms,
    seen,
    to,
    voidSince: instantOf(row.void_since),
    facts,
  };
}

function grantFrom(row: GrantRow): Grant {
  return {
    id: row.id,
    request: row.request_id,
    from: Date.parse(row.from_at),
    until: instantOf(row.until_at),
    roles: row.roles,
    asker: row.asker,
  };
}

function instantOf(text: string | null): Instant | null {
  return text === null ? null : Date.parse(text);
}

function isRepetition(row: Row, caller: Caller): boolean {
  if (row.repetition === null || !caller.repetition) return false;
  if (row.repetition !== caller.repetition.fingerprint)
    throw new Problem('idempotency_key_reused', { field: 'Idempotency-Key' });
  return true;
}

function loadedFrom(
  row: Row,
  resource: ResourceRow,
  id: AccessId,
  birth: Birth | null,
  repeated: boolean,
  now: Instant,
): Loaded {
  const access = row.access
    ? accessFrom(row.access, row.request, row.decisions ?? [], row.grants ?? [])
    : newborn(id, birth!, now);
  const policy = policyFrom(row, resource.id);
  return {
    situation: {
      access,
      resource: {
        id: resource.id,
        kind: resource.kind,
        owner: resource.owner_team,
        name: resource.name,
        offers: resource.offers,
        gone: resource.deleted_at !== null,
      },
      policy,
      consumer: access.consumer,
      rosters: rostersFrom(row),
      bound: row.bound ?? [],
      consumerGone: row.consumer_gone,
      organizationKeysDecide: row.settings.organizationKeysDecide ?? true,
    },
    seen: {
      access: access.version,
      policy: policy.version,
      teams: Object.fromEntries(
        Object.entries(row.teams ?? {}).map(([team, { version }]) => [team, version]),
      ),
    },
    notBefore: row.access ? Date.parse(row.access.updated_at) : 0,
    repeated,
    contract:
      resource.data_contract_id === null
        ? null
        : { id: resource.data_contract_id, version: resource.data_contract_version },
  };
}

/** Named people who left are not in it any more: they decide nothing, and count for nothing. */
function policyFrom(row: Row, resource: ResourceId): Policy {
  const { version, body } = row.policy!;
  const present = new Set(row.named ?? []);
  const still = (approvers: Approvers | null): Approvers | null =>
    approvers && { ...approvers, people: approvers.people.filter((person) => present.has(person)) };
  return { ...body, resource, version, approvers: still(body.approvers), fallback: still(body.fallback) };
}

function newborn(id: AccessId, birth: Birth, now: Instant): Access {
  return {
    id,
    version: 0,
    resource: birth.resource,
    consumer: birth.consumer,
    standing: 'None',
    request: null,
    grants: [],
    announced: null,
    remindedAt: null,
    createdAt: now,
    deletedAt: null,
    origin: birth.origin,
    notes: noNotes,
  };
}

function rostersFrom(row: Row): ReadonlyMap<TeamId, Roster> {
  return new Map(
    (row.wanted ?? []).map((team) => [
      team,
      {
        team,
        parent: row.teams?.[team]?.parent ?? null,
        people: (row.people ?? [])
          .filter((entry) => entry.team === team)
          .map((entry) => ({
            person: entry.person as never,
            role: roleFrom(entry.role),
            direct: entry.direct,
          })),
      },
    ]),
  );
}
