// /api/datacontracts: data contracts in ODCS or DCS, also as the YAML that they usually are. Wire compatible with the
// Entropy API, whose clients fetch the YAML at two addresses.
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { deleteDataContract } from '../../../app/delete-data-contract.ts';
import { putDataContract } from '../../../app/put-data-contract.ts';
import type { ShownDocument } from '../../../app/catalog-reads.ts';
import type { JsonObject } from '../../../app/documents.ts';
import { noSuch } from '../../../core/no-such.ts';
import { Problem } from '../../../core/problem.ts';
import { idParams as params, sendText, type CatalogDeps } from '../catalog-deps.ts';
import { etag } from '../conditional.ts';
import type { Server } from '../server.ts';
import { answerAs } from '../wire/answers.ts';
import { dataContractBody, publishedAnswers } from '../wire/catalog.ts';
import { publishedRoutes } from './published.ts';

const tags = ['Data Contracts'];

const asYaml = answerAs('application/yaml', 'The document as YAML.', z.string());

export function dataContractRoutes(server: Server, deps: CatalogDeps): void {
  const reads = deps.reads.contracts;
  publishedRoutes(server, deps, {
    noun: 'datacontracts',
    word: 'data contract',
    tags,
    reads,
    body: dataContractBody,
    notFound: 'datacontract_not_found',
    putDescription,
    deleteDescription: 'No output port may name it.',
    put: putDataContract(deps.ports),
    remove: deleteDataContract(deps.ports),
  });

  server.get(
    '/api/datacontracts/:id',
    {
      config: { audience: 'reads', problems: ['datacontract_not_found'] },
      schema: {
        summary: 'Read one data contract',
        description: 'With `.yaml` behind the id it comes as YAML.',
        tags,
        params,
        response: {
          200: {
            description: 'The document.',
            content: {
              'application/json': { schema: publishedAnswers.datacontracts },
              ...asYaml.content,
            },
          },
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const exact = await reads.one(id);
      if (!exact && id.endsWith('.yaml')) return yamlOf(id.slice(0, -'.yaml'.length));
      const document = found(exact, id);
      void reply.header('etag', etag(document.version));
      return sendText(reply, document.text);

      async function yamlOf(plain: string) {
        return sendYaml(reply, found(await reads.one(plain), plain));
      }
    },
  );

  server.get(
    '/api/datacontracts/:id/datacontract.yaml',
    {
      config: { audience: 'reads', problems: ['datacontract_not_found'] },
      schema: {
        summary: 'Read one data contract as YAML',
        tags,
        params,
        response: { 200: asYaml },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      return sendYaml(reply, found(await reads.one(id), id));
    },
  );

  function sendYaml(reply: FastifyReply, { text }: ShownDocument): FastifyReply {
    return reply.type('application/yaml').send(deps.ports.documents.yamlOf(JSON.parse(text) as JsonObject));
  }
}

function found(document: ShownDocument | null, id: string): ShownDocument {
  if (!document) throw new Problem('datacontract_not_found', { detail: noSuch('data contract', id) });
  return document;
}

const putDescription = `The document is kept and given back as it was sent. Output ports that name the contract offer the roles
that it says from now on, and are bound to the servers and tables that it says, if the caller may do that.`;
