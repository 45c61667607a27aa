// Lets time act on every access that is due, batch by batch, until none is (core/lapse.ts). Every server does this; two
// at once share the work, and where there is more than a batch, such as after midnight, so do two lanes of one server:
// while one waits for the database the other works out what becomes of its accesses. Returns how many were due.
import { lapse } from '../core/lapse.ts';
import type { Ports } from './ports.ts';

const usualBatch = 500;

export const sweepDue =
  (ports: Ports, batch = usualBatch) =>
  async (): Promise<number> => {
    const first = await sweepBatch(ports, batch);
    if (first < batch) return first;
    const [one, other] = await Promise.all([sweepRest(ports, batch), sweepRest(ports, batch)]);
    return first + one + other;
  };

async function sweepRest(ports: Ports, batch: number): Promise<number> {
  for (let swept = 0; ;) {
    const taken = await sweepBatch(ports, batch);
    swept += taken;
    if (taken < batch) return swept;
  }
}

async function sweepBatch({ accesses, clock, sealSoon }: Ports, batch: number): Promise<number> {
  const taken = await accesses.sweep(batch, clock.now(), lapse);
  if (taken > 0) sealSoon();
  return taken;
}
