// /rover/api: Rover files and what belongs to them, as `roverctl` speaks. It puts one document after the other, asks each
// second how it stands until that is `complete` or `blocked`, and after a delete until it is gone. Here all of that is done
// when the answer leaves, so the first question is answered for good. What decides is behind /api/rovers; these are other
// addresses of the same. Whom a call is for stands in the token, and the address has to name the same team.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { applyRover } from '../../../app/apply-rover.ts';
import { deleteRover } from '../../../app/delete-rover.ts';
import { deleteSpecification, putSpecification } from '../../../app/put-specification.ts';
import { readRover, type ReadRover } from '../../../app/read-rover.ts';
import {
  keepDocument,
  keptKinds,
  removeDocument,
  unknown,
  type DocumentStore,
  type Kept,
  type KeptKind,
  type KeptReads,
} from '../../../app/rover-documents.ts';
import type { JsonObject } from '../../../app/documents.ts';
import type { AccessReads, Ports } from '../../../app/ports.ts';
import type { RoverPorts } from '../../../app/rover.ts';
import type { TeamId } from '../../../core/ids.ts';
import { Problem } from '../../../core/problem.ts';
import { idOfOwn, nameInFiles, nameOfOwn } from '../../../core/rover-token.ts';
import { answerFault } from '../problems.ts';
import { callerOf, type Server } from '../server.ts';
import { emptyAnswer } from '../wire/answers.ts';
import { infoAnswer, wireApplication, wireInfo, wireShallow } from '../wire/rover-info.ts';
import {
  referenceTo,
  specOf,
  statusAnswer,
  statusOf,
  waitingIn,
  type People,
  type RoverStatus,
} from '../wire/rover-status.ts';

export interface RoverApiDeps {
  readonly rover: RoverPorts;
  readonly ports: Ports;
  readonly reads: AccessReads;
  readonly kept: KeptReads;
  readonly documents: DocumentStore;
}

const tags = ['roverctl'];
const base = '/rover/api';

const kind = z.enum(keptKinds).meta({ description: 'What it is, in the plural.' });
const id = z.string().min(1).max(600).meta({ description: '`group--team--name`, of the team of the token.' });

/** As many as one page of the control plane has. */
const pageSize = 20;

const paging = z.object({
  cursor: z.string().max(600).optional().meta({ description: 'Where the page before ended.' }),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

const resourceAnswer = z
  .looseObject({ id: z.string(), name: z.string(), status: statusAnswer.optional() })
  .meta({
    id: 'RoverResource',
    description: 'The document as it was applied, and beside it what it is called.',
  });

const links = z.object({
  self: z.string(),
  next: z.string().meta({ description: 'Empty on the last page.' }),
});

const listAnswer = z
  .object({
    items: z.array(resourceAnswer),
    _links: links,
    links: links.meta({ description: 'The same for roverctl, which looks for a cursor here.' }),
  })
  .meta({ id: 'RoverResources' });

const listOfReferences = listAnswer
  .extend({
    items: z.array(
      z.object({ apiVersion: z.string(), kind: z.string(), name: z.string(), namespace: z.string() }),
    ),
  })
  .meta({ id: 'RoverReferences' });

const applyProblems = [
  'invalid_field',
  'reference_unknown',
  'not_an_owner',
  'not_permitted',
  'keys_do_not_decide',
  'in_use',
  'decided_meanwhile',
] as const;

const readProblems = ['not_permitted', 'rover_document_not_found', 'rover_not_found'] as const;

export function roverApiRoutes(server: Server, deps: RoverApiDeps): void {
  void server.register(async (scope) => {
    const routes = scope as Server;
    routes.setErrorHandler(answerWithFields);
    resourceRoutes(routes, deps);
    infoRoutes(routes, deps);
    referenceRoutes(routes, deps);
    absentRoutes(routes);
  });
}

function resourceRoutes(server: Server, deps: RoverApiDeps): void {
  const params = z.object({ kind, id });

  server.put(
    `${base}/:kind/:id`,
    {
      config: { audience: 'rover', problems: applyProblems },
      schema: {
        summary: 'Apply a document of a team',
        description:
          'Of a Rover file what stands below `spec`; a specification in `specification`; of everything else what stands below `spec`.',
        tags,
        params,
        body: z.looseObject({}),
        response: { 202: resourceAnswer },
      },
    },
    async (request, reply) => {
      const place = placeOf(request);
      await put(deps, place, request.body, request);
      return reply.status(202).send(await shown(deps, place));
    },
  );

  server.get(
    `${base}/:kind/:id`,
    {
      config: { audience: 'rover', problems: readProblems },
      schema: { summary: 'Read a document of a team', tags, params, response: { 200: resourceAnswer } },
    },
    async (request) => shown(deps, placeOf(request)),
  );

  server.delete(
    `${base}/:kind/:id`,
    {
      config: {
        audience: 'rover',
        problems: [...readProblems, 'specification_not_found', 'not_an_owner', 'decided_meanwhile'],
      },
      schema: {
        summary: 'Delete a document of a team',
        description:
          'Of a Rover file: what it subscribes to is given back, what it exposes is exposed no more.',
        tags,
        params,
        response: { 204: emptyAnswer },
      },
    },
    async (request, reply) => {
      await remove(deps, placeOf(request), request);
      return reply.status(204).send();
    },
  );

  server.get(
    `${base}/:kind/:id/status`,
    {
      config: { audience: 'rover', problems: readProblems },
      schema: {
        summary: 'How a document stands',
        description:
          '`blocked` while anything in it waits for somebody or for a counterpart, or was refused.',
        tags,
        params,
        response: { 200: statusAnswer },
      },
    },
    async (request) => statusAt(deps, placeOf(request)),
  );

  server.get(
    `${base}/:kind`,
    {
      config: { audience: 'rover' },
      schema: {
        summary: 'List the documents of the team',
        tags,
        params: z.object({ kind }),
        querystring: paging,
        response: { 200: listAnswer },
      },
    },
    async (request, reply) => {
      const team = teamOf(request);
      const { cursor = null, limit = pageSize } = request.query;
      const after = placeIn(cursor, request.params.kind);
      const page = await deps.kept.page(request.params.kind, team, after, limit);
      void reply.header('x-result-count', page.items.length);
      const items = page.items.map((one) => wireKept(request.params.kind, one, team));
      return { items, ...linksTo(request, page.next) };
    },
  );
}

function infoRoutes(server: Server, deps: RoverApiDeps): void {
  const shallow = z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: '`true`: without exposures and subscriptions.' });

  server.get(
    `${base}/rovers/info`,
    {
      config: { audience: 'rover' },
      schema: {
        summary: 'What the applications of the team have',
        tags,
        querystring: paging.extend({
          names: z
            .preprocess(
              (value) => (value === undefined ? undefined : [value].flat()),
              z.array(z.string().max(100)).max(pageSize).optional(),
            )
            .optional()
            .meta({ description: 'These only; may be repeated.' }),
          shallowInfo: shallow,
        }),
        response: { 200: infoAnswer },
      },
    },
    async (request) => {
      const team = teamOf(request);
      const { names, shallowInfo, cursor = null, limit = 100 } = request.query;
      const ids = names
        ? names.map((name) => idOfOwn(team, name))
        : (await deps.kept.page('rovers', team, placeIn(cursor, 'rovers'), limit)).items.map((one) => one.id);
      const read: ReadRover[] = [];
      for (const one of ids) read.push(...(await readIfThere(deps, one)));
      return info(deps, team, read, shallowInfo);
    },
  );

  server.get(
    `${base}/rovers/:id/info`,
    {
      config: { audience: 'rover', problems: readProblems },
      schema: {
        summary: 'What an application has',
        tags,
        params: z.object({ id }),
        querystring: z.object({ shallowInfo: shallow }),
        response: { 200: infoAnswer },
      },
    },
    async (request) => {
      const team = teamOf(request);
      const own = ownId(request.params.id, team);
      return info(deps, team, [await readRover(forReading(deps))(own)], request.query.shallowInfo);
    },
  );
}

function referenceRoutes(server: Server, deps: RoverApiDeps): void {
  server.get(
    `${base}/resources`,
    {
      config: { audience: 'rover', problems: ['not_permitted'] },
      schema: {
        summary: 'List everything that the team has applied, by kind and name',
        tags,
        querystring: paging.extend({
          group: z.string().max(256).optional(),
          team: z.string().max(256).optional(),
        }),
        response: { 200: listOfReferences },
      },
    },
    async (request) => {
      const team = teamOf(request);
      const { cursor, limit = pageSize, group, team: named } = request.query;
      const own = nameInFiles(team)!;
      if ((group ?? own.group) !== own.group || (named ?? own.team) !== own.team) throw anotherTeam(team);
      const items: { kind: KeptKind; id: string }[] = [];
      let [nth, after] = referencePlace(cursor);
      for (; nth < keptKinds.length && items.length < limit; nth++, after = null) {
        const one = keptKinds[nth]!;
        const page = await deps.kept.page(one, team, after, limit - items.length);
        items.push(...page.items.map((kept) => ({ kind: one, id: kept.id })));
        after = page.next;
        if (after !== null) break;
      }
      const next = nth < keptKinds.length ? `${nth}.${after ?? ''}` : null;
      return {
        items: items.map((one) => referenceTo(wordOf[one.kind], one.id.slice(team.length + 2), team)),
        ...linksTo(request, next),
      };
    },
  );
}

/** What the control plane does there and Countersign does not: it has no secrets of applications to give or change. */
function absentRoutes(server: Server): void {
  const absent = {
    config: { audience: 'rover', problems: ['not_offered'] },
    schema: { hide: true },
  } as const;
  const secrets = async () => {
    throw new Problem('not_offered', {
      detail: 'Countersign keeps no secrets of applications: their identity provider does.',
    });
  };
  server.patch(`${base}/rovers/:id/secret`, absent, secrets);
  server.get(`${base}/rovers/:id/secret/status`, absent, secrets);
  server.post(`${base}/:kind`, absent, async () => {
    throw new Problem('not_offered', { detail: 'Documents are applied with PUT, under their id.' });
  });
}

/** A document by what the address says, whose it is and what it is called here. */
interface Place {
  readonly kind: KeptKind;
  readonly team: TeamId;
  readonly name: string;
  readonly id: string;
}

function placeOf(request: FastifyRequest): Place {
  const { kind, id } = request.params as { kind: KeptKind; id: string };
  const team = teamOf(request);
  const own = ownId(id, team);
  return { kind, team, name: own.slice(team.length + 2), id: own };
}

/** The team that the token is of. */
function teamOf(request: FastifyRequest): TeamId {
  const { principal } = callerOf(request);
  if (principal.type !== 'team-key') throw new Problem('token_not_valid');
  return principal.team;
}

/** The id of a Rover file as it is called elsewhere: the id of the team, two hyphens, and the name. */
function ownId(id: string, team: TeamId): string {
  const name = nameOfOwn(id, team);
  if (name === undefined) throw anotherTeam(team);
  return idOfOwn(team, name);
}

function anotherTeam(team: TeamId): Problem {
  const { group, team: own } = nameInFiles(team)!;
  return new Problem('not_permitted', {
    detail: `This token is of the team ${group}--${own}, and applies what begins with that.`,
    field: 'id',
  });
}

async function put(
  deps: RoverApiDeps,
  place: Place,
  body: JsonObject,
  request: FastifyRequest,
): Promise<void> {
  const { kind, team, name, id } = place;
  const caller = callerOf(request);
  switch (kind) {
    case 'rovers':
      await applyRover(deps.rover)(id, wholeOf('Rover', name, body), caller);
      return;
    case 'apispecifications':
      return putSpecification(deps.rover)('path', id, body['specification'], caller);
    case 'eventspecifications':
      return putSpecification(deps.rover)('event', id, wholeOf('EventSpecification', name, body), caller);
    default:
      return keepDocument({ store: deps.documents, clock: deps.ports.clock })(kind, id, team, body, caller);
  }
}

async function remove(deps: RoverApiDeps, { kind, team, id }: Place, request: FastifyRequest): Promise<void> {
  const caller = callerOf(request);
  switch (kind) {
    case 'rovers':
      await deleteRover(deps.rover)(id, caller);
      return;
    case 'apispecifications':
      return deleteSpecification(deps.rover)('path', id, caller);
    case 'eventspecifications':
      return deleteSpecification(deps.rover)('event', id, caller);
    default:
      return removeDocument({ store: deps.documents, clock: deps.ports.clock })(kind, id, team, caller);
  }
}

/** The file as a person wrote it, of which the program sends what stands below `spec`. */
function wholeOf(kind: string, name: string, spec: JsonObject): JsonObject {
  return { apiVersion: 'tcp.ei.telekom.de/v1', kind, metadata: { name }, spec };
}

async function shown(deps: RoverApiDeps, place: Place): Promise<z.infer<typeof resourceAnswer>> {
  const kept = await keptAt(deps, place);
  return { ...wireKept(place.kind, kept, place.team), status: await statusAt(deps, place, kept) };
}

function wireKept(kind: KeptKind, { id, document }: Kept, team: TeamId): z.infer<typeof resourceAnswer> {
  const { group, team: own } = nameInFiles(team)!;
  const name = id.slice(team.length + 2);
  return { ...bodyOf(kind, document), id: `${group}--${own}--${name}`, name };
}

/** As that program sent it. */
function bodyOf(kind: KeptKind, document: JsonObject): JsonObject {
  if (kind === 'rovers' || kind === 'eventspecifications') return specOf(document);
  return kind === 'apispecifications' ? { specification: document } : document;
}

async function keptAt(deps: RoverApiDeps, { kind, id }: Place): Promise<Kept> {
  const kept = await deps.kept.one(kind, id);
  if (!kept) throw unknown(kind, id);
  return kept;
}

async function statusAt(deps: RoverApiDeps, place: Place, known?: Kept): Promise<RoverStatus> {
  if (place.kind === 'rovers') {
    const read = await readRover(forReading(deps))(place.id);
    return statusOf(waitingIn(read, await peopleIn(deps, [read])), read.rover.appliedAt);
  }
  const { behind, at } = known ?? (await keptAt(deps, place));
  const resource = referenceTo(wordOf[place.kind], place.name, place.team);
  const message = `${behind} describes the same and is older, so this one counts when that one goes.`;
  return statusOf(behind === null ? [] : [{ cause: 'Blocked', message, resource }], at);
}

async function info(
  deps: RoverApiDeps,
  team: TeamId,
  read: readonly ReadRover[],
  shallowInfo: 'true' | 'false' | undefined,
) {
  const people = await peopleIn(deps, read);
  const wire = shallowInfo === 'true' ? wireShallow : wireApplication;
  return wireInfo(
    team,
    read.map((one) => wire(one, people)),
  );
}

/** Whoever has to act. */
async function peopleIn({ reads }: RoverApiDeps, read: readonly ReadRover[]): Promise<People> {
  const ids = read.flatMap(({ outcome }) =>
    outcome.subscriptions.flatMap((one) => one.awaiting?.people ?? []),
  );
  return ids.length > 0 ? reads.people([...new Set(ids)]) : new Map();
}

/** One that somebody names and nobody has, or has deleted meanwhile, is left out. */
async function readIfThere(deps: RoverApiDeps, id: string): Promise<ReadRover[]> {
  try {
    return [await readRover(forReading(deps))(id)];
  } catch (error) {
    if (error instanceof Problem && error.code === 'rover_not_found') return [];
    throw error;
  }
}

function forReading({ rover, ports }: RoverApiDeps) {
  return { ...rover, ...ports };
}

/** In which words the files name what the addresses have in the plural. */
const wordOf: Readonly<Record<KeptKind, string>> = {
  rovers: 'Rover',
  apispecifications: 'ApiSpecification',
  eventspecifications: 'EventSpecification',
  apiroadmaps: 'ApiRoadmap',
  apichangelogs: 'ApiChangelog',
  mcpspecifications: 'McpSpecification',
  agentspecifications: 'AgentSpecification',
};

/** Rows of the first three are counted, so whatever else is sent there is none of our cursors. */
function placeIn(cursor: string | null, kind: KeptKind): string | null {
  const counted = kind === 'rovers' || kind === 'apispecifications' || kind === 'eventspecifications';
  if (cursor === null || cursor === '') return null;
  if (!counted || /^\d{1,15}$/.test(cursor)) return cursor;
  throw noCursor();
}

function referencePlace(cursor: string | undefined): [nth: number, after: string | null] {
  if (cursor === undefined || cursor === '') return [0, null];
  const [, nth, after] = /^(\d)\.(.*)$/s.exec(cursor) ?? [];
  const one = keptKinds[Number(nth)];
  if (one === undefined) throw noCursor();
  return [Number(nth), placeIn(after ?? null, one)];
}

function noCursor(): Problem {
  return new Problem('invalid_field', {
    detail: 'This cursor is none of ours.',
    field: 'querystring.cursor',
  });
}

function linksTo(request: FastifyRequest, next: string | null) {
  const self = new URL(request.url, `${request.protocol}://${request.host}`);
  const url = new URL(self);
  if (next !== null) url.searchParams.set('cursor', next);
  return {
    _links: { self: self.href, next: next === null ? '' : url.href },
    links: { self: self.href, next: next === null ? '' : encodeURIComponent(next) },
  };
}

/** Problems as everywhere, and their fields once more under the name by which that program prints them. */
function answerWithFields(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  return answerFault(error, request, reply, ({ violations, ...body }) => ({
    ...body,
    ...(violations && {
      violations,
      fields: violations.map(({ field, message }) => ({
        field,
        title: message,
        detail: message,
        path: field,
      })),
    }),
  }));
}
