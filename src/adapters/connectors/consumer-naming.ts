// How a target calls consumers, as it stands in the settings of every kind of target under `consumers`. What it says is
// judged here so that no two consumers can become one at the target, because then each would have what the other was
// granted; core/consumer-name.ts makes the names.
import { z } from 'zod';
import { usualNaming } from '../../core/consumer-name.ts';

/** @param kind of the target. @param longest characters that a name can have there. */
export function consumerNaming(kind: string, longest: number) {
  const { field, templates } = usualNaming(kind);
  return z
    .strictObject({
      field: z
        .string()
        .min(1)
        .max(256)
        .default(field)
        .describe("The free field of a consumer's document that names it here."),
      team: template(longest, templates.team, 'id'),
      dataProduct: template(longest, templates['data-product'], 'id'),
      application: template(longest, templates.application, 'id'),
      person: template(longest, templates.person, 'email', 'local'),
    })
    .superRefine(({ field: _, ...named }, context) => {
      const seen = new Set<string>();
      for (const [kind, text] of Object.entries(named)) {
        if (seen.has(text))
          context.addIssue({
            code: 'custom',
            path: [kind],
            message: 'is the same as for another kind of consumer: two of one id would be one here',
          });
        seen.add(text);
      }
    })
    .describe(
      'What consumers are called here where their documents do not say it: templates with {id}, for people with {email} or with {local}, which is the part of the address before the @.',
    );
}

/** A template without a placeholder would give every consumer of its kind the same name. */
function template(longest: number, usual: string, ...placeholders: readonly string[]) {
  const wanted = placeholders.map((name) => `{${name}}`);
  return z
    .string()
    .max(longest)
    .refine(
      (text) => {
        const used: string[] = text.match(/\{[^}]*\}/g) ?? [];
        return used.length > 0 && used.every((one) => wanted.includes(one));
      },
      { error: `has to contain ${wanted.join(' or ')}, and no other placeholder` },
    )
    .default(usual);
}
