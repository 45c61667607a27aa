// The approval policy of a resource as its owners write it, in a file or over REST. It is the whole policy: what it does
// not say goes back to the default, so that the file and what holds are the same after `apply`. People are named by
// e-mail address and teams by id, durations are written as people say them:
//
//   kind: Policy
//   resource: orders/orders-pg        # dataproduct/port; an API, event or action by its own id
//   strategy: FourEyes                # Auto, Simple, FourEyes or External; absent: the organization's default
//   trusted: [analytics]              # teams whose requests are granted at once
//   ownTeam: ask                      # auto (default) or ask: what happens when the owner's own team asks
//   approvers:                        # absent: owners and approvers of the owner team
//     people: [bob@fernlane.example]
//     teams: [checkout]
//   fallback: { teams: [platform] }   # who decides when too few may; absent: owners of the parent team
//   durations: [8h, 30d]              # what may be asked for; absent: any
//   defaultDuration: 30d              # absent: the organization's default; none: without end
//   maximumDuration: 90d
//   deadline: 14d                     # how long a request may wait; absent: 30d
//   external: { key: key-17, name: Jira, url: "https://jira.fernlane.example" }   # for the strategy External
//   purposeByPerson: true             # a generated purpose is not accepted
//   endSessions: true                 # running sessions end when access ends
//   inBrowser: true                   # decided in the browser only
//   signIn: { acr: [mfa], maxAge: 15m }   # how whoever decides has to have signed in
import { z } from 'zod';
import type { WrittenPolicy } from '../../app/documents.ts';
import { strategies } from '../../core/policy.ts';
import type { Fault } from './fault.ts';
import { duration, resourceIdText } from './own-shape.ts';
import { filledText, idText, list, maybe, readShape } from './shape.ts';
import { emailAddress } from './team.ts';

/** What the owners say about a resource. */
export interface PolicyDocument extends WrittenPolicy {
  readonly resource: string;
}

const approvers = maybe(
  z
    .strictObject({ people: list(emailAddress), teams: list(idText) })
    .refine(({ people, teams }) => people.length + teams.length > 0, { error: 'names nobody' }),
);

const flag = maybe(z.boolean()).transform((value) => value ?? false);

const fields = {
  strategy: maybe(z.enum(strategies)),
  trusted: list(idText),
  ownTeam: maybe(z.enum(['auto', 'ask'])).transform((value) => value ?? 'auto'),
  approvers,
  fallback: approvers,
  durations: maybe(z.array(duration).min(1)),
  defaultDuration: maybe(
    z.union([z.literal('none'), duration], { error: 'has to be a duration such as 90d, or none' }),
  ),
  maximumDuration: maybe(duration),
  deadline: maybe(duration),
  external: maybe(
    z.strictObject({ key: idText, name: filledText, url: maybe(z.url({ protocol: /^https?$/ })) }),
  ),
  purposeByPerson: flag,
  endSessions: flag,
  inBrowser: flag,
  signIn: maybe(
    z
      .strictObject({ acr: maybe(z.array(filledText).min(1)), maxAge: maybe(duration) })
      .refine(({ acr, maxAge }) => acr !== null || maxAge !== null, { error: 'says neither acr nor maxAge' }),
  ),
};

/** The body of `PUT /api/resources/{id}/policy`, and the policy inside a Resource document. */
export const policyBody = z.strictObject(fields).superRefine(contradictions);

const policyDocument = z.strictObject({ resource: resourceIdText, ...fields }).superRefine(contradictions);

/** A policy, or everything that is wrong with it. Never throws, whatever it is given. */
export function readPolicy(body: unknown): WrittenPolicy | readonly Fault[] {
  return readShape(policyBody, body);
}

/** A policy that names its resource, as files have it. */
export function readPolicyDocument(body: unknown): PolicyDocument | readonly Fault[] {
  return readShape(policyDocument, body);
}

function contradictions(policy: WrittenPolicy, context: z.RefinementCtx): void {
  const complain = (path: (string | number)[], message: string): void =>
    context.addIssue({ code: 'custom', path, message });
  const { maximumDuration: maximum, durations, defaultDuration } = policy;
  if (policy.strategy === 'External' && policy.external === null)
    complain(['external'], 'is missing: External needs the credential that decides');
  if (policy.strategy !== 'External' && policy.external !== null)
    complain(['external'], 'is only for the strategy External');
  for (const [index, length] of (durations ?? []).entries())
    if (maximum !== null && length > maximum)
      complain(['durations', index], 'is longer than maximumDuration');
  // Under a maximum `none` says that nothing shorter is usual: what has no named end lasts as long as it may.
  if (defaultDuration === null || defaultDuration === 'none' || maximum === null) return;
  if (defaultDuration > maximum) complain(['defaultDuration'], 'is longer than maximumDuration');
}
