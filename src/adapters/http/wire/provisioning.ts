// Shapes around provisioning: reports of connectors (AccessProvisioning of the Entropy API), differences at targets,
// what is lacking there, adopting, importing. Null in a body means that a field is not there, since existing clients
// write nulls for what they do not know.
import { z } from 'zod';
import type { Difference } from '../../../app/target-work.ts';
import { levels } from '../../../core/level.ts';
import {
  provisioningStatuses,
  type ProvisioningReport,
  type ReportFields,
} from '../../../core/provisioning.ts';
import { targetState, targetStates } from '../../../core/target-health.ts';
import { accessBody, consumerBody, instantText } from './access-body.ts';

const text = z.string().max(100_000);

const reportFields = {
  platform: text.nullish(),
  executor: text.nullish(),
  reference: text.nullish(),
  diagnostics: text.nullish(),
  note: text.nullish(),
  customProperties: z
    .array(z.looseObject({ property: text.optional() }))
    .max(1000)
    .nullish(),
  links: z.record(z.string().max(256), text).nullish(),
};

const time = instantText.nullish();

/** Of a step: everything may be absent, and a status or time in it is ignored. */
export const stepBody = z
  .looseObject(reportFields)
  .nullish()
  .meta({ id: 'AccessProvisioningStep', description: 'What is left out keeps its value.' });

/** The whole record: what is left out is cleared. */
export const declarationBody = z
  .looseObject({
    ...reportFields,
    status: z.enum(provisioningStatuses),
    provisioningStartedAt: time,
    provisionedAt: time,
    deprovisioningStartedAt: time,
    deprovisionedAt: time,
  })
  .meta({ id: 'AccessProvisioningReport' });

const instant = z.iso.datetime();

export const provisioningAnswer = z
  .looseObject({
    status: z.enum(provisioningStatuses),
    platform: z.string().optional(),
    executor: z.string().optional(),
    reference: z.string().optional(),
    diagnostics: z.string().optional(),
    note: z.string().optional(),
    provisioningStartedAt: instant.optional(),
    provisionedAt: instant.optional(),
    deprovisioningStartedAt: instant.optional(),
    deprovisionedAt: instant.optional(),
    failedAt: instant.optional(),
    customProperties: z.array(z.looseObject({})).readonly().optional(),
    links: z.record(z.string(), z.string()).optional(),
  })
  .meta({ id: 'AccessProvisioning' });

export function fieldsFrom(body: z.infer<typeof stepBody>): ReportFields {
  const { platform, executor, reference, diagnostics, note, customProperties, links } = body ?? {};
  return {
    platform: platform ?? undefined,
    executor: executor ?? undefined,
    reference: reference ?? undefined,
    diagnostics: diagnostics ?? undefined,
    note: note ?? undefined,
    customProperties: customProperties ?? undefined,
    links: links ?? undefined,
  };
}

export function declarationFrom(body: z.infer<typeof declarationBody>): Omit<ProvisioningReport, 'failedAt'> {
  const at = (value: number | null | undefined): string | undefined =>
    value === null || value === undefined ? undefined : new Date(value).toISOString();
  return {
    ...fieldsFrom(body),
    status: body.status,
    provisioningStartedAt: at(body.provisioningStartedAt),
    provisionedAt: at(body.provisionedAt),
    deprovisioningStartedAt: at(body.deprovisioningStartedAt),
    deprovisionedAt: at(body.deprovisionedAt),
  };
}

const level = z.enum(levels);
const entitlement = z.object({ principal: z.string(), level });

export const lackAnswer = z
  .looseObject({
    code: z.string(),
    sentence: z.string(),
    mend: z.string().optional().meta({ description: 'What to run at the target.' }),
  })
  .meta({ id: 'Lack' });

export const checkAnswer = z
  .looseObject({ ready: z.boolean(), lacks: z.array(lackAnswer) })
  .meta({ id: 'TargetCheck' });

export const differenceAnswer = z
  .looseObject({
    resource: z.string(),
    name: z.string(),
    binding: z
      .looseObject({})
      .meta({ description: 'What it is there, in the words of the target’s connector.' }),
    bound: z.boolean().meta({
      description: 'False once it is gone or bound elsewhere: what is left of it here is taken away.',
    }),
    state: z.enum(targetStates).meta({ description: 'As the health of a target has it, for this resource.' }),
    frozen: z.boolean(),
    lastRun: instant.optional(),
    lastSuccess: instant.optional(),
    nextRun: instant,
    failures: z.number().int(),
    alarming: z.boolean(),
    error: z.string().optional(),
    intended: z.number().int().optional(),
    observed: z.number().int().optional(),
    missing: z.array(entitlement).meta({ description: 'Granted, and not there.' }),
    excess: z.array(entitlement).meta({ description: 'There, and not granted.' }),
    failed: z.array(z.looseObject({ code: z.string(), sentence: z.string() })),
    drift: z
      .array(
        z.looseObject({
          principal: z.string(),
          level,
          how: z.string(),
          sentence: z.string(),
          adoptable: z
            .boolean()
            .meta({ description: 'False where it is no way of one consumer, but of everybody.' }),
        }),
      )
      .meta({ description: 'Ways in that Countersign did not make and never takes away on its own.' }),
  })
  .meta({ id: 'TargetDifference' });

export function wireDifference(difference: Difference): z.infer<typeof differenceAnswer> {
  const {
    lastRun,
    lastSuccess,
    nextRun,
    error,
    intended,
    observed,
    missing,
    excess,
    failed,
    drift,
    ...rest
  } = difference;
  const at = (value: number | null): string | undefined =>
    value === null ? undefined : new Date(value).toISOString();
  const counted = { missing: missing.length, excess: excess.length, drift: drift.length };
  const failing = difference.failures > 0 ? 1 : 0;
  const alarming = difference.alarming ? 1 : 0;
  return {
    ...rest,
    state: targetState({ resources: 1, failing, alarming, ...counted, lastRun }, difference.frozen),
    lastRun: at(lastRun),
    lastSuccess: at(lastSuccess),
    nextRun: new Date(nextRun).toISOString(),
    error: error ?? undefined,
    intended: intended ?? undefined,
    observed: observed ?? undefined,
    missing: [...missing],
    excess: [...excess],
    failed: failed.map(({ mend, principal, ...failure }) => ({
      ...failure,
      ...(principal !== null && { principal }),
      ...(mend !== null && { mend }),
    })),
    drift: drift.map(({ through, ...one }) => ({
      ...one,
      ...(through !== null && { through }),
      adoptable: one.how !== 'everybody',
    })),
  };
}

export const adoptBody = z
  .looseObject({
    resource: z.string().min(1).max(600),
    principal: z.string().min(1).max(256).meta({ description: 'As the drift names it.' }),
    consumer: consumerBody,
    purpose: text,
    roles: z.array(z.string().min(1).max(256)).max(1000).optional(),
    until: z
      .union([z.iso.date(), instantText])
      .optional()
      .meta({ description: 'An instant, or a day, which counts in full. Absent: as the policy has it.' }),
  })
  .meta({ id: 'Adoption' });

/** One agreement of an export: an access as it is read from an Entropy API. */
export const importedBody = accessBody.safeExtend({
  id: z.string().min(1).max(256),
  info: accessBody.shape.info.safeExtend({
    status: z.enum(['requested', 'approved', 'rejected']),
    active: z.boolean().nullish(),
  }),
});

export const importAnswer = z
  .looseObject({
    imported: z.number().int(),
    unchanged: z.number().int(),
    refused: z.number().int(),
    lines: z.array(
      z.looseObject({
        line: z.number().int().meta({ description: 'Place in the list that was sent, from 0.' }),
        id: z.string().optional(),
        result: z.enum(['imported', 'unchanged', 'refused']),
        code: z.string().optional(),
        detail: z.string().optional(),
        field: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'ImportReport' });
