// The check: who may do what, answered from memory (design section 4). What is known is an index that a snapshot fills
// and the log keeps up to date; it is told whole states, never changes, so hearing something twice does no harm. An
// index that cannot be sure to be up to date answers no, whatever it holds.
import type { Consumer, ConsumerKind } from '../core/consumer.ts';
import type { Question, Verdict } from '../core/check.ts';
import type { GrantShown } from '../core/fact.ts';
import type { KeyId, PersonId, TeamId } from '../core/ids.ts';
import type { ResourceKind } from '../core/resource.ts';
import type { Instant, Milliseconds } from '../core/time.ts';

/** What the index is told: each is the whole state of one thing, null when it is no more. */
export interface CheckMemory {
  /** Forgets everything, to begin anew. */
  clear(): void;
  /** The grants of an access that give something now or later. A version that is not newer than the known one is passed over. */
  access(
    id: string,
    version: number,
    resource: string,
    consumer: Pick<Consumer, 'kind' | 'id'>,
    grants: readonly Pick<GrantShown, 'from' | 'until' | 'roles'>[],
  ): void;
  resource(id: string, facts: ResourceFacts | null): void;
  consumer(kind: Exclude<ConsumerKind, 'person'>, id: string, isThere: boolean): void;
  person(id: string, facts: { readonly email: string } | null): void;
  /** Who was put into the team. */
  members(team: string, people: readonly string[]): void;
  key(id: string, facts: KeyFacts | null): void;
  /** Whether a consumer of that kind has been told of, there or gone. */
  knows(kind: ConsumerKind, id: string): boolean;
}

export interface ResourceFacts {
  readonly kind: ResourceKind;
  readonly owner: string;
  readonly offers: readonly string[];
  readonly visibility: string | null;
  /** Of an API that is exposed at a base path, such as `/orders/v1`. */
  readonly path: string | null;
  /** What its Rover file says; null where none does. */
  readonly rateLimits: RateLimits | null;
}

export interface RateLimits {
  /** Of all consumers together. */
  readonly provider?: RateLimit;
  readonly consumerDefault?: RateLimit;
  /** Of these applications, in place of the default. */
  readonly consumers?: readonly (RateLimit & { readonly id?: string })[];
}

/** Calls within each of these spans. */
export type RateLimit = Readonly<Partial<Record<'second' | 'minute' | 'hour', number>>>;

export interface KeyFacts {
  /** Hexadecimal SHA-256 of the token. */
  readonly digest: string;
  readonly scope: 'organization' | 'team' | 'user';
  readonly team: TeamId | null;
  readonly person: PersonId | null;
  readonly expiresAt: Instant | null;
}

export interface CheckReads {
  /** Whether a credential may ask; judged when it is asked. */
  asker(digest: string, now: Instant): CheckAsker | null;
  evaluate(question: Question, now: Instant): Verdict;
  /** Up to `limit` ids, in byte order, after one of them; `total` says how many there are in all. */
  subjects(question: Question, now: Instant, after: string | null, limit: number): Found;
  resources(question: Question, now: Instant, after: string | null, limit: number): Found;
  actions(question: Question, now: Instant): readonly string[];
  facts(resource: string): ResourceFacts | null;
  /** The API with the longest base path that this path is at or below. */
  apiAt(path: string): string | null;
  /** How many grants are held, some of which may be over or not have begun. */
  readonly grants: number;
}

export interface CheckAsker {
  readonly id: KeyId;
  readonly scope: KeyFacts['scope'];
}

export interface Found {
  readonly ids: readonly string[];
  readonly total: number;
}

export interface Checks {
  /** Who may ask. Null for a key that is none; `loading` while nobody is known. */
  asker(digest: string): CheckAsker | 'loading' | null;
  evaluate(question: Question): Verdict;
  /** Null while the index is not sure to be up to date. */
  search(): { readonly reads: CheckReads; readonly now: Instant } | null;
  facts(resource: string): ResourceFacts | null;
  apiAt(path: string): string | null;
  /** Brings the index up to date where nothing else does; resolves at once where it follows the log. */
  upToDate(): Promise<void>;
  readonly state: CheckState;
}

export interface CheckState {
  readonly loaded: boolean;
  /** Whether it is sure to be up to date; if not, everything is denied. */
  readonly isSure: boolean;
  /** How long ago the index was seen to be up to date; null when it never was. */
  readonly behindMs: Milliseconds | null;
  readonly position: number;
  readonly grants: number;
}

/** How old what is known may be; beyond it everything is denied. */
export const checkBoundMs: Milliseconds = 5000;
