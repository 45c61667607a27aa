// What an outcome leaves behind, as rows: plain objects with the columns of their tables. `save.ts` puts them into one
// statement; nothing here knows SQL. Only what is new or has changed becomes a row.
import type { Loaded, Saving } from '../../../app/ports.ts';
import { lastEnd, nextDue, openRequest, type Access } from '../../../core/access.ts';
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

export type Row = Readonly<Record<string, unknown>>;

/** The rows of one saving, by what is done with them. */
export interface Rows {
  /** The access, when it exists already: what changes of it, and what has to hold for that. */
  readonly changed: readonly Row[];
  /** The access, when it comes into being. */
  readonly born: readonly Row[];
  /** Teams whose versions the core was given. */
  readonly seenTeams: readonly Row[];
  readonly newRequests: readonly Row[];
  readonly changedRequests: readonly Row[];
  readonly newDecisions: readonly Row[];
  readonly voidDecisions: readonly Row[];
  readonly newGrants: readonly Row[];
  readonly changedGrants: readonly Row[];
  readonly bound: readonly Row[];
  readonly freed: readonly Row[];
  /** Requests that wait for nobody any more. */
  readonly emptied: readonly Row[];
  readonly waiting: readonly Row[];
  readonly repetitions: readonly Row[];
  readonly texts: readonly Row[];
  readonly entries: readonly Row[];
}

/** What one act leaves behind. */
export function rowsOf({ loaded, outcome, caller, now }: Saving): Rows {
  const { situation, seen } = loaded;
  const { access } = outcome;
  const actor = actorOf(caller.principal);
  const rows = lapsedRows(situation.access, outcome, now, { actor, channel: caller.channel });
  const head = {
    ...rows.changed[0],
    policy: seen.policy,
    key: keyOf(caller.principal),
    person: actor.type === 'person' ? actor.person : null,
  };
  const isBirth = seen.access === 0;
  return {
    ...rows,
    changed: isBirth ? [] : [head],
    born: isBirth ? [{ ...head, ...birthRow(loaded, access) }] : [],
    seenTeams: Object.entries(seen.teams).map(([team, version]) => ({ access_id: access.id, team, version })),
    ...decisionRows(situation, access),
    waiting: waitingRows(situation, access, now),
    repetitions: caller.repetition
      ? [
          {
            access_id: access.id,
            actor: `${actor.type}:${actor.id}`,
            ...caller.repetition,
            at: timestamp(now),
          },
        ]
      : [],
  };
}

/** What time leaves behind: no policy and no people were looked at, so none is compared, and nobody's inbox is filled. */
export function lapsedRows(
  before: Access,
  outcome: Outcome,
  now: Instant,
  by: { actor: Actor; channel: Channel },
): Rows {
  const { access, closed, facts, refusal } = outcome;
  const about = { version: before.version + 1, resource: access.resource, consumer: access.consumer };
  const entries = facts.map(({ type, before, after, data, texts }) =>
    entryRows({ type, subject: access.id, at: now, ...by, access: about, before, after, data, texts }),
  );
  const requests = [access.request, closed]
    .filter((request) => request !== null)
    .filter((request) => request !== before.request);
  const known = new Map(before.grants.map((grant) => [grant.id, grant]));
  const grants = access.grants.filter((grant) => known.get(grant.id) !== grant);
  return {
    changed: [changedRow(access, before.version, now)],
    born: [],
    seenTeams: [],
    newRequests: requests
      .filter(({ id }) => id !== before.request?.id)
      .map((request) => requestRow(access.id, request)),
    changedRequests: requests
      .filter(({ id }) => id === before.request?.id)
      .map((request) => requestRow(access.id, request)),
    newDecisions: [],
    voidDecisions: [],
    newGrants: grants.filter(({ id }) => !known.has(id)).map((grant) => grantRow(access.id, grant)),
    changedGrants: grants.filter(({ id }) => known.has(id)).map((grant) => grantRow(access.id, grant)),
    bound: refusal?.binds
      ? [{ access_id: access.id, resource_id: access.resource, side: refusal.side, since: timestamp(now) }]
      : [],
    freed:
      refusal && !refusal.binds
        ? [{ access_id: access.id, resource_id: access.resource, side: refusal.side }]
        : [],
    emptied:
      before.request && openRequest(access, now)?.id !== before.request.id
        ? [{ access_id: access.id, request_id: before.request.id }]
        : [],
    waiting: [],
    repetitions: [],
    texts: entries.flatMap((entry) =>
      entry.texts.map(({ field, salt, body, person }) => ({
        access_id: access.id,
        entry_id: entry.id,
        field,
        salt,
        body,
        person_id: person,
      })),
    ),
    entries: entries.map(({ id, at, type, subject, body, digest }) => ({
      id,
      at,
      type,
      access_id: subject,
      body,
      digest: `\\x${digest}`,
    })),
  };
}

function changedRow(access: Access, expected: number, now: Instant): Row {
  return {
    id: access.id,
    expected,
    resource_id: access.resource,
    standing: access.standing,
    request_id: access.request?.id ?? null,
    announced: access.announced,
    reminded_at: timestamp(access.remindedAt),
    next_due: timestamp(nextDue(access, now)),
    waiting_since: timestamp(openRequest(access, now)?.askedAt ?? null),
    ends_at: timestamp(lastEnd(access, now)),
    updated_at: timestamp(now),
    deleted_at: timestamp(access.deletedAt),
    notes: access.notes,
  };
}

function birthRow({ situation, contract }: Loaded, access: Access): Row {
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

/** Where the request waits that this act opened. One that stays open waits where it did; followers move it when teams or policies change. */
function waitingRows(situation: Situation, access: Access, now: Instant): Row[] {
  const request = openRequest(access, now);
  if (!request || openRequest(situation.access, now)?.id === request.id) return [];
  return inboxSides({ ...situation, access }).map((side) => ({
    access_id: access.id,
    request_id: request.id,
    side,
    asked_at: timestamp(request.askedAt),
  }));
}

function requestRow(access: AccessId, request: Request): Row {
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
    contract_terms: request.contractTerms ?? null,
  };
}

function grantRow(access: AccessId, grant: Grant): Row {
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
function decisionRows(
  situation: Situation,
  { id, request }: Access,
): Pick<Rows, 'newDecisions' | 'voidDecisions'> {
  if (!request) return { newDecisions: [], voidDecisions: [] };
  const known = new Map(situation.access.request?.decisions.map((decision) => [decision.id, decision]));
  const fresh = request.decisions.filter((decision) => !known.has(decision.id));
  const lost = request.decisions.filter(
    (decision) => known.has(decision.id) && known.get(decision.id)!.voidSince !== decision.voidSince,
  );
  const circumstances =
    fresh.length === 0
      ? {}
      : {
          policy: situation.policy,
          strategy: strategyFor(situation, request),
          people: peopleWhoMayDecide(situation, request),
        };
  return {
    newDecisions: fresh.map((decision) => ({
      access_id: id,
      ...decisionRow(request.id, decision, circumstances),
    })),
    voidDecisions: lost.map((decision) => ({
      access_id: id,
      id: decision.id,
      void_since: timestamp(decision.voidSince),
    })),
  };
}

function decisionRow(request: RequestId, decision: Decision, circumstances: object): Row {
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
