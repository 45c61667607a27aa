// Shapes of what people look for among agreements: pages of them, who may be asked for, where one stands at a resource.
import { z } from 'zod';
import { accessAnswer } from './answers.ts';
import { previewAnswer } from './preview.ts';

const text = z.string();
const instant = z.iso.datetime();

export const agreementsAnswer = z
  .object({
    items: z.array(accessAnswer),
    next: text.nullable().meta({ description: 'Send it as `after` for what follows.' }),
  })
  .meta({ id: 'Agreements' });

/** As a request names it, so that it can be sent back as it is. */
const consumer = z.looseObject({
  userId: text.optional(),
  teamId: text.optional(),
  dataProductId: text.optional(),
  applicationId: text.optional(),
});

const consumerKind = z.enum(['person', 'team', 'data-product', 'application']);

export const consumersAnswer = z
  .object({
    items: z.array(z.object({ kind: consumerKind, name: text, team: text.optional(), consumer })),
    next: z.int().nullable(),
  })
  .meta({ id: 'Consumers' });

export const ownedAnswer = z
  .object({
    items: z.array(z.object({ kind: z.enum(['data-product', 'application']), id: text, name: text })),
    next: z.int().nullable().meta({ description: 'Send it as `after` for what follows.' }),
  })
  .meta({ id: 'Owned' });

const side = z.looseObject({ userId: text.optional(), teamId: text.optional() });

export const standingAnswer = z
  .object({
    resource: text,
    usable: z
      .boolean()
      .meta({ description: 'Whether the caller, or a team of theirs, has access at this moment.' }),
    accesses: z
      .array(accessAnswer)
      .meta({ description: 'What runs or waits, of the caller, their teams, and what these own.' }),
    refusals: z
      .array(z.object({ side, access: text, since: instant }))
      .meta({ description: 'Refusals that bind: whoever asks on this side needs a person to grant again.' }),
    asking: z.array(z.object({ kind: consumerKind, name: text, consumer, preview: previewAnswer })).meta({
      description:
        'What asking would do now: for the caller, and for each team they may ask for. Products and applications ask as their team does.',
    }),
    more: z.boolean().meta({ description: 'The caller may ask for more teams than are named here.' }),
  })
  .meta({ id: 'StandingAtResource' });
