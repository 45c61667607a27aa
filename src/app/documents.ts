// Published documents as the catalog's use cases read them: teams, data products, data contracts and applications in
// whatever format they came. Only what a use case acts on is named here; the document itself is kept beside it, untouched, and is what
// is given back. Readers never throw: what is wrong comes back as faults, all of them at once.
import type { ContractTerms } from '../core/contract-terms.ts';
import type { SignInDemand, Strategy } from '../core/policy.ts';
import { Problem } from '../core/problem.ts';
import type { Milliseconds } from '../core/time.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export interface Fault {
  /** Such as `outputPorts[1].name`; empty for the document itself. */
  readonly path: string;
  readonly message: string;
}

export interface PublishedTeam {
  readonly name: string;
  readonly type: string;
  readonly parent: string | null;
  readonly members: readonly { readonly emailAddress: string; readonly role: string | null }[];
  readonly document: JsonObject;
}

export interface PublishedPort {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly autoApprove: boolean | null;
  readonly contractId: string | null;
  readonly contractVersion: string | null;
  readonly tags: readonly string[];
}

export interface PublishedProduct {
  readonly format: string;
  readonly name: string;
  /** The id of the owner team, and where the document says it. */
  readonly owner: string;
  readonly ownerPath: string;
  readonly domain: string | null;
  readonly status: string | null;
  readonly archetype: string | null;
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly ports: readonly PublishedPort[];
  readonly inputPorts: readonly {
    readonly id: string;
    readonly name: string;
    readonly contractId: string | null;
  }[];
  readonly document: JsonObject;
}

export interface PublishedContract {
  readonly format: string;
  readonly name: string;
  readonly version: string | null;
  readonly owner: string;
  readonly ownerPath: string;
  readonly domain: string | null;
  readonly status: string | null;
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly roles: readonly { readonly role: string; readonly access: string | null }[];
  readonly terms: ContractTerms;
  readonly document: JsonObject;
}

export interface PublishedApplication {
  readonly name: string;
  /** The id of the owner team. */
  readonly team: string;
  readonly description: string | null;
  readonly tags: readonly string[];
  /** As it is kept and given back. */
  readonly document: JsonObject;
}

export interface PublishedConnector {
  readonly document: JsonObject;
}

/** People by e-mail address, teams by id. */
export interface NamedApprovers {
  readonly people: readonly string[];
  readonly teams: readonly string[];
}

/** A policy as its owners write it; null = not said. */
export interface WrittenPolicy {
  readonly strategy: Strategy | null;
  readonly trusted: readonly string[];
  readonly ownTeam: 'auto' | 'ask';
  readonly approvers: NamedApprovers | null;
  readonly fallback: NamedApprovers | null;
  readonly durations: readonly Milliseconds[] | null;
  readonly defaultDuration: Milliseconds | 'none' | null;
  readonly maximumDuration: Milliseconds | null;
  readonly deadline: Milliseconds | null;
  readonly external: { readonly key: string; readonly name: string; readonly url: string | null } | null;
  readonly purposeByPerson: boolean;
  readonly endSessions: boolean;
  readonly inBrowser: boolean;
  readonly signIn: SignInDemand | null;
}

/** Where an output port's data lies, as its documents say. */
export interface Place {
  readonly kind: string;
  /** Null: the documents do not say; a target is then found by its database. */
  readonly host: string | null;
  readonly port: number | null;
  readonly database: string;
  /** What the port is there, in the words of that kind of target. */
  readonly binding: JsonObject;
}

export interface Documents {
  readTeam(body: unknown): PublishedTeam | readonly Fault[];
  readDataProduct(body: unknown): PublishedProduct | readonly Fault[];
  readDataContract(body: unknown): PublishedContract | readonly Fault[];
  readApplication(body: unknown): PublishedApplication | readonly Fault[];
  readConnector(body: unknown): PublishedConnector | readonly Fault[];
  readPolicy(body: unknown): WrittenPolicy | readonly Fault[];
  /** What is wrong with an id that stands in an address, as a phrase. */
  idFault(id: string): string | undefined;
  /** Where the port's data lies, or a sentence why nobody can say. */
  placeOf(
    product: JsonObject,
    port: string,
    contract: JsonObject | null,
  ): Place | { readonly unbound: string };
  yamlOf(document: JsonObject): string;
}

/** Gives the document the id of its address; a document that names another one is wrong. */
export function named(body: unknown, id: string): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const own = (body as { id?: unknown }).id ?? id;
  if (own !== id) throw invalid([{ path: 'id', message: 'has to be the same as in the address' }]);
  return { ...body, id };
}

/** Tells the two results of a reader apart: a list is always a list of faults. */
export function isFaults(read: unknown): read is readonly Fault[] {
  return Array.isArray(read);
}

/** What was read, or everything that is wrong with it as one Problem. */
export function orInvalid<T extends object>(read: T | readonly Fault[]): T {
  if (isFaults(read)) throw invalid(read);
  return read;
}

export function invalid(faults: readonly Fault[]): Problem {
  const detail = faults
    .map(({ path, message }) => (path === '' ? `The document ${message}` : `${path} ${message}`))
    .join('; ');
  return new Problem('invalid_field', {
    detail: `${detail}.`,
    facts: { violations: faults.map(({ path, message }) => ({ field: path, message })) },
  });
}
