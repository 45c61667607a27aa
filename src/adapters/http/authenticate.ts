// Who calls: an API key in `x-api-key` or as Bearer token (the same key; its prefix is nobody's business), or the cookie
// of a session. A key that is sent is the one that counts: where it is wrong, nothing else is tried. The Entropy API
// answers a missing or wrong key with 403, and its clients know that sentence. What is for Rover files takes tokens for
// Rover files, which nothing else takes.
import type { FastifyRequest } from 'fastify';
import type { Credentials } from '../../app/identity.ts';
import type { Caller, Clock } from '../../app/ports.ts';
import type { Channel } from '../../core/principal.ts';
import { Problem } from '../../core/problem.ts';
import type { Language } from '../../core/sentence.ts';
import { languageOf } from './language.ts';
import { isWrite, keyOf } from './origin.ts';
import type { SessionCookie } from './session-cookie.ts';

/** Who calls, and in which language they read the answer. */
export interface Asker extends Caller {
  readonly language: Language;
}

export interface Authenticated {
  readonly caller: Asker;
  /** The session by which they are signed in; null for a key. */
  readonly session: string | null;
}

export type Authenticate = (request: FastifyRequest) => Promise<Authenticated | null>;

export interface AuthenticateDeps {
  readonly credentials: Credentials;
  readonly cookie: SessionCookie;
  readonly clock: Clock;
}

/** @throws Problem `key_not_found`, `token_not_valid`, `sign_in_required`, `foreign_origin`; null when the call carries no credential. */
export function authenticate({ credentials, cookie, clock }: AuthenticateDeps): Authenticate {
  return async (request) => {
    const language = languageOf(request);
    const key = keyOf(request);
    if (request.routeOptions.config.audience === 'rover') {
      const principal = key === null ? null : await credentials.rover(key, clock.now());
      if (!principal) throw new Problem('token_not_valid');
      return { caller: { principal, channel: 'rover', repetition: null, language }, session: null };
    }
    if (key !== null) {
      const principal = await credentials.key(key, clock.now());
      if (!principal) throw new Problem('key_not_found');
      return {
        caller: { principal, channel: channelOf(request), repetition: null, language },
        session: null,
      };
    }
    const token = cookie.read(request);
    if (token === null) return null;
    const found = await credentials.session(token, clock.now());
    if (!found) throw new Problem('sign_in_required');
    if (isWrite(request)) demandHeader(request);
    const { principal, session } = found;
    return { caller: { principal, channel: 'web', repetition: null, language }, session };
  };
}

const clientHeader = 'x-countersign-client';

function channelOf({ headers }: FastifyRequest): Channel {
  return headers[clientHeader] === 'cli' ? 'cli' : 'rest';
}

/** A form of another site cannot add a header of its own, and a script there would have to ask this server first. */
function demandHeader({ headers }: FastifyRequest): void {
  if (headers[clientHeader] === undefined)
    throw new Problem('foreign_origin', {
      detail: `A write with a session needs the header ${clientHeader}.`,
    });
}
