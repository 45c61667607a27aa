// What the house says about itself: alive, ready, measured. `healthz` says that the process runs; `readyz` that it may be
// sent work, which needs the database and a trustworthy clock. A load balancer that asks `readyz` takes a server out that
// would answer 503 to everything, and puts it back when it has recovered.
import type { Registry } from 'prom-client';
import { z } from 'zod';
import type { Server } from '../server.ts';
import { answerAs } from '../wire/answers.ts';

export interface HouseDeps {
  /** What stands in the way of work, as sentences; empty when nothing does. */
  readonly obstacles: () => Promise<readonly string[]>;
  /** What else is said about how far it is, whether it is ready or not. */
  readonly facts?: () => Readonly<Record<string, unknown>>;
  readonly metrics: Registry;
  readonly version: string;
}

const health = z.looseObject({ status: z.string() });

export function houseRoutes(server: Server, deps: HouseDeps): void {
  server.get(
    '/healthz',
    {
      config: { audience: 'public' },
      schema: { summary: 'Is the process alive', tags: ['House'], response: { 200: health } },
    },
    () => ({ status: 'ok', version: deps.version }),
  );

  server.get(
    '/readyz',
    {
      config: { audience: 'public' },
      schema: {
        summary: 'May the process be sent work',
        tags: ['House'],
        response: { 200: health, 503: health },
      },
    },
    async (_request, reply) => {
      const obstacles = await deps.obstacles();
      const facts = deps.facts?.();
      if (obstacles.length === 0) return { status: 'ready', ...facts };
      return reply.status(503).send({ status: 'not ready', obstacles, ...facts });
    },
  );

  server.get(
    '/metrics',
    {
      config: { audience: 'public' },
      schema: {
        summary: 'Measurements for Prometheus',
        tags: ['House'],
        response: { 200: answerAs('text/plain', 'In the text format of Prometheus.', z.string()) },
      },
    },
    async (_request, reply) => {
      void reply.type(deps.metrics.contentType);
      return reply.serializer((text: string) => text).send(await deps.metrics.metrics());
    },
  );
}
