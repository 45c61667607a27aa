// Rover files as the use cases see them: what a file says, the rows that keep it, and what applying one did. The words
// of the file are those of Telekom's control plane, because people have such files; what they mean here is in
// core/rover.ts.
import type { Access } from '../core/access.ts';
import type { Awaiting } from '../core/deciders.ts';
import type { AccessId, Mint, ResourceId, TeamId } from '../core/ids.ts';
import type { Strategy } from '../core/policy.ts';
import type { Principal } from '../core/principal.ts';
import type { Blocked, Name, Space, Visibility } from '../core/rover.ts';
import type { Instant } from '../core/time.ts';
import type { CatalogTx } from './catalog.ts';
import type { PageOf, Paging } from './catalog-reads.ts';
import type { Settings } from './organization.ts';
import type { Fault, JsonObject, WrittenPolicy } from './documents.ts';
import type { Birth, Caller, Clock, Loaded, Saving } from './ports.ts';

/** What a file says. */
export interface RoverDocument {
  readonly name: string;
  /** The namespace, where the file says one: `<environment>--<group>--<team>`. */
  readonly namespace: string | null;
  readonly zone: string;
  readonly exposures: readonly Exposure[];
  readonly subscriptions: readonly Subscription[];
  /** As it was sent, and as it is given back; secrets of gateways are left out. */
  readonly document: JsonObject;
}

export interface Exposure extends Name {
  readonly visibility: Visibility;
  readonly strategy: Exclude<Strategy, 'External'>;
  readonly trusted: readonly string[];
  /** What it offers where no specification says it: scopes of an API, names of an event's. */
  readonly scopes: readonly string[];
  /** Our own extension: what else the policy says. Null: nothing. */
  readonly policy: RoverPolicy | null;
}

/** What of a policy a file may say beside its strategy and whom it trusts. */
export type RoverPolicy = Omit<WrittenPolicy, 'strategy' | 'trusted' | 'external'>;

export interface Subscription extends Name {
  readonly scopes: readonly string[];
  /** Our own extensions. */
  readonly purpose: string | null;
  /** A calendar day, which counts in full. */
  readonly until: string | null;
}

/** An OpenAPI 3 or Swagger 2 document, or the description of an event type. */
export interface Specification {
  readonly space: Space;
  /** A base path or an event type. */
  readonly key: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly version: string | null;
  /** `x-api-category`. */
  readonly category: string | null;
  /** Null: it says nothing about scopes. */
  readonly scopes: readonly string[] | null;
  readonly document: JsonObject;
}

export interface RoverDocuments {
  readRover(body: unknown): RoverDocument | readonly Fault[];
  readApiSpecification(body: unknown): Specification | readonly Fault[];
  readEventSpecification(body: unknown): Specification | readonly Fault[];
  /** The exclusive end of a calendar day. */
  endOfDay(day: string, timeZone: string): Instant;
}

export interface RoverPorts {
  readonly rovers: RoverStore;
  readonly documents: RoverDocuments;
  readonly clock: Clock;
  readonly mint: Mint;
}

export interface RoverStore {
  /**
   * Runs `work` in one transaction, state and log together, and again from the start when another writer was in the way.
   * A repeated Idempotency-Key does nothing and gives `undefined`.
   */
  change<T>(caller: Caller, now: Instant, work: (tx: RoverTx) => Promise<T>): Promise<T | undefined>;
  /** Runs `work` in the same way, and takes back all that it did. */
  rehearse<T>(caller: Caller, now: Instant, work: (tx: RoverTx) => Promise<T>): Promise<T>;
  /** Subscriptions whose counterpart has changed, the longest due first. */
  due(now: Instant, limit: number): Promise<SubscriptionPlace[]>;
  /** What is kept of one file; null when there is none. */
  one(id: string): Promise<KeptRover | null>;
  settings(): Promise<Settings>;
  page(teams: readonly string[], paging: Paging): Promise<PageOf<RoverRow>>;
}

export interface RoverTx {
  readonly catalog: CatalogTx;
  readonly rovers: RoverRows;
  readonly exposures: ExposureRows;
  readonly subscriptions: SubscriptionRows;
  readonly specifications: SpecificationRows;
  readonly accesses: AccessRows;
}

export interface RoverRow {
  readonly id: string;
  readonly team: TeamId;
  readonly name: string;
  readonly zone: string;
  readonly document: JsonObject;
  readonly version: number;
  readonly appliedBy: Principal;
  readonly appliedAt: Instant;
}

export interface RoverRows {
  lock(id: string): Promise<RoverRow | null>;
  /** Without a lock. */
  read(id: string): Promise<RoverRow | null>;
  save(rover: Omit<RoverRow, 'version'>): Promise<void>;
  remove(id: string): Promise<void>;
  /** The category that a free field of the team's document says, as Telekom's teams have one. */
  teamCategory(team: TeamId): Promise<string | null>;
  /** Nobody else exposes, or subscribes to, these names until the end. */
  holdNames(names: readonly { readonly space: Space; readonly label: string }[]): Promise<void>;
}

export interface KeptRover {
  readonly rover: RoverRow;
  readonly exposures: readonly ExposureRow[];
  readonly subscriptions: readonly SubscriptionRow[];
  /** The exposures of others by the same names. */
  readonly others: readonly ExposureRow[];
}

export interface SubscriptionPlace {
  readonly rover: string;
  readonly space: Space;
  readonly label: string;
}

export interface ExposureRow extends SubscriptionPlace {
  readonly team: TeamId;
  readonly zone: string;
  readonly body: Exposure;
  readonly exposedAt: Instant;
  /** Null while it does not count. */
  readonly resource: ResourceId | null;
  /** Whether a loosening of its policy waits for another owner. */
  readonly proposed: boolean;
}

export interface ExposureRows {
  of(rover: string): Promise<ExposureRow[]>;
  /** Of anybody, by these labels. */
  named(names: readonly { readonly space: Space; readonly label: string }[]): Promise<ExposureRow[]>;
  save(exposures: readonly ExposureRow[]): Promise<void>;
  remove(exposures: readonly SubscriptionPlace[]): Promise<void>;
}

export interface SubscriptionRow extends SubscriptionPlace {
  readonly body: Subscription;
  readonly resource: ResourceId | null;
  readonly access: AccessId | null;
  /** What was asked the last time; null: nothing, or of something that is gone. */
  readonly asked: string | null;
  readonly blocked: Blocked | null;
}

export interface SubscriptionRows {
  of(rover: string): Promise<SubscriptionRow[]>;
  /** Null: there is no such one, or nothing is due about it. */
  lockDue(place: SubscriptionPlace, now: Instant): Promise<SubscriptionRow | null>;
  save(subscriptions: readonly SubscriptionRow[]): Promise<void>;
  remove(subscriptions: readonly SubscriptionPlace[]): Promise<void>;
  putOff(place: SubscriptionPlace, until: Instant): Promise<void>;
  /** They have to be looked at again. Returns their names, each as often as there are such. */
  makeDue(
    names: readonly { readonly space: Space; readonly label: string }[],
    now: Instant,
  ): Promise<readonly { readonly space: Space; readonly label: string }[]>;
}

export interface SpecificationRow extends Specification {
  readonly id: string;
  readonly team: TeamId;
  readonly createdAt: Instant;
}

export interface SpecificationRows {
  lock(id: string): Promise<SpecificationRow | null>;
  /** The oldest of each label. */
  named(
    names: readonly { readonly space: Space; readonly label: string }[],
  ): Promise<readonly (SpecificationRow & { readonly label: string })[]>;
  save(specification: SpecificationRow, label: string): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface AccessRows {
  /** As AccessStore does it, in this transaction. */
  load(id: AccessId, birth: Birth | null, asker: Principal, now: Instant): Promise<Loaded | null>;
  loadMany(ids: readonly AccessId[], now: Instant): Promise<Loaded[]>;
  /** The access that leads from an application to a resource, the latest where there are several. */
  between(application: string, resource: ResourceId): Promise<AccessId | null>;
  /** At the end of the transaction, after everything else. */
  saveLast(saving: Saving): void;
}

/** What applying, or looking ahead, found for one exposure. */
export interface ExposureOutcome extends Name {
  readonly change: 'created' | 'changed' | 'unchanged' | 'blocked' | 'removed';
  readonly resource: ResourceId | null;
  readonly strategy: Strategy | null;
  /** `proposed`: it loosens a FourEyes policy, so another owner has to say the same. */
  readonly policy: 'set' | 'unchanged' | 'proposed' | null;
  readonly blocked: Blocked | null;
  /** How many subscriptions of others are looked at again because of this. */
  readonly lookedAtAgain: number;
}

/** The same for one subscription. */
export interface SubscriptionOutcome extends Name {
  readonly change: 'asked' | 'granted' | 'narrowed' | 'ended' | 'unchanged' | 'waiting';
  readonly blocked: Blocked | null;
  readonly scopes: readonly string[];
  readonly resource: ResourceId | null;
  /** How the agreement stands afterwards; null while there is none. */
  readonly access: Access | null;
  readonly awaiting: Awaiting | null;
}

export interface RoverOutcome {
  readonly id: string;
  readonly team: TeamId;
  readonly name: string;
  readonly change: 'created' | 'changed' | 'unchanged' | 'deleted';
  readonly exposures: readonly ExposureOutcome[];
  readonly subscriptions: readonly SubscriptionOutcome[];
  readonly at: Instant;
}
