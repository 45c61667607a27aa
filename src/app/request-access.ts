// Asks for access: the first request on an access that does not exist yet (core/ask.ts). Where the policy lets the
// system grant it, it is granted in the same transaction.
import { ask } from '../core/ask.ts';
import type { AccessId } from '../core/ids.ts';
import type { Ask } from '../core/terms.ts';
import { actOnAccess, type Acted } from './act-on-access.ts';
import type { Birth, Caller, Ports } from './ports.ts';

export const requestAccess =
  (ports: Ports) =>
  (id: AccessId, birth: Birth, wish: Ask, caller: Caller): Promise<Acted> =>
    actOnAccess(ports, { id, birth, ifMatch: null }, caller, (situation, act) =>
      ask(situation, wish, act, ports.mint),
    );
