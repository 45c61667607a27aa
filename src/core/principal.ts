// Who acts. A principal is what authentication established: a person (by session or by a key of their own), a team's
// key, an organization's key, or the system itself. The rules ask two things of it: which person stands behind it,
// and whether it may change anything at all. Administrators are people who run the installation; that gives them no
// say in any decision (design 3.4), so `administrator` appears here and in no rule about requests.
import type { KeyId, PersonId, TeamId } from './ids.ts';
import { refused, type Refused } from './problem.ts';
import type { Instant } from './time.ts';

export type Principal =
  | {
      readonly type: 'person';
      readonly id: PersonId;
      readonly key?: KeyId;
      readonly administrator: boolean;
      readonly auditor: boolean;
      readonly readOnly: boolean;
      /** How they signed in; a key never did. */
      readonly signedIn?: SignedIn;
    }
  | {
      readonly type: 'team-key';
      readonly id: KeyId;
      readonly team: TeamId;
      readonly maker: PersonId | null;
      readonly readOnly: boolean;
      /** It speaks for its team in Rover files, and decides nothing. */
      readonly rover?: true;
    }
  | {
      readonly type: 'organization-key';
      readonly id: KeyId;
      readonly maker: PersonId | null;
      readonly readOnly: boolean;
    }
  | { readonly type: 'system' };

/** What is known about the sign-in behind a session. */
export interface SignedIn {
  /** When the person last proved who they are; null where the identity provider does not say. */
  readonly at: Instant | null;
  /** How, in the words of the identity provider (`acr`); null for a password here. */
  readonly acr: string | null;
}

/** How a principal is written down in a request, a decision and the log: what it was, and the person behind it. */
export interface Actor {
  readonly type: Principal['type'];
  /** Person id or key id; `system` for the system. */
  readonly id: string;
  /** The person themself, or who made the key. Null when nobody can be named. */
  readonly person: PersonId | null;
}

/** Where an act came in. */
export type Channel = 'web' | 'rest' | 'cli' | 'slack' | 'mail' | 'rover' | 'workflow' | 'import' | 'system';

export const system: Principal = { type: 'system' };

export function actorOf(principal: Principal): Actor {
  switch (principal.type) {
    case 'person':
      return { type: 'person', id: principal.id, person: principal.id };
    case 'system':
      return { type: 'system', id: 'system', person: null };
    default:
      return { type: principal.type, id: principal.id, person: principal.maker };
  }
}

/** Whether two actors are the same one: the same person through any channel, or the same key. */
export function sameActor(one: Actor, other: Actor): boolean {
  return one.type === other.type && one.id === other.id;
}

/** Refuses whoever may only read: auditors, and keys of the read-only kind. */
export function mayWrite(principal: Principal): Refused | undefined {
  if (principal.type === 'system') return undefined;
  if (principal.type === 'person' && principal.auditor) return refused('auditor_reads_only');
  return principal.readOnly ? refused('read_only') : undefined;
}
