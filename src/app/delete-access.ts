// Deletes an access: ends it first, and leaves a tombstone that still answers (core/standing.ts).
import type { AccessId } from '../core/ids.ts';
import { remove } from '../core/standing.ts';
import { actOnAccess, existing, type Acted } from './act-on-access.ts';
import type { Caller, Ports } from './ports.ts';

export const deleteAccess =
  (ports: Ports) =>
  (id: AccessId, caller: Caller, ifMatch: number | null = null): Promise<Acted> =>
    actOnAccess(ports, existing(id, ifMatch), caller, (situation, act) => remove(situation, act));
