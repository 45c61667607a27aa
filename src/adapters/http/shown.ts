// Gathers what a page about accesses shows: the access, where it leads, who occurs in it, and, for a single one, what
// the caller may do next. Three statements at most, however many accesses are shown.
import type { AccessReads, Ports, Resolver } from '../../app/ports.ts';
import { openRequest, type Access } from '../../core/access.ts';
import { actionFrom, actionsFor } from '../../core/actions.ts';
import { awaiting } from '../../core/deciders.ts';
import { mayRun } from '../../core/governance.ts';
import type { AccessId } from '../../core/ids.ts';
import { noSuch } from '../../core/no-such.ts';
import { isRefused, Problem } from '../../core/problem.ts';
import type { Request } from '../../core/request.ts';
import type { Situation } from '../../core/situation.ts';
import { asAsked, periodAt, type Period } from '../../core/terms.ts';
import type { Instant } from '../../core/time.ts';
import type { Asker } from './authenticate.ts';
import { peopleIn, type Shown } from './wire/access.ts';

export type { Shown } from './wire/access.ts';

export interface AccessDeps {
  readonly ports: Ports;
  readonly reads: AccessReads;
  readonly resolver: Resolver;
}

/** One access with everything the caller may do. */
export async function showOne(deps: AccessDeps, id: AccessId, caller: Asker): Promise<Shown> {
  const [shown] = await showMany(deps, [id], caller);
  if (!shown) throw new Problem('access_not_found', { detail: noSuch('access', id) });
  return shown;
}

/** Several accesses with everything the caller may do, in the order of the ids. */
export async function showMany(deps: AccessDeps, ids: readonly AccessId[], caller: Asker): Promise<Shown[]> {
  const { ports } = deps;
  const loaded = await ports.accesses.loadMany(ids, ports.clock.now());
  const now = Math.max(ports.clock.now(), ...loaded.map((one) => one.notBefore));
  const next = new Map(
    loaded.map(({ situation }) => [situation.access.id, nextSteps(situation, caller, now)]),
  );
  return show(
    deps,
    loaded.map((one) => one.situation.access),
    now,
    next,
  );
}

/** A page of a list: no actions, because each would need its own rosters. */
export async function showList(deps: AccessDeps, accesses: readonly Access[]): Promise<Shown[]> {
  return show(deps, accesses, deps.ports.clock.now(), new Map());
}

async function show(
  { reads, resolver }: AccessDeps,
  accesses: readonly Access[],
  now: Instant,
  next: ReadonlyMap<AccessId, NonNullable<Shown['next']>>,
): Promise<Shown[]> {
  if (accesses.length === 0) return [];
  const ids = accesses.map((access) => access.id);
  const who = accesses.flatMap((access) => peopleIn(access, next.get(access.id)?.awaiting ?? null));
  const [details, people, zone] = await Promise.all([
    reads.details(ids),
    reads.people([...new Set(who)]),
    resolver.timeZone(),
  ]);
  return accesses.flatMap((access) => {
    const found = details.get(access.id);
    return found ? [{ access, details: found, people, now, zone, next: next.get(access.id) ?? null }] : [];
  });
}

function nextSteps(situation: Situation, caller: Asker, now: Instant): NonNullable<Shown['next']> {
  const request = openRequest(situation.access, now);
  return {
    language: caller.language,
    awaiting: request && awaiting(situation, request),
    period: request && periodOf(situation, request, now),
    actions: actionsFor(situation, { by: caller.principal, now, channel: caller.channel }),
    retry: actionFrom(mayRun(caller.principal)),
  };
}

/** What a yes given now would grant; null where the end that was asked for has passed. */
function periodOf({ policy }: Situation, { ask }: Request, now: Instant): Period | null {
  const period = periodAt(ask, asAsked, policy, now);
  return isRefused(period) ? null : period;
}
