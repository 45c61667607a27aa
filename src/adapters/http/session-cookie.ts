// The cookie that carries a session's token. Under https its name begins with `__Host-`, which browsers accept only with
// Secure, for exactly this host, and for the whole of it, so no sibling host can plant one. Browsers take Secure cookies
// on plain http from nobody but, some of them, localhost; a server without https therefore uses a plain name, and only
// the demo and trials on one machine should be such a server.
import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Instant } from '../../core/time.ts';

export interface SessionCookie {
  read(request: FastifyRequest): string | null;
  set(reply: FastifyReply, token: string, endsAt: Instant): void;
  clear(reply: FastifyReply): void;
}

/** @param publicUrl where people reach the web app: its scheme says whether cookies can be Secure. */
export function sessionCookie(publicUrl: string): SessionCookie {
  return cookieCalled('countersign', publicUrl);
}

/** For the secret of a sign-in at the identity provider, which sends the browser back from another site (Lax). */
export function secretCookie(publicUrl: string): SessionCookie {
  return cookieCalled('countersign-sign-in', publicUrl);
}

function cookieCalled(plainName: string, publicUrl: string): SessionCookie {
  const secure = new URL(publicUrl).protocol === 'https:';
  const name = secure ? `__Host-${plainName}` : plainName;
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    read: (request) => request.cookies[name] ?? null,
    set: (reply, token, endsAt) =>
      void reply.setCookie(name, token, { ...attributes, expires: new Date(endsAt) }),
    clear: (reply) => void reply.setCookie(name, '', { ...attributes, expires: new Date(0) }),
  };
}
