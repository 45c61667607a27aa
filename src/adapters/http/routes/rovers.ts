// /api/rovers: Rover files, one for each application of a team, applied whole. The id is the team's, two hyphens, and the
// name that the file gives itself. `roverctl` has addresses of its own for the same.
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { applyRover, planRover } from '../../../app/apply-rover.ts';
import { deleteRover, planRoverDeletion } from '../../../app/delete-rover.ts';
import { deleteSpecification, putSpecification } from '../../../app/put-specification.ts';
import { readRover } from '../../../app/read-rover.ts';
import { renewRover } from '../../../app/renew-rover.ts';
import type { RoverOutcome, RoverPorts } from '../../../app/rover.ts';
import { idParams as params, pagingOf, sendPage, severalOf } from '../catalog-deps.ts';
import { languageOf } from '../language.ts';
import { pageQuery } from '../paging.ts';
import { problemBody } from '../problems.ts';
import { callerOf, type Server } from '../server.ts';
import type { AccessDeps } from '../shown.ts';
import { emptyAnswer } from '../wire/answers.ts';
import { peopleInRover, renewedAnswer, roverAnswer, roverDocumentAnswer, wireRover } from '../wire/rover.ts';

export interface RoverDeps extends AccessDeps {
  readonly rover: RoverPorts;
}

const tags = ['Rover files'];
const base = '/api/rovers';

const document = z.looseObject({}).meta({
  id: 'RoverFile',
  description: 'The document of the file, as JSON, with placeholders filled in.',
});

const applyProblems = [
  'invalid_field',
  'reference_unknown',
  'not_an_owner',
  'keys_do_not_decide',
  'in_use',
  'decided_meanwhile',
] as const;

export function roverRoutes(server: Server, deps: RoverDeps): void {
  readRoutes(server, deps);
  writeRoutes(server, deps);
  planRoutes(server, deps);
  specificationRoutes(server, deps);
}

function readRoutes(server: Server, deps: RoverDeps): void {
  server.get(
    base,
    {
      config: { audience: 'reads' },
      schema: {
        summary: 'List Rover files, oldest first',
        tags,
        querystring: z.object({
          ...pageQuery,
          team: severalOf(z.string().max(256)).meta({ description: 'Teams; may be repeated.' }),
        }),
        response: {
          200: z.array(
            z.object({
              id: z.string(),
              team: z.string(),
              name: z.string(),
              zone: z.string(),
              appliedAt: z.iso.datetime(),
            }),
          ),
        },
      },
    },
    async (request, reply) => {
      const { team = [], ...query } = request.query;
      const page = await deps.rover.rovers.page(team, pagingOf(query));
      const items = page.items.map(({ id, team, name, zone, appliedAt }) => ({
        id,
        team,
        name,
        zone,
        appliedAt: new Date(appliedAt).toISOString(),
      }));
      return [...sendPage(request, reply, query, { ...page, items })];
    },
  );

  server.get(
    `${base}/:id`,
    {
      config: { audience: 'reads', problems: ['rover_not_found'] },
      schema: {
        summary: 'Read a Rover file, and how far it has come',
        tags,
        params,
        response: { 200: roverDocumentAnswer },
      },
    },
    async (request) => {
      const { rover, outcome } = await readRover({ ...deps.rover, ...deps.ports })(request.params.id);
      return {
        ...(await shown(deps, outcome, request)),
        appliedAt: new Date(rover.appliedAt).toISOString(),
        document: rover.document,
      };
    },
  );
}

function writeRoutes(server: Server, deps: RoverDeps): void {
  server.put(
    `${base}/:id`,
    {
      config: { audience: 'writes', problems: applyProblems },
      schema: {
        summary: 'Apply a Rover file',
        description:
          'All of it or nothing, in one transaction. What has not changed in the file since the last time is left alone, so applying it again asks for nothing that has expired or was refused.',
        tags,
        params,
        body: document,
        response: { 200: roverAnswer },
      },
    },
    async (request) => {
      const { id } = request.params;
      const outcome = await applyRover(deps.rover)(id, request.body, callerOf(request));
      return shown(deps, outcome ?? (await present(deps, id)), request);
    },
  );

  server.delete(
    `${base}/:id`,
    {
      config: { audience: 'writes', problems: ['rover_not_found', 'not_an_owner', 'decided_meanwhile'] },
      schema: {
        summary: 'Delete a Rover file',
        description:
          'What it subscribes to is given back, what it exposes is exposed no more, and its application is gone.',
        tags,
        params,
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) => {
      await deleteRover(deps.rover)(request.params.id, callerOf(request));
      return reply.send();
    },
  );

  server.post(
    `${base}/:id/renew`,
    {
      config: { audience: 'writes', problems: ['rover_not_found'] },
      schema: {
        summary: 'Ask for more time for what a Rover file subscribes to',
        description: 'For what has expired, and for what ends within thirty days.',
        tags,
        params,
        response: { 200: renewedAnswer },
      },
    },
    async (request) => {
      const { id } = request.params;
      const renewed = await renewRover({ ...deps.rover, ...deps.ports })(id, callerOf(request));
      const language = languageOf(request);
      return {
        renewed: renewed.map(({ access, key, problem }) => {
          const { code, title, detail } = problem ? problemBody(problem, request.url, language) : noProblem;
          return {
            access,
            name: key,
            asked: problem === null,
            ...(problem && { problem: { code, title, detail } }),
          };
        }),
        rover: await shown(deps, await present(deps, id), request),
      };
    },
  );
}

const noProblem = { code: '', title: '', detail: '' };

function planRoutes(server: Server, deps: RoverDeps): void {
  server.post(
    `${base}/:id/plan`,
    {
      config: { audience: 'writes', problems: applyProblems },
      schema: {
        summary: 'What applying a Rover file would do now',
        description:
          'What would be asked, granted and ended, and who would have to agree. Nothing is changed.',
        tags,
        params,
        body: document,
        response: { 200: roverAnswer },
      },
    },
    async (request) => {
      const { id } = request.params;
      return shown(deps, await planRover(deps.rover)(id, request.body, callerOf(request)), request);
    },
  );

  server.post(
    `${base}/:id/plan-deletion`,
    {
      config: { audience: 'writes', problems: ['rover_not_found', 'not_an_owner', 'decided_meanwhile'] },
      schema: {
        summary: 'What deleting a Rover file would do now',
        tags,
        params,
        response: { 200: roverAnswer },
      },
    },
    async (request) =>
      shown(deps, await planRoverDeletion(deps.rover)(request.params.id, callerOf(request)), request),
  );
}

const specifications = [
  { path: '/api/apispecifications', space: 'path', what: 'an API' },
  { path: '/api/eventspecifications', space: 'event', what: 'an event type' },
] as const;

function specificationRoutes(server: Server, { rover }: RoverDeps): void {
  for (const { path, space, what } of specifications) {
    server.put(
      `${path}/:id`,
      {
        config: {
          audience: 'writes',
          problems: ['invalid_field', 'reference_unknown', 'not_an_owner', 'decided_meanwhile'],
        },
        schema: {
          summary: `Describe ${what}`,
          description:
            space === 'path'
              ? 'An OpenAPI 3 or Swagger 2 document, as JSON. Its scopes are what can be asked for.'
              : 'An EventSpecification, as JSON.',
          tags,
          params,
          body: z.looseObject({}),
          response: { 200: emptyAnswer },
        },
      },
      async (request, reply) => {
        await putSpecification(rover)(space, request.params.id, request.body, callerOf(request));
        return reply.send();
      },
    );

    server.delete(
      `${path}/:id`,
      {
        config: {
          audience: 'writes',
          problems: ['specification_not_found', 'not_an_owner', 'decided_meanwhile'],
        },
        schema: {
          summary: `Withdraw the description of ${what}`,
          tags,
          params,
          response: { 200: emptyAnswer },
        },
      },
      async (request, reply) => {
        await deleteSpecification(rover)(space, request.params.id, callerOf(request));
        return reply.send();
      },
    );
  }
}

async function present(deps: RoverDeps, id: string): Promise<RoverOutcome> {
  return (await readRover({ ...deps.rover, ...deps.ports })(id)).outcome;
}

async function shown(deps: RoverDeps, outcome: RoverOutcome, request: FastifyRequest) {
  const people = await deps.reads.people(peopleInRover(outcome));
  return wireRover(outcome, people, languageOf(request));
}
