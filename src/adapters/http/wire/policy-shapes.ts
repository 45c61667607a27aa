// Shapes of policies in bodies and answers: as they are written, as they are read, and what a draft of one would do.
// wire/policy.ts and wire/policy-preview.ts make the answers.
import { z } from 'zod';
import { action, awaiting, consumer } from './answers.ts';

const text = z.string();
const instant = z.iso.datetime();
const strategy = z.enum(['Auto', 'Simple', 'FourEyes', 'External']);

const approvers = z.looseObject({
  people: z.array(text).optional().meta({ description: 'By e-mail address.' }),
  teams: z.array(text).optional(),
});
const duration = text.meta({ description: 'Such as 8h, 90d, 2w or PT8H.' });

const setter = z
  .looseObject({ type: text, id: text, email: text.optional(), name: text.optional(), team: text.optional() })
  .nullable();

const policyFields = {
  strategy,
  ownTeam: z.enum(['auto', 'ask']),
  approvers: approvers.nullable(),
  fallback: approvers.nullable(),
  durations: z.array(duration).nullable(),
  defaultDuration: duration.meta({ description: 'A duration, or `none`.' }),
  maximumDuration: duration.nullable(),
  deadline: duration,
  external: z.looseObject({ key: text, name: text, url: text.nullish() }).nullable(),
  purposeByPerson: z.boolean(),
  endSessions: z.boolean(),
  inBrowser: z.boolean(),
  signIn: z
    .looseObject({ acr: z.array(text).nullish(), maxAge: duration.nullish() })
    .nullable()
    .meta({
      description: 'How whoever decides has to have signed in: one of these `acr`, this long ago at most.',
    }),
  followsDocument: z.boolean(),
};

const trusted = z.array(text).meta({ description: 'Teams whose requests are granted at once.' });

export const policyShape = z.looseObject(policyFields).extend({ trusted }).partial();

const proposal = z.looseObject({
  by: setter,
  at: instant,
  loosens: z.array(text),
  sentences: z.array(text).meta({ description: 'The policy as it would be, in plain words.' }),
  policy: z.looseObject(policyFields).extend({ trusted }),
});

/** What a policy means now, whether it holds or is only a draft. */
const prospect = {
  sentences: z.array(text).meta({ description: 'The policy in plain words.' }),
  whoWouldDecide: z.looseObject({
    people: z.array(z.looseObject({ person: text, email: text.optional(), name: text.optional() })),
    needed: z.number().int(),
    system: text.nullable(),
  }),
  warning: text.nullable().meta({ description: 'Said where nobody, or too few, could decide.' }),
};

export const policyPreviewAnswer = z
  .object({
    version: z.number().int().meta({ description: 'Of the policy that it was held against.' }),
    outcome: z.enum(['unchanged', 'changed', 'proposed']).meta({
      description: '`proposed`: it loosens a FourEyes policy and would wait for a second owner.',
    }),
    loosens: z.array(text),
    strategy,
    ...prospect,
    waiting: z.object({
      requests: z
        .array(
          z.object({
            access: text,
            consumer,
            effect: z.enum(['granted', 'undecidable', 'allow-void', 'others-decide', 'none']).meta({
              description:
                '`granted`: at once, by the system. `undecidable`: fewer may decide it than have to. `allow-void`: a first yes would count no more. `others-decide`: other people, or more or fewer of them.',
            }),
            awaiting: awaiting.optional().meta({ description: 'Who would have to act next.' }),
          }),
        )
        .meta({ description: 'Requests that wait, the longest waiting first.' }),
      more: z.boolean().meta({ description: 'More wait than were looked at.' }),
    }),
  })
  .meta({ id: 'PolicyPreview' });

export const policyAnswer = z
  .looseObject({
    resource: text,
    version: z.number().int(),
    ...policyFields,
    trusted,
    strategySetBy: setter,
    trustedSetBy: z.record(text, setter),
    ...prospect,
    proposal: proposal.nullable().meta({ description: 'A loosening that waits for a second owner.' }),
    actions: z.record(text, action).meta({
      description:
        'What the caller may do: `change` it, and where something is proposed `confirm` or `withdraw` that.',
    }),
  })
  .meta({ id: 'Policy' });

export const proposedAnswer = z
  .looseObject({ status: z.literal('proposed'), detail: text, loosens: z.array(text), proposal })
  .meta({ id: 'ProposedPolicy', description: 'Kept until a second owner sends the same.' });
