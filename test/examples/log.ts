// The fifth chapter: what can be known afterwards, by those who audit and by the programs that follow. And what the house
// says about itself.
import { signHead } from '../../src/adapters/db/log/head.ts';
import { signer } from './signer.ts';
import type { Telling } from './telling.ts';

export async function tellOfLog({ tell, meanwhile, world }: Telling): Promise<void> {
  await world.seal();
  await signHead(world.pool, signer, world.clock.now());
  const orders = { path: { id: 'orders-for-recommendations' } };
  await tell('Ivy reads who was granted something.', 'ivy', 'GET /api/log', {
    query: { type: 'request.granted', order: 'newest', limit: 1 },
  });
  const head = await tell('Ivy notes where the log ends.', 'ivy', 'GET /api/log/head');
  await tell('Ivy reads who has access to what.', 'ivy', 'GET /api/evidence/access', {
    query: { at: new Date(world.clock.now()).toISOString() },
  });
  await tell('Ivy takes everything about one access along, signed.', 'ivy', 'GET /api/access/{id}/evidence', {
    ...orders,
    keep: abridged,
  });
  await tell('Alice sees what checkout has given to whom.', 'alice', 'GET /api/graph', {
    query: { team: 'checkout' },
  });
  await tell('Alice sees what is near the orders.', 'alice', 'GET /api/graph/neighbourhood', {
    query: { of: 'data-product:orders', way: 'downstream' },
  });
  await tell('Alice opens an edge of the graph.', 'alice', 'GET /api/graph/agreements', {
    query: { provider: 'data-product:orders', consumer: 'data-product:recommendations', limit: 1 },
  });
  await tell('Alice sees where her recommendations come from.', 'alice', 'GET /api/lineage/{dataProductId}', {
    path: { dataProductId: 'recommendations' },
    query: { depth: 1 },
  });

  await meanwhile('alice', 'POST /api/access', {
    body: { id: 'night-shift', resource: 'checkout-api', purpose: 'Watch the sale tonight', duration: '8h' },
  });
  await world.seal();
  const { position, hash } = head.body;
  await tell('A program follows the log and hears that Alice asks again.', 'ivy', 'GET /api/log/stream', {
    headers: { 'last-event-id': `${position}-${hash}` },
    query: { type: 'request.filed' },
    untilHeard: '\ndata: ',
  });
  const all = await meanwhile('pipeline', 'GET /api/events');
  await tell('A connector reads what is new in the feed.', 'pipeline', 'GET /api/events', {
    query: { lastEventId: all.body.at(-3).id },
  });
  await tell(
    'Ivy takes the last thing that Alice did along, for a spreadsheet.',
    'ivy',
    'GET /api/log/export',
    {
      query: { format: 'csv', actor: 'alice@fernlane.example', limit: 1 },
    },
  );
}

/** One entry of many, since they all look alike. */
function abridged({ evidence, ...rest }: { evidence: Record<string, unknown> }): unknown {
  const shortened = Object.entries(evidence).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.slice(0, 1) : value,
  ]);
  return { evidence: Object.fromEntries(shortened), ...rest };
}

export async function tellOfHouse({ tell }: Telling): Promise<void> {
  await tell('A supervisor asks whether the process lives.', 'nobody', 'GET /healthz');
  await tell('A load balancer asks whether to send work.', 'nobody', 'GET /readyz');
  await tell('Prometheus reads the measurements; the first are shown.', 'nobody', 'GET /metrics', {
    keep: (text: string) => text.split('\n').slice(0, 2).join('\n'),
  });
}
