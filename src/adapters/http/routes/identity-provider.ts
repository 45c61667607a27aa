// /api/identity-provider: what the groups of the identity provider mean here, and what was seen of it. Administrators say
// so as people and not by a key of the organization, because whoever writes these rules can give a role to any account.
// The provider itself is set up in the environment; its secret is shown nowhere.
import { z } from 'zod';
import type { ProviderPorts } from '../../../app/identity-provider.ts';
import { putProviderRules } from '../../../app/put-provider-rules.ts';
import { initialRules, unknownGroups, type ProviderRules } from '../../../core/identity-provider.ts';
import { mayRule } from '../../../core/own-actions.ts';
import type { TeamId } from '../../../core/ids.ts';
import { formatDuration, parseDuration } from '../../../core/time.ts';
import { languageOf } from '../language.ts';
import { callerOf, type Server } from '../server.ts';
import { wireActions } from '../wire/action.ts';
import { action, emptyAnswer } from '../wire/answers.ts';

const tags = ['Organization'];
const word = z.string().trim().min(1).max(500);

const groupRule = z
  .object({
    group: word,
    team: word.optional(),
    role: word.optional().meta({ description: 'In the team; absent: Member.' }),
    installation: z.enum(['administrator', 'auditor']).optional(),
  })
  .refine((rule) => (rule.team === undefined) !== (rule.installation === undefined), {
    error: 'names either a team or a role in the installation',
  })
  .refine((rule) => rule.installation === undefined || rule.role === undefined, {
    error: 'has a role only with a team',
    path: ['role'],
  })
  .meta({ id: 'GroupRule', description: 'What a group gives: a role in a team, or in the installation.' });

const goneAfter = z
  .string()
  .refine((text) => text === 'none' || parseDuration(text) !== undefined, {
    error: 'has to be a duration such as 3d, or none',
  })
  .meta({
    description:
      'How long after the provider has stopped vouching for somebody they have left; `none`: at once. Their sessions end and their keys rest from the first moment.',
  });

const rulesBody = z.object({
  groups: z.array(groupRule).max(5000).default([]),
  admit: z.array(word).min(1).max(1000).nullish().meta({
    description: 'Only members of one of these groups may come in; whoever loses all of them has left.',
  }),
  goneAfter: goneAfter.optional(),
});

const providerAnswer = z
  .object({
    configured: z
      .object({
        issuer: z.string(),
        clientId: z.string(),
        scopes: z.string(),
        groupsClaim: z.string(),
        name: z.string(),
        callback: z.string().meta({ description: 'The redirect address that the provider has to know.' }),
      })
      .nullable()
      .meta({ description: 'From the environment; null where no provider is set up.' }),
    groups: z.array(groupRule),
    admit: z.array(z.string()).nullable(),
    goneAfter,
    unknownGroups: z
      .array(z.object({ group: z.string(), people: z.number().int() }))
      .meta({ description: 'Groups that people have and no rule knows. They give nothing.' }),
    people: z.number().int().meta({ description: 'How many come in by the provider.' }),
    unconfirmed: z.number().int().meta({ description: 'For how many of them it has stopped vouching.' }),
    actions: z.object({ change: action }),
  })
  .meta({ id: 'IdentityProvider' });

export function identityProviderRoutes(server: Server, ports: ProviderPorts, callback: string): void {
  const { provider, accounts } = ports;

  server.get(
    '/api/identity-provider',
    {
      config: { audience: 'audits' },
      schema: {
        summary: 'Read how people come in by the identity provider',
        tags,
        response: { 200: providerAnswer },
      },
    },
    async (request) => {
      const [rules, groups, count] = await Promise.all([
        accounts.rules(),
        accounts.groups(),
        accounts.count(),
      ]);
      const unknown = new Set(
        unknownGroups(
          rules,
          groups.map((one) => one.group),
        ),
      );
      return {
        configured: provider && {
          issuer: provider.issuer,
          clientId: provider.clientId,
          scopes: provider.scopes,
          groupsClaim: provider.groupsClaim,
          name: provider.name,
          callback,
        },
        ...wireRules(rules),
        unknownGroups: groups.filter((one) => unknown.has(one.group)),
        ...count,
        actions: wireActions({ change: mayRule(callerOf(request).principal) }, languageOf(request)),
      };
    },
  );

  server.put(
    '/api/identity-provider',
    {
      config: { audience: 'administrators', problems: ['reference_unknown', 'decided_meanwhile'] },
      schema: {
        summary: 'Say what the groups of the identity provider mean',
        description:
          'The whole of it: what is absent goes back to the beginning. Roles that a group gave are taken away with the rule; what was written by hand stays.',
        tags,
        body: rulesBody,
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) => {
      await putProviderRules(ports)(rulesFrom(request.body), callerOf(request));
      return reply.send();
    },
  );
}

function rulesFrom({ groups, admit = null, goneAfter }: z.output<typeof rulesBody>): ProviderRules {
  return {
    groups: groups.map(({ group, team, role = 'Member', installation }) =>
      installation ? { group, installation } : { group, team: team as TeamId, role },
    ),
    admit,
    goneAfter:
      goneAfter === undefined ? initialRules.goneAfter : goneAfter === 'none' ? 0 : parseDuration(goneAfter)!,
  };
}

function wireRules({ groups, admit, goneAfter }: ProviderRules) {
  return {
    groups: groups.map((rule) => ({ ...rule })),
    admit: admit && [...admit],
    goneAfter: goneAfter === 0 ? 'none' : formatDuration(goneAfter),
  };
}
