// The page behind a one-time link: whoever has the link chooses a password, is signed in, and can take a key for the
// command line along. It is plain on purpose, with no framework and no inline script; the token stands behind the # of
// the address, so that no server log and no Referer header ever sees it.
import type { Server } from '../server.ts';

export function linkPageRoutes(server: Server): void {
  const raw = { config: { audience: 'public' }, schema: { hide: true } } as const;

  server.get('/sign-in/link', raw, async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .serializer((text: string) => text)
      .send(page),
  );

  server.get('/sign-in/link.js', raw, async (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .serializer((text: string) => text)
      .send(script),
  );
}

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Countersign: your account</title>
<link rel="stylesheet" href="/front-door.css">
<script src="/sign-in/link.js" defer></script>
</head>
<body>
<main>
<h1>Your account</h1>
<p class="lead" id="lead">This link works once. Choose a password, and you are signed in.</p>
<form id="account">
<label>E-mail address <input name="email" type="email" autocomplete="username"><small>Needed by the first administrator; an invitation knows it.</small></label>
<label>Name <input name="name" autocomplete="name" maxlength="200"></label>
<label>Password <input name="password" type="password" autocomplete="new-password" required minlength="12" maxlength="256"><small>12 characters or more.</small></label>
<button>Open the account</button>
</form>
<section id="inside" hidden>
<p>The command line needs a key of yours. This page can make one now:</p>
<button id="key">Make a key</button>
<pre id="command" hidden></pre>
</section>
<p id="said" role="alert"></p>
</main>
</body>
</html>
`;

const script = `
const byId = (id) => document.getElementById(id);
const say = (text) => { byId('said').textContent = text; };

async function post(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-countersign-client': 'web' },
    body: JSON.stringify(body),
  });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(said.detail || said.title || 'It did not work; try again.');
  return said;
}

byId('account').addEventListener('submit', async (event) => {
  event.preventDefault();
  say('');
  const form = new FormData(event.target);
  const filled = Object.fromEntries([...form].filter(([, value]) => value !== ''));
  try {
    await post('/api/sign-in/link', { token: location.hash.slice(1), ...filled });
    history.replaceState(null, '', location.pathname);
    byId('lead').textContent = 'You are signed in.';
    byId('account').hidden = true;
    byId('inside').hidden = false;
  } catch (error) {
    say(error.message);
  }
});

byId('key').addEventListener('click', async () => {
  say('');
  try {
    const { key } = await post('/api/api-keys', { scope: 'user', displayName: 'command line' });
    byId('command').textContent = 'export COUNTERSIGN_URL=' + location.origin + '\\nexport COUNTERSIGN_API_KEY=' + key;
    byId('command').hidden = false;
    byId('key').disabled = true;
    say('Copy these lines into your terminal now: the key is not shown again.');
  } catch (error) {
    say(error.message);
  }
});
`;
