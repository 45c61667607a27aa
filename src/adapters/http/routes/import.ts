// /api/import: agreements that exist elsewhere are taken over as they stand. Each line of the list is judged by itself,
// and the answer tells what became of each, so that one fault does not hold up a thousand agreements.
import { z } from 'zod';
import { importAccess } from '../../../app/import-access.ts';
import type { AccessId } from '../../../core/ids.ts';
import type { Imported } from '../../../core/import.ts';
import { isLive } from '../../../core/grant.ts';
import { Problem } from '../../../core/problem.ts';
import { consumerOf, portOf } from '../parties.ts';
import { callerOf, type Server } from '../server.ts';
import type { AccessDeps } from '../shown.ts';
import { wantedFrom } from '../wire/access-body.ts';
import { importAnswer, importedBody } from '../wire/provisioning.ts';

type Line = z.infer<typeof importAnswer>['lines'][number];

export function importRoutes(server: Server, deps: AccessDeps): void {
  server.post(
    '/api/import/accesses',
    {
      config: { audience: 'administers', problems: ['invalid_field'] },
      schema: {
        summary: 'Take over agreements from elsewhere',
        description:
          'Accesses as an Entropy API gives them. Nobody is asked and nobody gets a mail. Safe to repeat: what is here already stays as it is.',
        tags: ['Access'],
        querystring: z.object({
          origin: z
            .string()
            .min(1)
            .max(200)
            .default('import')
            .meta({ description: 'Kept with each access.' }),
        }),
        body: z.array(z.unknown()).max(1000),
        response: { 200: importAnswer },
      },
    },
    async (request) => {
      const zone = await deps.resolver.timeZone();
      const lines: Line[] = [];
      for (const [line, body] of request.body.entries()) {
        const take = async (id: AccessId, wanted: Imported): Promise<boolean> =>
          importAccess(deps.ports)(id, wanted, request.query.origin, callerOf(request));
        lines.push(await takeLine(deps, line, body, zone, take));
      }
      const count = (result: Line['result']): number => lines.filter((line) => line.result === result).length;
      return { imported: count('imported'), unchanged: count('unchanged'), refused: count('refused'), lines };
    },
  );
}

async function takeLine(
  deps: AccessDeps,
  line: number,
  body: unknown,
  zone: string,
  take: (id: AccessId, wanted: Imported) => Promise<boolean>,
): Promise<Line> {
  const parsed = importedBody.safeParse(body);
  if (!parsed.success) {
    const [fault] = parsed.error.issues;
    const id = (body as { id?: unknown } | null)?.id;
    return {
      line,
      ...(typeof id === 'string' && { id: id.slice(0, 256) }),
      result: 'refused',
      code: 'invalid_field',
      detail: fault?.message,
      field: fault?.path.join('.'),
    };
  }
  const { id } = parsed.data;
  try {
    const isNew = await take(id as AccessId, await wantedOf(deps, parsed.data, zone));
    return { line, id, result: isNew ? 'imported' : 'unchanged' };
  } catch (error) {
    // What stands in the way of everything, such as a database that is gone, is no fault of this line.
    if (!(error instanceof Problem) || error.kind === 'unavailable') throw error;
    return { line, id, result: 'refused', code: error.code, detail: error.message, field: error.field };
  }
}

async function wantedOf(
  deps: AccessDeps,
  body: z.infer<typeof importedBody>,
  zone: string,
): Promise<Imported> {
  const { purpose, roles, from, until, notes } = wantedFrom(body, null, zone);
  const period = { from: from ?? null, until: until ?? null };
  return {
    resource: await portOf(deps, body.provider),
    consumer: await consumerOf(deps, body.consumer),
    status: statusOf(body.info, period, deps.ports.clock.now()),
    purpose: purpose ?? '',
    roles: roles ?? [],
    ...period,
    notes,
  };
}

/** Approved there and yet not active, although its dates say so: it was stopped, and an import must not start it. */
function statusOf(
  { status, active }: z.infer<typeof importedBody>['info'],
  { from, until }: { from: number | null; until: number | null },
  now: number,
): Imported['status'] {
  if (status !== 'approved') return status;
  const runs = isLive({ from: from ?? now, until }, now);
  return active === false && runs ? 'suspended' : 'granted';
}
