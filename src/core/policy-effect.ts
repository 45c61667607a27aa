// What a policy that is only a draft would do to a request that waits: the same second look that is taken when a policy
// has changed (reconsider.ts), and the same question who must act next (deciders.ts), before and after. Nothing comes of
// it but an answer.
import { openRequest } from './access.ts';
import { awaiting, type Awaiting } from './deciders.ts';
import type { Mint } from './ids.ts';
import { reconsider } from './reconsider.ts';
import type { Act, Situation, Surroundings } from './situation.ts';

/**
 * `granted`: at once, by the system. `undecidable`: fewer may decide it than have to. `allow-void`: a first yes counts no
 * more. `others-decide`: other people, or more or fewer of them. `none`: it waits as it does now.
 */
export type PolicyEffectKind = 'granted' | 'undecidable' | 'allow-void' | 'others-decide' | 'none';

export interface PolicyEffect {
  readonly kind: PolicyEffectKind;
  /** Who must act next then; null where it is granted. */
  readonly awaiting: Awaiting | null;
}

/**
 * @param draft the policy as it would be, and the rosters of the teams that it names.
 * @param act the look of the system at this moment.
 * @returns null where nothing waits.
 */
export function effectOn(
  s: Situation,
  draft: Pick<Surroundings, 'policy' | 'rosters'>,
  act: Act,
  mint: Mint,
): PolicyEffect | null {
  const before = openRequest(s.access, act.now);
  if (!before) return null;
  const next = { ...s, policy: draft.policy, rosters: new Map([...draft.rosters, ...s.rosters]) };
  const { access } = reconsider(next, act, mint);
  const after = openRequest(access, act.now);
  if (!after) return { kind: 'granted', awaiting: null };
  const then = awaiting(next, after);
  if (isShort(then)) return { kind: 'undecidable', awaiting: then };
  if (after.state !== before.state) return { kind: 'allow-void', awaiting: then };
  const isSame = whoOf(awaiting(s, before)) === whoOf(then);
  return { kind: isSame ? 'none' : 'others-decide', awaiting: then };
}

function isShort({ system, people, missing }: Awaiting): boolean {
  return system === null && people.length < missing;
}

function whoOf({ strategy, missing, people, system }: Awaiting): string {
  return JSON.stringify([strategy, missing, people.toSorted(), system]);
}
