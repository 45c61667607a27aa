// The identity provider, by OpenID Connect: authorization code with PKCE, state and nonce; refresh; signing out. The
// protocol is openid-client's; here is what it is called with and what its answers mean. What was discovered is kept for
// an hour, because providers change their keys and addresses rarely and tell nobody. Claims are judged by the database's
// clock, like everything else, and a minute to either side is forgiven. Errors of the protocol carry tokens and claims,
// so only their code and sentence go further than this file.
import * as client from 'openid-client';
import type { Challenge, IdentityProvider, Proof, Tokens, Wanted } from '../../app/identity-provider.ts';
import type { Clock } from '../../app/ports.ts';
import { Problem } from '../../core/problem.ts';
import { hour, second, type Instant } from '../../core/time.ts';
import { groupsFrom, vouchedFrom, type Claims } from './claims.ts';

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a public client. */
  readonly clientSecret: string | null;
  readonly scopes: string;
  /** What the provider is to show at every sign-in; null = what it likes. */
  readonly prompt: string | null;
  readonly groupsClaim: string;
  readonly name: string;
  /** True: every address there is managed by its administrators, so one that is not marked at all counts as verified. */
  readonly trustsEmail: boolean;
}

/** @param callback where the provider sends browsers back to. @param afterSignOut where they go after signing out. */
export function oidcProvider(
  settings: ProviderSettings,
  clock: Clock,
  callback: string,
  afterSignOut: string,
): IdentityProvider {
  const { issuer, clientId, scopes, groupsClaim, name } = settings;
  const configured = discovered(settings, clock);
  const ask = async <T>(work: (config: client.Configuration) => Promise<T>): Promise<T> => {
    try {
      return await configured(work);
    } catch (error) {
      throw asProblem(error);
    }
  };
  const proofFrom = async (
    config: client.Configuration,
    tokens: TokenAnswer,
    subject: string,
  ): Promise<Pick<Proof, 'vouched' | 'tokens'>> => {
    const claims = await claimsOf(config, tokens, subject, groupsClaim);
    return { vouched: vouchedFrom(claims, { ...settings, subject }), tokens: tokensFrom(tokens, scopes) };
  };
  return {
    issuer,
    clientId,
    scopes,
    groupsClaim,
    name,
    signInUrl: (challenge, wanted) =>
      ask(async (config) => {
        const parameters = await parametersOf(challenge, wanted, callback, settings);
        return client.buildAuthorizationUrl(config, parameters).href;
      }),
    finish: (query, challenge, { maxAgeSeconds }) =>
      ask(async (config) => {
        const tokens = await client.authorizationCodeGrant(config, new URL(`${callback}?${query}`), {
          expectedState: challenge.state,
          expectedNonce: challenge.nonce,
          pkceCodeVerifier: challenge.verifier,
          idTokenExpected: true,
          ...(maxAgeSeconds !== null && { maxAge: maxAgeSeconds }),
        });
        const claims = tokens.claims()!;
        if (claims.iat > clock.now() / second + toleranceSeconds)
          throw new Problem('sign_in_refused', { detail: 'The clocks here and there differ too much.' });
        const at = typeof claims.auth_time === 'number' ? claims.auth_time * second : null;
        const acr = typeof claims['acr'] === 'string' ? claims['acr'] : null;
        return {
          ...(await proofFrom(config, tokens, claims.sub)),
          signedIn: { at, acr },
        };
      }),
    refresh: (token, subject) =>
      ask(async (config) => {
        try {
          const tokens = await client.refreshTokenGrant(config, token);
          const claims = tokens.claims();
          if (claims && claims.sub !== subject) throw new Error('The provider refreshed somebody else.');
          return await proofFrom(config, tokens, subject);
        } catch (error) {
          if (error instanceof client.ResponseBodyError && error.error === 'invalid_grant') return null;
          throw error;
        }
      }),
    signOutUrl: (idToken) =>
      ask(async (config) => {
        if (!config.serverMetadata().end_session_endpoint) return null;
        return client.buildEndSessionUrl(config, {
          post_logout_redirect_uri: afterSignOut,
          ...(idToken !== null && { id_token_hint: idToken }),
        }).href;
      }),
  };
}

type TokenAnswer = client.TokenEndpointResponse & client.TokenEndpointResponseHelpers;

const timeoutSeconds = 10;
const toleranceSeconds = 60;

/** Hands out a configuration with the clock as it stands now; keys of the provider are kept from one to the next. */
function discovered(settings: ProviderSettings, clock: Clock) {
  let known: { readonly server: client.ServerMetadata; readonly at: Instant } | null = null;
  let keys: ReturnType<typeof client.getJwksCache>;
  return async <T>(work: (config: client.Configuration) => Promise<T>): Promise<T> => {
    const now = clock.now();
    if (known === null || now - known.at >= hour || now < known.at)
      known = { server: await discover(settings), at: now };
    const metadata = {
      [client.clockSkew]: Math.round((now - Date.now()) / second),
      [client.clockTolerance]: toleranceSeconds,
    };
    const config = new client.Configuration(
      known.server,
      settings.clientId,
      metadata,
      authentication(settings, known.server),
    );
    config.timeout = timeoutSeconds;
    if (isPlain(settings)) client.allowInsecureRequests(config);
    if (keys) client.setJwksCache(config, keys);
    try {
      return await work(config);
    } finally {
      keys = client.getJwksCache(config) ?? keys;
    }
  };
}

async function discover(settings: ProviderSettings): Promise<client.ServerMetadata> {
  const config = await client.discovery(
    new URL(settings.issuer),
    settings.clientId,
    undefined,
    client.None(),
    {
      timeout: timeoutSeconds,
      ...(isPlain(settings) && { execute: [client.allowInsecureRequests] }),
    },
  );
  return config.serverMetadata();
}

/** As the provider prefers; where it does not say, the way that everybody has to know. */
function authentication(
  { clientSecret }: ProviderSettings,
  server: client.ServerMetadata,
): client.ClientAuth {
  if (clientSecret === null) return client.None();
  const known = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return known.includes('client_secret_basic')
    ? client.ClientSecretBasic(clientSecret)
    : client.ClientSecretPost(clientSecret);
}

/** Only a provider on this very machine is spoken to without TLS (config.ts sees to that). */
function isPlain({ issuer }: ProviderSettings): boolean {
  return issuer.startsWith('http:');
}

async function parametersOf(
  { state, nonce, verifier }: Challenge,
  { acr, maxAgeSeconds }: Wanted,
  callback: string,
  { scopes, prompt }: ProviderSettings,
): Promise<Record<string, string>> {
  return {
    redirect_uri: callback,
    scope: scopes,
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(prompt !== null && { prompt }),
    ...(acr !== null && { acr_values: acr.join(' ') }),
    ...(maxAgeSeconds !== null && { max_age: String(maxAgeSeconds) }),
  };
}

/** What the ID token says, and what only the UserInfo endpoint tells where the token leaves something out. */
async function claimsOf(
  config: client.Configuration,
  tokens: TokenAnswer,
  subject: string,
  groupsClaim: string,
): Promise<Claims> {
  const said = (tokens.claims() ?? {}) as Claims;
  const isComplete = said['email'] !== undefined && groupsFrom(said, groupsClaim) !== undefined;
  if (isComplete || !config.serverMetadata().userinfo_endpoint) return said;
  return { ...(await client.fetchUserInfo(config, tokens.access_token, subject)), ...said };
}

function tokensFrom(tokens: TokenAnswer, asked: string): Tokens {
  return {
    refresh: tokens.refresh_token ?? null,
    // A provider that grants what was asked for need not repeat it (RFC 6749, section 5.1).
    isOffline: (tokens.scope ?? asked).split(' ').includes('offline_access'),
    id: tokens.id_token ?? null,
  };
}

/** The browser or somebody on its way is at fault where the protocol was; everything else is the provider's. */
function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const cause = plain(error);
  if (error instanceof client.AuthorizationResponseError) {
    const isDown = ['server_error', 'temporarily_unavailable'].includes(error.error);
    return new Problem(isDown ? 'provider_unavailable' : 'sign_in_refused', { cause });
  }
  if (error instanceof client.ResponseBodyError && error.error === 'invalid_grant')
    return new Problem('sign_in_refused', { cause });
  const code = (error as { code?: unknown }).code;
  const isRefusal = typeof code === 'string' && refusals.includes(code);
  return new Problem(isRefusal ? 'sign_in_refused' : 'provider_unavailable', { cause });
}

const refusals = [
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
];

/** Its code and sentence, without the tokens and claims that it carries. */
function plain(error: unknown): Error {
  const { name, code, message, error_description: detail } = error as Record<string, unknown>;
  const words = [code ?? name, message, detail].filter((word) => typeof word === 'string');
  return new Error(words.join(': '));
}
