// Shapes of what pages show of teams and people: the tree, who is in a team, the directory.
import { z } from 'zod';
import { action } from './answers.ts';
import { memberAnswer } from './identity.ts';

const text = z.string();
const named = z.object({ id: text, name: text });

const teamOfTree = z.object({
  id: text,
  name: text,
  type: text,
  description: text.nullable().meta({ description: 'Its beginning, where it is long.' }),
  tags: z.array(text),
  above: z.array(named).meta({ description: 'The teams above, the top first.' }),
  below: z.int().meta({ description: 'How many teams are right below it.' }),
  people: z.int().meta({ description: 'How many were put into it and have not left.' }),
  owns: z.object({
    kinds: z.array(z.object({ kind: text, count: z.int() })),
    complete: z.boolean().meta({ description: 'False: it owns more; the first fifty were counted.' }),
  }),
});

export const teamTreeAnswer = z
  .object({
    teams: z.array(teamOfTree),
    complete: z.boolean().meta({ description: 'False: there are more than are given here.' }),
    actions: z.object({ add: action }),
  })
  .meta({ id: 'TeamTree' });

const roleInTeam = z.object({
  role: text.meta({ description: 'In the words of its source.' }),
  actsAs: z.enum(['owner', 'approver', 'member']).meta({ description: 'What it means to decisions.' }),
  from: named
    .nullable()
    .meta({ description: 'The team above that gives it; null where this very team does.' }),
  byGroup: z.boolean().meta({ description: 'A group of the identity provider gives it.' }),
});

export const teamRosterAnswer = z
  .object({
    ...named.shape,
    above: z.array(named).meta({ description: 'The top first.' }),
    below: z.array(named),
    moreBelow: z.boolean(),
    people: z
      .array(
        z.object({
          person: text,
          emailAddress: text,
          name: text.nullable(),
          hasLeft: z.boolean(),
          decides: z
            .boolean()
            .meta({ description: 'As owner or approver, or because nobody in the team is one.' }),
          roles: z.array(roleInTeam),
        }),
      )
      .meta({ description: 'Whoever can do most first.' }),
    actions: z.object({ edit: action, move: action, register: action, delete: action }),
  })
  .meta({ id: 'TeamRoster' });

export const directoryAnswer = z
  .object({
    items: z.array(
      memberAnswer.extend({
        teams: z.array(z.object({ id: text, name: text, role: text })),
        signsInBy: z
          .array(z.enum(['password', 'identity-provider']))
          .meta({ description: 'Empty: they cannot sign in yet.' }),
        unconfirmed: z
          .boolean()
          .meta({ description: 'The identity provider has stopped vouching for them.' }),
        actions: z.object({ change: action, leave: action, invite: action, erase: action }),
      }),
    ),
    next: z.int().nullable().meta({ description: 'Send it as `after` for what follows.' }),
    actions: z.object({ add: action }),
  })
  .meta({ id: 'Directory' });
