// What asking would do now, before anybody asks. It puts the ask to the very functions that judge a real one and reads
// the outcome that nobody saves, so what a form promises is what filing it does, as long as nobody changes anything in
// between. That something is refused is an answer here and no failure, because a form shows it beside the field.
import { ask } from './ask.ts';
import { awaiting, type Awaiting } from './deciders.ts';
import type { Mint } from './ids.ts';
import type { AutoReason } from './policy.ts';
import { isRefused, type Refused } from './problem.ts';
import type { Request } from './request.ts';
import type { Act, Outcome, Situation } from './situation.ts';
import { asAsked, periodAt, type Ask, type Period, type Wish } from './terms.ts';

export type Preview =
  | { readonly outcome: 'refused'; readonly refused: Refused }
  /** The same is asked or granted already: asking changes nothing. */
  | { readonly outcome: 'unchanged' }
  | {
      readonly outcome: 'granted';
      readonly request: Request;
      readonly because: AutoReason;
      readonly period: Period | null;
    }
  | {
      /** `undecidable`: fewer may decide than have to, whoever is asked. */
      readonly outcome: 'waits' | 'undecidable';
      readonly request: Request;
      readonly awaiting: Awaiting;
      /** What a yes given now would grant. */
      readonly period: Period | null;
    };

/** What asking for this would do. */
export function previewAsk(s: Situation, wish: Wish, act: Act, mint: Mint): Preview {
  return previewOf(s, ask(s, wish, act, mint), act);
}

/** What asking would do whatever was asked for: as far as it depends on who asks for whom. */
export function previewAskingAtAll(s: Situation, act: Act, mint: Mint): Preview {
  return previewAsk(s, something, act, mint);
}

/** An outcome that nobody saves, as what it would mean to the person who asks. */
export function previewOf(s: Situation, outcome: Outcome | Refused, act: Act): Preview {
  if (isRefused(outcome)) return { outcome: 'refused', refused: outcome };
  const { request } = outcome.access;
  if (outcome.facts.length === 0 || !request) return { outcome: 'unchanged' };
  const asked = periodAt(request.ask, asAsked, s.policy, act.now);
  const period = isRefused(asked) ? null : asked;
  const because = request.state === 'Granted' ? autoReasonOf(request) : null;
  if (because) return { outcome: 'granted', request, because, period };
  const next = awaiting(s, request);
  return { outcome: isDecidable(next) ? 'waits' : 'undecidable', request, awaiting: next, period };
}

/** Whether those who may decide are enough, fallback approvers included. */
export function isDecidable({ strategy, undecidable, people, missing }: Awaiting): boolean {
  return strategy === 'External' ? undecidable === null : people.length >= missing;
}

function autoReasonOf({ decisions }: Request): AutoReason | null {
  const reason = decisions.at(-1)?.facts['reason'];
  return (reason as AutoReason | undefined) ?? null;
}

const something: Ask = {
  purpose: 'whatever for',
  purposeGenerated: false,
  roles: [],
  from: null,
  until: null,
  duration: null,
};
