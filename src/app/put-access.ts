// Creates an access by asking for it, or writes an existing one as a whole (core/put.ts).
import type { AccessId } from '../core/ids.ts';
import { put, type Wanted } from '../core/put.ts';
import { actOnAccess, type Acted } from './act-on-access.ts';
import type { Caller, Ports } from './ports.ts';

export const putAccess =
  (ports: Ports) =>
  (
    id: AccessId,
    wanted: Omit<Wanted, 'knowsPresentState'>,
    caller: Caller,
    ifMatch: number | null = null,
  ): Promise<Acted> =>
    actOnAccess(
      ports,
      { id, birth: { resource: wanted.resource, consumer: wanted.consumer, origin: null }, ifMatch },
      caller,
      (situation, act) => put(situation, { ...wanted, knowsPresentState: ifMatch !== null }, act, ports.mint),
    );
