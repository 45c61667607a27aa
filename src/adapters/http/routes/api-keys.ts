// /api/api-keys. The Entropy API makes and deletes keys of teams only, for organization keys only; here everybody may
// keep the keys that are theirs to keep (core/api-key.ts), and list them. The secret is in the answer that makes the key
// and nowhere else, so a repeated Idempotency-Key is refused and makes none.
import { z } from 'zod';
import type { IdentityPorts } from '../../../app/identity.ts';
import { createKey, revokeKey } from '../../../app/keep-keys.ts';
import { keyScopes } from '../../../core/api-key.ts';
import type { KeyId, Mint, TeamId } from '../../../core/ids.ts';
import { keyActions } from '../../../core/own-actions.ts';
import { languageOf } from '../language.ts';
import { linkNext, pageQuery } from '../paging.ts';
import { callerOf, type Server } from '../server.ts';
import { wireActions } from '../wire/action.ts';
import { emptyAnswer } from '../wire/answers.ts';
import { expiry, listedKeyAnswer, newKeyAnswer, wireKey, wireListedKey } from '../wire/identity.ts';
import { roverTokenText } from '../wire/rover-token.ts';

export interface ApiKeyDeps {
  readonly identity: IdentityPorts;
  readonly mint: Mint;
  readonly publicUrl: string;
}

const pageSize = 1000;

export function apiKeyRoutes(server: Server, { identity, mint, publicUrl }: ApiKeyDeps): void {
  server.post(
    '/api/api-keys',
    {
      config: {
        audience: 'credentials',
        problems: [
          'auditor_reads_only',
          'not_permitted',
          'not_an_owner',
          'team_not_found',
          'period_past',
          'period_too_long',
          'too_many_keys',
          'secret_shown_once',
        ],
      },
      schema: {
        summary: 'Make an API key',
        description:
          'Administrators and organization keys make keys of any team and of the organization, owners make keys of their teams, and everybody makes their own.',
        tags: ['API keys'],
        body: z.looseObject({
          scope: z.enum(keyScopes),
          displayName: z.string().trim().min(1).max(200).nullish(),
          teamId: z.string().min(1).max(256).nullish(),
          expiresAt: expiry.nullish().meta({ description: 'The last day on which it works, or an instant.' }),
        }),
        response: { 201: newKeyAnswer },
      },
    },
    async (request, reply) => {
      const { scope, displayName = null, teamId = null, expiresAt = null } = request.body;
      const wanted = { scope, displayName, team: teamId as TeamId | null, expiresAt };
      const { key, token } = await createKey(identity, mint)(wanted, callerOf(request));
      const roverToken = key.kind === 'rover' ? roverTokenText(key, token, publicUrl) : undefined;
      return reply.status(201).send({ ...wireKey(key), key: token, ...(roverToken && { roverToken }) });
    },
  );

  server.get(
    '/api/api-keys',
    {
      config: { audience: 'reads' },
      schema: {
        summary: 'List the keys that you may know about',
        description: 'Your own, those of teams that you own; all of them for administrators and auditors.',
        tags: ['API keys'],
        querystring: z.object({ after: pageQuery.after }),
        response: { 200: z.array(listedKeyAnswer) },
      },
    },
    async (request, reply) => {
      const { principal } = callerOf(request);
      const { after = 0 } = request.query;
      const page = await identity.keys.page(principal, after, pageSize, identity.clock.now());
      if (page.next !== null) linkNext(request, reply, 0, page.next);
      return page.items.map((one) => ({
        ...wireListedKey(one),
        actions: wireActions(keyActions(principal, one.key, one.roster), languageOf(request)),
      }));
    },
  );

  server.delete(
    '/api/api-keys/:id',
    {
      config: { audience: 'credentials', problems: ['key_unknown', 'not_permitted', 'not_an_owner'] },
      schema: {
        summary: 'Revoke an API key, at once',
        tags: ['API keys'],
        params: z.object({ id: z.string().min(1).max(256) }),
        response: { 204: emptyAnswer },
      },
    },
    async (request, reply) => {
      await revokeKey(identity)(request.params.id as KeyId, callerOf(request));
      return reply.status(204).send();
    },
  );
}
