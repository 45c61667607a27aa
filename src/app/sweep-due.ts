// Lets time act on every access that is due, batch by batch, until none is (core/lapse.ts). Every server does this; two
// at once share the work. Returns how many accesses were due.
import { lapse } from '../core/lapse.ts';
import type { Ports } from './ports.ts';

const batch = 500;

export const sweepDue = (ports: Ports) => async (): Promise<number> => {
  let swept = 0;
  for (;;) {
    const taken = await ports.accesses.sweep(batch, ports.clock.now(), lapse);
    swept += taken;
    if (taken > 0) ports.sealSoon();
    if (taken < batch) return swept;
  }
};
