// POST /oauth2/token: the key of a team for Rover files is changed for a token (RFC 6749, client credentials). Clients
// show the key as Basic credentials or in the form; both are read, since libraries try one after the other. Errors have
// the shape of that document, because the same libraries look for it, with our own code beside it.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { IdentityPorts } from '../../../app/identity.ts';
import { issueRoverToken } from '../../../app/issue-rover-token.ts';
import { Problem } from '../../../core/problem.ts';
import { second } from '../../../core/time.ts';
import type { Server } from '../server.ts';
import { tokenPath } from '../wire/rover-token.ts';

const refusal = z
  .object({
    error: z.enum(['invalid_request', 'invalid_client', 'unsupported_grant_type']),
    error_description: z.string(),
  })
  .meta({ id: 'TokenRefusal', description: 'RFC 6749, 5.2.' });

type Refusal = z.infer<typeof refusal>;

const form = z
  .object({
    grant_type: z.string().meta({ description: '`client_credentials`.' }),
    client_id: z.string().optional(),
    client_secret: z.string().optional(),
    scope: z.string().optional().meta({ description: 'Read by nobody: a token has one scope.' }),
  })
  .meta({ description: 'As a form. The client stands in it, or in Basic credentials.' });

export function roverTokenRoutes(
  server: Server,
  identity: Pick<IdentityPorts, 'roverTokens' | 'tokens' | 'clock'>,
): void {
  void server.register(async (routes) => {
    readForms(routes);
    (routes as Server).post(
      tokenPath,
      {
        bodyLimit: 16 * 1024,
        config: { audience: 'public' },
        // A fault of the form is told in the words of the document, so it is looked for in the handler.
        validatorCompiler: () => (value) => ({ value }),
        schema: {
          summary: 'Change a key for Rover files for a token',
          description:
            'Client credentials of OAuth 2: the id of an API key of the scope `rover`, and the key. The token works at /rover/api, for a quarter of an hour.',
          tags: ['roverctl'],
          consumes: ['application/x-www-form-urlencoded'],
          body: form,
          response: {
            200: z
              .object({
                access_token: z.string(),
                token_type: z.literal('Bearer'),
                expires_in: z.number().int().meta({ description: 'Seconds.' }),
              })
              .meta({ id: 'RoverAccessToken' }),
            400: refusal,
            401: refusal,
          },
        },
      },
      async (request, reply) => {
        const fields = request.body as unknown as Fields;
        const fault = faultOf(request, fields);
        if (fault) return refuse(reply, 400, fault);
        try {
          const client = basicOf(request) ?? { id: fields['client_id']!, secret: fields['client_secret']! };
          const { token, life } = await issueRoverToken(identity)(client);
          void reply.header('pragma', 'no-cache');
          return { access_token: token, token_type: 'Bearer' as const, expires_in: life / second };
        } catch (error) {
          if (!(error instanceof Problem) || error.code !== 'client_unknown') throw error;
          void reply.header('www-authenticate', 'Basic realm="countersign"');
          return refuse(reply, 401, { error: 'invalid_client', error_description: error.message });
        }
      },
    );
  });
}

type Fields = Record<string, string | undefined>;

/** A form in which a field stands twice says nothing (RFC 6749, 3.2). */
function readForms(routes: Server): void {
  routes.removeAllContentTypeParsers();
  routes.addContentTypeParser('*', { parseAs: 'string' }, async (request: FastifyRequest, body: string) => {
    const type = request.headers['content-type'] ?? '';
    if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return null;
    const fields = new URLSearchParams(body);
    const names = [...fields.keys()];
    return new Set(names).size === names.length ? Object.fromEntries(fields) : null;
  });
}

function faultOf(request: FastifyRequest, fields: Fields | null | undefined): Refusal | undefined {
  const unread = (error_description: string): Refusal => ({ error: 'invalid_request', error_description });
  if (!fields) return unread('A form is needed, in which no field stands twice.');
  const { grant_type: grant, client_id: id, client_secret: secret } = fields;
  if (grant === undefined) return unread('grant_type is missing.');
  if (grant !== 'client_credentials')
    return {
      error: 'unsupported_grant_type',
      error_description: 'There are tokens for client_credentials only.',
    };
  if (basicOf(request)) return undefined;
  return id !== undefined && secret !== undefined
    ? undefined
    : unread('Show the client: its id and secret as Basic credentials, or client_id and client_secret.');
}

/** Id and secret are each encoded like a field of a form before they are put together (RFC 6749, 2.3.1). */
function basicOf({ headers }: FastifyRequest): { id: string; secret: string } | null {
  const encoded = /^Basic +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const at = text.indexOf(':');
  return at < 0 ? null : { id: decoded(text.slice(0, at)), secret: decoded(text.slice(at + 1)) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function refuse(reply: FastifyReply, status: 400 | 401, refusal: Refusal): FastifyReply {
  return reply.status(status).send(refusal);
}
