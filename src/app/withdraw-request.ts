// Takes back what is asked, by the consumer side (core/standing.ts).
import type { AccessId } from '../core/ids.ts';
import { withdraw } from '../core/standing.ts';
import { actOnAccess, existing, type Acted } from './act-on-access.ts';
import type { Caller, Ports } from './ports.ts';

export const withdrawRequest =
  (ports: Ports) =>
  (id: AccessId, comment: string | null, caller: Caller, ifMatch: number | null = null): Promise<Acted> =>
    actOnAccess(ports, existing(id, ifMatch), caller, (situation, act) => withdraw(situation, comment, act));
