// Consequences: what one entry of the log means for many accesses. A resource, a consumer or a person is gone, so what
// leads there ends; a team or a policy has changed, so what is asked is looked at again. A consequence is kept as a row
// by a follower and worked off here, access by access, each through the use case that anybody else would call. The rows
// carry no orders: both use cases judge the state as they find it, so repeating one, or being late, does no harm.
import type { AccessId } from '../core/ids.ts';
import type { Instant, Milliseconds } from '../core/time.ts';

export interface Consequence {
  readonly act: 'end' | 'reconsider';
  /** What has changed. */
  readonly noun: 'resource' | 'data-product' | 'application' | 'team' | 'person';
  readonly subject: string;
}

/** One that is due, as far as it has come. */
export interface DueConsequence extends Consequence {
  readonly asked: number;
  /** The last access that this round has dealt with; empty at its beginning. */
  readonly progress: string;
  /** Whether this round has left an access behind. */
  readonly incomplete: boolean;
  /** Rounds in a row that did. */
  readonly failures: number;
}

export interface ConsequenceStore {
  /** Takes the one that has been due for longest; nobody else gets it until the lease is over. */
  take(now: Instant, lease: Milliseconds): Promise<DueConsequence | null>;
  /** The next accesses in order of their ids that it still concerns, as things stand now. */
  affected(consequence: DueConsequence, limit: number): Promise<AccessId[]>;
  /** Notes how far it has come. Nothing happens when a new cause has arrived meanwhile: that begins from the start. */
  advance(consequence: DueConsequence, to: Progress): Promise<void>;
  /** It is done, unless a new cause has arrived meanwhile. */
  finish(consequence: DueConsequence): Promise<void>;
}

export interface Progress {
  readonly progress: string;
  readonly incomplete: boolean;
  readonly failures: number;
  readonly error: string | null;
  readonly nextRun: Instant;
}
