// Lists of agreements for people: mine with what ends next, who has access to a resource, what a team gives and takes, what
// an application has; and for whom the caller may ask. The items say who must act next and what the caller may do, so pages are shorter than
// those of /api/access, which programs read.
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sidesOf, teamsSpokenFor, type Show, type Whose } from '../../../app/agreements.ts';
import type { PersonId, TeamId } from '../../../core/ids.ts';
import { noSuch } from '../../../core/no-such.ts';
import { Problem } from '../../../core/problem.ts';
import type { Principal } from '../../../core/principal.ts';
import { resourceAddresses, resourceIdOf, resourceNotFound } from '../resource-address.ts';
import { callerOf, type Server } from '../server.ts';
import { showMany } from '../shown.ts';
import { wireAccess } from '../wire/access.ts';
import { agreementsAnswer, consumersAnswer, ownedAnswer } from '../wire/agreements.ts';
import type { StandingDeps } from './standing.ts';

const page = {
  show: z.enum(['live', 'waiting', 'all']).default('live').meta({
    description:
      '`live`: granted or suspended, what ends first first. `waiting`: the longest first. `all`: the newest first.',
  }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(60).optional().meta({ description: 'The `next` of the page before.' }),
};

export function agreementRoutes(server: Server, deps: StandingDeps): void {
  mineRoutes(server, deps);
  ownedRoutes(server, deps);
  for (const { path, params, hide } of resourceAddresses)
    server.get(
      `${path}/access`,
      {
        config: { audience: 'reads', problems: ['resource_not_found'] },
        schema: {
          summary: 'Who has access to a resource, or waits for it',
          tags: ['Resources'],
          hide,
          params,
          querystring: z.object(page),
          response: { 200: agreementsAnswer },
        },
      },
      async (request) => {
        const resource = resourceIdOf(request);
        if (!(await deps.agreements.resource(resource))) throw resourceNotFound(resource);
        return pageOf(deps, request, { resource }, request.query);
      },
    );

  server.get(
    '/api/teams/:id/access',
    {
      config: { audience: 'reads', problems: ['team_not_found'] },
      schema: {
        summary: 'What a team uses, or what it has given to others',
        description: 'As `owner` its resources come one after the other.',
        tags: ['Teams'],
        params: z.object({ id: z.string().min(1).max(256) }),
        querystring: z.object({ as: z.enum(['consumer', 'owner']).default('consumer'), ...page }),
        response: { 200: agreementsAnswer },
      },
    },
    async (request) => {
      const id = request.params.id as TeamId;
      if ((await deps.agreements.nameOfTeam(id)) === null) throw teamNotFound(id);
      const whose: Whose = request.query.as === 'owner' ? { owner: id } : { sides: [`team:${id}`] };
      return pageOf(deps, request, whose, request.query);
    },
  );
}

function mineRoutes(server: Server, deps: StandingDeps): void {
  server.get(
    '/api/me/access',
    {
      config: { audience: 'reads' },
      schema: {
        summary: 'What I have and ask for, by myself and through my teams',
        tags: ['Access'],
        querystring: z.object({
          ...page,
          teams: z
            .enum(['with', 'without'])
            .default('with')
            .meta({ description: '`without`: only what is for the caller in person.' }),
        }),
        response: { 200: agreementsAnswer },
      },
    },
    async (request) => {
      const { principal } = callerOf(request);
      const all = await sidesOf(deps.agreements, principal);
      const sides = request.query.teams === 'with' ? all : all.filter((side) => side.startsWith('person:'));
      return pageOf(deps, request, { sides }, request.query);
    },
  );

  server.get(
    '/api/me/consumers',
    {
      config: { audience: 'reads' },
      schema: {
        summary: 'For whom I may ask',
        description:
          'The caller, their teams, and data products and applications of these. Keys of an organization may ask for anybody and are told nobody.',
        tags: ['Access'],
        querystring: z.object({
          q: z.string().max(500).optional().meta({ description: 'Words that begin a word of the name.' }),
          limit: page.limit,
          after: z.coerce.number().int().min(0).optional(),
        }),
        response: { 200: consumersAnswer },
      },
    },
    async (request) => consumersOf(deps, callerOf(request).principal, request.query),
  );
}

/** What a team owns that gets access as itself, and what an application has. */
function ownedRoutes(server: Server, deps: StandingDeps): void {
  const params = z.object({ id: z.string().min(1).max(256) });
  server.get(
    '/api/teams/:id/owned',
    {
      config: { audience: 'reads', problems: ['team_not_found'] },
      schema: {
        summary: 'Data products and applications of a team',
        description: 'The products first, each the oldest first. Its resources are in `/api/catalog`.',
        tags: ['Teams'],
        params,
        querystring: z.object({
          limit: page.limit,
          after: z.coerce.number().int().min(0).default(0),
        }),
        response: { 200: ownedAnswer },
      },
    },
    async (request) => {
      const id = request.params.id as TeamId;
      const { after, limit } = request.query;
      if ((await deps.agreements.nameOfTeam(id)) === null) throw teamNotFound(id);
      const { items, next } = await deps.agreements.ownedConsumers([id], null, after, limit);
      return {
        items: items.flatMap(({ kind, id: of, name }) => (kind === 'team' ? [] : [{ kind, id: of, name }])),
        next,
      };
    },
  );

  server.get(
    '/api/applications/:id/access',
    {
      config: { audience: 'reads', problems: ['application_not_found'] },
      schema: {
        summary: 'What an application has, or waits for',
        tags: ['Applications'],
        params,
        querystring: z.object(page),
        response: { 200: agreementsAnswer },
      },
    },
    async (request) => {
      const { id } = request.params;
      if (!(await deps.agreements.hasApplication(id)))
        throw new Problem('application_not_found', { detail: noSuch('application', id) });
      return pageOf(deps, request, { application: id }, request.query);
    },
  );
}

function teamNotFound(id: string): Problem {
  return new Problem('team_not_found', { detail: noSuch('team', id) });
}

async function pageOf(
  deps: StandingDeps,
  request: FastifyRequest,
  whose: Whose,
  { show, after, limit }: { show: Show; after?: string | undefined; limit: number },
): Promise<z.infer<typeof agreementsAnswer>> {
  const { ids, next } = await deps.agreements.page(whose, show, after ?? null, limit);
  return { items: (await showMany(deps, ids, callerOf(request))).map(wireAccess), next };
}

async function consumersOf(
  { agreements, reads }: StandingDeps,
  principal: Principal,
  { q, limit, after }: { q?: string | undefined; limit: number; after?: number | undefined },
): Promise<z.infer<typeof consumersAnswer>> {
  const teams = await teamsSpokenFor(agreements, principal);
  const owned = await agreements.ownedConsumers(
    teams.map(({ team }) => team),
    q ?? null,
    after ?? 0,
    limit,
  );
  const fits = (name: string) => name.toLowerCase().includes((q ?? '').trim().toLowerCase());
  const first = after === undefined ? [...(await selfOf(reads, principal)), ...teams.map(teamChoice)] : [];
  return {
    items: [
      ...first.filter(({ name }) => fits(name)),
      ...owned.items.map(({ kind, id, name, team }) => ({
        kind,
        name,
        team: team as string,
        consumer: kind === 'application' ? { applicationId: id } : { dataProductId: id },
      })),
    ],
    next: owned.next,
  };
}

async function selfOf(reads: StandingDeps['reads'], principal: Principal) {
  if (principal.type !== 'person') return [];
  const id: PersonId = principal.id;
  const known = (await reads.people([id])).get(id);
  return [
    {
      kind: 'person' as const,
      name: known?.name ?? known?.email ?? id,
      consumer: { userId: known?.email ?? id },
    },
  ];
}

function teamChoice({ team, name }: { team: TeamId; name: string }) {
  return { kind: 'team' as const, name, team: team as string, consumer: { teamId: team } };
}
