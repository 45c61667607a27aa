// Bodies about an access, read. Existing clients write whole objects back, with fields that they may not set and others
// that we do not know: those are ignored, never refused. Dates are days in the organization's time zone; a date that
// equals the one shown is no change, even where the stored instant lies within that day.
import { z } from 'zod';
import type { Wanted } from '../../../core/put.ts';
import { normalRoles, type Terms } from '../../../core/terms.ts';
import {
  beginningOfTime,
  endOfTime,
  longestDuration,
  parseDuration,
  type Instant,
  type Milliseconds,
} from '../../../core/time.ts';
import { endOfDay, startOfDay } from '../../days.ts';
import { violations } from '../problems.ts';

const text = z.string().max(100_000);
const id = z.string().min(1).max(256);
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD')
  .nullish();
const strings = z.record(z.string().max(256), text);
const role = z.string().min(1).max(256);

/** An instant as RFC 3339. */
export const instantText = z.iso
  .datetime({ offset: true })
  .transform((value) => Date.parse(value))
  .refine(
    (value) => value >= beginningOfTime && value <= endOfTime,
    'no date before the year 1 or after the year 9999',
  );

/** A duration such as `8h` or `P30D`, in milliseconds. */
export const durationText = z
  .string()
  .max(40)
  .transform((value, context): Milliseconds => {
    const length = parseDuration(value);
    if (length === undefined)
      context.addIssue({
        code: 'custom',
        message: `a duration such as 8h, 90d or PT8H, at most ${longestDuration / 86_400_000} days`,
      });
    return length ?? 0;
  });

export const consumerBody = z
  .looseObject({
    dataProductId: id.nullish(),
    teamId: id.nullish(),
    userId: id.nullish(),
    applicationId: id.nullish(),
  })
  .meta({
    description:
      'Who gets access: a data product, an application, a team, or a person. Unused members are left out; a product or an application needs no team beside it.',
  });

export const accessBody = z
  .looseObject({
    info: z.looseObject({
      purpose: text,
      individualAgreements: text.nullish(),
      status: z.string().max(64).nullish(),
      startDate: date,
      endDate: date,
      nextReassessmentDate: date,
    }),
    provider: z.looseObject({ dataProductId: id, outputPortId: id }),
    consumer: consumerBody,
    roles: z.array(role).max(1000).nullish(),
    tags: z.array(text).max(1000).nullish(),
    links: strings.nullish(),
    custom: strings.nullish(),
  })
  .meta({
    id: 'AccessWrite',
    description:
      'An access as clients of the Entropy API write it. Fields that the server manages are ignored.',
  });

export type AccessBody = z.infer<typeof accessBody>;

/** What a native client asks: a resource of any kind, with instants or a duration. */
export const requestBody = z
  .looseObject({
    id: id.optional(),
    resource: id.meta({ description: 'Id of the resource, such as orders/latest.' }),
    consumer: consumerBody.optional().meta({ description: 'Absent: the person who asks.' }),
    purpose: text,
    roles: z.array(role).max(1000).optional(),
    from: instantText.optional(),
    until: instantText.optional(),
    duration: durationText.optional(),
    acceptedTerms: z
      .string()
      .max(128)
      .optional()
      .meta({ description: 'Hash of the terms of the contract that the asker has read and accepts.' }),
    tags: z.array(text).max(1000).optional(),
    links: strings.optional(),
    custom: strings.optional(),
  })
  .meta({ id: 'AccessRequest' });

export const renewBody = z
  .looseObject({
    purpose: text.optional(),
    roles: z.array(role).max(1000).optional(),
    until: instantText.optional(),
    duration: durationText.optional(),
    acceptedTerms: z
      .string()
      .max(128)
      .optional()
      .meta({ description: 'Hash of the terms of the contract that the asker has read and accepts.' }),
  })
  .nullish()
  .meta({ id: 'AccessRenewal' });

/** A decision, with whatever an external system wants to keep about it. Everything may be absent. */
export const decisionBody = z
  .looseObject({
    comment: text.nullish(),
    /** Fingerprint of the request that the decider was shown. */
    seen: z.string().max(256).nullish(),
    terms: z
      .looseObject({
        until: instantText.optional(),
        duration: durationText.optional(),
        roles: z.array(role).max(1000).optional(),
      })
      .nullish(),
    approver: text.nullish(),
    custom: strings.nullish(),
    links: strings.nullish(),
  })
  .nullish()
  .meta({ id: 'DecisionMetadata' });

export const commentBody = z.looseObject({ comment: text.nullish() }).nullish().meta({ id: 'Comment' });

export const cancelBody = z
  .looseObject({ comment: text.nullish(), endDate: date })
  .nullish()
  .meta({ id: 'Cancellation', description: 'Without an end date the access ends now.' });

type Asked = Pick<z.infer<typeof requestBody>, 'roles' | 'from' | 'until' | 'duration' | 'acceptedTerms'>;

/** @param purpose what stands for it where the body may leave it out. An end counts before a duration. */
export function wishFrom(body: Asked, purpose: string) {
  const { roles, from, until, duration, acceptedTerms } = body;
  return {
    purpose,
    purposeGenerated: false,
    roles: normalRoles(roles ?? []),
    from: from ?? null,
    ...lengthOf(until, duration),
    acceptedTerms,
  };
}

export function renewalFrom(body: z.infer<typeof renewBody>) {
  const { purpose, roles, until, duration, acceptedTerms } = body ?? {};
  return { purpose: purpose ?? null, roles: roles ?? null, ...lengthOf(until, duration), acceptedTerms };
}

function lengthOf(until: Instant | undefined, duration: Milliseconds | undefined) {
  return { until: until ?? null, duration: until === undefined ? (duration ?? null) : null };
}

export function termsFrom(body: z.infer<typeof decisionBody>): Terms | null {
  if (!body?.terms) return null;
  const { until, duration, roles } = body.terms;
  return { until: until ?? null, duration: duration ?? null, roles: roles ?? null };
}

/** The facts that an external system sends along, as text. */
export function factsFrom(body: z.infer<typeof decisionBody>): Record<string, string> {
  const { approver, custom, links } = body ?? {};
  return { ...custom, ...links, ...(typeof approver === 'string' && { approver }) };
}

/** What systems call the member that says who decided: `approver`, `approved_by`, `Decided by`, `reviewer`. */
const saysWhoDecided = /^(approve|decide|reject|review|grant|confirm)(r|d|ed|or|er)?[\s_-]?(by)?$/i;

/**
 * Whom the metadata of a decision names as its decider, as ids or addresses. Systems write `Eve <eve@…>` and the like, so
 * every address counts that stands in what they say.
 */
export function decidersNamedIn(body: z.infer<typeof decisionBody>): string[] {
  const said = [
    ['approver', body?.approver ?? ''],
    ...Object.entries(body?.custom ?? {}).filter(([name]) => saysWhoDecided.test(name.trim())),
  ] as const;
  const named = said.flatMap(([, text]) => [
    text.trim(),
    ...(text.match(/[^\s<>()[\]",;:]+@[^\s<>()[\]",;:]+/g) ?? []),
  ]);
  return [...new Set(named)].filter((one) => one !== '' && one.length <= 256);
}

/** The terms and notes of a written access, where they differ from what is shown. */
export function wantedFrom(
  body: AccessBody,
  shown: { startDate?: unknown; endDate?: unknown } | null,
  zone: string,
): Pick<Wanted, 'purpose' | 'roles' | 'from' | 'until' | 'notes' | 'claimsApproval'> {
  const { info } = body;
  return {
    purpose: info.purpose,
    roles: body.roles ?? undefined,
    from: sameDay(info.startDate, shown?.startDate)
      ? undefined
      : day(info.startDate, startOfDay, zone, 'info.startDate'),
    until: sameDay(info.endDate, shown?.endDate)
      ? undefined
      : day(info.endDate, endOfDay, zone, 'info.endDate'),
    claimsApproval: info.status === 'approved',
    notes: {
      ...(body.tags && { tags: body.tags }),
      ...(body.links && { links: body.links }),
      ...(body.custom && { custom: body.custom }),
      ...(info.individualAgreements !== undefined && { individualAgreements: info.individualAgreements }),
      ...(info.nextReassessmentDate !== undefined && { nextReassessment: info.nextReassessmentDate }),
    },
  };
}

/** A day as an instant; null when none is named. */
export function day(date: string, edge: typeof startOfDay, zone: string, field: string): Instant;
export function day(
  date: string | null | undefined,
  edge: typeof startOfDay,
  zone: string,
  field: string,
): Instant | null;
export function day(
  date: string | null | undefined,
  edge: typeof startOfDay,
  zone: string,
  field: string,
): Instant | null {
  if (date === null || date === undefined) return null;
  const at = date < '0001' ? undefined : edge(date, zone);
  if (at === undefined) throw violations([{ field, message: `${date} is not a day of the calendar` }]);
  // Many write 9999-12-31 for "no end". The very first and last day are as long as there is room for them.
  return Math.min(Math.max(at, beginningOfTime), endOfTime);
}

function sameDay(written: string | null | undefined, shown: unknown): boolean {
  return (written ?? null) === (shown ?? null);
}
