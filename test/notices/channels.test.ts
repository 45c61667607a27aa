// Channels of teams: set up by its owners, sealed, told in the shape of each chat, alarming when they fail, and then by
// mail instead. The chats are real servers on this machine, which is why its network is allowed.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { test } from 'node:test';
import { openOutbound } from '../../src/adapters/outbound.ts';
import { deliverDue } from '../../src/app/deliver.ts';
import { hour } from '../../src/core/time.ts';
import { openWorld, type World } from '../world.ts';
import { openPostOffice } from './post-office.ts';
import { ask, tellAll } from './setting.ts';

// Tests look into messages freely.
// oxlint-disable-next-line typescript/no-explicit-any
type Message = any;

async function openChat() {
  const messages: { path: string; body: Message }[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      if (status < 300) messages.push({ path: request.url!, body });
      response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('ok');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: (path: string) => `http://127.0.0.1:${port}/${path}`,
    messages,
    answer: (next: number) => void (status = next),
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const parts = { secretKey: randomBytes(32), outboundNetworks: ['127.0.0.0/8'] };
const at = (id: string, team = 'checkout') => `/api/teams/${team}/notification-channels/${id}`;
const put = (world: World, id: string, more: object, as: 'bob' | 'carol' | 'eve' | 'dan' = 'bob') =>
  world.as(as).put(at(id), { id, name: `Channel ${id}`, type: 'slack', enabled: true, ...more });

async function send(world: World): Promise<void> {
  await tellAll(world);
  while ((await deliverDue(world.delivering)()) > 0);
}

test('each chat is told in its own shape, and what people write is words in all of them', async () => {
  await using chat = await openChat();
  await using world = await openWorld(parts);
  for (const type of ['slack', 'teams', 'googlechat'])
    // oxlint-disable-next-line no-await-in-loop
    assert.equal((await put(world, type, { type, endpoint: chat.url(type) })).status, 200);
  await put(world, 'off', { endpoint: chat.url('off'), enabled: false });
  await put(world, 'provisioning', { endpoint: chat.url('provisioning'), purposes: ['provisioning'] });
  await ask(world, 'a1', { purpose: '<!channel> *bold* [x](http://evil.example) <b>' });
  await send(world);
  assert.deepEqual(chat.messages.map(({ path }) => path).sort(), ['/googlechat', '/slack', '/teams']);
  const said = (path: string) => chat.messages.find((one) => one.path === path)!.body;
  const [slack, teams, google] = [said('/slack'), said('/teams'), said('/googlechat')];
  assert.equal(slack.blocks[0].text.text, 'Alice asks for access to latest');
  assert.ok(
    slack.blocks[1].fields.every((field: Message) => field.type === 'plain_text' && field.emoji === false),
  );
  assert.equal(slack.blocks.at(-1).text.text, '<http://countersign.test/access/a1|Look and decide>');
  const card = teams.attachments[0].content;
  assert.equal(teams.attachments[0].contentType, 'application/vnd.microsoft.card.adaptive');
  assert.ok(card.body.every((block: Message) => block.type === 'RichTextBlock'));
  assert.deepEqual(card.actions, [
    { type: 'Action.OpenUrl', title: 'Look and decide', url: 'http://countersign.test/access/a1' },
  ]);
  const purpose = google.cardsV2[0].card.sections[0].widgets.find(
    (widget: Message) => widget.decoratedText?.topLabel === 'Purpose',
  );
  assert.match(purpose.decoratedText.text, /&lt;!channel&gt; .* &lt;b&gt;/);
});

test('a channel that refuses raises an alarm, and its notices go by mail to those who had none', async () => {
  await using chat = await openChat();
  await using office = await openPostOffice();
  await using world = await openWorld({
    ...parts,
    mailServer: { url: office.url, from: 'Countersign <access@fernlane.example>' },
    house: {
      demo: false,
      obstacles: async () => [],
      unsealedSeconds: null,
      clockErrorSeconds: null,
      freeDiskBytes: null,
    },
  });
  await put(world, 'main', { endpoint: chat.url('main') });
  await world.as('bob').put('/api/me/notice-setting', {
    language: 'en',
    mail: 'off',
    dailyAt: '08:00',
    quiet: null,
  });
  chat.answer(404);
  await ask(world, 'a1');
  await send(world);
  assert.deepEqual(office.letters.flatMap(({ to }) => to).sort(), [
    'bob@fernlane.example',
    'carol@fernlane.example',
    'grace@fernlane.example',
  ]);
  const { body } = await world.as('alice').get(at('main'));
  assert.match(body.failing.error, /status 404/);
  assert.match((await world.nobody.get('/metrics')).text, /^countersign_notice_channels_failing 1$/m);
  chat.answer(200);
  await world.as('dan').post('/api/notice-deliveries/replay', {});
  await send(world);
  assert.equal(chat.messages.length, 1);
  assert.equal((await world.as('alice').get(at('main'))).body.failing, undefined);
  assert.equal(office.letters.length, 3);
});

test('a channel that stumbles is tried again; nobody is followed to another address', async () => {
  await using chat = await openChat();
  await using world = await openWorld(parts);
  await put(world, 'main', { endpoint: chat.url('main') });
  chat.answer(503);
  await ask(world, 'a1');
  await send(world);
  chat.answer(200);
  world.clock.advance(hour);
  await send(world);
  assert.equal(chat.messages.length, 1);
  chat.answer(302);
  await ask(world, 'a2', { consumer: { userId: 'alice@fernlane.example' } });
  await send(world);
  assert.match((await world.as('bob').get(at('main'))).body.failing.error, /status 302/);
});

test('the address of a webhook goes in, lies sealed, and comes out nowhere; sent back masked it stays', async () => {
  await using chat = await openChat();
  await using world = await openWorld(parts);
  await put(world, 'main', { endpoint: chat.url('secret-path') });
  const { body } = await world.as('bob').get(at('main'));
  assert.match(body.endpoint, /^http:\/\/127\.0\.0\.1:\d+\/\*\*\*$/);
  await put(world, 'main', { endpoint: body.endpoint, name: 'Renamed' });
  await ask(world, 'a1');
  await send(world);
  assert.equal(chat.messages[0]!.path, '/secret-path');
  const { rows } = await world.pool.query(
    `select body::text as said from log union all select row_to_json(c)::text from notification_channel c`,
    [],
  );
  assert.doesNotMatch(JSON.stringify(rows), /secret-path/);
  assert.equal(
    (await put(world, 'other', { endpoint: body.endpoint })).status,
    400,
    'nothing is stored there',
  );
});

test('a mailbox of the team is a channel as well', async () => {
  await using office = await openPostOffice();
  await using world = await openWorld({
    mailServer: { url: office.url, from: 'Countersign <access@fernlane.example>' },
  });
  await put(world, 'box', { type: 'mail', endpoint: 'mailto:checkout@fernlane.example' });
  await ask(world, 'a1');
  await send(world);
  assert.ok(office.letters.some(({ to }) => to[0] === 'checkout@fernlane.example'));
  assert.equal(
    (await put(world, 'box', { type: 'mail', endpoint: 'mailto:a@b.example,c@d.example' })).status,
    400,
  );
});

test('owners of the team set its channels up, and who runs the installation; nobody else', async () => {
  await using world = await openWorld(parts);
  const endpoint = 'https://hooks.slack.com/services/T/B/x';
  assert.equal((await put(world, 'main', { endpoint })).status, 200);
  assert.equal((await put(world, 'main', { endpoint }, 'dan')).status, 200);
  for (const other of ['carol', 'eve'] as const) {
    // oxlint-disable-next-line no-await-in-loop
    assert.equal((await put(world, 'main', { endpoint }, other)).status, 403);
    // oxlint-disable-next-line no-await-in-loop
    assert.equal((await world.as(other).delete(at('main'))).status, 403);
  }
  assert.equal((await world.as('bob').get(at('gone'))).body.code, 'channel_not_found');
  assert.equal((await world.as('bob').get('/api/teams/nobody/notification-channels')).status, 404);
  assert.equal((await put(world, 'main', { endpoint, id: 'other' })).status, 400);
  assert.equal((await world.as('bob').delete(at('main'))).status, 200);
  assert.deepEqual((await world.as('eve').get('/api/teams/checkout/notification-channels')).body, []);
});

test('private addresses are reached by no channel: by number, by name, within IPv6, or without TLS', async () => {
  const outbound = openOutbound([]);
  for (const address of [
    'https://127.0.0.1/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[fd00::1]/',
    'https://0x7f000001/',
    'http://hooks.slack.com/services/x',
    'ftp://example.com/',
    'https://user:password@example.com/',
  ])
    assert.ok(outbound.fault(address), address);
  assert.equal(outbound.fault('https://hooks.slack.com/services/x'), undefined);
  await assert.rejects(outbound.post('https://localhost/', {}), /may not be reached/);
  await assert.rejects(openOutbound(['10.0.0.0/8']).post('http://localhost/', {}), /may not be reached/);
  await using world = await openWorld({ secretKey: randomBytes(32) });
  assert.equal((await put(world, 'main', { endpoint: 'https://192.168.1.1/hook' })).status, 400);
});
