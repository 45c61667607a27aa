// What cannot be read for certain is refused and never permitted, by the short way past the framework as well as by the
// route; the two answer alike. Here they meet on a real socket.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tokenOf } from '../cast.ts';
import { openWorld, type World } from '../world.ts';
import { grant, openShop, question } from './question.ts';

let world: World;
let port: number;
before(async () => {
  world = await openWorld();
  await openShop(world);
  await grant(world, 'a1', { applicationId: 'reports' });
  await world.seal();
  await world.server.listen({ port: 0, host: '127.0.0.1' });
  port = (world.server.server.address() as AddressInfo).port;
});
after(() => world[Symbol.asyncDispose]());

const good = JSON.stringify(question('application:reports', 'access', 'api:checkout-api'));
const json = 'application/json';

const malformed: readonly [string, string | Buffer, string?][] = [
  ['nothing', ''],
  ['half of it', good.slice(0, -1)],
  ['two of it', good + good],
  ['a list', `[${good}]`],
  ['null', 'null'],
  ['a text', '"subject"'],
  ['no UTF-8', Buffer.from(good.replace('reports', 'report\xff'), 'latin1')],
  ['UTF-16', Buffer.from(good, 'utf16le')],
  ['another type', good, 'text/plain'],
  ['a type that begins alike', good, 'application/json5'],
  ['no type', good, ''],
  ['a member twice', good.replace('"id":"reports"', '"id":"nobody","id":"reports"')],
  ['a part twice', good.replace('{"subject"', '{"subject":{},"subject"')],
  ['__proto__ in place of a part', good.replace('"subject"', '"__proto__"')],
  ['a list for a part', good.replace(/"subject":\{[^}]*\}/, '"subject":["application","reports"]')],
  ['a number for an id', good.replace('"reports"', '1')],
  ['an empty id', good.replace('"reports"', '""')],
  ['null for an action', good.replace(/"action":\{[^}]*\}/, '"action":null')],
  ['properties that are a list', good.replace('"name":"access"', '"name":"access","properties":[]')],
  ['a context that is a text', good.replace('{"subject"', '{"context":"now","subject"')],
  [
    'endless nesting',
    good.replace('{"subject"', `{"x":${'['.repeat(10_000)}${']'.repeat(10_000)},"subject"`),
  ],
];

test('what is malformed is 400 and permits nothing, whichever way it comes', async () => {
  assert.deepEqual(await send(good), { status: 200, body: { decision: true } });
  for (const [what, body, type = json] of malformed) {
    const quick = await send(body, type);
    const answer = await world.server.inject({
      method: 'POST',
      url: '/access/v1/evaluation',
      headers: { 'x-api-key': tokenOf('organization'), ...(type && { 'content-type': type }) },
      payload: body,
    });
    assert.equal(quick.status, 400, what);
    assert.ok(!('decision' in quick.body), what);
    assert.deepEqual(answer.json(), quick.body, what);
  }
});

test('a body beyond all measure is refused', async () => {
  const { status } = await send(good.replace('{"subject"', `{"x":"${'x'.repeat(300_000)}","subject"`));
  assert.equal(status, 413);
});

test('without a key, or with a wrong one, the short way is no way in', async () => {
  assert.equal((await send(good, json, {})).status, 401);
  assert.equal((await send(good, json, { 'x-api-key': 'cs_wrong' })).status, 401);
  assert.equal((await send(good, json, { authorization: `Bearer ${tokenOf('checkout-key')}` })).status, 200);
  assert.equal((await send(good, json, { 'x-api-key': tokenOf('alice') })).status, 403);
});

function send(
  body: string | Buffer,
  type = json,
  headers: Record<string, string> = { 'x-api-key': tokenOf('organization') },
): Promise<{ status: number; body: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const path = '/access/v1/evaluation';
    const asked = request(
      {
        port,
        host: '127.0.0.1',
        method: 'POST',
        path,
        headers: { ...headers, ...(type && { 'content-type': type }) },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (words) => (text += words));
        answer.on('end', () => resolve({ status: answer.statusCode!, body: JSON.parse(text) }));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}
