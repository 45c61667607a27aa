import assert from 'node:assert/strict';
import { test } from 'node:test';
import { issueFirstLink } from '../../src/app/issue-link.ts';
import { day, hour, minute } from '../../src/core/time.ts';
import { emailOf } from '../cast.ts';
import { tally } from '../tally.ts';
import { openWorld } from '../world.ts';
import { openBrowser, signedIn } from './browser.ts';

const alice = emailOf('alice');
const password = 'a horse, a battery and a staple';

test('an invitation lets a person set a password once, and sign in with it from then on', async () => {
  await using world = await openWorld();
  const { body, status } = await world.as('dan').post(`/api/organization/members/${alice}/invitation`);
  assert.equal(status, 201);
  assert.match(body.url, /^http:\/\/countersign\.test\/sign-in\/link#.{43}$/);
  const token = new URL(body.url).hash.slice(1);
  const browser = openBrowser(world);
  assert.equal((await browser.post('/api/sign-in/link', { token, password })).statusCode, 200);
  assert.equal((await browser.get('/api/me')).json().id, 'alice');
  const again = await openBrowser(world).post('/api/sign-in/link', {
    token,
    password: 'the password of a thief',
  });
  assert.equal(again.statusCode, 403);
  assert.equal(again.json().code, 'link_spent');
  const later = openBrowser(world);
  assert.equal((await later.post('/api/sign-in', { email: alice.toUpperCase(), password })).statusCode, 200);
  assert.equal((await later.get('/api/me')).json().emailAddress, alice);
});

test('of ten browsers that spend one link at the same moment one gets in', async () => {
  await using world = await openWorld();
  const { body } = await world.as('dan').post(`/api/organization/members/${alice}/invitation`);
  const token = new URL(body.url).hash.slice(1);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => openBrowser(world).post('/api/sign-in/link', { token, password })),
  );
  assert.deepEqual(tally(answers.map((answer) => answer.statusCode)), { 200: 1, 403: 9 });
});

test('a newer invitation takes the place of an older one, and one of three days ago is worth nothing', async () => {
  await using world = await openWorld();
  const invite = async () =>
    (await world.as('dan').post(`/api/organization/members/${alice}/invitation`)).body.url;
  const [first, second] = [await invite(), await invite()];
  const use = async (url: string) => {
    const token = new URL(url).hash.slice(1);
    return (await openBrowser(world).post('/api/sign-in/link', { token, password })).statusCode;
  };
  assert.equal(await use(first), 403);
  world.clock.advance(3 * day);
  assert.equal(await use(second), 403);
});

test('the first administrator comes in by a link that works for a quarter of an hour, and only while there is none', async () => {
  await using world = await openWorld();
  const expired = await issueFirstLink(world.identity)();
  world.clock.advance(15 * minute);
  const account = { password, name: 'Frida', email: 'frida@fernlane.example' };
  const late = await openBrowser(world).post('/api/sign-in/link', { ...account, token: expired!.token });
  assert.equal(late.json().code, 'link_spent');

  const [one, other] = [await issueFirstLink(world.identity)(), await issueFirstLink(world.identity)()];
  const nameless = await openBrowser(world).post('/api/sign-in/link', { token: one!.token, password });
  assert.deepEqual(nameless.json().violations[0].field, 'email');
  const browser = openBrowser(world);
  assert.equal((await browser.post('/api/sign-in/link', { ...account, token: one!.token })).statusCode, 200);
  assert.equal((await browser.get('/api/me')).json().administrator, true);
  const second = await openBrowser(world).post('/api/sign-in/link', {
    ...account,
    email: 'eve@fernlane.example',
    token: other!.token,
  });
  assert.equal(second.json().code, 'link_spent');
  assert.equal(await issueFirstLink(world.identity)(), null);
});

test('two people who spend two first links at the same moment do not both become administrators', async () => {
  await using world = await openWorld();
  const links = await Promise.all([issueFirstLink(world.identity)(), issueFirstLink(world.identity)()]);
  const answers = await Promise.all(
    links.map((link, nth) =>
      openBrowser(world).post('/api/sign-in/link', {
        token: link!.token,
        password,
        email: `first-${nth}@fernlane.example`,
      }),
    ),
  );
  assert.deepEqual(tally(answers.map((answer) => answer.statusCode)), { 200: 1, 403: 1 });
});

test('a wrong password, an unknown address and an account without password get the same answer', async () => {
  await using world = await openWorld();
  await signedIn(world, alice, password);
  const bodies = [];
  for (const email of [alice, 'nobody@fernlane.example', emailOf('bob')])
    bodies.push(
      (await openBrowser(world).post('/api/sign-in', { email, password: 'not the password' })).json(),
    );
  assert.equal(bodies[0].code, 'wrong_credentials');
  assert.equal(bodies[0].status, 401);
  assert.deepEqual(bodies[1], bodies[0]);
  assert.deepEqual(bodies[2], bodies[0]);
});

test('a poor password is refused with its field, and the link can still be used', async () => {
  await using world = await openWorld();
  const { body } = await world.as('dan').post(`/api/organization/members/${alice}/invitation`);
  const token = new URL(body.url).hash.slice(1);
  const use = (password: string) => openBrowser(world).post('/api/sign-in/link', { token, password });
  for (const poor of ['eleven char', 'aaaaaaaaaaaaaaaaaaaa', 'x'.repeat(257)])
    assert.equal((await use(poor)).json().violations[0].field, 'password');
  assert.equal((await use(password)).statusCode, 200);
});

test('after five wrong guesses an account has to wait, longer each time, whoever guesses from wherever', async () => {
  await using world = await openWorld();
  await signedIn(world, alice, password);
  const guess = (nth: number, text = 'wrong guess') =>
    openBrowser(world, `198.51.100.${nth}`).post('/api/sign-in', { email: alice, password: text });
  for (let nth = 0; nth < 5; nth++) assert.equal((await guess(nth)).statusCode, 401);
  const waits = [];
  for (let nth = 5; nth < 9; nth++) {
    const refused = await guess(nth, password);
    assert.equal(refused.statusCode, 429, 'even the right password has to wait');
    waits.push(Number(refused.headers['retry-after']));
    world.clock.advance(waits.at(-1)! * 1000);
    assert.equal((await guess(nth)).statusCode, 401);
  }
  assert.deepEqual(waits, [1, 2, 4, 8]);
  world.clock.advance(16_000);
  assert.equal((await guess(9, password)).statusCode, 200);
  assert.equal((await guess(10)).statusCode, 401, 'the right password has cleared the count');
});

test('an address that the database takes for the same is no fresh account to guess at', async () => {
  await using world = await openWorld();
  await signedIn(world, alice, password);
  const guess = (email: string) =>
    openBrowser(world).post('/api/sign-in', { email, password: 'wrong guess' });
  for (let nth = 0; nth < 5; nth++) assert.equal((await guess(alice)).statusCode, 401);
  // Lower case of the letter with a dot is a plain i to newer PostgreSQL, and an i with a dot above to JavaScript.
  const dotted = alice.replace('i', 'İ');
  const { rows } = await world.pool.query('select lower($1) = $2 as same', [dotted, alice]);
  for (const same of [alice.toUpperCase(), ` ${alice}`])
    assert.equal((await guess(same)).statusCode, 429, same);
  assert.equal((await guess(dotted)).statusCode, rows[0].same ? 429 : 401);
});

test('fifty guesses at the same moment count as fifty', async () => {
  await using world = await openWorld();
  await signedIn(world, alice, password);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, nth) =>
      openBrowser(world, `203.0.113.${nth}`).post('/api/sign-in', { email: alice, password: 'wrong guess' }),
    ),
  );
  assert.deepEqual(tally(answers.map((answer) => answer.statusCode)), { 401: 5, 429: 45 });
});

test('one address cannot try account after account, and IPv6 neighbours count as one', async () => {
  await using world = await openWorld();
  const guess = (nth: number, address: string) =>
    openBrowser(world, address).post('/api/sign-in', {
      email: `p${nth}@fernlane.example`,
      password: 'guess',
    });
  for (let nth = 0; nth < 30; nth++) assert.equal((await guess(nth, `2001:db8:1:2::${nth}`)).statusCode, 401);
  assert.equal((await guess(31, '2001:db8:1:2:ffff::1')).statusCode, 429);
  assert.equal((await guess(32, '2001:db8:1:3::1')).statusCode, 401);
});

test('more passwords at once than the queue holds are sent away instead of stopping the server', async () => {
  await using world = await openWorld();
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, nth) =>
      openBrowser(world, `203.0.113.${nth}`).post('/api/sign-in', {
        email: `p${nth}@fernlane.example`,
        password: 'guess',
      }),
    ),
  );
  const statuses = Object.keys(tally(answers.map((answer) => answer.statusCode)));
  assert.deepEqual(statuses, ['401', '429']);
});

test('a session ends after eight idle hours, and after seven days whatever happens', async () => {
  await using world = await openWorld();
  const browser = await signedIn(world, alice, password);
  world.clock.advance(8 * hour - minute);
  assert.equal((await browser.get('/api/me')).statusCode, 200);
  await seenAgain(world);
  world.clock.advance(8 * hour);
  const idle = await browser.get('/api/me');
  assert.equal(idle.statusCode, 401);
  assert.equal(idle.json().code, 'sign_in_required');

  const busy = openBrowser(world);
  await busy.post('/api/sign-in', { email: alice, password });
  let hours = 0;
  while ((await busy.get('/api/me')).statusCode === 200) {
    await seenAgain(world);
    world.clock.advance(hour);
    hours++;
  }
  assert.equal(hours, 7 * 24);
});

test('signing in gives a new token and ends the session that the browser had', async () => {
  await using world = await openWorld();
  const browser = await signedIn(world, alice, password);
  const before = new Map(browser.cookies);
  await browser.post('/api/sign-in', { email: alice, password });
  assert.notDeepEqual(browser.cookies, before);
  const stale = await world.server.inject({ url: '/api/me', cookies: Object.fromEntries(before) });
  assert.equal(stale.statusCode, 401);
  assert.equal((await browser.get('/api/sessions')).json().length, 1);
});

test('sessions can be listed and ended, ones own by oneself and everybody’s by an administrator', async () => {
  await using world = await openWorld();
  const laptop = await signedIn(world, alice, password);
  const phone = openBrowser(world);
  await phone.post('/api/sign-in', { email: alice, password });
  const listed = (await phone.get('/api/sessions')).json();
  assert.deepEqual(listed.map((one: { current: boolean }) => one.current).sort(), [false, true]);
  assert.equal(listed[0].agent, 'Test browser');
  const other = listed.find((one: { current: boolean }) => !one.current);
  assert.equal((await world.as('eve').delete(`/api/sessions/${other.id}`)).status, 404);
  assert.equal((await world.as('eve').get(`/api/sessions?emailAddress=${alice}`)).status, 403);
  assert.equal((await phone.delete(`/api/sessions/${other.id}`)).statusCode, 204);
  assert.equal((await laptop.get('/api/me')).statusCode, 401);
  const [last] = (await world.as('dan').get(`/api/sessions?emailAddress=${alice}`)).body;
  assert.equal((await world.as('dan').delete(`/api/sessions/${last.id}`)).status, 204);
  assert.equal((await phone.get('/api/me')).statusCode, 401);
});

test('all other sessions end at once, and the one that says so stays', async () => {
  await using world = await openWorld();
  const browser = await signedIn(world, alice, password);
  const others = [openBrowser(world), openBrowser(world)];
  for (const other of others) await other.post('/api/sign-in', { email: alice, password });
  assert.equal((await browser.delete('/api/sessions')).statusCode, 204);
  assert.equal((await browser.get('/api/sessions')).json().length, 1);
  for (const other of others) assert.equal((await other.get('/api/me')).json().code, 'sign_in_required');
});

test('signing out ends the session and takes the cookie away', async () => {
  await using world = await openWorld();
  const browser = await signedIn(world, alice, password);
  const before = Object.fromEntries(browser.cookies);
  assert.equal((await browser.post('/api/sign-out')).statusCode, 204);
  assert.equal(browser.cookies.size, 0);
  assert.equal((await world.server.inject({ url: '/api/me', cookies: before })).statusCode, 401);
});

test('a changed password ends every other session, and needs the present one', async () => {
  await using world = await openWorld();
  const here = await signedIn(world, alice, password);
  const there = openBrowser(world);
  await there.post('/api/sign-in', { email: alice, password });
  const change = (current: string) =>
    here.post('/api/me/password', { current, password: 'something else entirely' });
  const refused = await change('not the password');
  assert.equal(refused.json().code, 'wrong_credentials');
  assert.equal((await change(password)).statusCode, 204);
  assert.equal((await here.get('/api/me')).statusCode, 200);
  assert.equal((await there.get('/api/me')).statusCode, 401);
  const old = await openBrowser(world).post('/api/sign-in', { email: alice, password });
  assert.equal(old.statusCode, 401);
});

test('tokens and passwords lie in the database as digests only', async () => {
  await using world = await openWorld();
  const browser = await signedIn(world, alice, password);
  const { rows } = await world.pool.query<{ dump: string }>(
    'select (select json_agg(s)::text from session s) || (select json_agg(p)::text from person p) || (select json_agg(l)::text from log_inbox l) as dump',
  );
  const dump = rows[0]!.dump;
  assert.ok(dump.includes('$argon2id$v=19$m=19456,t=2,p=1$'));
  for (const secret of [password, ...browser.cookies.values()]) assert.ok(!dump.includes(secret));
});

/** That somebody was there is written behind the call's back. */
async function seenAgain({ pool, clock }: Awaited<ReturnType<typeof openWorld>>): Promise<void> {
  const now = new Date(clock.now()).toISOString();
  const deadline = performance.now() + 20_000;
  while (performance.now() < deadline) {
    const { rows } = await pool.query('select from session where seen_at >= $1', [now]);
    if (rows.length > 0) return;
  }
  assert.fail('the session was not seen again');
}
