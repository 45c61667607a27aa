// Shapes of the answers, for the API reference and for the tests that hold real answers against them.
import { z } from 'zod';

export const emptyAnswer = z.undefined().meta({ description: 'Done. The body is empty.' });

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

const action = z.union([
  z.object({ allowed: z.literal(true) }),
  z.object({ allowed: z.literal(false), code: text, reason: text }),
]);

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
    consumer: z.looseObject({
      dataProductId: text.optional(),
      teamId: text.optional(),
      userId: text.optional(),
    }),
    roles: z.array(text),
    provisioning: provisioning.optional(),
    tags: z.array(text),
    links: z.record(text, text),
    custom: z.record(text, text),
    approval: z.looseObject({
      state: z.enum([
        'Pending',
        'SemiGranted',
        'Granted',
        'Rejected',
        'Suspended',
        'Expired',
        'Withdrawn',
        'Revoked',
        'None',
      ]),
      strategy: z.enum(['Auto', 'Simple', 'FourEyes', 'External']).optional(),
      until: z.iso.datetime().optional(),
      decisions: z.array(
        z.looseObject({ id: text, verdict: z.enum(['allow', 'deny']), at: z.iso.datetime() }),
      ),
      awaiting: z
        .looseObject({ missing: z.number(), people: z.array(z.looseObject({ person: text })) })
        .optional(),
      actions: z.record(text, action).optional(),
    }),
  })
  .meta({ id: 'Access' });

export type WireAccess = z.infer<typeof accessAnswer>;
