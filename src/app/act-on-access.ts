// Deciding, durably: load everything in one statement, let the core judge, save in one statement that compares what the
// core was given. When somebody was faster the whole of it is repeated on the new state, at most five times; the core
// then usually answers differently, and that answer is the truth (design 3.3, rule 3). Every act on an access goes
// through here, whatever surface it came from.
import { stateAt, type Access } from '../core/access.ts';
import type { AccessId } from '../core/ids.ts';
import { noSuch } from '../core/no-such.ts';
import { orThrow, Problem, type Refused } from '../core/problem.ts';
import type { Act, Outcome, Situation } from '../core/situation.ts';
import type { Birth, Caller, Loaded, Ports } from './ports.ts';

const tries = 5;

export interface Acted {
  readonly access: Access;
  /** The situation after the act, from which surfaces compute what can be done next. */
  readonly situation: Situation;
  readonly now: number;
}

export interface Target {
  readonly id: AccessId;
  /** Where a new access should lead; null when it has to exist. */
  readonly birth: Birth | null;
  /** The version the caller saw (`If-Match`); null when it did not say. */
  readonly ifMatch: number | null;
}

/**
 * Lets the core judge one act on one access and makes the outcome durable.
 *
 * @throws Problem `access_not_found`; `version_mismatch` (412); whatever the core refuses, with the real state;
 *   `decided_meanwhile` after five lost races.
 */
export async function actOnAccess(
  ports: Ports,
  target: Target,
  caller: Caller,
  judge: (situation: Situation, act: Act) => Outcome | Refused,
): Promise<Acted> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const loaded = await ports.accesses.load(target.id, caller, target.birth, ports.clock.now());
    if (!loaded) throw new Problem('access_not_found', { detail: noSuch('access', target.id) });
    const now = Math.max(ports.clock.now(), loaded.notBefore);
    if (loaded.repeated) return acted(loaded, loaded.situation.access, now);
    compareVersion(target, loaded);
    const outcome = orThrow(
      judge(loaded.situation, { by: caller.principal, now, channel: caller.channel }),
      realState(loaded, now),
    );
    if (outcome.facts.length === 0) return acted(loaded, outcome.access, now);
    const saved = await ports.accesses.save([{ loaded, outcome, caller, now }]);
    if (saved.has(target.id)) {
      ports.sealSoon();
      return acted(loaded, { ...outcome.access, version: loaded.seen.access + 1 }, now);
    }
  }
  throw new Problem('decided_meanwhile');
}

/** An existing access, whatever version it has. */
export function existing(id: AccessId, ifMatch: number | null = null): Target {
  return { id, birth: null, ifMatch };
}

function acted(loaded: Loaded, access: Access, now: number): Acted {
  return { access, situation: { ...loaded.situation, access }, now };
}

function compareVersion(target: Target, loaded: Loaded): void {
  if (target.ifMatch !== null && target.ifMatch !== loaded.seen.access)
    throw new Problem('version_mismatch', { field: 'If-Match' });
}

function realState(loaded: Loaded, now: number): Record<string, unknown> {
  return loaded.seen.access === 0
    ? {}
    : { state: stateAt(loaded.situation.access, now), version: loaded.seen.access };
}
