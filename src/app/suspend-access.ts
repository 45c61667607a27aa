// Suspends an access for now, by its owner side (core/standing.ts).
import type { AccessId } from '../core/ids.ts';
import { suspend } from '../core/standing.ts';
import { actOnAccess, existing, type Acted } from './act-on-access.ts';
import type { Caller, Ports } from './ports.ts';

export const suspendAccess =
  (ports: Ports) =>
  (id: AccessId, comment: string | null, caller: Caller, ifMatch: number | null = null): Promise<Acted> =>
    actOnAccess(ports, existing(id, ifMatch), caller, (situation, act) => suspend(situation, comment, act));
