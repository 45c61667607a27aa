// Coming in and going out: with address and password, with a one-time link, and out again. These are open to everybody,
// since nobody is known yet; attempts are counted, and pages of other sites are refused before it comes to that. A
// session begins with a new token every time, and the one that the browser had before ends.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ProviderPorts } from '../../../app/identity-provider.ts';
import { signIn, type Started, type Visitor } from '../../../app/sign-in.ts';
import { signOut } from '../../../app/sign-out.ts';
import { useLink } from '../../../app/use-link.ts';
import type { Server } from '../server.ts';
import type { SessionCookie } from '../session-cookie.ts';
import { emptyAnswer } from '../wire/answers.ts';
import { email, instant, password } from '../wire/identity.ts';

export interface SignInDeps {
  readonly ports: ProviderPorts;
  readonly cookie: SessionCookie;
}

const signedIn = z
  .object({ userId: z.string(), sessionId: z.string(), endsAt: instant })
  .meta({ id: 'SignedIn', description: 'The session itself is in the cookie.' });

const signedOut = z
  .object({ url: z.string().meta({ description: 'Send the browser there.' }) })
  .meta({ id: 'SignedOut' });

export function signInRoutes(server: Server, { ports, cookie }: SignInDeps): void {
  const identity = ports;
  const answer = (reply: FastifyReply, { token, session }: Started) => {
    cookie.set(reply, token, session.endsAt);
    return {
      userId: session.person as string,
      sessionId: session.id,
      endsAt: new Date(session.endsAt).toISOString(),
    };
  };
  const visitor = (request: FastifyRequest): Visitor => ({
    address: request.ip,
    agent: request.headers['user-agent']?.slice(0, 200) ?? null,
    replaced: cookie.read(request),
  });

  server.post(
    '/api/sign-in',
    {
      config: {
        audience: 'public',
        problems: ['wrong_credentials', 'disabled', 'unconfirmed', 'too_many_attempts'],
      },
      schema: {
        summary: 'Sign in with address and password',
        tags: ['Sign-in'],
        security: [],
        body: z.object({ email: z.string().min(1).max(254), password }),
        response: { 200: signedIn },
      },
    },
    async (request, reply) => {
      const { email, password } = request.body;
      return answer(reply, await signIn(identity)(email, password, visitor(request)));
    },
  );

  server.post(
    '/api/sign-in/link',
    {
      config: { audience: 'public', problems: ['link_spent', 'too_many_attempts'] },
      schema: {
        summary: 'Set a password with a one-time link, and sign in',
        description: 'The link that makes the first administrator also needs their address.',
        tags: ['Sign-in'],
        security: [],
        body: z.object({
          token: z.string().min(1).max(200),
          password,
          name: z.string().trim().min(1).max(200).nullish(),
          email: email.nullish(),
        }),
        response: { 200: signedIn },
      },
    },
    async (request, reply) => {
      const { token, password, name = null, email = null } = request.body;
      return answer(reply, await useLink(identity)({ token, password, name, email }, visitor(request)));
    },
  );

  server.post(
    '/api/sign-out',
    {
      config: { audience: 'public' },
      schema: {
        summary: 'End this session',
        description:
          'A session that came from the identity provider answers 200 with the address at which a browser signs out there too.',
        tags: ['Sign-in'],
        security: [],
        response: { 200: signedOut, 204: emptyAnswer },
      },
    },
    async (request, reply) => {
      const token = cookie.read(request);
      cookie.clear(reply);
      const url = token === null ? null : await signOut(ports)(token);
      return url === null ? reply.status(204).send() : reply.status(200).send({ url });
    },
  );
}
