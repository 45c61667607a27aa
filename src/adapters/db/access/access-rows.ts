// An access out of its rows, as `to_json` and `to_jsonb` give them: the words of the core for the columns of the tables.
// Everybody who reads accesses, to judge, to show or to sweep them, reads them through here.
import type { Access } from '../../../core/access.ts';
import type { Consumer } from '../../../core/consumer.ts';
import type { Grant } from '../../../core/grant.ts';
import type { AccessId, ResourceId, TeamId } from '../../../core/ids.ts';
import type { Decision, Request } from '../../../core/request.ts';
import type { Instant } from '../../../core/time.ts';

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
  contract_terms: NonNullable<Request['contractTerms']> | null;
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

function requestFrom(row: RequestRow, decisions: DecisionRow[]): Request {
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
    contractTerms: row.contract_terms,
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
