// What the use cases about an identity provider need from outside: the provider itself (OpenID Connect, in adapters/oidc)
// and what is kept about accounts there. Tokens of the provider cross this line and are stored sealed; nothing here gives
// one to anybody but the provider.
import type { ProviderRules, Vouched } from '../core/identity-provider.ts';
import type { PersonId } from '../core/ids.ts';
import type { SignedIn } from '../core/principal.ts';
import type { Instant } from '../core/time.ts';
import type { IdentityPorts } from './identity.ts';
import type { Caller } from './ports.ts';

/** The secrets of one sign-in. All of them are made from what the browser keeps, so no table knows them. */
export interface Challenge {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Wanted {
  /** One of these ways to sign in; null = any. */
  readonly acr: readonly string[] | null;
  /** How long ago the person may have proved who they are. */
  readonly maxAgeSeconds: number | null;
}

export interface Tokens {
  /** Null where the provider gives none. */
  readonly refresh: string | null;
  /** Whether it outlives the session at the provider, so that its end says something about the person. */
  readonly isOffline: boolean;
  /** For signing out there; it proves whose session is meant. */
  readonly id: string | null;
}

export interface Proof {
  readonly vouched: Vouched;
  readonly signedIn: SignedIn;
  readonly tokens: Tokens;
}

/** Every function throws Problem `provider_unavailable` when the provider does not answer as one. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly scopes: string;
  readonly groupsClaim: string;
  /** What the button says. */
  readonly name: string;
  signInUrl(challenge: Challenge, wanted: Wanted): Promise<string>;
  /** @param query what the provider sent the browser back with. @throws Problem `sign_in_refused`. */
  finish(query: string, challenge: Challenge, wanted: Wanted): Promise<Proof>;
  /** Null when the provider does not take the token any more. */
  refresh(token: string, subject: string): Promise<Pick<Proof, 'vouched' | 'tokens'> | null>;
  /** Where a browser goes to sign out there too; null where the provider knows no such thing. */
  signOutUrl(idToken: string | null): Promise<string | null>;
}

/** A sign-in that was begun. */
export interface Begun extends Wanted {
  /** Digest of the secret in the browser. */
  readonly browser: Buffer;
  readonly returnTo: string;
  /** Who has to come back: somebody who is signed in and proves it once more, or connects an account. */
  readonly signedIn: PersonId | null;
  readonly connects: boolean;
}

export interface Account {
  readonly issuer: string;
  readonly subject: string;
  readonly person: PersonId;
  readonly refreshToken: string | null;
  readonly isOffline: boolean;
  readonly refusedAt: Instant | null;
}

export interface Connected {
  readonly issuer: string;
  readonly subject: string;
  /** Whether the provider still vouches for it, as far as is known. */
  readonly confirmed: boolean;
}

export interface ProviderAccounts {
  begin(state: string, begun: Begun, now: Instant): Promise<void>;
  /** Takes what was begun, once; null when there is nothing of the kind, or not any more. */
  take(state: string, now: Instant): Promise<Begun | null>;
  /**
   * Finds or makes the person behind an account, and gives them what their groups give. An account that may not come in
   * any more makes its person leave; null then.
   *
   * @throws Problem `email_unverified`, `email_claimed`, `account_of_another`, `disabled`.
   */
  admit(proof: Proof, begun: Pick<Begun, 'signedIn' | 'connects'>, now: Instant): Promise<PersonId | null>;
  /** Accounts that have to be looked up again; nobody else gets them for a while. */
  takeDue(now: Instant): Promise<readonly Account[]>;
  /** The provider still knows them, by these groups. */
  confirm(account: Account, proof: Pick<Proof, 'vouched' | 'tokens'>, now: Instant): Promise<void>;
  /** Applies the rules to what the provider said last. */
  reapply(account: Account, now: Instant): Promise<void>;
  /** The provider does not take the token any more: sessions end, and in time the person leaves. */
  refuse(account: Account, now: Instant): Promise<void>;
  /** They have been unconfirmed for too long. */
  leave(account: Account, now: Instant): Promise<void>;
  /** Who is signed in by this session; null for nobody. */
  signedIn(token: string, now: Instant): Promise<PersonId | null>;
  /** The accounts that are connected to somebody. */
  of(person: PersonId): Promise<readonly Connected[]>;
  /** What signing out at the provider takes; null when the session did not come from there. */
  signOut(token: string): Promise<{ readonly idToken: string | null } | null>;
  rules(): Promise<ProviderRules>;
  /** Everybody is judged by the new rules soon. @throws Problem `reference_unknown`. */
  putRules(rules: ProviderRules, caller: Caller, now: Instant): Promise<void>;
  /** Groups that somebody has, by how many people have them. */
  groups(): Promise<readonly { readonly group: string; readonly people: number }[]>;
  /** How many people come in by the provider, and for how many it has stopped vouching. */
  count(): Promise<{ readonly people: number; readonly unconfirmed: number }>;
}

export interface ProviderPorts extends IdentityPorts {
  /** Null where none is set up. */
  readonly provider: IdentityProvider | null;
  readonly accounts: ProviderAccounts;
}
