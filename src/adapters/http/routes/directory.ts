// /api/organization/directory: everybody of the organization as people look each other up.
import { z } from 'zod';
import { lookUp, type DirectoryPage, type DirectoryReads } from '../../../app/directory.ts';
import type { Language } from '../../../core/sentence.ts';
import { languageOf } from '../language.ts';
import { callerOf, type Server } from '../server.ts';
import { wireActions } from '../wire/action.ts';
import { wireMember } from '../wire/identity.ts';
import { directoryAnswer } from '../wire/teams.ts';

export function directoryRoutes(server: Server, directory: DirectoryReads): void {
  server.get(
    '/api/organization/directory',
    {
      config: { audience: 'reads' },
      schema: {
        summary: 'Look people up',
        description:
          'By name, with their teams, how they can sign in, and what the caller may change about them.',
        tags: ['Members'],
        querystring: z.object({
          q: z.string().max(500).optional().meta({
            description: 'Words that begin a word of the name or of the address before its `@`.',
          }),
          limit: z.coerce.number().int().min(1).max(200).default(50),
          after: z.coerce.number().int().min(0).default(0),
        }),
        response: { 200: directoryAnswer },
      },
    },
    async (request) => {
      const { q, limit, after } = request.query;
      const page = await lookUp(directory)({ words: q ?? null, after, limit }, callerOf(request));
      return wirePage(page, languageOf(request));
    },
  );
}

function wirePage(
  { items, next, actions }: DirectoryPage,
  language: Language,
): z.infer<typeof directoryAnswer> {
  return {
    items: items.map(({ person, teams, atProvider, actions: may }) => ({
      ...wireMember(person),
      teams: [...teams],
      signsInBy: [
        ...(person.hasAccount ? (['password'] as const) : []),
        ...(atProvider ? (['identity-provider'] as const) : []),
      ],
      unconfirmed: person.unconfirmed,
      actions: wireActions(may, language),
    })),
    next,
    actions: wireActions(actions, language),
  };
}
