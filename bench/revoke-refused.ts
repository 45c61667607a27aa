// How long a revocation at a server takes until a check in another process is refused, from the moment when the call is
// sent: the decision itself is part of it.
import { atMost, percentile, type Figure } from './figure.ts';
import { allows, asks, rush, statusAndText } from './load.ts';
import { openSetting } from './setting.ts';

const rounds = 300;

export async function revokeRefused(): Promise<Figure> {
  await using setting = await openSetting();
  await using server = await setting.startServer();
  await using node = await setting.startCheckNode();
  await rush(server, asks(1));
  await rush(server, allows(1));
  const may = async () => {
    const { text } = await statusAndText(node, 'organization-reads', 'POST', '/access/v1/evaluation', asked);
    return (JSON.parse(text) as { decision: boolean }).decision;
  };
  while (!(await may()));
  const took: number[] = [];
  for (let nth = 0; nth < rounds; nth++) {
    const began = performance.now();
    const suspended = statusAndText(server, 'bob', 'POST', '/api/access/a0/suspend', { comment: 'Wait.' });
    while (await may());
    took.push(performance.now() - began);
    await suspended;
    await statusAndText(server, 'bob', 'POST', '/api/access/a0/resume');
    while (!(await may()));
  }
  return atMost(1, {
    id: 'revoke_refused',
    value: percentile(took, 0.99),
    unit: 'ms p99',
    against: { what: 'a fixed bound', value: 50 },
    notes: { p50: percentile(took, 0.5), max: Math.max(...took) },
  });
}

const asked = {
  subject: { type: 'team', id: 'analytics' },
  action: { name: 'access' },
  resource: { type: 'output-port', id: 'orders/latest' },
};
