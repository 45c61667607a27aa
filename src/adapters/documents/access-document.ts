// An access as clients put it on the wire or into a file, as far as it says what is wanted. What only the server may say
// (whether it is active, how far provisioning is, which contract was seen) is accepted, because connectors put back
// whole objects that they got, and is left unread. Three spellings of "nobody" occur in consumers: absent, null, and
// the word "unknown".
import { z } from 'zod';
import { customMap, type Custom } from './custom.ts';
import { fault, isFaults, type Fault } from './fault.ts';
import {
  calendarDay,
  idText,
  isObject,
  list,
  maybe,
  part,
  readShape,
  text,
  type JsonObject,
} from './shape.ts';

export type ConsumerReference =
  | { readonly kind: 'data-product'; readonly dataProductId: string }
  | { readonly kind: 'application'; readonly applicationId: string }
  | { readonly kind: 'team'; readonly teamId: string }
  | { readonly kind: 'person'; readonly userId: string };

export interface AccessDocument {
  readonly id: string;
  readonly purpose: string | null;
  readonly individualAgreements: string | null;
  /** Counts only where the access does not exist yet (design 3.3, rule 10). */
  readonly status: 'requested' | 'approved' | 'rejected' | null;
  /** Calendar days, such as 2026-12-31. */
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly nextReassessmentDate: string | null;
  readonly provider: { readonly dataProductId: string; readonly outputPortId: string };
  readonly consumer: ConsumerReference;
  readonly roles: readonly string[];
  readonly tags: readonly string[];
  readonly links: Custom;
  readonly custom: Custom;
  readonly document: JsonObject;
}

const nobody = (value: unknown): unknown => (value === 'unknown' ? null : value);

const consumer = part(
  z.object({
    dataProductId: z.preprocess(nobody, maybe(idText)),
    applicationId: z.preprocess(nobody, maybe(idText)),
    teamId: z.preprocess(nobody, maybe(idText)),
    userId: z.preprocess(nobody, maybe(idText)),
  }),
).transform((ids, context): ConsumerReference => {
  const { dataProductId, applicationId, teamId, userId } = ids;
  // A product and an application have a team, which may stand beside them.
  const named = [dataProductId ?? applicationId ?? teamId, userId].filter((id) => id !== null);
  if (named.length > 1 || (dataProductId !== null && applicationId !== null))
    context.issues.push({ code: 'custom', message: 'names more than one consumer', input: ids });
  if (dataProductId !== null) return { kind: 'data-product', dataProductId };
  if (applicationId !== null) return { kind: 'application', applicationId };
  if (teamId !== null) return { kind: 'team', teamId };
  if (userId !== null) return { kind: 'person', userId };
  context.issues.push({
    code: 'custom',
    message: 'names neither dataProductId nor applicationId nor teamId nor userId',
    input: ids,
  });
  return { kind: 'person', userId: '' };
});

const access = z
  .object({
    id: idText,
    info: part(
      z.object({
        purpose: maybe(text),
        individualAgreements: maybe(text),
        status: maybe(z.enum(['requested', 'approved', 'rejected'])),
        startDate: maybe(calendarDay),
        endDate: maybe(calendarDay),
        nextReassessmentDate: maybe(calendarDay),
      }),
    ),
    provider: part(z.object({ dataProductId: idText, outputPortId: idText })),
    consumer,
    roles: list(text),
    tags: list(text),
    links: customMap,
    custom: customMap,
  })
  .transform(({ info, ...rest }) => ({ ...info, ...rest }));

/** An access, or everything that is wrong with it. Never throws, whatever it is given. */
export function readAccess(body: unknown): AccessDocument | readonly Fault[] {
  if (!isObject(body)) return [fault([], 'has to be an object')];
  const read = readShape(access, body);
  return isFaults(read) ? read : { ...read, document: body };
}
