// One verdict on the request that waits on an access (core/decide.ts).
import { decide, type Vote } from '../core/decide.ts';
import type { AccessId } from '../core/ids.ts';
import { actOnAccess, existing, type Acted } from './act-on-access.ts';
import type { Caller, Ports } from './ports.ts';

export const decideRequest =
  (ports: Ports) =>
  (id: AccessId, vote: Vote, caller: Caller, ifMatch: number | null = null): Promise<Acted> =>
    actOnAccess(ports, existing(id, ifMatch), caller, (situation, act) =>
      decide(situation, vote, act, ports.mint),
    );
