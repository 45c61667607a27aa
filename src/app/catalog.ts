// What the catalog's use cases need from outside: rows of teams, data products, contracts, applications, resources with
// their policies, targets, connectors and the organization's settings, changed in one transaction with the log. `lock` gives a row and
// keeps it from changing until the end; `hold` only keeps it from disappearing. Rows of something deleted stay, so that
// an id that comes back is known to have been there. `add` is for an id that `lock` did not find: of two who add the same
// at the same moment one does its work again, on the new state.
import type { ContractTerms } from '../core/contract-terms.ts';
import type { TeamUse } from '../core/edit-actions.ts';
import type { ResourceId, PersonId, TeamId } from '../core/ids.ts';
import type { GovernedPolicy, Proposal } from '../core/policy-change.ts';
import type { Policy } from '../core/policy.ts';
import type { ResourceKind } from '../core/resource.ts';
import type { Roster } from '../core/team.ts';
import type { Instant } from '../core/time.ts';
import type { Connector } from './connector.ts';
import type { Documents, JsonObject } from './documents.ts';
import type { Settings } from './organization.ts';
import type { Caller, Clock } from './ports.ts';

export interface CatalogPorts {
  readonly catalog: CatalogStore;
  readonly documents: Documents;
  readonly connectors: ReadonlyMap<
    string,
    Pick<Connector, 'kind' | 'describe' | 'targetFaults' | 'bindingFaults'>
  >;
  readonly secrets: SecretKeeper;
  readonly clock: Clock;
}

export interface CatalogStore {
  /**
   * Runs `work` in one transaction, state and log together; again from the start when another writer was in the way.
   * A repeated Idempotency-Key does nothing and gives `undefined`.
   *
   * @throws Problem `idempotency_key_reused`; `decided_meanwhile` after five lost races.
   */
  change<T>(caller: Caller, now: Instant, work: (tx: CatalogTx) => Promise<T>): Promise<T | undefined>;
}

export interface CatalogTx {
  note(entry: Noted): void;
  readonly teams: TeamRows;
  readonly products: ProductRows;
  readonly contracts: ContractRows;
  readonly applications: ApplicationRows;
  readonly resources: ResourceRows;
  readonly policies: PolicyRows;
  readonly targets: TargetRows;
  readonly connectors: ConnectorRows;
  readonly organization: OrganizationRow;
}

/** A log entry as a use case writes it: who, through what and when come from the call. */
export interface Noted {
  readonly type: string;
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly data?: Readonly<Record<string, unknown>>;
}

interface Row {
  readonly version: number;
  readonly deleted: boolean;
}

export interface Member {
  readonly person: PersonId;
  readonly role: string;
}

export interface TeamRow extends Row {
  readonly parent: TeamId | null;
  readonly name: string;
  /** Without members: they are people, and people can be erased. */
  readonly document: JsonObject;
  readonly members: readonly Member[];
}

export interface TeamRows {
  lock(id: TeamId): Promise<TeamRow | null>;
  /** Whether the team exists; it cannot be deleted until the end. */
  hold(id: TeamId): Promise<boolean>;
  /** Of these, the teams that do not exist. The others cannot be deleted until the end. */
  missing(ids: readonly TeamId[]): Promise<TeamId[]>;
  add(id: TeamId, team: Omit<TeamRow, 'version' | 'deleted'>): Promise<void>;
  save(id: TeamId, team: Omit<TeamRow, 'version' | 'deleted'>): Promise<void>;
  /** Takes the members and the team's keys away and leaves a tombstone. */
  remove(id: TeamId, now: Instant): Promise<void>;
  /** Where the team hangs now, without a lock; undefined when it does not exist. */
  parentOf(id: TeamId): Promise<TeamId | null | undefined>;
  /** From here on nobody else moves a team until the end. */
  lockTree(): Promise<void>;
  /** The team and its ancestors up to the root. */
  lineOf(id: TeamId): Promise<TeamId[]>;
  /** How many levels lie below the team. */
  levelsBelow(id: TeamId): Promise<number>;
  /** What stands in the way of deleting it; null when nothing does. */
  use(id: TeamId): Promise<TeamUse | null>;
  roster(id: TeamId): Promise<Roster | undefined>;
  /** Where this person is a member. */
  withMember(person: PersonId): Promise<TeamId[]>;
  /** People by e-mail address; who is not known comes into being, without an account. */
  peopleFor(emails: readonly string[]): Promise<PersonId[]>;
  /** People who are known by these addresses, in lower case. */
  knownPeople(emails: readonly string[]): Promise<ReadonlyMap<string, PersonId>>;
}

/** What lists filter by, read from a document once. */
export interface Facets {
  readonly domain: string | null;
  readonly archetype: string | null;
  readonly status: string | null;
  readonly tags: readonly string[];
  readonly description: string | null;
}

export interface ProductRow extends Row {
  readonly format: string;
  readonly owner: TeamId;
  readonly name: string;
  readonly facets: Facets;
  readonly document: JsonObject;
}

export interface ProductRows {
  lock(id: string): Promise<ProductRow | null>;
  add(id: string, product: Omit<ProductRow, 'version' | 'deleted'>): Promise<void>;
  save(id: string, product: Omit<ProductRow, 'version' | 'deleted'>): Promise<void>;
  remove(id: string, now: Instant): Promise<void>;
  /** How many live accesses lead to its ports, or from it. */
  liveAccesses(id: string, now: Instant): Promise<number>;
  /** Its accesses as a consumer belong to another team from now on. */
  moveConsumer(id: string, team: TeamId, now: Instant): Promise<void>;
}

export interface ContractRow extends Row {
  readonly format: string;
  readonly owner: TeamId;
  readonly name: string;
  readonly contractVersion: string | null;
  readonly facets: Facets;
  readonly document: JsonObject;
  /** Hash of what it says about its use; null: nothing. */
  readonly termsHash: string | null;
}

export interface ContractRows {
  /** Keeps terms under their hash, for good. */
  keepTerms(
    contract: string,
    terms: { readonly hash: string; readonly terms: ContractTerms },
    now: Instant,
  ): Promise<void>;
  lock(id: string): Promise<ContractRow | null>;
  /** Documents of the contracts that exist, by id. */
  documents(ids: readonly string[]): Promise<ReadonlyMap<string, JsonObject>>;
  add(id: string, contract: Omit<ContractRow, 'version' | 'deleted'>): Promise<void>;
  save(id: string, contract: Omit<ContractRow, 'version' | 'deleted'>): Promise<void>;
  remove(id: string, now: Instant): Promise<void>;
}

export interface ApplicationRow extends Row {
  readonly owner: TeamId;
  readonly name: string;
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly document: JsonObject;
}

export interface ApplicationRows {
  lock(id: string): Promise<ApplicationRow | null>;
  add(id: string, application: Omit<ApplicationRow, 'version' | 'deleted'>): Promise<void>;
  save(id: string, application: Omit<ApplicationRow, 'version' | 'deleted'>): Promise<void>;
  remove(id: string, now: Instant): Promise<void>;
  /** How many live accesses it has. */
  liveAccesses(id: string, now: Instant): Promise<number>;
  /** Its accesses belong to another team from now on. */
  moveConsumer(id: string, team: TeamId, now: Instant): Promise<void>;
}

/** What a resource is at a target. */
export interface Bound {
  readonly target: string;
  readonly binding: JsonObject;
}

export interface ResourceRow {
  readonly kind: ResourceKind;
  readonly owner: TeamId;
  readonly name: string;
  readonly description: string | null;
  readonly offers: readonly string[];
  readonly visibility: string | null;
  readonly tags: readonly string[];
  readonly port: { readonly dataProductId: string; readonly outputPortId: string } | null;
  readonly contract: { readonly id: string; readonly version: string | null } | null;
  /** Of an output port: what its document says about being asked; null: nothing. */
  readonly autoApprove: boolean | null;
  readonly bound: Bound | null;
  /** False once somebody said by hand what it is at a target. */
  readonly boundByDocument: boolean;
  /** What the documents say and nobody who may has confirmed, or why they say nothing. */
  readonly unbound: (Bound & { readonly reason: string }) | { readonly reason: string } | null;
  readonly deleted: boolean;
}

export interface ResourceRows {
  lock(id: ResourceId): Promise<ResourceRow | null>;
  /** All ports that the product ever had, by port id. */
  lockPorts(dataProductId: string): Promise<ReadonlyMap<string, ResourceRow>>;
  /** Ports that name this contract, with the document of their product. */
  portsOfContract(contractId: string): Promise<{ id: ResourceId; product: JsonObject }[]>;
  add(id: ResourceId, resource: Omit<ResourceRow, 'deleted'>): Promise<void>;
  save(id: ResourceId, resource: Omit<ResourceRow, 'deleted'>): Promise<void>;
  remove(id: ResourceId, now: Instant): Promise<void>;
  liveAccesses(id: ResourceId, now: Instant): Promise<number>;
}

export interface PolicyRows {
  lock(id: ResourceId): Promise<GovernedPolicy | null>;
  lockMany(ids: readonly ResourceId[]): Promise<ReadonlyMap<ResourceId, GovernedPolicy>>;
  add(policy: Policy, followsDocument: boolean): Promise<void>;
  /** Saves the policy with the version it carries; an open proposal is gone with that. */
  save(policy: Policy, followsDocument: boolean): Promise<void>;
  propose(id: ResourceId, proposal: Proposal | null): Promise<void>;
  /** The policy says the same, but decisions under way have to look again: owner or existence of the resource changed. */
  touch(id: ResourceId): Promise<void>;
  /** Whether a key lives and may write. */
  isUsableKey(id: string, now: Instant): Promise<boolean>;
}

export interface TargetRow {
  readonly version: number;
  readonly kind: string;
  readonly name: string;
  readonly owner: TeamId | null;
  readonly settings: JsonObject;
  readonly hasSecrets: boolean;
}

export interface TargetRows {
  lock(id: string): Promise<TargetRow | null>;
  hold(id: string): Promise<TargetRow | null>;
  /** Targets of a kind that lead to this place. */
  at(place: {
    kind: string;
    host: string | null;
    port: number | null;
    database: string;
  }): Promise<{ id: string; owner: TeamId | null }[]>;
  add(id: string, target: Omit<TargetRow, 'version' | 'hasSecrets'>, secrets: Buffer | null): Promise<void>;
  /** @param secrets undefined leaves what is stored. */
  save(
    id: string,
    target: Omit<TargetRow, 'version' | 'hasSecrets'>,
    secrets: Buffer | null | undefined,
  ): Promise<void>;
  remove(id: string): Promise<void>;
  /** How many resources are bound to it. */
  uses(id: string): Promise<number>;
}

export interface ConnectorRow {
  readonly document: JsonObject;
  /** Who registered it: `type:id` of an actor. */
  readonly registeredBy: string;
  readonly person: PersonId | null;
}

export interface ConnectorRows {
  lock(id: string): Promise<ConnectorRow | null>;
  add(id: string, connector: ConnectorRow): Promise<void>;
  save(id: string, document: JsonObject): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface OrganizationRow {
  settings(): Promise<Settings>;
  lock(): Promise<Settings>;
  save(settings: Settings): Promise<void>;
}

/** Keeps secrets at rest, bound to the place where they lie. */
export interface SecretKeeper {
  /** @throws Problem `secret_key_missing`. */
  encrypt(text: string, place: { table: string; row: string; column: string }): Buffer;
}
