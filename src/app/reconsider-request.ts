// Looks again at the request that waits on an access: what the core makes of it, and whose inbox it belongs in now. The
// inbox is no part of what was agreed, so putting it right makes no new version and no entry.
import { openRequest } from '../core/access.ts';
import type { AccessId } from '../core/ids.ts';
import { Problem } from '../core/problem.ts';
import { reconsider } from '../core/reconsider.ts';
import { actOnAccess, existing } from './act-on-access.ts';
import { bySystem } from './by-system.ts';
import type { Ports } from './ports.ts';

const tries = 5;

/** @throws Problem `decided_meanwhile` after five lost races. */
export const reconsiderRequest =
  (ports: Ports) =>
  async (id: AccessId): Promise<void> => {
    const { access, now } = await actOnAccess(ports, existing(id), bySystem, (situation, act) =>
      reconsider(situation, act, ports.mint),
    );
    if (openRequest(access, now)) await refile(ports, id);
  };

async function refile({ accesses, clock }: Ports, id: AccessId): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const loaded = await accesses.load(id, bySystem, null, clock.now());
    if (!loaded || !openRequest(loaded.situation.access, clock.now())) return;
    if (await accesses.refile(loaded)) return;
  }
  throw new Problem('decided_meanwhile');
}
