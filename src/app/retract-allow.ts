// Takes one's own first allow back under FourEyes (core/decide.ts).
import { retract } from '../core/decide.ts';
import type { AccessId } from '../core/ids.ts';
import { actOnAccess, existing, type Acted } from './act-on-access.ts';
import type { Caller, Ports } from './ports.ts';

export const retractAllow =
  (ports: Ports) =>
  (id: AccessId, comment: string | null, caller: Caller, ifMatch: number | null = null): Promise<Acted> =>
    actOnAccess(ports, existing(id, ifMatch), caller, (situation, act) => retract(situation, comment, act));
