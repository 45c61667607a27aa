// What the use cases about people, sessions and keys need from outside. Secrets (passwords, tokens) cross this line as
// text on the way in and are stored as hashes; nothing here gives one back.
import type { ApiKey, KeySubject } from '../core/api-key.ts';
import type { KeyId, PersonId, TeamId } from '../core/ids.ts';
import type { ChangedPerson, Person } from '../core/person.ts';
import type { Principal, SignedIn } from '../core/principal.ts';
import type { Refused } from '../core/problem.ts';
import type { Session } from '../core/session.ts';
import type { Roster } from '../core/team.ts';
import type { Instant, Milliseconds } from '../core/time.ts';
import type { Caller, Clock } from './ports.ts';

/** Who a credential stands for. One lookup by an index each, because it is on the way of every decision. */
export interface Credentials {
  key(token: string, now: Instant): Promise<Principal | null>;
  /** By a token that a key for Rover files was changed for. */
  rover(token: string, now: Instant): Promise<Principal | null>;
  session(token: string, now: Instant): Promise<{ principal: Principal; session: string } | null>;
}

/** Fresh random tokens, and the digest under which one is stored. */
export interface Tokens {
  fresh(prefix: string): string;
  digest(token: string): Buffer;
}

/** Slow on purpose; a few at a time, and a Problem `too_many_attempts` where too many wait. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long for a person without a password (null) as for one with. */
  verify(password: string, stored: string | null): Promise<boolean>;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** What the next page begins after; null on the last one. */
  readonly next: number | null;
}

export interface People {
  page(after: number, limit: number): Promise<Page<Person>>;
  /** The position of the last person before a page that begins after `skip` people; null when there is no such page. */
  pageStart(skip: number): Promise<number | null>;
  /** By e-mail address, without regard to case. Erased people are not found. */
  byEmail(email: string): Promise<Person | null>;
  byId(id: PersonId): Promise<Person | null>;
  password(id: PersonId): Promise<string | null>;
  /**
   * Lets `judge` change a person, who is created when the address is new, and saves what it gives with its facts.
   * Whoever leaves loses sessions, keys and links in the same transaction, and their teams get a new version, so that
   * decisions under way are judged again without them.
   */
  change(
    email: string,
    caller: Caller,
    now: Instant,
    judge: (person: Person, otherAdministrators: number) => ChangedPerson | Refused,
  ): Promise<Person>;
  /** Sets the password, and ends every session except the one that is named. */
  setPassword(id: PersonId, hash: string, except: string | null, caller: Caller, now: Instant): Promise<void>;
  /** Changes a person as `change` does and removes what is personal about them, in one transaction. */
  erase(
    email: string,
    caller: Caller,
    now: Instant,
    judge: (person: Person, otherAdministrators: number) => ChangedPerson | Refused,
  ): Promise<void>;
  /** What somebody is in the teams that name them, by id of the team. */
  teamsOf(id: PersonId): Promise<readonly { id: TeamId; name: string; role: string }[]>;
}

export interface Sessions {
  /** Starts a session; the one whose token is named ends with it, because a token never survives signing in. */
  start(session: NewSession, token: string, replaced: string | null, now: Instant): Promise<Session>;
  of(person: PersonId, now: Instant): Promise<readonly Session[]>;
  byId(id: string, now: Instant): Promise<Session | null>;
  end(id: string): Promise<void>;
  /** All of a person's, except the one that is named. */
  endAll(person: PersonId, except: string | null): Promise<void>;
  endByToken(token: string): Promise<void>;
}

export interface NewSession {
  readonly person: PersonId;
  readonly agent: string | null;
  readonly signedIn: SignedIn;
  readonly life: Milliseconds;
  /** The account at the identity provider through which they came; null for a password here. */
  readonly account: {
    readonly issuer: string;
    readonly subject: string;
    /** Kept sealed, for signing out there. */
    readonly idToken: string | null;
  } | null;
}

export interface Links {
  /** Whether somebody could run this installation by signing in with a password. */
  administratorExists(): Promise<boolean>;
  keepFirst(token: string, now: Instant, expiresAt: Instant): Promise<void>;
  keepInvitation(
    person: Person,
    token: string,
    caller: Caller,
    now: Instant,
    expiresAt: Instant,
  ): Promise<void>;
  /** What a link is for; null when it is unknown, spent or too old. */
  read(token: string, now: Instant): Promise<{ readonly person: PersonId | null } | null>;
  /**
   * Spends the link: sets the password, ends earlier sessions, and gives who it was for.
   *
   * @throws Problem `link_spent` when somebody else was faster.
   */
  spend(token: string, account: NewAccount, now: Instant): Promise<PersonId>;
}

export interface NewAccount {
  /** Of the first administrator; an invitation knows its person. */
  readonly email: string | null;
  readonly name: string | null;
  readonly passwordHash: string;
}

/** Attempts to sign in, counted before the password is looked at, so that attempts at the same moment count too. */
export interface AttemptCount {
  /** Counts an attempt, or says how long to wait. */
  begin(email: string, address: string, now: Instant): Promise<Milliseconds>;
  /** It was the right password: the account starts anew, and the address gets its attempt back. */
  forget(email: string, address: string): Promise<void>;
}

export interface Keys {
  /**
   * Lets `judge` refuse a key by what the team's roster and the maker's own key say, then stores it.
   *
   * @throws Problem `secret_shown_once` when an Idempotency-Key is repeated; `team_not_found`; `too_many_keys`.
   */
  create(
    key: ApiKey,
    token: string,
    caller: Caller,
    now: Instant,
    judge: (known: { roster: Roster | undefined; makersKeyExpiresAt: Instant | null }) => Refused | undefined,
  ): Promise<void>;
  /** Ends a key. @throws Problem `key_unknown` when there is none that lives. */
  end(
    id: KeyId,
    caller: Caller,
    now: Instant,
    judge: (key: KeySubject, roster: Roster | undefined) => Refused | undefined,
  ): Promise<void>;
  /** Living keys that the principal may know about: their own, those of teams they own, or all. */
  page(by: Principal, after: number, limit: number, now: Instant): Promise<Page<ListedKey>>;
}

export interface RoverTokens {
  /**
   * Keeps a token for a client that shows its secret, and says when it ends: at `until`, or with its key. Null where
   * there is no such client, or where its secret is another.
   */
  keep(
    client: { readonly id: string; readonly secret: string },
    token: string,
    now: Instant,
    until: Instant,
  ): Promise<Instant | null>;
}

/** A key with the people whose names stand beside it, and the roster of its team, by which its actions are judged. */
export interface ListedKey {
  readonly key: ApiKey;
  readonly owner: Named | null;
  readonly maker: Named | null;
  readonly roster: Roster | undefined;
}

export interface Named {
  readonly person: PersonId;
  readonly email: string;
  readonly name: string | null;
}

export interface IdentityPorts {
  readonly people: People;
  readonly sessions: Sessions;
  readonly links: Links;
  readonly attempts: AttemptCount;
  readonly keys: Keys;
  readonly roverTokens: RoverTokens;
  readonly tokens: Tokens;
  readonly passwords: Passwords;
  readonly clock: Clock;
}
