// Everything the rules look at when they judge one act on one access, and what comes out of it. A use case loads a
// Situation in one statement, hands it to an act, and saves the Outcome in one statement; between the two there is
// only the core. The settings here are the organization's, not the resource's.
import type { Access } from './access.ts';
import type { Consumer, Side } from './consumer.ts';
import type { Fact } from './fact.ts';
import type { TeamId } from './ids.ts';
import type { Policy } from './policy.ts';
import type { Channel, Principal } from './principal.ts';
import { refused, type Refused } from './problem.ts';
import type { Request } from './request.ts';
import type { Resource } from './resource.ts';
import type { Roster } from './team.ts';
import type { Instant } from './time.ts';

export interface Surroundings {
  readonly resource: Resource;
  /** Named approvers who left are not in it any more. */
  readonly policy: Policy;
  readonly consumer: Consumer;
  /** True once the consumer is gone: its team or product was deleted, or the person left. */
  readonly consumerGone?: boolean;
  /** Rosters of the owner team, its parent, the consumer's team, and the teams that the policy names. */
  readonly rosters: ReadonlyMap<TeamId, Roster>;
  /**
   * Sides that an earlier refusal on this resource binds, and sides with an access here that is suspended now, among
   * those that an ask for this consumer comes from: its own, the person's who asks, and for a person their teams'.
   */
  readonly bound: readonly Side[];
  /** Hash of the terms under which the resource may be used now; absent or null where its contract says none. */
  readonly contractTerms?: string | null;
  /** Whether organization keys may decide in this installation. */
  readonly organizationKeysDecide: boolean;
}

export interface Situation extends Surroundings {
  readonly access: Access;
}

/** Who acts, when, and through what. */
export interface Act {
  readonly by: Principal;
  readonly now: Instant;
  readonly channel: Channel;
}

export interface Outcome {
  readonly access: Access;
  /** An earlier request that this act closed, beside the latest one, which is part of the access. */
  readonly closed: Request | null;
  readonly facts: readonly Fact[];
  /** A side that is bound by a refusal from now on, or free again. */
  readonly refusal: { readonly side: Side; readonly binds: boolean } | null;
}

/** Nothing happened: the act had been done before, or asked for nothing new. */
export function unchanged(access: Access): Outcome {
  return { access, closed: null, facts: [], refusal: null };
}

/** Refuses what would give access to something, or to somebody, that is no more. */
export function gone(s: Surroundings): Refused | undefined {
  if (s.resource.gone) return refused('resource_not_found');
  return s.consumerGone ? refused('consumer_unknown') : undefined;
}

export function ownerRoster(s: Surroundings): Roster | undefined {
  return s.rosters.get(s.resource.owner);
}

export function consumerRoster(s: Surroundings): Roster | undefined {
  return s.consumer.team === null ? undefined : s.rosters.get(s.consumer.team);
}
