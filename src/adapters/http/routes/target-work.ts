// What is done about targets as a whole: checking Countersign's rights there, looking at differences, adopting what was
// found, bringing everything in line now, and confirming after a restore.
import { z } from 'zod';
import { adoptDrift } from '../../../app/adopt-drift.ts';
import {
  checkTarget,
  confirmTargets,
  differencesAt,
  reconcileNow,
  type TargetPorts,
} from '../../../app/target-work.ts';
import type { ResourceId } from '../../../core/ids.ts';
import type { Instant } from '../../../core/time.ts';
import { endOfDay } from '../../days.ts';
import { etag } from '../conditional.ts';
import { consumerOf } from '../parties.ts';
import { callerOf, type Server } from '../server.ts';
import { showOne, type AccessDeps } from '../shown.ts';
import { day } from '../wire/access-body.ts';
import { wireAccess } from '../wire/access.ts';
import { accessAnswer } from '../wire/answers.ts';
import { adoptBody, checkAnswer, differenceAnswer, wireDifference } from '../wire/provisioning.ts';

const tags = ['Targets'];
const params = z.object({ id: z.string().min(1).max(256) });

export interface TargetWorkDeps extends AccessDeps {
  readonly targets: TargetPorts;
}

export function targetWorkRoutes(server: Server, deps: TargetWorkDeps): void {
  const { targets } = deps;

  server.get(
    '/api/targets/:id/check',
    {
      config: { audience: 'administers', problems: ['target_not_found'] },
      schema: {
        summary: 'Look which rights Countersign lacks at a target',
        description: 'Connects and changes nothing. Each lack comes with what its owner can run to mend it.',
        tags,
        params,
        response: { 200: checkAnswer },
      },
    },
    async (request) => {
      const lacks = await checkTarget(targets)(request.params.id);
      return {
        ready: lacks.length === 0,
        lacks: lacks.map(({ mend, ...lack }) => ({ ...lack, ...(mend !== null && { mend }) })),
      };
    },
  );

  server.get(
    '/api/targets/:id/drift',
    {
      config: { audience: 'audits', problems: ['target_not_found'] },
      schema: {
        summary: 'See how a target differs from what is granted',
        description: 'As the last run for each resource has left it, in the order of their ids.',
        tags,
        params,
        querystring: z.object({
          after: z
            .string()
            .max(600)
            .optional()
            .meta({ description: 'The last resource of the page before.' }),
          limit: z.coerce.number().int().min(1).max(1000).default(200),
        }),
        response: { 200: z.array(differenceAnswer) },
      },
    },
    async (request) => {
      const { after, limit } = request.query;
      return (await differencesAt(targets)(request.params.id, after ?? null, limit)).map(wireDifference);
    },
  );

  server.post(
    '/api/targets/:id/adopt',
    {
      config: {
        audience: 'writes',
        problems: [
          'target_not_found',
          'drift_not_found',
          'principal_differs',
          'consumer_unknown',
          'role_unknown',
          'own_request',
          'not_the_owner_side',
          'resource_not_found',
          'period_empty',
          'request_expired',
          'decided_meanwhile',
        ],
      },
      schema: {
        summary: 'Make an agreement of a way in that was found',
        description:
          'For the owner side and administrators, not for the consumer’s. The way in itself is left as it is; access by the agreement comes beside it.',
        tags,
        params,
        body: adoptBody,
        response: { 201: accessAnswer },
      },
    },
    async (request, reply) => {
      const { resource, principal, consumer, purpose, roles, until } = request.body;
      const adoption = {
        resource: resource as ResourceId,
        principal,
        consumer: await consumerOf(deps, consumer),
        purpose,
        roles: roles ?? null,
        until: typeof until === 'string' ? await endOf(deps, until) : (until ?? null),
      };
      const { access } = await adoptDrift(deps.ports, targets)(
        request.params.id,
        adoption,
        callerOf(request),
      );
      const shown = await showOne(deps, access.id, callerOf(request));
      void reply
        .status(201)
        .header('location', `/api/access/${encodeURIComponent(access.id)}`)
        .header('etag', etag(shown.access.version));
      return wireAccess(shown);
    },
  );

  server.post(
    '/api/targets/:id/reconcile',
    {
      config: { audience: 'administers', problems: ['target_not_found'] },
      schema: {
        summary: 'Bring a target in line now',
        description:
          'Also what is waiting after a failure. The runs begin at once; the drift tells how they ended.',
        tags,
        params,
        response: { 202: z.object({ resources: z.number().int() }) },
      },
    },
    async (request, reply) => {
      void reply.status(202);
      return { resources: await reconcileNow(targets)(request.params.id) };
    },
  );

  server.post(
    '/api/targets/confirm',
    {
      config: { audience: 'administers' },
      schema: {
        summary: 'Let targets be changed again after a restore',
        description:
          'From here on they are brought in line with what is granted here. Look at the drift first.',
        tags,
        response: { 200: z.object({ confirmed: z.boolean() }) },
      },
    },
    async (request) => ({ confirmed: await confirmTargets(targets)(callerOf(request)) }),
  );
}

async function endOf({ resolver }: TargetWorkDeps, date: string): Promise<Instant> {
  return day(date, endOfDay, await resolver.timeZone(), 'until');
}
