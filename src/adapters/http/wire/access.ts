// An access on the wire: the Access of the Entropy API, which existing clients read, with everything richer in the
// extra member `approval` (design section 6). The three statuses and `active` are computed from the instants at the
// moment of the answer; with a live grant the granted roles and period are shown, and what is asked beyond stands only
// in `approval`. Members without a value are left out, because those clients do not expect null.
import type { AccessDetails } from '../../../app/ports.ts';
import {
  effectiveGrant,
  openRequest,
  shownTerms,
  standingAt,
  stateAt,
  type Access,
} from '../../../core/access.ts';
import type { ActionName, Action } from '../../../core/actions.ts';
import type { Consumer } from '../../../core/consumer.ts';
import type { Awaiting } from '../../../core/deciders.ts';
import type { PersonId } from '../../../core/ids.ts';
import type { Actor } from '../../../core/principal.ts';
import type { Decision, Request } from '../../../core/request.ts';
import type { Language } from '../../../core/sentence.ts';
import type { Period } from '../../../core/terms.ts';
import { formatDuration, type Instant } from '../../../core/time.ts';
import { dayAt, lastDayBefore } from '../../days.ts';
import { wireAction, wireActions } from './action.ts';
import type { WireAccess } from './answers.ts';

export interface Shown {
  readonly access: Access;
  readonly details: AccessDetails;
  /** Names and addresses of the people who occur in it. */
  readonly people: ReadonlyMap<PersonId, { readonly email: string; readonly name: string | null }>;
  readonly now: Instant;
  readonly zone: string;
  /** What can be done next, for one access that somebody looks at; lists leave it out. */
  readonly next: {
    readonly awaiting: Awaiting | null;
    /** In which it is said why not. */
    readonly language: Language;
    readonly actions: Record<ActionName, Action>;
    /** Having the target brought in line now. */
    readonly retry: Action;
    readonly period: Period | null;
  } | null;
}

export type WireStatus = 'requested' | 'approved' | 'rejected';

/** The access as clients of the Entropy API read it. */
export function wireAccess(shown: Shown): WireAccess {
  const { access, details, now, zone } = shown;
  const terms = shownTerms(access, now);
  const { notes } = access;
  return present({
    dataUsageAgreementSpecification: '0.0.1',
    id: access.id,
    info: present({
      purpose: access.request?.ask.purpose ?? '',
      individualAgreements: notes.individualAgreements,
      status: wireStatus(access, now),
      active: effectiveGrant(access, now) !== null,
      startDate: terms.from === null ? null : dayAt(terms.from, zone),
      endDate: terms.until === null ? null : endDate(access, terms.from, terms.until, zone),
      nextReassessmentDate: notes.nextReassessment,
    }),
    provider: present({
      teamId: details.resource.owner,
      dataProductId: details.resource.gone ? 'unknown' : (details.dataProductId ?? 'unknown'),
      outputPortId: details.resource.gone ? 'unknown' : (details.outputPortId ?? 'unknown'),
      dataContractId: details.contract?.id,
      dataContractVersion: details.contract?.version,
    }),
    roles: terms.roles,
    consumer: wireConsumer(access.consumer, shown.people),
    provisioning: details.report,
    tags: notes.tags,
    links: notes.links,
    custom: notes.custom,
    approval: approval(shown),
  }) as WireAccess;
}

/** The one of three statuses that the wire knows (design 3.2). */
export function wireStatus(access: Access, now: Instant): WireStatus {
  if (standingAt(access, now) !== 'None') return 'approved';
  return openRequest(access, now) ? 'requested' : 'rejected';
}

/** People who occur in an access: for names and addresses, which the core does not know. */
export function peopleIn(access: Access, awaiting: Awaiting | null): PersonId[] {
  const actors = [access.request?.asker, ...(access.request?.decisions.map((decision) => decision.by) ?? [])];
  const ids = actors.flatMap((actor) => (actor?.person ? [actor.person] : []));
  return [
    ...new Set([
      ...ids,
      ...(awaiting?.people ?? []),
      ...(access.consumer.kind === 'person' ? [access.consumer.id] : []),
    ]),
  ];
}

function approval(shown: Shown): Record<string, unknown> {
  const { access, details, now, next } = shown;
  const { request } = access;
  const terms = shownTerms(access, now);
  return present({
    state: request && openRequest(access, now) ? request.state : stateAt(access, now),
    standing: standingAt(access, now),
    version: access.version,
    strategy: request?.strategy,
    resource: { id: access.resource, kind: details.resource.kind, name: details.resource.name },
    consumer: namedConsumer(shown),
    from: instant(terms.from),
    until: instant(terms.until),
    request: request && wireRequest(request, shown),
    decisions: request?.decisions.map((decision) => wireDecision(decision, shown)) ?? [],
    awaiting: next?.awaiting && {
      ...next.awaiting,
      undecidable: next.awaiting.undecidable?.[next.language] ?? null,
      people: next.awaiting.people.map((person) => named(person, shown)),
    },
    actions: next && wireActions(next.actions, next.language),
    wouldLast:
      next?.period && present({ from: instant(next.period.from), until: instant(next.period.until) }),
    target: details.provisioning && {
      ...details.provisioning,
      ...(next && { retry: wireAction(next.retry, next.language) }),
    },
    origin: access.origin,
    createdAt: instant(access.createdAt),
    deletedAt: instant(access.deletedAt),
  });
}

function wireRequest(request: Request, shown: Shown): Record<string, unknown> {
  const { ask } = request;
  return present({
    id: request.id,
    number: request.number,
    nature: request.nature,
    state: request.state,
    purpose: ask.purpose,
    purposeGenerated: ask.purposeGenerated || null,
    roles: ask.roles,
    from: instant(ask.from),
    until: instant(ask.until),
    duration: ask.duration === null ? null : formatDuration(ask.duration),
    asker: request.asker && wireActor(request.asker, shown),
    contractTerms: request.contractTerms,
    becauseOf: request.becauseOf,
    askedAt: instant(request.askedAt),
    deadline: instant(request.deadline),
    closedAt: instant(request.closedAt),
    fingerprint: request.fingerprint,
  });
}

function wireDecision(decision: Decision, shown: Shown): Record<string, unknown> {
  const { until, duration, roles } = decision.terms;
  return present({
    id: decision.id,
    verdict: decision.verdict,
    by: wireActor(decision.by, shown),
    at: instant(decision.at),
    channel: decision.channel,
    comment: decision.comment,
    terms:
      until === null && duration === null && roles === null
        ? null
        : present({
            until: instant(until),
            duration: duration === null ? null : formatDuration(duration),
            roles,
          }),
    to: decision.to,
    voidSince: instant(decision.voidSince),
    facts: Object.keys(decision.facts).length > 0 ? decision.facts : null,
  });
}

/** A person is named; a key is a key, and who made it stands beside it. */
function wireActor(actor: Actor, shown: Shown): Record<string, unknown> {
  const person = actor.person ? named(actor.person, shown) : null;
  return actor.type === 'person'
    ? { type: actor.type, id: actor.id, ...person }
    : present({ type: actor.type, id: actor.id, maker: person });
}

function named(person: PersonId, { people }: Shown): Record<string, unknown> {
  const known = people.get(person);
  return present({ person, email: known?.email, name: known?.name });
}

export function wireConsumer(
  consumer: Consumer,
  people: Shown['people'],
): { dataProductId?: string; teamId?: string; userId?: string; applicationId?: string } {
  switch (consumer.kind) {
    case 'team':
      return { teamId: consumer.id };
    case 'person':
      return { userId: people.get(consumer.id)?.email ?? consumer.id };
    case 'data-product':
      return { dataProductId: consumer.id, teamId: consumer.team };
    case 'application':
      return { teamId: consumer.team, applicationId: consumer.id };
  }
}

/** An end within the first day is shown as that day, never as the day before the start. */
function endDate(access: Access, from: Instant | null, until: Instant, zone: string): string {
  return lastDayBefore(Math.max(until, (from ?? access.createdAt) + 1), zone);
}

function namedConsumer({ access, details, people }: Shown): Record<string, unknown> {
  const { kind, id } = access.consumer;
  const name = kind === 'person' ? people.get(id)?.name : details.consumerName;
  return present({ id, kind, name });
}

function instant(at: Instant | null | undefined): string | null {
  return at === null || at === undefined ? null : new Date(at).toISOString();
}

/** Leaves out what has no value. */
function present(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== null && value !== undefined),
  );
}
