// Ends an access before its time, by either side (core/standing.ts).
import type { AccessId } from '../core/ids.ts';
import { revoke } from '../core/standing.ts';
import { actOnAccess, existing, type Acted } from './act-on-access.ts';
import type { Caller, Ports } from './ports.ts';

export const revokeAccess =
  (ports: Ports) =>
  (id: AccessId, comment: string | null, caller: Caller, ifMatch: number | null = null): Promise<Acted> =>
    actOnAccess(ports, existing(id, ifMatch), caller, (situation, act) => revoke(situation, comment, act));
