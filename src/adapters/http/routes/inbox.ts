// /api/inbox: what waits for the caller, the longest first. The sides of a request (core/inbox.ts) find candidates
// through an index; whether this very caller may decide is then asked of the core, so that the inbox never offers what
// a click would refuse.
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { decideMany, type DecidedOne } from '../../../app/decide-many.ts';
import { stateAt } from '../../../core/access.ts';
import type { Action, ActionName } from '../../../core/actions.ts';
import type { AccessId } from '../../../core/ids.ts';
import type { InboxSide } from '../../../core/inbox.ts';
import type { Principal } from '../../../core/principal.ts';
import { endOfTime } from '../../../core/time.ts';
import { languageOf } from '../language.ts';
import { problemBody } from '../problems.ts';
import { callerOf, type Server } from '../server.ts';
import { showMany, type AccessDeps } from '../shown.ts';
import { wireAccess } from '../wire/access.ts';
import { accessAnswer } from '../wire/answers.ts';

const query = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(300).optional().meta({ description: 'The `next` of the page before.' }),
});

const decideBody = z
  .object({
    verdict: z.enum(['allow', 'deny']),
    comment: z.string().max(100_000).nullish(),
    items: z
      .array(
        z.object({
          id: z.string().min(1).max(256),
          version: z.int().min(1).nullish().meta({ description: '`approval.version` as it was shown.' }),
          seen: z
            .string()
            .max(256)
            .nullish()
            .meta({ description: 'Fingerprint of the request as it was shown.' }),
        }),
      )
      .min(1)
      .max(100)
      .refine(
        (items) => new Set(items.map(({ id }) => id)).size === items.length,
        'an access stands in it twice',
      ),
  })
  .meta({ id: 'Decisions' });

const decidedAnswer = z
  .object({
    outcomes: z
      .array(
        z.union([
          z.object({ id: z.string(), decided: z.literal(true), state: z.string(), version: z.int() }),
          z.object({
            id: z.string(),
            decided: z.literal(false),
            problem: z.looseObject({
              code: z.string(),
              title: z.string(),
              detail: z.string(),
              status: z.int(),
            }),
          }),
        ]),
      )
      .meta({ description: 'One for each item, in their order.' }),
  })
  .meta({ id: 'Decided' });

const answer = z.object({ items: z.array(accessAnswer), next: z.string().nullable() }).meta({ id: 'Inbox' });

export function inboxRoutes(server: Server, deps: AccessDeps): void {
  decideRoute(server, deps);
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
        items: shown.filter((one) => one.next && waitsFor(one.next.actions)).map(wireAccess),
        next: last && places.length === limit ? `${last.askedAt}.${last.request}` : null,
      };
    },
  );
}

function decideRoute(server: Server, { ports }: AccessDeps): void {
  server.post(
    '/api/inbox/decide',
    {
      config: { audience: 'writes' },
      schema: {
        summary: 'Give several requests the same verdict',
        description:
          'Each is judged by itself, by its own policy, and answered by itself: one that is refused holds up no other. With an `Idempotency-Key` each is remembered by itself, so that sending the same again does what was left undone.',
        tags: ['Access'],
        body: decideBody,
        response: { 200: decidedAnswer },
      },
    },
    async (request) => {
      const { verdict, comment, items } = request.body;
      const chosen = items.map(({ id, version, seen }) => ({
        id: id as AccessId,
        version: version ?? null,
        seen: seen ?? null,
      }));
      const outcomes = await decideMany(ports)(verdict, comment ?? null, chosen, callerOf(request));
      for (const one of outcomes)
        if ('problem' in one && one.problem.kind === 'broken')
          request.log.error({ access: one.id, err: one.problem }, 'one of several decisions broke');
      return { outcomes: outcomes.map((one) => outcomeOf(one, request)) };
    },
  );
}

function outcomeOf(
  one: DecidedOne,
  request: FastifyRequest,
): z.infer<typeof decidedAnswer>['outcomes'][number] {
  if ('problem' in one)
    return {
      id: one.id,
      decided: false,
      problem: problemBody(one.problem, request.url, languageOf(request)),
    };
  const { access, now } = one.acted;
  return { id: one.id, decided: true, state: stateAt(access, now), version: access.version };
}

/** Whoever has agreed under four eyes could still say no, but it waits for the other one. */
function waitsFor({ approve, reject }: Record<ActionName, Action>): boolean {
  const hasAgreed = !approve.allowed && approve.code === 'agreed_already';
  return !hasAgreed && [approve, reject].some(isWithinReach);
}

/** Signing in once more is up to the caller, so what takes no more than that waits for them. */
function isWithinReach(action: Action): boolean {
  return action.allowed || action.stepUp !== undefined;
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
  const isPlace = askedAt && request && /^\d{1,15}$/.test(askedAt) && Number(askedAt) <= endOfTime;
  return isPlace ? { askedAt: Number(askedAt), request } : null;
}
