// What the house says about itself: alive, ready, measured, and a plain page at the front door. `healthz` says that the
// process runs; `readyz` that it may be sent work, which needs the database and a trustworthy clock. A load balancer
// that asks `readyz` takes a server out that would answer 503 to everything, and puts it back when it has recovered.
import type { Registry } from 'prom-client';
import { z } from 'zod';
import type { Server } from '../server.ts';
import { answerAs } from '../wire/answers.ts';

export interface HouseDeps {
  /** What stands in the way of work, as sentences; empty when nothing does. */
  readonly obstacles: () => Promise<readonly string[]>;
  readonly metrics: Registry;
  readonly version: string;
  /** The demo says that it is one, on every page. */
  readonly demo: boolean;
}

const health = z.looseObject({ status: z.string() });

export function houseRoutes(server: Server, deps: HouseDeps): void {
  server.get(
    '/healthz',
    {
      config: { audience: 'public' },
      schema: { summary: 'Is the process alive', tags: ['House'], response: { 200: health } },
    },
    () => ({ status: 'ok', version: deps.version }),
  );

  server.get(
    '/readyz',
    {
      config: { audience: 'public' },
      schema: {
        summary: 'May the process be sent work',
        tags: ['House'],
        response: { 200: health, 503: health },
      },
    },
    async (_request, reply) => {
      const obstacles = await deps.obstacles();
      if (obstacles.length === 0) return { status: 'ready' };
      return reply.status(503).send({ status: 'not ready', obstacles });
    },
  );

  server.get(
    '/metrics',
    {
      config: { audience: 'public' },
      schema: {
        summary: 'Measurements for Prometheus',
        tags: ['House'],
        response: { 200: answerAs('text/plain', 'In the text format of Prometheus.', z.string()) },
      },
    },
    async (_request, reply) => {
      void reply.type(deps.metrics.contentType);
      return reply.serializer((text: string) => text).send(await deps.metrics.metrics());
    },
  );

  server.get(
    '/front-door.css',
    { config: { audience: 'public' }, schema: { hide: true } },
    async (_request, reply) =>
      reply
        .type('text/css; charset=utf-8')
        .serializer((text: string) => text)
        .send(frontDoorCss),
  );

  server.get('/', { config: { audience: 'public' }, schema: { hide: true } }, async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .serializer((text: string) => text)
      .send(frontDoor(deps)),
  );
}

/** Says what runs here and where to go. Nothing of it depends on who looks. */
function frontDoor({ version, demo }: HouseDeps): string {
  const links = [
    ['/docs', 'API reference', 'every operation, with its shapes and problems'],
    ['/readyz', 'Readiness', 'whether this server takes work'],
    ['/metrics', 'Measurements', 'for Prometheus'],
  ] as const;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Countersign</title>
<link rel="stylesheet" href="/front-door.css">
</head>
<body>
${demo ? '<p class="demo" role="status"><strong>Demo.</strong> The company Fernlane and everybody in it are made up. Every local user can get in.</p>' : ''}
<main>
<h1>Countersign</h1>
<p class="lead">The open approval plane for access: who must agree, what is granted, when it ends, and the proof of it.</p>
<p>This server is running, version ${version}. Ask and decide with the command <code>countersign</code>, with the REST API, or with the clients of Entropy Data that you already use.</p>
<ul>
${links.map(([href, name, what]) => `<li><a href="${href}">${name}</a> <span>${what}</span></li>`).join('\n')}
</ul>
</main>
</body>
</html>
`;
}

const frontDoorCss = `
:root { color-scheme: light dark; --ink: #1d2a26; --soft: #5b6b65; --paper: #fbfaf6; --line: #d9ddd6; --leaf: #1f6b4f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ece8; --soft: #a3b0aa; --paper: #14191a; --line: #2d3735; --leaf: #7fcfae; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.6 system-ui, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 12vh 1.5rem 4rem; }
h1 { font-size: 2.2rem; line-height: 1.1; margin: 0 0 .5rem; letter-spacing: -.02em; }
.lead { font-size: 1.2rem; color: var(--soft); margin: 0 0 2rem; }
code { font: .92em ui-monospace, monospace; background: color-mix(in srgb, var(--ink) 8%, transparent); padding: .1em .35em; border-radius: .3em; }
ul { list-style: none; padding: 0; margin: 2rem 0 0; border-top: 1px solid var(--line); }
li { display: flex; gap: 1rem; flex-wrap: wrap; padding: .8rem 0; border-bottom: 1px solid var(--line); }
li span { color: var(--soft); }
label { display: block; margin: 0 0 1.2rem; font-weight: 600; }
label small { display: block; font-weight: 400; color: var(--soft); }
input { display: block; width: 100%; margin: .3rem 0; padding: .55rem .7rem; font: inherit; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: .35rem; }
button { font: inherit; font-weight: 600; padding: .55rem 1.1rem; border: 0; border-radius: .35rem; background: var(--leaf); color: var(--paper); cursor: pointer; }
button:disabled { opacity: .5; cursor: default; }
pre { white-space: pre-wrap; word-break: break-all; padding: .8rem 1rem; border: 1px solid var(--line); border-radius: .35rem; font: .85em/1.5 ui-monospace, monospace; }
a { color: var(--leaf); font-weight: 600; text-underline-offset: .2em; }
.demo { margin: 0; padding: .6rem 1.5rem; background: #f4c95d; color: #2b2208; text-align: center; }
`;
