// Shapes of the answers, for the API reference and for the tests that hold real answers against them.
import { z } from 'zod';
import { levels } from '../../../core/level.ts';

export const emptyAnswer = z.undefined().meta({ description: 'Done. The body is empty.' });

/** An answer that is text of another type than JSON, or JSON under a name of its own. */
export function answerAs<T extends z.ZodType>(type: string, description: string, schema: T) {
  return { description, content: { [type]: { schema } } };
}

const text = z.string();
const day = z.iso.date();

const provisioning = z.looseObject({
  status: z.enum([
    'provisioning',
    'provisioned',
    'provisioning-failed',
    'deprovisioning',
    'deprovisioned',
    'deprovisioning-failed',
  ]),
});

const stepUp = z
  .object({
    acr: z.array(text).nullable(),
    maxAge: text.nullable().meta({ description: 'How long ago the sign-in may be.' }),
    url: text.meta({
      description: 'Where a browser signs in so; add `returnTo` with the path to come back to.',
    }),
  })
  .meta({ id: 'StepUp', description: 'The sign-in that the policy demands.' });

export const action = z.union([
  z.object({ allowed: z.literal(true) }),
  z.object({ allowed: z.literal(false), code: text, reason: text, stepUp: stepUp.optional() }),
]);

export const strategy = z.enum(['Auto', 'Simple', 'FourEyes', 'External']);
const requestState = z.enum(['Pending', 'SemiGranted', 'Granted', 'Rejected', 'Withdrawn', 'Expired']);
const standing = z.enum(['None', 'Granted', 'Suspended', 'Expired', 'Revoked']);
const instant = z.iso.datetime();

export const person = z
  .looseObject({ person: text, email: text.optional(), name: text.optional() })
  .meta({ id: 'NamedPerson' });

const actor = z
  .looseObject({
    type: z.enum(['person', 'team-key', 'organization-key', 'system']),
    id: text,
    email: text.optional(),
    name: text.optional(),
    maker: person.optional().meta({ description: 'Of a key: who made it.' }),
  })
  .meta({ id: 'Actor' });

const request = z
  .looseObject({
    id: text,
    number: z.number().int(),
    nature: z.enum(['first', 'change', 'renewal']),
    state: requestState,
    purpose: text,
    roles: z.array(text),
    from: instant.optional(),
    until: instant.optional(),
    duration: text.optional(),
    asker: actor.optional(),
    contractTerms: z
      .object({ hash: text, accepted: z.boolean() })
      .optional()
      .meta({ description: 'The terms of the contract when it was filed; read them at /api/terms.' }),
    becauseOf: z.enum(['refused-before', 'set-by-consumer-side']).optional(),
    askedAt: instant,
    deadline: instant,
    closedAt: instant.optional(),
    fingerprint: text.meta({ description: 'Send it back as `seen` with a decision.' }),
  })
  .meta({ id: 'Request' });

const decision = z
  .looseObject({
    id: text,
    verdict: z.enum(['allow', 'deny']),
    by: actor,
    at: instant,
    channel: text,
    comment: text.optional(),
    terms: z
      .looseObject({
        until: instant.optional(),
        duration: text.optional(),
        roles: z.array(text).optional(),
      })
      .optional(),
    to: requestState,
    facts: z
      .record(text, text)
      .optional()
      .meta({ description: 'What an external system keeps about it: links, tickets, who decided there.' }),
    voidSince: instant.optional().meta({ description: 'Since when this allow does not count any more.' }),
  })
  .meta({ id: 'Decision' });

export const awaiting = z
  .looseObject({
    strategy,
    missing: z.number().int(),
    people: z.array(person),
    system: text.nullable(),
    undecidable: text.nullable(),
  })
  .meta({ id: 'Awaiting', description: 'Who must act next.' });

export const consumer = z.looseObject({
  dataProductId: text.optional(),
  teamId: text.optional(),
  userId: text.optional(),
  applicationId: text.optional(),
});

const context = z
  .object({
    held: z
      .array(
        z.object({
          access: text,
          isSame: z.boolean().meta({ description: 'It is the resource that this access leads to.' }),
          resource: z.object({ id: text, kind: text, name: text }),
          consumer,
          consumerName: text.optional(),
          purpose: text,
          state: text,
          roles: z.array(text),
          from: instant.optional(),
          until: instant.optional(),
        }),
      )
      .meta({
        description:
          'What the consumer’s side has already: at this resource, and at others of the same owner. Of a person, what their teams have too.',
      }),
    outlook: z
      .object({
        status: z.enum(['bound', 'frozen', 'unbound']),
        sentence: text,
        target: z.object({ id: text, name: text, connector: text }).optional(),
        principal: text.optional().meta({ description: 'Who gets in there, by the name that it has there.' }),
        level: z.enum(levels).optional(),
      })
      .optional()
      .meta({ description: 'What will happen at the target when this is granted.' }),
  })
  .meta({ id: 'AccessContext' });

export type WireContext = z.infer<typeof context>;

const approval = z
  .looseObject({
    state: z.enum([
      'Pending',
      'SemiGranted',
      'Granted',
      'Rejected',
      'Withdrawn',
      'Expired',
      'Suspended',
      'Revoked',
      'None',
    ]),
    standing,
    version: z.number().int(),
    strategy: strategy.optional(),
    resource: z.looseObject({ id: text, kind: text, name: text }),
    consumer: z.looseObject({ id: text, kind: text, name: text.optional() }),
    from: instant.optional(),
    until: instant.optional(),
    request: request.optional(),
    decisions: z.array(decision),
    awaiting: awaiting.optional(),
    actions: z.record(text, action).optional(),
    wouldLast: z.looseObject({ from: instant, until: instant.optional() }).optional().meta({
      description: 'What a yes given now would grant, while something is asked. No end: without end.',
    }),
    target: z
      .looseObject({
        target: text,
        lastRun: z.iso.datetime({ offset: true }).nullish(),
        lastSuccess: z.iso.datetime({ offset: true }).nullish(),
        lastError: text.nullish(),
        alarming: z.boolean(),
        status: text.nullish(),
        principal: text.nullish().meta({ description: 'Who gets in there, by the name that it has there.' }),
        reason: text.nullish(),
        nextRun: z.iso.datetime({ offset: true }).nullish(),
        retry: action.optional().meta({ description: 'Having it brought in line now, at `/api/targets`.' }),
      })
      .optional()
      .meta({ description: 'How far Countersign’s own target is.' }),
    context: context.optional().meta({ description: 'Only where it was asked for.' }),
    origin: text.optional(),
    createdAt: instant,
    deletedAt: instant.optional(),
  })
  .meta({ id: 'Approval' });

export const accessAnswer = z
  .looseObject({
    dataUsageAgreementSpecification: text,
    id: text,
    info: z.looseObject({
      purpose: text,
      individualAgreements: text.optional(),
      status: z.enum(['requested', 'approved', 'rejected']),
      active: z.boolean(),
      startDate: day.optional(),
      endDate: day.optional(),
      nextReassessmentDate: day.optional(),
    }),
    provider: z.looseObject({
      teamId: text,
      dataProductId: text,
      outputPortId: text,
      dataContractId: text.optional(),
      dataContractVersion: text.optional(),
    }),
    consumer,
    roles: z.array(text),
    provisioning: provisioning.optional(),
    tags: z.array(text),
    links: z.record(text, text),
    custom: z.record(text, text),
    approval,
  })
  .meta({ id: 'Access' });

/** Of a write that answers with nothing, but for whoever prefers to see what came of it (RFC 7240). */
export const preferredAnswer = accessAnswer
  .optional()
  .meta({ description: 'Done. The access, where `Prefer: return=representation` was sent; else nothing.' });

export type WireAccess = z.infer<typeof accessAnswer>;
