// Signing in at the identity provider: sent there, and back. The browser keeps one random secret in a cookie; state,
// nonce and the PKCE verifier are made from it. So an answer of the provider counts only in the browser that began, once,
// and within ten minutes: one that somebody else began and sent to a victim as a link (login CSRF) finds no secret, and a
// copy of the database finishes nothing. A session begins with a new token; the one the browser had before ends.
import { timingSafeEqual } from 'node:crypto';
import { signInPatience, unconfirmedSessionLife } from '../core/identity-provider.ts';
import type { PersonId } from '../core/ids.ts';
import type { SignedIn } from '../core/principal.ts';
import { Problem } from '../core/problem.ts';
import { second } from '../core/time.ts';
import type { Challenge, IdentityProvider, ProviderPorts, Wanted } from './identity-provider.ts';
import { startSession, type Started, type Visitor } from './sign-in.ts';

export interface Beginning extends Wanted {
  /** The secret that the browser has already, from another tab. */
  readonly secret: string | null;
  readonly returnTo: string;
  readonly signedIn: PersonId | null;
  /**
   * Whether the account becomes theirs. Only a page of ours asks for this: whoever could make a browser do it by a link,
   * and sign it in at the provider as themselves, would get an account of that person.
   */
  readonly connects: boolean;
}

/** @throws Problem `provider_missing`, `provider_unavailable`. */
export const beginAtProvider =
  (ports: ProviderPorts) =>
  async (beginning: Beginning): Promise<{ readonly url: string; readonly secret: string }> => {
    const { accounts, tokens, clock } = ports;
    const provider = providerOf(ports);
    const secret = beginning.secret ?? tokens.fresh('');
    const { secret: _, ...asked } = beginning;
    const challenge = challengeOf(ports, tokens.fresh(''), secret);
    const url = await provider.signInUrl(challenge, asked);
    const begun = { ...asked, browser: tokens.digest(secret) };
    await accounts.begin(challenge.state, begun, clock.now());
    return { url, secret };
  };

export interface Return {
  readonly state: string;
  /** Everything that the provider sent the browser back with. */
  readonly query: string;
  readonly secret: string | null;
}

export interface Finished extends Started {
  readonly returnTo: string;
}

/** Where to go on, beside the Problem that is thrown. */
export class UnfinishedSignIn extends Error {
  readonly problem: Problem;
  readonly returnTo: string;
  /** Whether somebody who is signed in wanted to connect an account, and not to come in. */
  readonly connects: boolean;

  constructor(problem: Problem, { returnTo, connects }: Pick<Beginning, 'returnTo' | 'connects'>) {
    super(problem.message, { cause: problem });
    this.problem = problem;
    this.returnTo = returnTo;
    this.connects = connects;
  }
}

/**
 * @throws UnfinishedSignIn with `sign_in_refused`, `email_unverified`, `email_claimed`, `account_of_another`,
 *   `not_admitted`, `disabled`, `step_up_not_given`, `provider_unavailable`.
 * @throws Problem `sign_in_stale`, `provider_missing`.
 */
export const finishAtProvider =
  (ports: ProviderPorts) =>
  async ({ state, query, secret }: Return, visitor: Visitor): Promise<Finished> => {
    const { accounts, tokens, clock } = ports;
    const provider = providerOf(ports);
    const begun = await accounts.take(state, clock.now());
    if (!begun || secret === null || !timingSafeEqual(begun.browser, tokens.digest(secret)))
      throw new Problem('sign_in_stale');
    try {
      const proof = await provider.finish(query, challengeOf(ports, state, secret), begun);
      const person = await accounts.admit(proof, begun, clock.now());
      if (person === null) throw new Problem('not_admitted');
      const { subject } = proof.vouched;
      const started = await startSession(ports)(person, visitor, {
        signedIn: proof.signedIn,
        account: { issuer: provider.issuer, subject, idToken: proof.tokens.id },
        ...(proof.tokens.refresh === null && { life: unconfirmedSessionLife }),
      });
      if (!isGiven(begun, proof.signedIn, clock.now()))
        throw new StillStarted(new Problem('step_up_not_given'), begun, started);
      return { ...started, returnTo: begun.returnTo };
    } catch (error) {
      throw error instanceof Problem ? new UnfinishedSignIn(error, begun) : error;
    }
  };

/** Signed in, though not in the way that was asked for: the session counts all the same. */
export class StillStarted extends UnfinishedSignIn {
  readonly started: Started;

  constructor(problem: Problem, begun: Pick<Beginning, 'returnTo' | 'connects'>, started: Started) {
    super(problem, begun);
    this.started = started;
  }
}

/** The provider is asked again about its clock, which may be a little off. */
const tolerance = 60 * second;

function isGiven({ acr, maxAgeSeconds }: Wanted, signedIn: SignedIn, now: number): boolean {
  const isStrong = acr === null || (signedIn.acr !== null && acr.includes(signedIn.acr));
  const isFresh =
    maxAgeSeconds === null ||
    (signedIn.at !== null && now - signedIn.at <= maxAgeSeconds * second + tolerance);
  return isStrong && isFresh;
}

function challengeOf({ tokens }: ProviderPorts, state: string, secret: string): Challenge {
  const derived = (use: string) => tokens.digest(`${use}:${state}:${secret}`).toString('base64url');
  return { state, nonce: derived('nonce'), verifier: derived('verifier') };
}

function providerOf({ provider }: ProviderPorts): IdentityProvider {
  if (!provider) throw new Problem('provider_missing');
  return provider;
}

/** How long the browser keeps its secret. */
export const secretLife = signInPatience;
