// What the caller may do and why not, as every page of HTTP shows it.
import type { Action } from '../../../core/actions.ts';
import type { Language } from '../../../core/sentence.ts';
import { wireStepUp } from '../step-up.ts';

/** Actions by their names. */
export function wireActions<Name extends string>(
  actions: Readonly<Record<Name, Action>>,
  language: Language,
): Record<Name, ReturnType<typeof wireAction>> {
  const shown = Object.entries<Action>(actions).map(([name, action]) => [name, wireAction(action, language)]);
  return Object.fromEntries(shown) as Record<Name, ReturnType<typeof wireAction>>;
}

export function wireAction(action: Action, language: Language) {
  if (action.allowed) return { allowed: true } as const;
  const { code, reason, stepUp } = action;
  return {
    allowed: false as const,
    code,
    reason: reason[language],
    ...(stepUp && { stepUp: wireStepUp(stepUp) }),
  };
}
