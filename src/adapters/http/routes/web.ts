// The web app: its page and its files. Every address that a browser opens and that is nothing else here is an address
// of the app, so that links can be shared and a page can be loaded again; what does not ask for a page gets the problem
// that it got before. The page carries a nonce, new each time, for the styles that the app makes while it runs; scripts
// and styles of anybody else do not run. Files have their content in their name, so browsers may keep them for good.
import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../../core/problem.ts';
import type { WebFiles } from '../../web-files.ts';
import type { Server } from '../server.ts';

export interface WebDeps {
  /** Null: the app is not built. */
  readonly files: WebFiles | null;
  /** What the app has to know before it asks for anything. It is public. */
  readonly facts: ServerFacts;
}

export interface ServerFacts {
  readonly version: string;
  /** The demo lets everybody choose who they are, and says on every page that it is one. */
  readonly demo: boolean;
}

export function webRoutes(server: Server, { files, facts }: WebDeps): void {
  const raw = {
    config: { audience: 'public', problems: ['page_not_found', 'malformed_address'] },
    schema: { hide: true },
  } as const;

  server.get('/', raw, async (_request, reply) => sendPage(reply, files, facts));

  server.get<{ Params: { '*': string } }>('/assets/*', raw, async (request, reply) => {
    const file = await files?.read(`assets/${request.params['*']}`, acceptedBy(request));
    if (!file) throw new Problem('page_not_found');
    void reply
      .type(file.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding');
    if (file.encoding !== null) void reply.header('content-encoding', file.encoding);
    return reply.serializer((bytes: Buffer) => bytes as never).send(file.bytes);
  });

  server.get('/*', raw, async (request, reply) => {
    // The router comes here with ids that are too long for every other route.
    if (request.url.length > longestAddress) throw new Problem('malformed_address');
    if (!asksForPage(request)) throw new Problem('page_not_found');
    return sendPage(reply, files, facts);
  });
}

const longestAddress = 4000;

/** Addresses of machines, which answer with a problem whoever asks. */
const machines = /^\/(api|assets|docs|demo|rover|oauth2|slack|access\/v1|\.well-known)(\/|$)/;

function asksForPage({ url, headers }: FastifyRequest): boolean {
  return !machines.test(url) && (headers.accept ?? '').includes('text/html');
}

function sendPage(reply: FastifyReply, files: WebFiles | null, facts: ServerFacts): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  void reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policyFor(nonce))
    .serializer((text: string) => text);
  return reply.send(files ? pageFrom(files.index, nonce, facts) : unbuilt);
}

function policyFor(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join(';');
}

/** The facts stand in a block of data, where `<` could end it. */
function pageFrom(index: string, nonce: string, facts: ServerFacts): string {
  return index
    .replaceAll('{{nonce}}', nonce)
    .replace('{{facts}}', () => JSON.stringify(facts).replaceAll('<', '\\u003c'));
}

function acceptedBy({ headers }: FastifyRequest): string[] {
  const said = [headers['accept-encoding'] ?? ''].flat().join(',');
  return said
    .split(',')
    .map((one) => one.trim().split(';'))
    .filter(([, weight]) => weight?.trim() !== 'q=0')
    .map(([name]) => name!.trim().toLowerCase());
}

const unbuilt = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Countersign</title></head>
<body>
<h1>Countersign</h1>
<p>This server is running, without its web app, which has not been built: run <code>npm run build</code> and start it again.</p>
<p>Meanwhile there are the <a href="/docs">API</a> and the command line.</p>
</body>
</html>
`;
