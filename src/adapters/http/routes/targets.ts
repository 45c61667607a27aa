// /api/targets: the systems where access becomes real. For whoever runs the installation; secrets go in and never out.
import { z } from 'zod';
import { deleteTarget } from '../../../app/delete-target.ts';
import { putTarget } from '../../../app/put-target.ts';
import { noSuch } from '../../../core/no-such.ts';
import { Problem } from '../../../core/problem.ts';
import { idParams as params, pagingOf, sendPage, sendWritten, type CatalogDeps } from '../catalog-deps.ts';
import { etag, ifMatch } from '../conditional.ts';
import { pageQuery } from '../paging.ts';
import { callerOf, type Server } from '../server.ts';
import { emptyAnswer } from '../wire/answers.ts';
import { wireTarget } from '../wire/resource.ts';
import { targetAnswer, targetBody } from '../wire/target-shapes.ts';

const tags = ['Targets'];
const base = '/api/targets';

export function targetRoutes(server: Server, deps: CatalogDeps): void {
  const { ports, reads } = deps;

  server.get(
    base,
    {
      config: { audience: 'audits' },
      schema: {
        summary: 'List targets',
        tags,
        querystring: z.object(pageQuery),
        response: { 200: z.array(targetAnswer) },
      },
    },
    async (request, reply) => {
      const page = await reads.targets.page(pagingOf(request.query));
      return sendPage(request, reply, request.query, page).map((target) =>
        wireTarget(target, callerOf(request)),
      );
    },
  );

  server.get(
    `${base}/:id`,
    {
      config: { audience: 'audits', problems: ['target_not_found'] },
      schema: { summary: 'Read one target', tags, params, response: { 200: targetAnswer } },
    },
    async (request, reply) => {
      const { id } = request.params;
      const target = await reads.targets.one(id);
      if (!target) throw new Problem('target_not_found', { detail: noSuch('target', id) });
      void reply.header('etag', etag(target.version));
      return wireTarget(target, callerOf(request));
    },
  );

  server.put(
    `${base}/:id`,
    {
      config: {
        audience: 'administers',
        problems: [
          'invalid_field',
          'reference_unknown',
          'secret_key_missing',
          'version_mismatch',
          'decided_meanwhile',
        ],
      },
      schema: {
        summary: 'Add a target, or replace it',
        description: 'Settings are the connector’s own. Secrets are stored encrypted and never shown.',
        tags,
        params,
        body: targetBody,
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await putTarget(ports)(id, request.body, callerOf(request), ifMatch(request));
      return sendWritten(reply, deps, ['targets', id]);
    },
  );

  server.delete(
    `${base}/:id`,
    {
      config: { audience: 'administers', problems: ['target_not_found', 'in_use', 'decided_meanwhile'] },
      schema: {
        summary: 'Delete a target',
        description: 'Nothing may be bound to it any more.',
        tags,
        params,
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) => {
      await deleteTarget(ports)(request.params.id, callerOf(request));
      return reply.send();
    },
  );
}
