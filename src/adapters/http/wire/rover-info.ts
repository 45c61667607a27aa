// `roverctl get-info`: what an application exposes and subscribes to, and what of it works. The control plane also tells
// addresses and secrets of its gateway there, which Countersign does not have: these stay empty, because that program
// expects them. Beside each subscription stands how its approval is, which people miss there.
import { z } from 'zod';
import type { JsonObject } from '../../../app/documents.ts';
import type { ReadRover } from '../../../app/read-rover.ts';
import type { SubscriptionOutcome } from '../../../app/rover.ts';
import { shownTerms, stateAt } from '../../../core/access.ts';
import type { TeamId } from '../../../core/ids.ts';
import { nameInFiles } from '../../../core/rover-token.ts';
import type { Instant } from '../../../core/time.ts';
import {
  keyOf,
  partsOf,
  specOf,
  statusAnswer,
  statusOf,
  subscriptionProblem,
  waitingIn,
  type People,
} from './rover-status.ts';
import { environment } from './rover-token.ts';

const text = z.string();
const part = z.looseObject({});

const application = z
  .object({
    name: text,
    zone: text,
    status: z.enum(['blocked', 'complete']),
    irisClientId: text.meta({ description: 'The name by which a gateway knows it, `group--team--name`.' }),
    irisClientSecret: text,
    irisIssuerUrl: text,
    irisTokenEndpointUrl: text,
    exposures: z.array(part),
    subscriptions: z.array(part).meta({ description: 'As the file says, and `approval` beside it.' }),
    variables: z.array(part),
    errors: statusAnswer.shape.errors,
    warnings: statusAnswer.shape.warnings,
    infos: statusAnswer.shape.infos,
  })
  .meta({ id: 'RoverApplication' });

export const infoAnswer = z
  .object({ environment: text, hub: text, team: text, applications: z.array(application) })
  .meta({ id: 'RoverInfo' });

export function wireInfo(
  team: TeamId,
  applications: z.infer<typeof application>[],
): z.infer<typeof infoAnswer> {
  const { group, team: own } = nameInFiles(team)!;
  return { environment, hub: group, team: own, applications };
}

export function wireApplication(read: ReadRover, people: People): z.infer<typeof application> {
  const { rover, outcome } = read;
  const status = statusOf(waitingIn(read, people), rover.appliedAt);
  const spec = specOf(rover.document);
  const known = new Map(outcome.subscriptions.map((one) => [one.key, one]));
  return {
    ...bare({ rover }),
    status: status.overallStatus,
    exposures: partsOf(spec['exposures']),
    subscriptions: partsOf(spec['subscriptions']).map((one) => {
      const found = known.get(keyOf(one));
      return found ? { ...one, approval: approvalOf(found, rover.team, people, outcome.at) } : one;
    }),
    errors: status.errors,
    warnings: status.warnings,
    infos: status.infos,
  };
}

/** Without what it exposes and subscribes to. */
export function wireShallow(read: ReadRover, people: People): z.infer<typeof application> {
  const { warnings: _, ...rest } = wireApplication(read, people);
  return { ...rest, exposures: [], subscriptions: [], warnings: [] };
}

function bare({ rover: { name, zone, team } }: Pick<ReadRover, 'rover'>) {
  const { group, team: own } = nameInFiles(team)!;
  return {
    name,
    zone,
    irisClientId: `${group}--${own}--${name}`,
    irisClientSecret: '',
    irisIssuerUrl: '',
    irisTokenEndpointUrl: '',
    variables: [],
  };
}

function approvalOf(one: SubscriptionOutcome, team: TeamId, people: People, at: Instant): JsonObject {
  const waits = subscriptionProblem(one, team, people, at);
  const { access } = one;
  const until = access && shownTerms(access, at).until;
  const last = access?.request?.decisions.at(-1);
  return {
    state: access ? stateAt(access, at) : 'None',
    ...(access?.request && { strategy: access.request.strategy }),
    ...(until && { until: new Date(until).toISOString() }),
    ...(waits && { cause: waits.cause, message: waits.message }),
    ...(waits?.details !== undefined && { details: waits.details }),
    ...(last && { decidedAt: new Date(last.at).toISOString() }),
    ...(last?.comment && { comment: last.comment }),
  };
}
