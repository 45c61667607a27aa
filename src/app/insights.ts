// Insights: how long people wait for a decision and how it ends, what waits now and since when, who decides most, what
// ends soon; for the organization or for what one team owns. What is past comes from counters, what is now from indexes,
// and what could be very much is counted up to a limit that the answer names.
import type { AccessId, PersonId, TeamId } from '../core/ids.ts';
import type { RequestOutcome } from '../core/insight.ts';
import type { Instant } from '../core/time.ts';

export interface OutcomeCount {
  readonly week: string;
  readonly outcome: RequestOutcome;
  readonly bucket: number;
  readonly count: number;
}

export interface ApproverCount {
  readonly person: PersonId;
  readonly allows: number;
  readonly denies: number;
}

/** How many there are in each of some ranges of instants, and whether all were counted. */
export interface Ranges {
  readonly counts: readonly number[];
  readonly complete: boolean;
}

export interface InsightReads {
  /** From a week on. A null team is the whole organization. */
  outcomes(team: TeamId | null, from: string): Promise<OutcomeCount[]>;
  approvers(team: TeamId | null, from: string, limit: number): Promise<ApproverCount[]>;
  /** What waits, by since when: the oldest bound first, then up to each later one, then after the last. */
  waiting(team: TeamId | null, bounds: readonly Instant[]): Promise<Ranges>;
  /** The ones that wait longest. */
  waitingLongest(team: TeamId | null, limit: number): Promise<AccessId[]>;
  /** What ends after now and up to each bound; none is counted twice. */
  ending(team: TeamId | null, now: Instant, bounds: readonly Instant[]): Promise<Ranges>;
  /** The ones that end first. */
  endingFirst(team: TeamId | null, now: Instant, until: Instant, limit: number): Promise<AccessId[]>;
}
