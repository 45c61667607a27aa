// Asks for access: the first request on an access that does not exist yet (core/ask.ts). Where the policy lets the
// system grant it, it is granted in the same transaction. An id that is taken already counts only for the very same
// resource and consumer; anything else would change an agreement that the caller does not mean.
import { isSameEdge } from '../core/access.ts';
import { ask } from '../core/ask.ts';
import type { AccessId } from '../core/ids.ts';
import { refused } from '../core/problem.ts';
import type { Wish } from '../core/terms.ts';
import { actOnAccess, type Acted } from './act-on-access.ts';
import type { Birth, Caller, Ports } from './ports.ts';

/** @throws Problem `access_identity` where the id is another agreement's; what asking refuses. */
export const requestAccess =
  (ports: Ports) =>
  (id: AccessId, birth: Birth, wish: Wish, caller: Caller): Promise<Acted> =>
    actOnAccess(ports, { id, birth, ifMatch: null }, caller, (situation, act) =>
      isSameEdge(situation.access, birth)
        ? ask(situation, wish, act, ports.mint)
        : refused('access_identity'),
    );
