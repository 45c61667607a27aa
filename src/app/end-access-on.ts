// Ends an access at a given instant, by either side: earlier than granted, so it needs nobody (core/standing.ts).
import type { AccessId } from '../core/ids.ts';
import { narrow } from '../core/standing.ts';
import type { Instant } from '../core/time.ts';
import { actOnAccess, existing, type Acted } from './act-on-access.ts';
import type { Caller, Ports } from './ports.ts';

export const endAccessOn =
  (ports: Ports) =>
  (until: Instant) =>
  (id: AccessId, comment: string | null, caller: Caller, ifMatch: number | null = null): Promise<Acted> =>
    actOnAccess(ports, existing(id, ifMatch), caller, (situation, act) =>
      narrow(situation, { until, roles: null }, comment, act),
    );
