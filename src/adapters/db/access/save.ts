// Saves Outcomes: one statement with one fixed text for one access or five hundred. Its first branch locks and compares
// every version that the core was given and writes the access; every other branch follows from the accesses that got
// through, so an access that somebody changed meanwhile leaves no trace of this try. The log's inbox comes last, under
// the lock of its access, which is what keeps the entries of one access in order (design section 4, "The log").
import type pg from 'pg';
import type { AccessStore, Loaded, Saving } from '../../../app/ports.ts';
import { nextDue, openRequest, type Access } from '../../../core/access.ts';
import { peopleWhoMayDecide, strategyFor } from '../../../core/deciders.ts';
import type { Grant } from '../../../core/grant.ts';
import type { AccessId, RequestId } from '../../../core/ids.ts';
import { inboxSides } from '../../../core/inbox.ts';
import { actorOf, type Actor, type Channel, type Principal } from '../../../core/principal.ts';
import type { Decision, Request } from '../../../core/request.ts';
import { splitOutputPortId } from '../../../core/resource.ts';
import type { Outcome, Situation } from '../../../core/situation.ts';
import type { Instant } from '../../../core/time.ts';
import { entryRows } from '../log-entry.ts';
import { timestamp } from '../pool.ts';

export function saveAccesses(pool: Pick<pg.Pool, 'query'>): AccessStore['save'] {
  return async (savings) => {
    try {
      const { rows } = await pool.query<{ id: AccessId }>(saveText, [JSON.stringify(savings.map(rowsOf))]);
      return new Set(rows.map((row) => row.id));
    } catch (error) {
      // The same Idempotency-Key at the same moment: the other call has won, and loading again will show so.
      if ((error as { constraint?: string }).constraint === 'idempotency_pkey') return new Set();
      throw error;
    }
  };
}

/** $1: an array of what `rowsOf` gives. */
export const saveText = `
with input as (select * from jsonb_to_recordset($1::jsonb) as i(
  id text, expected integer, policy integer, teams jsonb, actor jsonb, access jsonb, request jsonb, closed jsonb, decisions jsonb,
  grants jsonb, refusal jsonb, inbox jsonb, entries jsonb, texts jsonb, repetition jsonb)),
fits as (
  select i.* from input i
  where (i.policy is null or exists (select from policy p where p.resource_id = i.access ->> 'resource_id' and p.version = i.policy))
    and not exists (select from jsonb_each_text(i.teams) seen left join team t on t.id = seen.key where t.version is distinct from seen.value::integer)
    and (i.actor ->> 'key' is null or exists (select from api_key k where k.id = i.actor ->> 'key' and k.revoked_at is null))
    and (i.actor ->> 'person' is null or exists (select from person e where e.id = i.actor ->> 'person' and e.disabled_at is null))
),
changed as (
  update access set
    version = access.version + 1, standing = x.standing, request_id = x.request_id, announced = x.announced, reminded_at = x.reminded_at,
    next_due = x.next_due, updated_at = x.updated_at, deleted_at = x.deleted_at, notes = x.notes
  from fits i, jsonb_populate_record(null::access, i.access) x
  where i.expected > 0 and access.id = i.id and access.version = i.expected
  returning access.id
),
born as (
  insert into access (id, version, resource_id, data_product_id, consumer_kind, consumer_id, consumer_team, standing, request_id, announced,
    reminded_at, next_due, created_at, updated_at, deleted_at, origin, notes, data_contract_id, data_contract_version)
  select i.id, 1, x.resource_id, x.data_product_id, x.consumer_kind, x.consumer_id, x.consumer_team, x.standing, x.request_id, x.announced,
    x.reminded_at, x.next_due, x.created_at, x.updated_at, x.deleted_at, x.origin, x.notes, x.data_contract_id, x.data_contract_version
  from fits i, jsonb_populate_record(null::access, i.access) x
  where i.expected = 0
  on conflict (id) do nothing
  returning id
),
done as (select id from changed union all select id from born),
ok as (select input.* from input join done using (id)),
requests as (
  insert into request (id, access_id, number, nature, state, strategy, because_of, external_key, ask, fingerprint, asker, asked_at, deadline, closed_at)
  select q.id, q.access_id, q.number, q.nature, q.state, q.strategy, q.because_of, q.external_key, q.ask, q.fingerprint, nullif(q.asker, 'null'), q.asked_at, q.deadline, q.closed_at
  from ok, lateral (values (ok.request), (ok.closed)) v(body), jsonb_populate_record(null::request, v.body) q
  where jsonb_typeof(v.body) = 'object'
  on conflict (id) do update set state = excluded.state, fingerprint = excluded.fingerprint, deadline = excluded.deadline, closed_at = excluded.closed_at
),
decisions as (
  insert into decision select d.* from ok, jsonb_populate_recordset(null::decision, ok.decisions) d
  on conflict (id) do update set void_since = excluded.void_since
),
grants as (
  insert into access_grant select g.id, g.access_id, g.request_id, g.from_at, g.until_at, g.roles, nullif(g.asker, 'null')
  from ok, jsonb_populate_recordset(null::access_grant, ok.grants) g
  on conflict (id) do update set until_at = excluded.until_at, roles = excluded.roles
),
bound as (
  insert into refusal (resource_id, side, access_id, since)
  select ok.access ->> 'resource_id', ok.refusal ->> 'side', ok.id, (ok.access ->> 'updated_at')::timestamptz from ok where (ok.refusal ->> 'binds')::boolean
  on conflict (resource_id, side) do update set access_id = excluded.access_id, since = excluded.since
),
freed as (
  delete from refusal using ok
  where not (ok.refusal ->> 'binds')::boolean and refusal.resource_id = ok.access ->> 'resource_id' and refusal.side = ok.refusal ->> 'side'
),
emptied as (
  delete from inbox using ok
  where ok.inbox is not null and inbox.request_id in (ok.request ->> 'id', ok.closed ->> 'id')
    and not (ok.inbox ? inbox.side and inbox.request_id = ok.request ->> 'id')
),
waiting as (
  insert into inbox (request_id, side, access_id, asked_at)
  select ok.request ->> 'id', side, ok.id, (ok.request ->> 'asked_at')::timestamptz from ok, jsonb_array_elements_text(ok.inbox) side
  on conflict do nothing
),
repeatable as (
  insert into idempotency (actor, key, fingerprint, status, at)
  select r.repetition ->> 'actor', r.repetition ->> 'key', r.repetition ->> 'fingerprint', 200, (r.access ->> 'updated_at')::timestamptz
  from ok r where jsonb_typeof(r.repetition) = 'object'
),
texts as (
  insert into log_text (entry_id, field, salt, body, person_id)
  select t.entry_id, t.field, t.salt, t.body, t.person_id from ok, jsonb_populate_recordset(null::log_text, ok.texts) t
),
entries as (
  insert into log_inbox (id, at, type, subject, body, digest)
  select (e ->> 'id')::uuid, (e ->> 'at')::timestamptz, e ->> 'type', e ->> 'subject', (e ->> 'body')::json, decode(e ->> 'digest', 'hex')
  from ok, jsonb_array_elements(ok.entries) with ordinality x(e, nth)
  order by ok.id, nth
)
select id from done
`;

/** What one act leaves behind, as one element of the statement's input. */
function rowsOf({ loaded, outcome, caller, now }: Saving) {
  const { situation, seen } = loaded;
  const actor = actorOf(caller.principal);
  const open = openRequest(outcome.access, now) !== null;
  return {
    ...lapsedRows(situation.access, outcome, now, { actor, channel: caller.channel }),
    policy: seen.policy,
    teams: seen.teams,
    actor: { key: keyOf(caller.principal), person: actor.type === 'person' ? actor.person : null },
    ...(seen.access === 0 && {
      access: { ...accessRow(outcome.access, now), ...birthRow(loaded, outcome.access) },
    }),
    decisions: decisionRows(situation, outcome),
    inbox: open ? inboxSides({ ...situation, access: outcome.access }) : [],
    repetition: caller.repetition && { actor: `${actor.type}:${actor.id}`, ...caller.repetition },
  };
}

/** What time leaves behind: no policy, no people and no inbox were looked at, so none is compared or written. */
export function lapsedRows(
  before: Access,
  { access, closed, facts, refusal }: Outcome,
  now: Instant,
  by: { actor: Actor; channel: Channel },
) {
  const about = { version: before.version + 1, resource: access.resource, consumer: access.consumer };
  const entries = facts.map(({ type, before, after, data, texts }) =>
    entryRows({ type, subject: access.id, at: now, ...by, access: about, before, after, data, texts }),
  );
  return {
    id: access.id,
    expected: before.version,
    policy: null,
    teams: {},
    actor: {},
    access: accessRow(access, now),
    request: access.request && requestRow(access.id, access.request),
    closed: closed && requestRow(access.id, closed),
    decisions: [] as object[],
    grants: access.grants.map((grant) => grantRow(access.id, grant)),
    refusal,
    inbox: openRequest(access, now) ? null : ([] as string[]),
    entries: entries.map(({ texts: _, ...entry }) => entry),
    texts: entries.flatMap((entry) =>
      entry.texts.map((text) => ({
        entry_id: entry.id,
        field: text.field,
        salt: text.salt,
        body: text.body,
        person_id: text.person,
      })),
    ),
    repetition: null as object | null,
  };
}

function accessRow(access: Access, now: Instant) {
  return {
    resource_id: access.resource,
    standing: access.standing,
    request_id: access.request?.id ?? null,
    announced: access.announced,
    reminded_at: timestamp(access.remindedAt),
    next_due: timestamp(nextDue(access, now)),
    updated_at: timestamp(now),
    deleted_at: timestamp(access.deletedAt),
    notes: access.notes,
  };
}

function birthRow({ situation, contract }: Loaded, access: Access) {
  return {
    data_product_id:
      situation.resource.kind === 'output-port' ? splitOutputPortId(access.resource).dataProductId : null,
    consumer_kind: access.consumer.kind,
    consumer_id: access.consumer.id,
    consumer_team: access.consumer.team,
    created_at: timestamp(access.createdAt),
    origin: access.origin,
    data_contract_id: contract?.id ?? null,
    data_contract_version: contract?.version ?? null,
  };
}

function requestRow(access: AccessId, request: Request) {
  const { id, number, nature, state, strategy, ask, fingerprint, asker } = request;
  return {
    id,
    access_id: access,
    number,
    nature,
    state,
    strategy,
    ask,
    fingerprint,
    asker,
    because_of: request.becauseOf,
    external_key: request.external,
    asked_at: timestamp(request.askedAt),
    deadline: timestamp(request.deadline),
    closed_at: timestamp(request.closedAt),
  };
}

function grantRow(access: AccessId, grant: Grant) {
  const { id, request, roles, asker } = grant;
  return {
    id,
    access_id: access,
    request_id: request,
    from_at: timestamp(grant.from),
    until_at: timestamp(grant.until),
    roles,
    asker,
  };
}

/** The decisions that are new or no longer count; a new one keeps the policy and the people as they were (rule 9). */
function decisionRows(situation: Situation, { access }: Outcome) {
  const { request } = access;
  if (!request) return [];
  const known = new Map(
    situation.access.request?.decisions.map((decision) => [decision.id, decision.voidSince]),
  );
  const circumstances = {
    policy: situation.policy,
    strategy: strategyFor(situation, request),
    people: peopleWhoMayDecide(situation, request),
  };
  return request.decisions
    .filter((decision) => known.get(decision.id) !== decision.voidSince)
    .map((decision) => decisionRow(request.id, decision, circumstances));
}

function decisionRow(request: RequestId, decision: Decision, circumstances: object) {
  const { id, verdict, by, channel, comment, terms, seen, to, facts } = decision;
  return {
    id,
    request_id: request,
    verdict,
    by_actor: by,
    at: timestamp(decision.at),
    channel,
    comment,
    terms,
    seen,
    to_state: to,
    void_since: timestamp(decision.voidSince),
    facts,
    circumstances,
  };
}

function keyOf(principal: Principal): string | null {
  if (principal.type === 'person') return principal.key ?? null;
  return principal.type === 'system' ? null : principal.id;
}
