// Signing in at the identity provider, as a browser sees it: sent there and back by redirects. These are pages for
// browsers and not calls, so they say no by sending the browser to the sign-in page, with the code of the problem in the
// address. Going there is open to everybody; coming back counts only in the browser that went.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ProviderPorts } from '../../../app/identity-provider.ts';
import {
  beginAtProvider,
  finishAtProvider,
  secretLife,
  StillStarted,
  UnfinishedSignIn,
} from '../../../app/provider-sign-in.ts';
import { Problem, type ProblemCode } from '../../../core/problem.ts';
import { ownPath } from '../own-path.ts';
import { callerOf, type Server } from '../server.ts';
import type { SessionCookie } from '../session-cookie.ts';
import { providerPath } from '../step-up.ts';
import { emptyAnswer } from '../wire/answers.ts';

export interface ProviderSignInDeps {
  readonly ports: ProviderPorts;
  readonly cookie: SessionCookie;
  /** Carries the secret of a sign-in that was begun. */
  readonly secretCookie: SessionCookie;
  readonly publicUrl: string;
}

const tags = ['Sign-in'];

export const waysAnswer = z
  .object({
    password: z.boolean().meta({ description: 'Whether one can sign in with address and password.' }),
    provider: z
      .object({
        name: z.string(),
        url: z.string().meta({ description: 'Where to send the browser; add `returnTo`.' }),
      })
      .nullable(),
  })
  .meta({ id: 'WaysToSignIn' });

const connectionAnswer = z
  .object({
    accounts: z.array(
      z.object({
        issuer: z.string(),
        subject: z.string().meta({ description: 'How the provider names the account.' }),
        confirmed: z.boolean().meta({ description: 'False: the provider has stopped vouching for it.' }),
      }),
    ),
  })
  .meta({ id: 'Connection' });

const goOn = z
  .object({ url: z.string().meta({ description: 'Send the browser there.' }) })
  .meta({ id: 'GoOn' });

export function providerSignInRoutes(server: Server, deps: ProviderSignInDeps): void {
  const { ports, cookie, secretCookie, publicUrl } = deps;

  server.get(
    '/api/sign-in',
    {
      config: { audience: 'public' },
      schema: {
        summary: 'In which ways can one sign in',
        tags,
        security: [],
        response: { 200: waysAnswer },
      },
    },
    async () => ({
      password: true,
      provider: ports.provider && { name: ports.provider.name, url: providerPath },
    }),
  );

  server.get(
    providerPath,
    {
      config: { audience: 'public' },
      schema: {
        summary: 'Sign in at the identity provider',
        description:
          'For browsers: redirects to the provider. With `acr` or `maxAge` somebody who is signed in proves once more who they are. Where no provider is set up, or it cannot be reached, it redirects to the sign-in page.',
        tags,
        security: [],
        querystring: z.object({
          returnTo: z.string().max(4000).optional().meta({ description: 'A path of the web app.' }),
          acr: z
            .string()
            .max(1000)
            .optional()
            .meta({ description: 'Ways to sign in, one of which has to be used.' }),
          maxAge: z.coerce
            .number()
            .int()
            .min(0)
            .max(31_536_000)
            .optional()
            .meta({ description: 'How many seconds ago the person may have signed in there.' }),
        }),
        response: { 303: emptyAnswer },
      },
    },
    async (request, reply) => {
      const { acr, maxAge = null } = request.query;
      const returnTo = ownPath(request.query.returnTo, publicUrl);
      try {
        const { url, secret } = await beginAtProvider(ports)({
          secret: secretCookie.read(request),
          returnTo,
          acr: acr?.split(' ').filter(Boolean) ?? null,
          maxAgeSeconds: maxAge,
          signedIn: acr !== undefined || maxAge !== null ? await personIn(ports, cookie, request) : null,
          connects: false,
        });
        secretCookie.set(reply, secret, ports.clock.now() + secretLife);
        return reply.redirect(url, 303);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        return refuse(request, reply, error, returnTo);
      }
    },
  );

  server.get(
    `${providerPath}/connection`,
    {
      config: { audience: 'people' },
      schema: {
        summary: 'Which accounts at the identity provider are mine',
        tags,
        response: { 200: connectionAnswer },
      },
    },
    async (request) => {
      const { principal } = callerOf(request);
      const accounts = principal.type === 'person' ? await ports.accounts.of(principal.id) : [];
      return { accounts: [...accounts] };
    },
  );

  server.post(
    `${providerPath}/connection`,
    {
      config: {
        audience: 'self',
        problems: ['provider_missing', 'provider_unavailable', 'not_permitted'],
      },
      schema: {
        summary: 'Connect an account at the identity provider to me',
        description:
          'For an account whose e-mail address leads to nobody here, or is not verified there. Send the browser to the address of the answer; it needs a session, no key.',
        tags,
        body: z.object({ returnTo: z.string().max(4000).optional() }).nullish(),
        response: { 200: goOn },
      },
    },
    async (request, reply) => {
      const { principal } = callerOf(request);
      if (request.session === null || principal.type !== 'person')
        throw new Problem('not_permitted', { detail: 'This needs a session; a key does not do.' });
      const { url, secret } = await beginAtProvider(ports)({
        secret: secretCookie.read(request),
        returnTo: ownPath(request.body?.returnTo, publicUrl),
        acr: null,
        maxAgeSeconds: null,
        signedIn: principal.id,
        connects: true,
      });
      secretCookie.set(reply, secret, ports.clock.now() + secretLife);
      return { url };
    },
  );

  server.get(
    `${providerPath}/callback`,
    {
      config: { audience: 'public' },
      schema: {
        summary: 'Come back from the identity provider',
        description:
          'For browsers, from the provider. It redirects to where the sign-in was begun, or to the sign-in page with the code of a problem; where an account was to be connected, to where that was begun, with the code.',
        tags,
        security: [],
        querystring: z.looseObject({ state: z.string().max(200).optional() }),
        response: { 303: emptyAnswer },
      },
    },
    async (request, reply) => {
      const visitor = {
        address: request.ip,
        agent: request.headers['user-agent']?.slice(0, 200) ?? null,
        replaced: cookie.read(request),
      };
      const { state = '' } = request.query;
      const query = request.url.slice(request.url.indexOf('?') + 1);
      try {
        const found = await finishAtProvider(ports)(
          { state, query, secret: secretCookie.read(request) },
          visitor,
        );
        cookie.set(reply, found.token, found.session.endsAt);
        return reply.redirect(found.returnTo, 303);
      } catch (error) {
        if (error instanceof StillStarted)
          cookie.set(reply, error.started.token, error.started.session.endsAt);
        if (error instanceof UnfinishedSignIn && error.connects) {
          noteFailure(request, error.problem);
          return reply.redirect(withProblem(error.returnTo, error.problem.code, publicUrl), 303);
        }
        if (error instanceof UnfinishedSignIn) return refuse(request, reply, error.problem, error.returnTo);
        if (error instanceof Problem) return refuse(request, reply, error, '/');
        throw error;
      }
    },
  );
}

/** Who is signed in here already; somebody whose session is over is nobody. */
async function personIn({ accounts, clock }: ProviderPorts, cookie: SessionCookie, request: FastifyRequest) {
  const token = cookie.read(request);
  return token === null ? null : accounts.signedIn(token, clock.now());
}

function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
  returnTo: string,
): FastifyReply {
  noteFailure(request, problem);
  const query = new URLSearchParams({ problem: problem.code, returnTo });
  return reply.redirect(`/sign-in?${query.toString()}`, 303);
}

/** Whoever wanted to connect an account is still signed in, so the page from which they went says why it failed. */
function withProblem(returnTo: string, code: ProblemCode, publicUrl: string): string {
  const url = new URL(returnTo, publicUrl);
  url.searchParams.set('problem', code);
  return `${url.pathname}${url.search}${url.hash}`;
}

function noteFailure(request: FastifyRequest, problem: Problem): void {
  const { kind, code } = problem;
  if (kind === 'broken' || kind === 'unavailable' || code === 'sign_in_refused')
    request.log.warn({ err: problem }, 'a sign-in at the identity provider came to nothing');
}
