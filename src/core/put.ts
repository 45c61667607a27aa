// Writing a whole access at once, as clients of the Entropy API do. Such a PUT is often a round trip: a connector reads
// the object, adds a tag and writes all of it back, perhaps after a decision it has not seen. Therefore what equals the
// state shown is no act; notes are written; less is taken at once; more becomes a request, which this PUT never decides;
// and an access that was revoked or deleted is not asked for again unless the writer shows (If-Match) that it knows
// (design 3.3, rules 6 and 10).
import { isSameEdge, openRequest, shownTerms, standingAt, type Access, type Notes } from './access.ts';
import { ask, askClaimingApproval } from './ask.ts';
import type { Consumer } from './consumer.ts';
import type { Mint, ResourceId } from './ids.ts';
import { isRefused, refused, type Refused } from './problem.ts';
import { unchanged, type Act, type Outcome, type Situation } from './situation.ts';
import { annotate, narrow } from './standing.ts';
import { normalRoles, plainPurpose, type Ask } from './terms.ts';
import type { Instant } from './time.ts';

/** What a PUT says. Undefined: it does not say, or says what is shown already. */
export interface Wanted {
  readonly resource: ResourceId;
  readonly consumer: Consumer;
  readonly purpose: string | undefined;
  readonly roles: readonly string[] | undefined;
  readonly from: Instant | null | undefined;
  readonly until: Instant | null | undefined;
  readonly notes: Partial<Notes>;
  /** The body says `approved`; that counts for something only when this PUT creates the access. */
  readonly claimsApproval: boolean;
  /** The writer named the version it had seen, and it is the present one. */
  readonly knowsPresentState: boolean;
}

export function put(s: Situation, wanted: Wanted, act: Act, mint: Mint): Outcome | Refused {
  if (s.access.version === 0) return create(s, wanted, act, mint);
  if (!isSameEdge(s.access, wanted)) return refused('access_identity');
  if (s.access.deletedAt !== null && !wanted.knowsPresentState)
    return refused('wrong_state', {
      en: 'The access was deleted. Send its ETag as If-Match to ask for it again, or use another id.',
      de: 'Der Zugang wurde gelöscht. Senden Sie sein ETag als If-Match, um ihn neu anzufragen, oder nehmen Sie eine andere Id.',
    });
  return inTurn(s, [
    (now) => annotate(now, { ...now.access.notes, ...wanted.notes }, act),
    (now) => changeTerms(now, wanted, act, mint),
  ]);
}

function create(s: Situation, wanted: Wanted, act: Act, mint: Mint): Outcome | Refused {
  const born: Situation = { ...s, access: { ...s.access, notes: { ...s.access.notes, ...wanted.notes } } };
  const wish = wishOf(born.access, wanted, act.now);
  return wanted.claimsApproval ? askClaimingApproval(born, wish, act, mint) : ask(born, wish, act, mint);
}

function changeTerms(s: Situation, wanted: Wanted, act: Act, mint: Mint): Outcome | Refused {
  const shown = shownTerms(s.access, act.now);
  const roles = wanted.roles && normalRoles(wanted.roles);
  const until = wanted.until === shown.until ? undefined : wanted.until;
  const newRoles =
    roles && JSON.stringify(roles) !== JSON.stringify(normalRoles(shown.roles)) ? roles : undefined;
  const newPurpose =
    wanted.purpose !== undefined &&
    plainPurpose(wanted.purpose) !== plainPurpose(s.access.request?.ask.purpose ?? '');
  const newStart =
    wanted.from !== undefined &&
    wanted.from !== null &&
    wanted.from !== shown.from &&
    openRequest(s.access, act.now) !== null;
  if (
    until === undefined &&
    newRoles === undefined &&
    !newPurpose &&
    !newStart &&
    s.access.deletedAt === null
  )
    return unchanged(s.access);
  const standing = standingAt(s.access, act.now);
  const runs = standing === 'Granted' || standing === 'Suspended';
  if (runs && !newPurpose && isNarrower(shown, until, newRoles))
    return narrow(s, { until: until ?? null, roles: newRoles ?? null }, null, act);
  if (standing === 'Revoked' && !wanted.knowsPresentState) return unchanged(s.access);
  return ask(s, wishOf(s.access, wanted, act.now), act, mint);
}

function isNarrower(
  shown: { roles: readonly string[]; until: Instant | null },
  until: Instant | null | undefined,
  roles: readonly string[] | undefined,
): boolean {
  const earlier = until === undefined || (until !== null && (shown.until === null || until <= shown.until));
  const fewer =
    roles === undefined || (roles.length > 0 && roles.every((role) => shown.roles.includes(role)));
  return earlier && fewer;
}

/** The ask that a PUT amounts to: what it does not say stays as it is shown. */
function wishOf(access: Access, wanted: Wanted, now: Instant): Ask {
  const shown = shownTerms(access, now);
  const earlier = access.request?.ask;
  return {
    purpose: wanted.purpose ?? earlier?.purpose ?? '',
    purposeGenerated: wanted.purpose === undefined && (earlier?.purposeGenerated ?? false),
    roles: normalRoles(wanted.roles ?? shown.roles),
    from:
      wanted.from === undefined ? (access.standing === 'None' ? (earlier?.from ?? null) : null) : wanted.from,
    until:
      wanted.until === undefined
        ? shown.until !== null && shown.until > now
          ? shown.until
          : null
        : wanted.until,
    duration: null,
  };
}

/** Several acts as one: each sees what the ones before it left, and one refusal refuses them all. */
function inTurn(s: Situation, acts: readonly ((now: Situation) => Outcome | Refused)[]): Outcome | Refused {
  let total: Outcome = unchanged(s.access);
  for (const one of acts) {
    const outcome = one({ ...s, access: total.access });
    if (isRefused(outcome)) return outcome;
    total = {
      access: outcome.access,
      closed: outcome.closed ?? total.closed,
      facts: [...total.facts, ...outcome.facts],
      refusal: outcome.refusal ?? total.refusal,
    };
  }
  return total;
}
