// The free fields of a document. ODPS and ODCS carry them as a list of pairs (`customProperties`), the older formats as
// a map (`custom`), and the facts that the standards have no field for travel in them: whether a port approves by
// itself, which server it means, which role a consumer has at a target. Values that are no plain text, number or truth
// value are kept in the document and left out here. A fact that is read and said twice, differently, is a fault:
// guessing which of two `autoApprove` somebody meant would be guessing about who gets in.
import { z } from 'zod';
import { anyObject } from './shape.ts';

/** Free fields as text, such as the name of a consumer's role at a target. */
export type Custom = Readonly<Record<string, string>>;

/** One pair of `customProperties`, with its place in the list. */
interface Property {
  readonly value: unknown;
  readonly index: number;
}

type Properties = ReadonlyMap<string, Property>;

/** A list of pairs, by name. The first of equal names counts; for the names in `facts` a contradiction is a fault. */
export function customProperties(facts: readonly string[]) {
  return z
    .array(z.object({ property: z.string(), value: z.unknown().optional() }))
    .nullish()
    .transform((pairs, context): Properties => {
      const properties = new Map<string, Property>();
      for (const [index, { property, value }] of (pairs ?? []).entries()) {
        const before = properties.get(property);
        if (before === undefined) properties.set(property, { value, index });
        else if (before.value !== value && facts.includes(property))
          context.issues.push({
            code: 'custom',
            path: [index],
            message: `says ${property} a second time`,
            input: value,
          });
      }
      return properties;
    });
}

/** A map of free fields; numbers and truth values count as their text. */
export const customMap = anyObject
  .nullish()
  .transform((map): Custom => plainTexts(Object.entries(map ?? {})));

/** The same for a list of pairs. */
export function customOf(properties: Properties): Custom {
  return plainTexts([...properties].map(([name, { value }]) => [name, value]));
}

/** Text, numbers and truth values as text; null for anything else. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

function plainTexts(entries: readonly (readonly [string, unknown])[]): Custom {
  return Object.fromEntries(
    entries.flatMap(([name, value]) => {
      const plain = textOf(value);
      return plain === null ? [] : [[name, plain] as const];
    }),
  );
}
