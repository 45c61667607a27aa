// Lets a suspended access run again, by its owner side (core/standing.ts).
import type { AccessId } from '../core/ids.ts';
import { resume } from '../core/standing.ts';
import { actOnAccess, existing, type Acted } from './act-on-access.ts';
import type { Caller, Ports } from './ports.ts';

export const resumeAccess =
  (ports: Ports) =>
  (id: AccessId, comment: string | null, caller: Caller, ifMatch: number | null = null): Promise<Acted> =>
    actOnAccess(ports, existing(id, ifMatch), caller, (situation, act) => resume(situation, comment, act));
