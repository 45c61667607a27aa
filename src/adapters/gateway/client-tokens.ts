// Which application a call comes from, by the token that the gateway's issuer gave it (RFC 7519; keys as in RFC 7517). Keys
// of the issuer are fetched when they are needed and kept; a token that was verified is remembered by its digest until it
// ends, because verifying a signature costs as much as twenty checks. What cannot be verified names nobody.
import { hash } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { second, type Instant } from '../../core/time.ts';

export interface ClientTokens {
  /** The application that a token was given to; null for a token that proves nothing. */
  clientOf(token: string): Promise<string | null>;
}

export interface IssuerSettings {
  readonly issuer: string;
  /** Where its keys are; null: where its discovery document says. */
  readonly jwksUrl: string | null;
  /** For whom tokens have to be; null: for anybody. */
  readonly audience: string | null;
  /** Claims that name the application; the first one that is there counts. */
  readonly claims: readonly string[];
}

/** Signatures by which anybody can verify and only the issuer can sign. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const mostRemembered = 10_000;

/** @param failed hears of an issuer that cannot be reached. */
export function clientTokens(
  settings: IssuerSettings,
  clock: { now(): Instant },
  failed: (error: unknown) => void,
): ClientTokens {
  const { issuer, audience, claims } = settings;
  const verified = new Map<string, { readonly client: string; readonly ends: Instant }>();
  const keys = keysOf(settings);
  return {
    clientOf: async (token) => {
      const digest = hash('sha256', token, 'base64');
      const known = verified.get(digest);
      const now = clock.now();
      if (known && now < known.ends) return known.client;
      verified.delete(digest);
      try {
        const { payload } = await jwtVerify(token, await keys(), {
          issuer,
          algorithms,
          requiredClaims: ['exp'],
          currentDate: new Date(now),
          ...(audience !== null && { audience }),
        });
        const client = clientIn(payload, claims);
        if (client === null) return null;
        if (verified.size >= mostRemembered) verified.clear();
        verified.set(digest, { client, ends: payload.exp! * second });
        return client;
      } catch (error) {
        if (!isFaultOfToken(error)) failed(error);
        return null;
      }
    },
  };
}

function clientIn(payload: JWTPayload, claims: readonly string[]): string | null {
  for (const claim of claims) {
    const value = payload[claim];
    if (typeof value === 'string' && value !== '') return value;
  }
  return null;
}

/** What the token is to blame for has a code of its own; everything else is an issuer that does not answer. */
function isFaultOfToken(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  return code.startsWith('ERR_J') && code !== 'ERR_JWKS_TIMEOUT' && code !== 'ERR_JOSE_GENERIC';
}

function keysOf({ issuer, jwksUrl }: IssuerSettings): () => Promise<JWTVerifyGetKey> {
  let found: Promise<JWTVerifyGetKey> | null = null;
  return () =>
    (found ??= discover(issuer, jwksUrl).catch((error: unknown) => {
      found = null;
      throw error;
    }));
}

async function discover(issuer: string, jwksUrl: string | null): Promise<JWTVerifyGetKey> {
  if (jwksUrl !== null) return createRemoteJWKSet(new URL(jwksUrl));
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(5 * second),
  });
  if (!answer.ok) throw new Error(`the issuer of the gateway answered ${answer.status}`);
  const { issuer: said, jwks_uri: uri } = (await answer.json()) as Record<string, unknown>;
  if (said !== issuer || typeof uri !== 'string')
    throw new Error('the discovery document is not of the issuer of the gateway');
  return createRemoteJWKSet(new URL(uri));
}
