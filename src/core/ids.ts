// Branded identifiers. A team id and a resource id are both text at runtime; the brand makes it a type error to
// hand over one where the other is meant. Ids are chosen by clients (teams, products, accesses) or minted by the
// caller (requests, decisions): the core never invents one, it asks the Mint it was given.

type Id<Noun extends string> = string & { readonly [noun]: Noun };
declare const noun: unique symbol;

export type PersonId = Id<'person'>;
export type TeamId = Id<'team'>;
export type KeyId = Id<'key'>;
export type ResourceId = Id<'resource'>;
export type AccessId = Id<'access'>;
export type RequestId = Id<'request'>;
export type DecisionId = Id<'decision'>;
export type GrantId = Id<'grant'>;

/** What the core needs from outside to name and fingerprint things: it has neither randomness nor hashing of its own. */
export interface Mint {
  /** A fresh, time-ordered id (UUIDv7). */
  id(): string;
  /** A collision-resistant digest of a text, as printable text. */
  fingerprint(text: string): string;
}
