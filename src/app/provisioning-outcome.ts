// What a run means: for each access whether it is real, for the target whether it is in line, and when to look again.
// Access is judged by what the target shows, not by statements that did not fail. A revoke that did not work is worse
// than a grant that did not: it is alarming at once, while a grant may fail three times (design 3.3, rule 12).
import { correction, transition, type ProvisioningStatus } from '../core/provisioning.ts';
import { minute, second, type Instant, type Milliseconds } from '../core/time.ts';
import type { Drift, Entitlement, Failure, Level } from './connector.ts';
import type { Held, Job, Made, Outcome, Party, Standing } from './provisioning.ts';

/** A target is looked at this often at least, because others can change it too. */
export const driftEvery: Milliseconds = 5 * minute;
/** Failed runs in a row after which somebody has to know. */
export const patience = 3;
const longestBackOff: Milliseconds = 5 * minute;
/** Grants may end in every millisecond; a target is not asked more often than this because of it. */
const shortestPause: Milliseconds = 100;

/** Who is meant to have access, and what the target calls them. */
export interface Intended extends Party {
  readonly principal: string;
  readonly level: Level;
}

export interface Intentions {
  readonly all: readonly Intended[];
  /** When the clock will change what is intended; null when it will not. */
  readonly next: Instant | null;
}

/** What came out of a run at the target. */
export type Finding =
  | {
      readonly kind: 'acted';
      readonly observed: readonly Entitlement[];
      readonly failed: readonly Failure[];
      readonly drift: readonly Drift[];
    }
  | { readonly kind: 'compared'; readonly observed: readonly Entitlement[]; readonly drift: readonly Drift[] }
  | { readonly kind: 'failed'; readonly sentence: string };

export interface Run {
  readonly job: Job;
  readonly finding: Finding;
  readonly intentions: Intentions;
  readonly held: readonly Held[];
  /** Where a grant of this level lives at the target. */
  readonly reference: (level: Level) => string | undefined;
  readonly now: Instant;
  readonly random: () => number;
}

export function outcomeOf(run: Run): Outcome {
  const { job, finding } = run;
  const made = finding.kind === 'compared' ? [] : madeOf(run, finding);
  const standing = finding.kind === 'failed' ? afterFailure(run, finding.sentence) : afterLook(run, finding);
  const turn = standing.alarming === job.alarming ? null : standing.alarming ? 'alarm' : 'recovered';
  const over = !job.bound && finding.kind === 'acted' && standing.failures === 0;
  return { standing, made, turn, over };
}

/** Exponential, at most five minutes, spread so that the resources of one target do not come back all at once. */
export function backOff(failures: number, random: () => number): Milliseconds {
  const full = Math.min(longestBackOff, second * 2 ** Math.min(failures - 1, 20));
  return full * (0.5 + random() / 2);
}

function afterFailure({ job, intentions, held, now, random }: Run, sentence: string): Standing {
  const failures = job.failures + 1;
  const waiting = new Set(intentions.all.map(keyOf));
  const mustGo = job.frozen ? [] : held.filter((one) => !waiting.has(keyOf(one)));
  return {
    failures,
    alarming: job.alarming || failures >= patience || mustGo.length > 0,
    error: sentence,
    seen: null,
    nextRun: now + backOff(failures, random),
  };
}

function afterLook(run: Run, finding: Exclude<Finding, { kind: 'failed' }>): Standing {
  const { job, intentions, now, random } = run;
  const wanted = distinct(intentions.all);
  const missing = without(wanted, finding.observed);
  const excess = without(finding.observed, wanted);
  const failed = finding.kind === 'acted' ? finding.failed : [];
  const isInLine = finding.kind === 'compared' || failed.length + missing.length + excess.length === 0;
  const failures = isInLine ? 0 : job.failures + 1;
  const notTakenAway =
    finding.kind === 'acted' &&
    (excess.length > 0 || failed.some(({ code }) => code === 'not_revoked' || code === 'session_not_ended'));
  const pause = isInLine ? driftEvery * (0.9 + random() / 5) : backOff(failures, random);
  const next = finding.kind === 'acted' ? (intentions.next ?? Infinity) : Infinity;
  return {
    failures,
    // What is only compared is not mended by that.
    alarming: isInLine
      ? job.alarming && finding.kind === 'compared'
      : job.alarming || failures >= patience || notTakenAway,
    error: isInLine ? null : sentenceOf(failed),
    seen: {
      intended: wanted.length,
      observed: finding.observed.length,
      missing,
      excess,
      failed,
      drift: finding.drift,
    },
    nextRun: Math.ceil(Math.max(now + shortestPause, Math.min(now + pause, next))),
  };
}

function sentenceOf(failed: readonly Failure[]): string {
  const [first, ...others] = failed;
  if (!first) return 'The target does not show what was done.';
  return others.length === 0 ? first.sentence : `${first.sentence} And ${others.length} more.`;
}

/** What has changed about the accesses, in the order of their ids. */
function madeOf(run: Run, finding: Exclude<Finding, { kind: 'compared' }>): Made[] {
  const { job, intentions, held } = run;
  if (job.frozen) return [];
  const before = new Map(held.map((one) => [one.access, one]));
  const wanted = new Set(intentions.all.map(({ access }) => access));
  const judge = finding.kind === 'failed' ? judgeBlindly(run, finding.sentence) : judgeBySight(run, finding);
  const now = [
    ...intentions.all.map((one) => ({ ...one, ...judge.intended(one, before.get(one.access)) })),
    ...held.filter(({ access }) => !wanted.has(access)).map((one) => ({ ...one, ...judge.left(one) })),
  ];
  return now
    .filter((one) => !isSame(one, before.get(one.access)))
    .map((one) => news(run, one, before.get(one.access)))
    .sort((one, other) => (one.access < other.access ? -1 : 1));
}

interface Verdict {
  readonly status: ProvisioningStatus;
  readonly reason: string | null;
}

interface Judge {
  intended(one: Intended, before: Held | undefined): Verdict;
  left(one: Held): Verdict;
}

function judgeBySight({ intentions }: Run, finding: Extract<Finding, { kind: 'acted' }>): Judge {
  const shown = new Set(finding.observed.map(keyOf));
  const wanted = new Set(intentions.all.map(keyOf));
  const reasons = new Map(
    [...finding.failed]
      .reverse()
      .map((failure) => [`${failure.level}\n${failure.principal ?? ''}`, failure.sentence]),
  );
  const reason = ({ principal, level }: { principal: string | null; level: Level }): string =>
    reasons.get(`${level}\n${principal ?? ''}`) ??
    reasons.get(`${level}\n`) ??
    'The target does not show what was done.';
  return {
    intended: (one) =>
      shown.has(keyOf(one))
        ? { status: 'provisioned', reason: null }
        : { status: 'provisioning-failed', reason: reason(one) },
    // Another agreement of the same principal keeps it in; of this one nothing is left.
    left: (one) =>
      shown.has(keyOf(one)) && !wanted.has(keyOf(one))
        ? { status: 'deprovisioning-failed', reason: reason(one) }
        : { status: 'deprovisioned', reason: null },
  };
}

/** The target could not be looked at: what was so is taken to be so still, and what should change has not. */
function judgeBlindly({ intentions }: Run, sentence: string): Judge {
  const wanted = new Set(intentions.all.map(keyOf));
  return {
    intended: (one, before) =>
      before?.status === 'provisioned' && keyOf(before) === keyOf(one)
        ? { status: 'provisioned', reason: null }
        : { status: 'provisioning-failed', reason: sentence },
    left: (one) =>
      wanted.has(keyOf(one))
        ? { status: 'deprovisioned', reason: null }
        : { status: 'deprovisioning-failed', reason: sentence },
  };
}

function news({ job, reference, now }: Run, one: Held, before: Held | undefined): Made {
  const { status, reason, level } = one;
  const fields = {
    platform: job.target.kind,
    executor: 'countersign',
    reference: reference(level),
    diagnostics: reason ?? undefined,
  };
  const isNews = status !== before?.status;
  // The same failure for another reason is corrected in place: its time is that of the first one.
  const patch = isNews
    ? transition(status, fields, Math.max(now, one.updatedAt))
    : correction({ reference: fields.reference, diagnostics: fields.diagnostics });
  return {
    ...one,
    principal: status === 'deprovisioned' ? null : one.principal,
    report: job.reports ? patch : null,
    isNews,
  };
}

function isSame(now: Held, before: Held | undefined): boolean {
  return (
    before !== undefined &&
    before.status === now.status &&
    before.principal === now.principal &&
    before.level === now.level &&
    before.reason === now.reason
  );
}

function distinct(these: readonly Intended[]): Entitlement[] {
  return [
    ...new Map(
      these.map(({ principal, level }) => [keyOf({ principal, level }), { principal, level }]),
    ).values(),
  ];
}

function without(these: readonly Entitlement[], those: readonly Entitlement[]): Entitlement[] {
  const taken = new Set(those.map(keyOf));
  return these.filter((one) => !taken.has(keyOf(one)));
}

function keyOf({ principal, level }: { principal: string | null; level: Level }): string {
  return `${level}\n${principal ?? ''}`;
}
