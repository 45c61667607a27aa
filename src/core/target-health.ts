// How a target stands, in one word: the worst that is true of it. What has to be looked at by somebody comes before what
// mends itself, and what nobody agreed to before what is as it should be.
import type { ResourceId } from './ids.ts';
import type { Instant } from './time.ts';

/** What the last runs for the resources of one target have left, counted. */
export interface TargetHealth {
  /** How many resources have something there, or are to have it. */
  readonly resources: number;
  /** Of them: whose last run failed, and which of these somebody has to know about. */
  readonly failing: number;
  readonly alarming: number;
  /** Entitlements that are granted and not there, and that are there and not granted. */
  readonly missing: number;
  readonly excess: number;
  /** Ways in that Countersign did not make. */
  readonly drift: number;
  /** When a resource was looked at last. */
  readonly lastRun: Instant | null;
  /** When one is looked at next. */
  readonly nextRun: Instant | null;
  /** Of what fails, the worst. */
  readonly failure: TargetFault | null;
}

export interface TargetFault {
  readonly resource: ResourceId;
  /** Failed runs in a row. */
  readonly failures: number;
  readonly error: string;
  readonly nextRun: Instant;
}

export const targetStates = [
  'frozen',
  'alarming',
  'failing',
  'differing',
  'drifting',
  'unseen',
  'unused',
  'in-line',
] as const;

export type TargetState = (typeof targetStates)[number];

type Counted = Omit<TargetHealth, 'nextRun' | 'failure'>;

export function targetState(health: Counted, frozen: boolean): TargetState {
  if (frozen) return 'frozen';
  if (health.alarming > 0) return 'alarming';
  if (health.failing > 0) return 'failing';
  if (health.missing + health.excess > 0) return 'differing';
  if (health.drift > 0) return 'drifting';
  if (health.resources === 0) return 'unused';
  return health.lastRun === null ? 'unseen' : 'in-line';
}
