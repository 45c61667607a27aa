// The API reference at /docs, and the OpenAPI document it reads. The page is our own, because the one of the library
// carries an inline script that the content security policy forbids; only its script is taken. That script is large
// (five megabytes), so it is looked up when somebody opens the page for the first time and kept compressed.
import { gzipSync } from 'node:zlib';
import fastify from 'fastify';
import type { Server } from '../server.ts';

export function docsRoutes(server: Server): void {
  const raw = { config: { audience: 'public' }, schema: { hide: true } } as const;

  server.get('/openapi.json', raw, async (_request, reply) => reply.send(server.swagger()));

  server.get('/docs', raw, async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      // The reference styles itself with inline styles, and shows what you try against this same server.
      .header(
        'content-security-policy',
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'",
      )
      .serializer((text: string) => text)
      .send(page),
  );

  server.get('/docs/reference.js', raw, async (_request, reply) => {
    void reply
      .type('text/javascript; charset=utf-8')
      .header('content-encoding', 'gzip')
      .header('cache-control', 'public, max-age=86400');
    return reply.serializer((bytes: Buffer) => bytes as never).send(await script());
  });
}

/** The reference of this server and nothing beside it: no fonts, assistants or offers from elsewhere. */
const settings = JSON.stringify({
  withDefaultFonts: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
  telemetry: false,
}).replaceAll('"', '&quot;');

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Countersign API</title>
</head>
<body>
<div id="api-reference" data-url="/openapi.json" data-configuration="${settings}"></div>
<script src="/docs/reference.js"></script>
</body>
</html>
`;

let compressed: Promise<Buffer> | undefined;

function script(): Promise<Buffer> {
  return (compressed ??= readScript());
}

/** The library gives its script to a fastify instance only, so a short-lived one asks it. */
async function readScript(): Promise<Buffer> {
  const { default: reference } = await import('@scalar/fastify-api-reference');
  await using library = fastify();
  await library.register(reference, { routePrefix: '/', configuration: { url: '/openapi.json' } });
  const { rawPayload, statusCode } = await library.inject('/js/scalar.js');
  if (statusCode !== 200) throw new Error(`the API reference's script answered ${statusCode}`);
  return gzipSync(rawPayload);
}
