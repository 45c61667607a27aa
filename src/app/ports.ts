// What the use cases need from outside, in the words of the core. Adapters implement these; main.ts brings them
// together; nothing here knows PostgreSQL or HTTP.
import type { Access } from '../core/access.ts';
import type { Consumer } from '../core/consumer.ts';
import type { AccessId, Mint, PersonId, ResourceId, TeamId } from '../core/ids.ts';
import type { InboxSide } from '../core/inbox.ts';
import type { Channel, Principal } from '../core/principal.ts';
import type { Resource } from '../core/resource.ts';
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
  /** The same for many accesses that exist, in one statement and in the order of the ids. */
  loadMany(ids: readonly AccessId[], now: Instant): Promise<Loaded[]>;
  /**
   * Saves outcomes, each with its log entries and whole in one statement, which others of the same moment may share.
   * Returns the accesses that nobody had changed meanwhile.
   */
  save(savings: readonly Saving[]): Promise<ReadonlySet<AccessId>>;
  /**
   * Puts the inbox of an open request right, without a new version. False when somebody has changed the access or what
   * was looked at meanwhile.
   */
  refile(loaded: Loaded): Promise<boolean>;
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

export interface AccessFilter {
  readonly providerProduct?: string | undefined;
  readonly consumerKind?: Consumer['kind'] | undefined;
  readonly consumerId?: string | undefined;
  readonly consumerTeam?: string | undefined;
  readonly resource?: string | undefined;
  readonly standing?: Access['standing'] | undefined;
}

/** What a page shows beside the access itself. */
export interface AccessDetails {
  readonly resource: Pick<Resource, 'kind' | 'name' | 'owner' | 'gone'>;
  /** Of a team, a product or an application. */
  readonly consumerName: string | null;
  readonly dataProductId: string | null;
  readonly outputPortId: string | null;
  readonly contract: { readonly id: string; readonly version: string | null } | null;
  /** What another team's connector reported last. */
  readonly report: Readonly<Record<string, unknown>> | null;
  /** How far Countersign's own target is. */
  readonly provisioning: Readonly<Record<string, unknown>> | null;
}

export interface InboxPlace {
  readonly askedAt: Instant;
  readonly request: string;
}

export interface AccessReads {
  page(
    filter: AccessFilter,
    after: number | null,
    limit: number,
  ): Promise<{ items: { position: number; access: Access }[]; more: boolean }>;
  /** The position of the last access before a page that begins after `skip` accesses; null when there is no such page. */
  pageStart(filter: AccessFilter, skip: number): Promise<number | null>;
  details(ids: readonly AccessId[]): Promise<ReadonlyMap<AccessId, AccessDetails>>;
  people(
    ids: readonly PersonId[],
  ): Promise<ReadonlyMap<PersonId, { readonly email: string; readonly name: string | null }>>;
  inbox(
    sides: readonly InboxSide[],
    after: InboxPlace | null,
    limit: number,
  ): Promise<(InboxPlace & { readonly access: AccessId })[]>;
  sidesOf(person: PersonId): Promise<InboxSide[]>;
}

/** Finds what the wire's names mean; null when they mean nothing here. */
export interface Resolver {
  /** An output port by its product and its id or name. */
  port(dataProductId: string, port: string): Promise<ResourceId | null>;
  team(id: string): Promise<TeamId | null>;
  teamOfProduct(id: string): Promise<TeamId | null>;
  teamOfApplication(id: string): Promise<TeamId | null>;
  /** A person by e-mail address, without regard to case, or by id. */
  person(emailOrId: string): Promise<PersonId | null>;
  /** Those of them who are known here; nobody comes into being by being asked for. */
  knownPeople(emailsOrIds: readonly string[]): Promise<PersonId[]>;
  /** The organization's time zone, in which the days of the wire are meant. */
  timeZone(): Promise<string>;
}
