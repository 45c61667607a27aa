// /api/connectors: registrations and states of other people's connectors. Wire compatible with the Entropy API, whose
// SDK reads and writes the state of a connector once per event.
import { z } from 'zod';
import { deleteConnector, putConnector } from '../../../app/put-connector.ts';
import { noSuch } from '../../../core/no-such.ts';
import { Problem } from '../../../core/problem.ts';
import {
  idParams as params,
  pagingOf,
  sendText,
  sendTexts,
  sendWritten,
  type CatalogDeps,
} from '../catalog-deps.ts';
import { pageQuery } from '../paging.ts';
import { callerOf, type Server } from '../server.ts';
import { emptyAnswer } from '../wire/answers.ts';
import { connectorAnswer, documentedBy } from '../wire/catalog.ts';

const tags = ['Connectors'];
const base = '/api/connectors';

export function connectorRoutes(server: Server, deps: CatalogDeps): void {
  const { ports, reads } = deps;

  server.get(
    base,
    {
      config: { audience: 'reads' },
      schema: {
        summary: 'List connectors, oldest first',
        tags,
        querystring: z.object(pageQuery),
        response: { 200: z.array(connectorAnswer) },
      },
    },
    async (request, reply) =>
      sendTexts(request, reply, request.query, await reads.connectors.page(pagingOf(request.query))),
  );

  server.get(
    `${base}/:id`,
    {
      config: { audience: 'reads', problems: ['connector_not_found'] },
      schema: {
        summary: 'Read a connector with its state',
        tags,
        params,
        response: { 200: connectorAnswer },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const text = await reads.connectors.one(id);
      if (text === null) throw new Problem('connector_not_found', { detail: noSuch('connector', id) });
      return sendText(reply, text);
    },
  );

  server.put(
    `${base}/:id`,
    {
      config: { audience: 'writes', problems: ['not_permitted', 'decided_meanwhile'] },
      schema: {
        summary: 'Register a connector, or keep its state',
        description:
          'The whole object is replaced. Whoever registered it may write it, and administrators and organization keys. State is no event and leaves no entry in the log.',
        tags,
        params,
        body: documentedBy(connectorAnswer),
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await putConnector(ports)(id, request.body, callerOf(request));
      return sendWritten(reply, deps, ['connectors', id]);
    },
  );

  server.delete(
    `${base}/:id`,
    {
      config: { audience: 'writes', problems: ['connector_not_found', 'not_permitted', 'decided_meanwhile'] },
      schema: { summary: 'Forget a connector', tags, params, response: { 200: emptyAnswer } },
    },
    async (request, reply) => {
      await deleteConnector(ports)(request.params.id, callerOf(request));
      return reply.send();
    },
  );
}
