// /api/inbox: what waits for the caller, the longest first. The sides of a request (core/inbox.ts) find candidates
// through an index; whether this very caller may decide is then asked of the core, so that the inbox never offers what
// a click would refuse.
import { z } from 'zod';
import type { InboxSide } from '../../../core/inbox.ts';
import type { Principal } from '../../../core/principal.ts';
import { callerOf, type Server } from '../server.ts';
import { showMany, type AccessDeps } from '../shown.ts';
import { accessAnswer } from '../wire/answers.ts';
import { wireAccess } from '../wire/access.ts';

const query = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(300).optional().meta({ description: 'The `next` of the page before.' }),
});

const answer = z.object({ items: z.array(accessAnswer), next: z.string().nullable() }).meta({ id: 'Inbox' });

export function inboxRoutes(server: Server, deps: AccessDeps): void {
  server.get(
    '/api/inbox',
    {
      config: { audience: 'reads' },
      schema: {
        summary: 'What waits for me, the longest first',
        tags: ['Access'],
        querystring: query,
        response: { 200: answer },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { limit, after } = request.query;
      const places = await deps.reads.inbox(await sidesOf(deps, caller.principal), placeFrom(after), limit);
      const shown = await showMany(
        deps,
        places.map((place) => place.access),
        caller,
      );
      const last = places.at(-1);
      return {
        items: shown
          .filter((one) => one.next?.actions.approve.allowed || one.next?.actions.reject.allowed)
          .map(wireAccess),
        next: last && places.length === limit ? `${last.askedAt}.${last.request}` : null,
      };
    },
  );
}

/** People look through the teams they belong to; a key through its team, or through what waits for it alone. */
async function sidesOf({ reads }: AccessDeps, principal: Principal): Promise<InboxSide[]> {
  switch (principal.type) {
    case 'person':
      return [
        ...(await reads.sidesOf(principal.id)),
        ...(principal.key ? [`key:${principal.key}` as const] : []),
      ];
    case 'team-key':
      return [`team:${principal.team}`, `key:${principal.id}`];
    case 'organization-key':
      return [`key:${principal.id}`];
    case 'system':
      return [];
  }
}

function placeFrom(after: string | undefined): { askedAt: number; request: string } | null {
  const [askedAt, request] = after?.split('.') ?? [];
  return askedAt && request && /^\d{1,15}$/.test(askedAt) ? { askedAt: Number(askedAt), request } : null;
}
