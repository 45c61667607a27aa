// A real identity provider (oidc-provider) on a port of this machine, for Fernlane. Who exists there, in which groups, and
// how they prove who they are is said by the test; whom it names as `who` is signed in without a page, and where it names
// nobody there is a page that asks, for tests with a browser. Its clock is the process's, which tests move together with that of Countersign.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { interactionPolicy, Provider } from 'oidc-provider';
import type { ProviderSettings } from '../../src/adapters/oidc/provider.ts';

export interface AccountThere {
  email: string;
  emailVerified: boolean;
  name: string;
  groups: string[];
}

export interface ProviderHere extends AsyncDisposable {
  readonly settings: ProviderSettings;
  /** By subject. Whoever is taken out is gone. */
  readonly accounts: Map<string, AccountThere>;
  /** Who sits in front of the browser when the provider asks, and how they prove it. Null: there is a page for that. */
  who: { subject: string; acr: string } | null;
  /** Stops answering, as if it were down. */
  readonly goes: { down: boolean };
}

// It advises against being run as it is run here; that would drown what a test has to say.
for (const level of ['info', 'warn'] as const) {
  const say = console[level].bind(console);
  console[level] = (...words: unknown[]) => {
    if (!String(words[0]).startsWith('oidc-provider ')) say(...words);
  };
}

const secret = 'a secret between two servers of a test, long enough to be one';
const scopes = 'openid profile email offline_access';

export async function openProvider(publicUrl: string): Promise<ProviderHere> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const accounts = new Map<string, AccountThere>();
  const provider = new Provider(issuer, configuration(accounts, publicUrl));
  const here: ProviderHere = {
    settings: {
      issuer,
      clientId: 'countersign',
      clientSecret: secret,
      scopes,
      prompt: 'consent',
      groupsClaim: 'groups',
      name: 'Fernlane sign-on',
      trustsEmail: false,
    },
    accounts,
    who: { subject: 'nobody', acr: 'pwd' },
    goes: { down: false },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (here.goes.down) request.socket.destroy();
    else if (request.url?.startsWith('/interaction/')) void interact(provider, here, request, response);
    else answer(request, response);
  });
  return here;
}

async function interact(
  provider: Provider,
  here: ProviderHere,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    const who = here.who ?? (await whoIsTyped(request));
    if (!who) return void response.setHeader('content-type', 'text/html').end(signInPage);
    const login = { accountId: who.subject, acr: who.acr, amr: [who.acr] };
    return provider.interactionFinished(request, response, { login });
  }
  const grant = new provider.Grant({ clientId: params['client_id']!, accountId: session!.accountId });
  grant.addOIDCScope(scopes);
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}

/** Who was typed into the page; null as long as it has to be shown. */
async function whoIsTyped(request: IncomingMessage): Promise<ProviderHere['who']> {
  if (request.method !== 'POST') return null;
  const typed = new URLSearchParams(await text(request));
  return { subject: typed.get('subject') ?? '', acr: typed.get('acr') ?? '' };
}

const signInPage = `<!doctype html><html lang="en"><title>Fernlane sign-on</title><h1>Fernlane sign-on</h1><form method="post">
<label>Account <input name="subject" required></label>
<label>Proof <select name="acr"><option value="pwd">Password</option><option value="mfa">Password and phone</option></select></label>
<button>Prove it</button></form></html>`;

function askToSignOut(context: { body: unknown }, form: string): void {
  context.body = `<!doctype html><html lang="en"><title>Fernlane sign-on</title><h1>Sign out?</h1>${form}
<button form="op.logoutForm" name="logout" value="yes">Yes, sign me out</button></html>`;
}

function configuration(accounts: Map<string, AccountThere>, publicUrl: string): object {
  const { Check } = interactionPolicy;
  const policy = interactionPolicy.base();
  policy.get('login').checks.add(
    new Check('acr', 'another way to sign in is wanted', ({ oidc }) => {
      const wanted = oidc.params['acr_values']?.split(' ');
      return wanted && oidc.acr !== undefined && !wanted.includes(oidc.acr) && !oidc.result?.login
        ? Check.REQUEST_PROMPT
        : Check.NO_NEED_TO_PROMPT;
    }),
  );
  return {
    clients: [
      {
        client_id: 'countersign',
        client_secret: secret,
        redirect_uris: [`${publicUrl}/api/sign-in/provider/callback`],
        post_logout_redirect_uris: [`${publicUrl}/sign-in`],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        require_auth_time: true,
        default_acr_values: ['pwd', 'mfa'],
      },
    ],
    acrValues: ['pwd', 'mfa'],
    interactions: { policy, url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      // Its own page would load a font from elsewhere.
      rpInitiatedLogout: {
        logoutSource: (context: { body: unknown }, form: string) => askToSignOut(context, form),
      },
    },
    cookies: { keys: ['a key for cookies'] },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'groups'],
      acr: null,
      auth_time: null,
      sid: null,
      iss: null,
    },
    conformIdTokenClaims: false,
    ttl: { Session: 86_400 * 14, Grant: 86_400 * 365, RefreshToken: 86_400 * 365, Interaction: 3600 },
    findAccount: (_: unknown, subject: string) => accountFrom(accounts, subject),
    renderError: (context: { body: unknown }, out: unknown) => {
      context.body = out;
    },
  };
}

function accountFrom(accounts: Map<string, AccountThere>, subject: string) {
  const account = accounts.get(subject);
  if (!account) return undefined;
  return {
    accountId: subject,
    claims: () => ({
      sub: subject,
      email: account.email,
      email_verified: account.emailVerified,
      name: account.name,
      groups: account.groups,
    }),
  };
}
