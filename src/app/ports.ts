// What the use cases need from outside, in the words of the core. Adapters implement these; main.ts brings them
// together; nothing here knows PostgreSQL or HTTP.
import type { Access } from '../core/access.ts';
import type { Consumer } from '../core/consumer.ts';
import type { AccessId, Mint, ResourceId } from '../core/ids.ts';
import type { Channel, Principal } from '../core/principal.ts';
import type { Outcome, Situation } from '../core/situation.ts';
import type { Instant } from '../core/time.ts';

/** The database's time: a monotonic clock plus the measured offset, so that no server's wall clock decides anything. */
export interface Clock {
  now(): Instant;
}

/** Who calls, through what, and whether the call may be a repetition of an earlier one. */
export interface Caller {
  readonly principal: Principal;
  readonly channel: Channel;
  /** The `Idempotency-Key` of the call with a fingerprint of what it asks for. */
  readonly repetition: { readonly key: string; readonly fingerprint: string } | null;
}

/** What the core was given, by version; saving fails when one of them has moved on. */
export interface Seen {
  readonly access: number;
  readonly policy: number;
  readonly teams: Readonly<Record<string, number>>;
}

export interface Loaded {
  readonly situation: Situation;
  readonly seen: Seen;
  /** The access's last change: no later act may carry an earlier instant. */
  readonly notBefore: Instant;
  /** True when this caller's Idempotency-Key was used before with the same content. */
  readonly repeated: boolean;
  /** The contract of the resource as it is now, kept with an access that is asked for the first time. */
  readonly contract: { readonly id: string; readonly version: string | null } | null;
}

/** An access that does not exist yet: where it should lead. */
export interface Birth {
  readonly resource: ResourceId;
  readonly consumer: Consumer;
  readonly origin: string | null;
}

export interface Saving {
  readonly loaded: Loaded;
  readonly outcome: Outcome;
  readonly caller: Caller;
  readonly now: Instant;
}

export interface AccessStore {
  /**
   * Everything that judging one act on one access needs, in one statement. Null when the access does not exist and
   * no birth was given.
   *
   * @throws Problem `resource_not_found`, or `idempotency_key_reused` when the key came with other content.
   */
  load(id: AccessId, caller: Caller, birth: Birth | null, now: Instant): Promise<Loaded | null>;
  /** Saves outcomes, each with its log entries, in one statement. Returns the accesses that nobody had changed meanwhile. */
  save(savings: readonly Saving[]): Promise<ReadonlySet<AccessId>>;
  /** Takes accesses that are due, hands them to `lapse`, and saves, in one transaction. Returns how many were due. */
  sweep(limit: number, now: Instant, lapse: (access: Access, now: Instant) => Outcome): Promise<number>;
}

export interface Ports {
  readonly accesses: AccessStore;
  readonly clock: Clock;
  readonly mint: Mint;
  /** Called after every commit that left entries in the log's inbox. */
  readonly sealSoon: () => void;
}
