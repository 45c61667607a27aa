// What a principal may do with an access, and if not, why: one list for every surface. It is computed by the very
// functions that judge the act, so a button and a click can never disagree.
import { openRequest } from './access.ts';
import { mayAsk } from './ask.ts';
import { mayDecideNow, mayRetract, waitsForAnother } from './decide.ts';
import { mayWrite } from './principal.ts';
import { reasonOf } from './problem-words.ts';
import { refused, type ProblemCode, type Refused, type StepUp } from './problem.ts';
import type { Sentence } from './sentence.ts';
import { gone, type Act, type Situation } from './situation.ts';
import { mayRemove, mayResume, mayRevoke, maySuspend, mayWithdraw } from './standing.ts';

export type ActionName =
  | 'approve'
  | 'reject'
  | 'retract'
  | 'withdraw'
  | 'suspend'
  | 'resume'
  | 'cancel'
  | 'renew'
  | 'delete';

export type Action =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly code: ProblemCode;
      readonly reason: Sentence;
      readonly stepUp?: StepUp;
    };

/** All actions on one access for one principal. */
export function actionsFor(s: Situation, act: Act): Record<ActionName, Action> {
  return {
    approve: actionFrom(mayVote(s, 'allow', act)),
    reject: actionFrom(mayVote(s, 'deny', act)),
    retract: actionFrom(mayRetract(s, act)),
    withdraw: actionFrom(mayWithdraw(s, act)),
    suspend: actionFrom(maySuspend(s, act)),
    resume: actionFrom(mayResume(s, act)),
    cancel: actionFrom(mayRevoke(s, act)),
    renew: actionFrom(mayRenew(s, act)),
    delete: actionFrom(mayRemove(s, act)),
  };
}

/** Renewing needs something that was granted, and nothing that waits. */
export function mayRenew(s: Situation, act: Act): Refused | undefined {
  if (s.access.standing === 'None') return mayAsk(s, act) ?? refused('nothing_to_renew');
  if (s.access.deletedAt !== null) return mayAsk(s, act) ?? refused('access_not_found');
  return mayAsk(s, act) ?? (openRequest(s.access, act.now) ? refused('request_open') : gone(s));
}

/**
 * Saying yes again is no second pair of eyes (design 3.3, rule 2), so it is not offered; whoever does it all the same is
 * told that nothing came of it (rule 3).
 */
function mayVote(s: Situation, verdict: 'allow' | 'deny', act: Act): Refused | undefined {
  const { request } = s.access;
  if (!request) return refused('no_request');
  if (verdict === 'allow' && waitsForAnother(s, request, act))
    return mayWrite(act.by) ?? refused('agreed_already');
  return mayDecideNow(s, request, verdict, act);
}

/** An action of which the rules say this. */
export function actionFrom(no: Refused | undefined): Action {
  return no
    ? {
        allowed: false,
        code: no.refused,
        reason: reasonOf(no),
        ...(no.stepUp && { stepUp: no.stepUp }),
      }
    : { allowed: true };
}
