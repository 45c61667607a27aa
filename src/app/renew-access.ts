// Asks for more time, or for access again after it ended (core/ask.ts). Roles stay as they are shown unless other ones
// are named; while the request waits, what was granted stands.
import { shownTerms } from '../core/access.ts';
import { mayRenew } from '../core/actions.ts';
import { askAgain } from '../core/ask.ts';
import type { AccessId, Mint } from '../core/ids.ts';
import type { Refused } from '../core/problem.ts';
import type { Act, Outcome, Situation } from '../core/situation.ts';
import { normalRoles, type Ask } from '../core/terms.ts';
import { actOnAccess, existing, type Acted } from './act-on-access.ts';
import type { Caller, Ports } from './ports.ts';

export interface Renewal {
  /** Null: the purpose of the last request still holds. */
  readonly purpose: string | null;
  readonly roles: readonly string[] | null;
  readonly until: Ask['until'];
  readonly duration: Ask['duration'];
  readonly acceptedTerms?: string | undefined;
}

export const renewAccess =
  (ports: Ports) =>
  (id: AccessId, renewal: Renewal, caller: Caller, ifMatch: number | null = null): Promise<Acted> =>
    actOnAccess(ports, existing(id, ifMatch), caller, (situation, act) =>
      judgeRenewal(situation, renewal, act, ports.mint),
    );

/** What a renewal comes to, for filing it and for looking what it would do. */
export function judgeRenewal(
  situation: Situation,
  { purpose, roles, until, duration, acceptedTerms }: Renewal,
  act: Act,
  mint: Mint,
): Outcome | Refused {
  const no = mayRenew(situation, act);
  if (no) return no;
  const last = situation.access.request?.ask;
  return askAgain(
    situation,
    {
      purpose: purpose ?? last?.purpose ?? '',
      purposeGenerated: purpose === null && (last?.purposeGenerated ?? false),
      roles: normalRoles(roles ?? shownTerms(situation.access, act.now).roles),
      from: null,
      until,
      duration,
      acceptedTerms,
    },
    act,
    mint,
  );
}
