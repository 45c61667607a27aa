// Looking again at a request that waits, because people or rules around it have changed. Two things can follow, both by
// the system: a first allow is void because its giver may no longer approve, or the request needs nobody any more,
// because the consumer's team is trusted now. A strategy that became laxer changes nothing here: a request that waits is
// decided under the stricter of the two (design 3.1). Neither does what the consumer's side has set for itself, which
// never reaches what it asked before (design 3.3, rule 9): its trust, and "own team" altogether, which only that very
// team can set. And whoever was refused before needs a person, once asked for always asked for (rule 5).
import { openRequest } from './access.ts';
import { voidLostEyes } from './decide.ts';
import { circumstances } from './deciders.ts';
import { grantRequest, systemAllow } from './granting.ts';
import type { Mint } from './ids.ts';
import { firstAnswer, type AutoReason } from './policy.ts';
import { isRefused } from './problem.ts';
import type { Request } from './request.ts';
import { gone, unchanged, type Act, type Outcome, type Situation } from './situation.ts';

export function reconsider(s: Situation, act: Act, mint: Mint): Outcome {
  const request = openRequest(s.access, act.now);
  // What is gone is ended, not granted.
  if (!request || gone(s)) return unchanged(s.access);
  const reason = automaticNow(s, request);
  if (reason === null) return voidLostEyes(s, act);
  const granted = grantRequest(s, request, systemAllow(request, reason, act.now, mint), act.now, mint);
  // What leaves nothing to grant, because the end asked for is near, expires by itself.
  return isRefused(granted) ? unchanged(s.access) : granted;
}

/** Why nobody is needed any more; null when somebody still is. A direct grant is the owner side's own affair. */
function automaticNow(s: Situation, request: Request): AutoReason | null {
  if (request.asker === null || request.becauseOf === 'refused-before') return null;
  const strategy = s.policy.strategy === 'Auto' ? 'Simple' : s.policy.strategy;
  const policy = { ...s.policy, strategy, ownTeam: 'ask' } as const;
  return firstAnswer(circumstances({ ...s, policy }, request.asker)).auto;
}
