// Provisioning reports of /api/access: how other teams' connectors say what became of an access at their target, as the
// Entropy API has it. Our own connector's reports are read here too.
import { z } from 'zod';
import {
  declareProvisioning,
  readProvisioning,
  reportStep,
  type ReportPorts,
} from '../../../app/report-provisioning.ts';
import type { AccessId } from '../../../core/ids.ts';
import type { ProvisioningStatus } from '../../../core/provisioning.ts';
import { callerOf, type Server } from '../server.ts';
import {
  declarationBody,
  declarationFrom,
  fieldsFrom,
  provisioningAnswer,
  stepBody,
} from '../wire/provisioning.ts';

const tags = ['Access'];
const params = z.object({ id: z.string().min(1).max(256) });
const base = '/api/access/:id/provisioning';

const steps = {
  'provisioning-started': 'provisioning',
  'provisioning-succeeded': 'provisioned',
  'provisioning-failed': 'provisioning-failed',
  'deprovisioning-started': 'deprovisioning',
  'deprovisioning-succeeded': 'deprovisioned',
  'deprovisioning-failed': 'deprovisioning-failed',
} as const satisfies Record<string, ProvisioningStatus>;

export function provisioningRoutes(server: Server, ports: ReportPorts): void {
  server.get(
    base,
    {
      config: { audience: 'reads', problems: ['access_not_found', 'provisioning_not_found'] },
      schema: {
        summary: 'Read what was reported about an access at its target',
        tags,
        params,
        response: { 200: provisioningAnswer },
      },
    },
    async (request) => ({ ...(await readProvisioning(ports)(request.params.id as AccessId)) }),
  );

  server.put(
    base,
    {
      config: { audience: 'writes', problems: ['access_not_found', 'not_the_owner_side', 'invalid_field'] },
      schema: {
        summary: 'Replace what is reported about an access',
        description:
          'For connectors that reconcile: what is left out is cleared, times are believed. An event only where the status changes.',
        tags,
        params,
        body: declarationBody,
        response: { 200: provisioningAnswer },
      },
    },
    async (request) => ({
      ...(await declareProvisioning(ports)(
        request.params.id as AccessId,
        declarationFrom(request.body),
        callerOf(request),
      )),
    }),
  );

  for (const [step, status] of Object.entries(steps))
    server.post(
      `${base}/${step}`,
      {
        config: { audience: 'writes', problems: ['access_not_found', 'not_the_owner_side'] },
        schema: {
          summary: `Report ${step.replace('-', ' ')}`,
          description:
            'Accepted from any state; the latest report wins, times are the server’s, and each report is an event.',
          tags,
          params,
          body: stepBody,
          response: { 200: provisioningAnswer },
        },
      },
      async (request) => {
        const { params, body } = request;
        return {
          ...(await reportStep(ports)(params.id as AccessId, status, fieldsFrom(body), callerOf(request))),
        };
      },
    );
}
