// How a Rover file stands, as `roverctl` reads it. That program knows one word for the whole file, of which `blocked` is
// the one for whatever waits for people, and prints the reasons beside it: from `info`, `warnings` and `errors`, while
// its description calls the first `infos`; so both are sent. A cause is one of the words of the control plane.
import { z } from 'zod';
import type { JsonObject } from '../../../app/documents.ts';
import type { ReadRover } from '../../../app/read-rover.ts';
import type { ExposureOutcome, SubscriptionOutcome } from '../../../app/rover.ts';
import { effectiveGrant, stateAt, type Access } from '../../../core/access.ts';
import type { PersonId, TeamId } from '../../../core/ids.ts';
import type { BlockedReason } from '../../../core/rover.ts';
import { nameInFiles } from '../../../core/rover-token.ts';
import type { Instant } from '../../../core/time.ts';
import { environment } from './rover-token.ts';

export type People = ReadonlyMap<PersonId, { readonly email: string; readonly name: string | null }>;

const text = z.string();

const reference = z.object({ apiVersion: text, kind: text, name: text, namespace: text });

const roverProblem = z
  .object({
    cause: z.enum(['PreconditionNotMet', 'ApprovalPending', 'AccessDenied', 'ValidationFailed', 'Blocked']),
    message: text,
    details: text.optional().meta({ description: 'Who has to act.' }),
    resource: reference,
  })
  .meta({ id: 'RoverProblem' });

export type RoverProblem = z.infer<typeof roverProblem>;

const problems = z.array(roverProblem);

export const statusAnswer = z
  .object({
    state: z.enum(['blocked', 'complete']),
    processingState: z.literal('done'),
    overallStatus: z.enum(['blocked', 'complete']),
    createdAt: z.iso.datetime(),
    processedAt: z.iso.datetime(),
    errors: problems,
    warnings: problems.meta({
      description: 'What stands in the way, one entry for each exposure and subscription.',
    }),
    infos: problems,
    info: problems,
  })
  .meta({ id: 'RoverStatus' });

export type RoverStatus = z.infer<typeof statusAnswer>;

/** @param warnings what stands in the way; nothing: it is complete. */
export function statusOf(warnings: readonly RoverProblem[], at: Instant): RoverStatus {
  const state = warnings.length > 0 ? 'blocked' : 'complete';
  const time = new Date(at).toISOString();
  return {
    state,
    processingState: 'done',
    overallStatus: state,
    createdAt: time,
    processedAt: time,
    errors: [],
    warnings: [...warnings],
    infos: [],
    info: [],
  };
}

/** What stands in the way of a whole file, in the order of the file. */
export function waitingIn({ rover, outcome }: ReadRover, people: People): RoverProblem[] {
  const { team, at } = outcome;
  const { exposures, subscriptions } = specOf(rover.document);
  return [
    ...inOrderOf(exposures, outcome.exposures).flatMap((one) => exposureProblem(one, team) ?? []),
    ...inOrderOf(subscriptions, outcome.subscriptions).flatMap(
      (one) => subscriptionProblem(one, team, people, at) ?? [],
    ),
  ];
}

/** What a file says beside its head. */
export function specOf(document: JsonObject): JsonObject {
  return (document['spec'] ?? {}) as JsonObject;
}

/** The parts of a file as it was sent, in which the program also writes that there are none. */
export function partsOf(said: unknown): JsonObject[] {
  return Array.isArray(said) ? (said as JsonObject[]) : [];
}

/** The base path or the event type. */
export function keyOf(part: JsonObject): string {
  return String(part['basePath'] ?? part['eventType']);
}

function inOrderOf<T extends { key: string }>(said: unknown, outcomes: readonly T[]): T[] {
  const places = new Map(partsOf(said).map((part, nth) => [keyOf(part), nth]));
  return outcomes.toSorted((one, other) => (places.get(one.key) ?? 0) - (places.get(other.key) ?? 0));
}

/** Why an exposure does not count as the file says. */
function exposureProblem(one: ExposureOutcome, team: TeamId): RoverProblem | undefined {
  const resource = referenceTo(`${kindWord[one.kind]}Exposure`, one.key, team);
  if (one.blocked) return { cause: causeOf(one.blocked.reason), message: one.blocked.sentence.en, resource };
  if (one.policy !== 'proposed') return undefined;
  const message = `What the file says about approval loosens a FourEyes policy. Another owner of team ${team} has to set the same; until then the stricter one holds.`;
  return { cause: 'ApprovalPending', message, resource };
}

/** Why a subscription gives no access as the file says. */
export function subscriptionProblem(
  one: SubscriptionOutcome,
  team: TeamId,
  people: People,
  at: Instant,
): RoverProblem | undefined {
  const { access, awaiting, blocked } = one;
  const resource = referenceTo(`${kindWord[one.kind]}Subscription`, one.key, team);
  if (blocked) return { cause: causeOf(blocked.reason), message: blocked.sentence.en, resource };
  if (awaiting) {
    const stands = access && effectiveGrant(access, at) ? ' What was granted before works meanwhile.' : '';
    const message = `${access?.request?.state === 'SemiGranted' ? 'One has allowed it, and somebody else has to.' : 'It waits for approval.'}${stands}`;
    return { cause: 'ApprovalPending', message, details: whoDecides(awaiting, people), resource };
  }
  const state = access && stateAt(access, at);
  if (!access || !state || state === 'Granted') return undefined;
  return {
    cause: 'AccessDenied',
    message: endSentence[state] ?? `It is ${state}.`,
    ...said(access),
    resource,
  };
}

const endSentence: Readonly<Record<string, string>> = {
  Rejected: 'It was refused.',
  Suspended: 'It is suspended by the owners.',
  Expired: 'It has expired. Renewing it has to be asked for: "countersign rover renew".',
  Revoked: 'It was ended.',
  Withdrawn: 'It was withdrawn.',
};

/** What the last decision said. */
function said({ request }: Access): { details?: string } {
  const comment = request?.decisions.findLast(({ verdict }) => verdict === 'deny')?.comment;
  return comment ? { details: comment } : {};
}

function whoDecides(
  { people: may, system, missing, undecidable }: NonNullable<SubscriptionOutcome['awaiting']>,
  people: People,
): string {
  if (system !== null) return `${system} decides.`;
  const names = may.map((person) => people.get(person)?.name ?? people.get(person)?.email ?? person);
  const who =
    names.length === 0
      ? 'Nobody may decide it.'
      : `${missing} of these ${missing === 1 ? 'has' : 'have'} to allow it: ${names.join(', ')}.`;
  return undecidable ? `${who} It ${undecidable.en}.` : who;
}

function causeOf(reason: BlockedReason): RoverProblem['cause'] {
  switch (reason) {
    case 'not-exposed':
    case 'gone':
      return 'PreconditionNotMet';
    case 'not-accepted':
      return 'AccessDenied';
    case 'exposed-elsewhere':
      return 'Blocked';
    default:
      return 'ValidationFailed';
  }
}

const kindWord = { api: 'Api', event: 'Event', ai: 'Agentic' } as const;

export function referenceTo(kind: string, name: string, team: TeamId): RoverProblem['resource'] {
  const { group, team: own } = nameInFiles(team)!;
  return { apiVersion: 'tcp.ei.telekom.de/v1', kind, name, namespace: `${environment}--${group}--${own}` };
}
