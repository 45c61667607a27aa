// A Rover file on the wire: what it exposes and subscribes to, how far each of it has come, and who has to act next.
import { z } from 'zod';
import { standingAt, stateAt, shownTerms, type Access } from '../../../core/access.ts';
import type { PersonId } from '../../../core/ids.ts';
import type { Blocked } from '../../../core/rover.ts';
import type { Language } from '../../../core/sentence.ts';
import type { Instant } from '../../../core/time.ts';
import type { ExposureOutcome, RoverOutcome, SubscriptionOutcome } from '../../../app/rover.ts';
import { awaiting, strategy } from './answers.ts';
import type { People } from './preview.ts';

const text = z.string();
const instant = z.iso.datetime();

const blocked = z
  .object({ reason: text, sentence: text })
  .meta({ id: 'Blocked', description: 'What stands in the way, and what has to happen.' });

const kind = z.enum(['api', 'event', 'ai']);

const exposure = z
  .object({
    type: kind,
    name: text.meta({ description: 'The base path, or the event type.' }),
    change: z.enum(['created', 'changed', 'unchanged', 'blocked', 'removed']),
    resource: text
      .optional()
      .meta({ description: 'What access is asked for; absent while it does not count.' }),
    strategy: strategy.optional(),
    policy: z.enum(['set', 'unchanged', 'proposed']).optional().meta({
      description: '`proposed`: it loosens a FourEyes policy, so another owner has to apply the same.',
    }),
    blocked: blocked.optional(),
    lookedAtAgain: z.int().meta({ description: 'How many subscriptions are looked at again because of it.' }),
  })
  .meta({ id: 'RoverExposure' });

const roverAccess = z
  .object({
    id: text,
    state: text.meta({
      description: 'Pending, SemiGranted, Granted, Rejected, Suspended, Expired, Withdrawn, Revoked.',
    }),
    standing: z.enum(['None', 'Granted', 'Suspended', 'Expired', 'Revoked']),
    version: z.int(),
    scopes: z.array(text),
    until: instant.optional(),
    request: z
      .object({
        state: text,
        nature: z.enum(['first', 'change', 'renewal']),
        strategy,
        purpose: text,
        purposeGenerated: z.boolean(),
        scopes: z.array(text),
      })
      .optional(),
  })
  .meta({ id: 'RoverAccess' });

const subscription = z
  .object({
    type: kind,
    name: text,
    change: z.enum(['asked', 'granted', 'narrowed', 'ended', 'unchanged', 'waiting']),
    scopes: z.array(text).meta({ description: 'As the file says.' }),
    resource: text.optional(),
    blocked: blocked.optional(),
    access: roverAccess.optional(),
    awaiting: awaiting.optional(),
  })
  .meta({ id: 'RoverSubscription' });

export const roverAnswer = z
  .object({
    id: text,
    team: text,
    name: text,
    change: z.enum(['created', 'changed', 'unchanged', 'deleted']),
    state: z.enum(['complete', 'waiting', 'denied']).meta({
      description:
        '`complete`: everything counts and is granted. `waiting`: something waits for somebody, or for a counterpart. `denied`: something was refused, is suspended, or has ended.',
    }),
    exposures: z.array(exposure),
    subscriptions: z.array(subscription),
  })
  .meta({ id: 'Rover' });

export const roverDocumentAnswer = roverAnswer
  .extend({
    appliedAt: instant,
    document: z.record(text, z.unknown()).meta({ description: 'As it was applied, without secrets.' }),
  })
  .meta({ id: 'RoverWithDocument' });

export const renewedAnswer = z
  .object({
    renewed: z.array(
      z.object({
        access: text,
        name: text,
        asked: z.boolean(),
        problem: z.object({ code: text, title: text, detail: text }).optional(),
      }),
    ),
    rover: roverAnswer,
  })
  .meta({ id: 'RoverRenewed' });

/** The people whose names the answer shows. */
export function peopleInRover({ subscriptions }: RoverOutcome): PersonId[] {
  return [...new Set(subscriptions.flatMap((one) => one.awaiting?.people ?? []))];
}

export function wireRover(
  outcome: RoverOutcome,
  people: People,
  language: Language,
): z.infer<typeof roverAnswer> {
  const { id, team, name, change, at } = outcome;
  return {
    id,
    team,
    name,
    change,
    state: overallState(outcome),
    exposures: outcome.exposures.map((one) => wireExposure(one, language)),
    subscriptions: outcome.subscriptions.map((one) => wireSubscription(one, people, language, at)),
  };
}

function overallState({ exposures, subscriptions, at }: RoverOutcome): 'complete' | 'waiting' | 'denied' {
  const alive = subscriptions.filter(({ change }) => change !== 'ended');
  const isDenied = alive.some(({ access, awaiting: next, blocked: no }) => {
    return access !== null && next === null && no === null && stateAt(access, at) !== 'Granted';
  });
  if (isDenied) return 'denied';
  const waits =
    exposures.some((one) => one.blocked !== null || one.policy === 'proposed') ||
    alive.some(({ blocked: no, awaiting: next, access }) => no !== null || next !== null || access === null);
  return waits ? 'waiting' : 'complete';
}

function wireExposure(one: ExposureOutcome, language: Language): z.infer<typeof exposure> {
  const { kind: type, key: name, change, resource, policy, lookedAtAgain } = one;
  return {
    type,
    name,
    change,
    ...(resource !== null && change !== 'removed' && { resource }),
    ...(one.strategy !== null && { strategy: one.strategy }),
    ...(policy !== null && { policy }),
    ...(one.blocked && { blocked: wireBlocked(one.blocked, language) }),
    lookedAtAgain,
  };
}

function wireSubscription(
  one: SubscriptionOutcome,
  people: People,
  language: Language,
  at: Instant,
): z.infer<typeof subscription> {
  const { kind: type, key: name, change, scopes, resource, access } = one;
  return {
    type,
    name,
    change,
    scopes: [...scopes],
    ...(resource !== null && { resource }),
    ...(one.blocked && { blocked: wireBlocked(one.blocked, language) }),
    ...(access && { access: wireRoverAccess(access, at) }),
    ...(one.awaiting && {
      awaiting: {
        ...one.awaiting,
        undecidable: one.awaiting.undecidable?.[language] ?? null,
        people: one.awaiting.people.map((person) => {
          const known = people.get(person);
          return { person, ...(known && { email: known.email }), ...(known?.name && { name: known.name }) };
        }),
      },
    }),
  };
}

function wireBlocked({ reason, sentence }: Blocked, language: Language) {
  return { reason, sentence: sentence[language] };
}

function wireRoverAccess(access: Access, at: Instant): z.infer<typeof roverAccess> {
  const { roles, until } = shownTerms(access, at);
  const { request } = access;
  return {
    id: access.id,
    state: stateAt(access, at),
    standing: standingAt(access, at),
    version: access.version,
    scopes: [...roles],
    ...(until !== null && { until: new Date(until).toISOString() }),
    ...(request && {
      request: {
        state: request.state,
        nature: request.nature,
        strategy: request.strategy,
        purpose: request.ask.purpose,
        purposeGenerated: request.ask.purposeGenerated,
        scopes: [...request.ask.roles],
      },
    }),
  };
}
