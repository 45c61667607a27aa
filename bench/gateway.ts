// How long an approval takes until a real nginx lets the call through, from the moment when the approval is sent.
import { openGatewaySetting } from './gateway-setting.ts';
import { atMost, percentile, type Figure } from './figure.ts';

const rounds = 60;

export async function gateway(): Promise<Figure> {
  const setting = await openGatewaySetting();
  if ('missing' in setting) throw new Error(setting.missing);
  await using opened = setting;
  const { api, until } = opened;
  const passes: number[] = [];
  const stops: number[] = [];
  for (let nth = 0; nth < rounds; nth++) {
    const id = `a${nth}`;
    await api('analytics-key', 'POST', '/api/access', {
      id,
      resource: 'orders-v1',
      purpose: 'measuring',
      consumer: { applicationId: 'reports' },
      roles: ['orders:read'],
    });
    passes.push(
      await timed(
        () => api('bob', 'POST', `/api/access/${id}/approve`),
        () => until(200),
      ),
    );
    stops.push(
      await timed(
        () => api('analytics-key', 'POST', `/api/access/${id}/cancel`),
        () => until(403),
      ),
    );
  }
  return atMost(1, {
    id: 'gateway',
    value: percentile(passes, 0.99),
    unit: 'ms p99',
    against: { what: 'a fixed bound', value: 250 },
    notes: {
      p50: percentile(passes, 0.5),
      'given back until refused, p99': percentile(stops, 0.99),
      nginx: opened.version,
    },
  });
}

async function timed(act: () => Promise<void>, seen: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  await seen();
  return performance.now() - began;
}
