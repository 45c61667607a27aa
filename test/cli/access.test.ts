// The story of an access, typed: Alice asks, Bob and Carol decide, and everybody reads how it stands.
import assert from 'node:assert/strict';
import test from 'node:test';
import { day } from '../../src/core/time.ts';
import { resourceInto } from '../cast.ts';
import { openDesk, type Desk } from './desk.ts';

const ask = 'access request orders/latest --purpose "Weekly revenue" --duration 30d --id a1';

/** Alice has asked. */
async function deskWithRequest(): Promise<Desk> {
  const desk = await openDesk();
  await desk.as('alice').types(ask);
  return desk;
}

test('asking says who must act next, and ends with the exit code for waiting', async () => {
  await using desk = await openDesk();
  const { code, out } = await desk.as('alice').types(ask);
  assert.equal(code, 4);
  assert.equal(
    out,
    'a1: orders/latest for alice@fernlane.example\nPending: it waits for Bob, Carol or Grace.\n',
  );
});

test('what the policy grants at once is granted at once, and nobody is waited for', async () => {
  await using desk = await openDesk();
  await resourceInto(desk.world.pool, 'orders/open', 'checkout', { strategy: 'Auto' });
  const { code, out } = await desk
    .as('alice')
    .types(
      'access request orders/open --purpose "Weekly revenue" --for team:analytics --until 2026-11-30 --id a2',
    );
  assert.equal(code, 0);
  assert.match(out, /^a2: orders\/open for team analytics\nGranted until 2026-12-01 00:00 /);
});

test('without an id of one’s own the agreement gets a short one that can be typed', async () => {
  await using desk = await openDesk();
  const { out } = await desk.as('alice').types('access request orders/latest --purpose "Weekly revenue"');
  const id = /^([0-9a-hjkmnp-tv-z]{10}): /.exec(out)?.[1];
  assert.ok(id, out);
  assert.equal((await desk.as('alice').types(`access show ${id}`)).code, 0);
});

test('a purpose that is missing is asked for at a terminal, and demanded from a script', async () => {
  await using desk = await openDesk();
  const line = 'access request orders/latest --id a1';
  assert.deepEqual(await desk.as('alice').types(line), {
    code: 2,
    out: '',
    err: 'error: A purpose is needed: the owner has to know why.\n  fix: Add --purpose "…".\n',
  });
  const asked: string[] = [];
  const { code } = await desk.as('alice').types(line, {
    ask: async (question) => (asked.push(question), 'Weekly revenue'),
  });
  assert.equal(code, 4);
  assert.deepEqual(asked, ['What is it needed for? ']);
});

test('the owner finds the request in the inbox, approves it, and both see it granted', async () => {
  await using desk = await deskWithRequest();
  desk.world.clock.advance(2 * day);
  const inbox = await desk.as('bob').types('inbox');
  assert.match(
    inbox.out,
    /^ID +RESOURCE +FOR +ASKED +BY +PURPOSE\na1 +orders\/latest +alice@fernlane\.example +2 days ago +Alice +Weekly revenue\n$/,
  );
  const { code, out } = await desk.as('bob').types('access approve a1 --comment "Fine by me"');
  assert.equal(code, 0);
  assert.match(
    out,
    /^Approved orders\/latest for alice@fernlane\.example, as Alice asked: "Weekly revenue"\nGranted until .* \(in 30 days\)\.\n$/,
  );
  assert.equal((await desk.as('bob').types('inbox')).out, 'Nothing waits for you.\n');
  const shown = (await desk.as('alice').types('access show a1')).out;
  assert.match(shown, /^a1 {2}Granted, ends in 30 days\n/);
  assert.match(shown, / {2}purpose +Weekly revenue\n/);
  assert.match(shown, /Bob allowed it\n +"Fine by me"\n/);
  assert.match(shown, /You may cancel or renew it: countersign access cancel a1\n$/);
});

test('the first of two people leaves it half granted, with the exit code for waiting', async () => {
  await using desk = await openDesk();
  await resourceInto(desk.world.pool, 'orders/secret', 'checkout', { strategy: 'FourEyes' });
  await desk.as('alice').types('access request orders/secret --purpose Audit --id a1');
  const first = await desk.as('bob').types('access approve a1');
  assert.equal(first.code, 4);
  assert.match(first.out, /\nHalf granted: it waits for Carol or Grace\.\n$/);
  assert.equal((await desk.as('bob').types('access retract a1')).code, 4);
  assert.equal((await desk.as('carol').types('access approve a1')).code, 4);
  assert.equal((await desk.as('grace').types('access approve a1')).code, 0);
});

test('whoever denies or suspends says why', async () => {
  await using desk = await deskWithRequest();
  for (const act of ['reject', 'suspend']) {
    const refused = await desk.as('bob').types(`access ${act} a1`);
    assert.equal(refused.code, 2, act);
    assert.match(refused.err, /Say why/);
  }
  const rejected = await desk.as('bob').types('access reject a1 --comment "Ask for the aggregate"');
  assert.equal(rejected.code, 0);
  assert.match(rejected.out, /^Rejected orders\/latest .*\n$/);
  assert.match(
    (await desk.as('alice').types('access history a1')).out,
    /Bob denied it\n +"Ask for the aggregate"\n/,
  );
});

test('a refusal of the rules is said with its fix, and never with a stack', async () => {
  await using desk = await deskWithRequest();
  const own = await desk.as('alice').types('access approve a1');
  assert.deepEqual(own, {
    code: 1,
    out: '',
    err: 'error: Nobody takes part in deciding their own request\n',
  });
  const eve = await desk.as('eve').types('access approve a1');
  assert.deepEqual(eve, {
    code: 1,
    out: '',
    err: 'error: You may not decide for the owner team\n  fix: Ask one of those whom "countersign access show" names.\n',
  });
});

test('suspend, resume, cancel and renew each say how it stands afterwards', async () => {
  await using desk = await deskWithRequest();
  await desk.as('bob').types('access approve a1');
  const story = [
    ['carol', 'suspend a1 --comment "Month end"', 'Suspended'],
    ['carol', 'resume a1', 'Granted until'],
    ['alice', 'cancel a1', 'Revoked'],
    ['alice', 'renew a1 --duration 8h', 'Pending'],
    ['alice', 'withdraw a1', 'Revoked'],
  ] as const;
  for (const [who, line, state] of story) {
    const { out } = await desk.as(who).types(`access ${line}`);
    assert.match(out, new RegExp(`^${state}`, 'm'), line);
  }
});

test('a verdict that is typed again does nothing, and is not said to have done something', async () => {
  await using desk = await openDesk();
  await desk.as('alice').types('access request orders/latest --purpose "Weekly revenue" --id a1');
  const first = await desk.as('bob').types('access approve a1');
  assert.match(first.out, /^Approved orders\/latest /);
  await desk.as('alice').types('access cancel a1');
  const { code, out } = await desk.as('bob').types('access approve a1');
  assert.equal(code, 0);
  assert.match(out, /^Approved already: orders\/latest .*\nRevoked\.\n$/);
});

test('an approver may allow less than was asked', async () => {
  await using desk = await deskWithRequest();
  const { out } = await desk.as('bob').types('access approve a1 --duration 8h');
  assert.match(out, /Granted until .* \(in 8 hours\)\.\n/);
});

test('an end is a whole day, or an instant; anything else is no end', async () => {
  await using desk = await openDesk();
  const line = (until: string) => `access request orders/latest --purpose x --until ${until} --json`;
  const untilOf = async (until: string) => {
    const { out } = await desk.as('alice').types(line(until));
    await desk.as('alice').types(`access withdraw ${JSON.parse(out).id}`);
    return JSON.parse(out).approval.request.until;
  };
  assert.equal(await untilOf('2026-11-30'), new Date(2026, 11, 1).toISOString());
  assert.equal(await untilOf('2026-11-30T18:00Z'), '2026-11-30T18:00:00.000Z');
  for (const wrong of ['tomorrow', '2026-02-30', '2026-13-01', '12'])
    assert.equal((await desk.as('alice').types(line(wrong))).code, 2, wrong);
});

test('a consumer is me, a team, a product, an application or a person', async () => {
  await using desk = await openDesk();
  const wrong = await desk.as('alice').types('access request orders/latest --purpose x --for analytics');
  assert.equal(wrong.code, 2);
  assert.match(wrong.err, /"analytics" is no consumer\.\n {2}fix: Write me, team:<id>/);
  const unknown = await desk.as('alice').types('access request orders/latest --purpose x --for team:nobody');
  assert.equal(unknown.code, 1);
  assert.match(unknown.err, /No such consumer\n +consumer: There is no team "nobody"\.\n/);
  await desk.world.as('dan').put('/api/applications/reports', { team: 'analytics', name: 'Report builder' });
  await desk.as('alice').types('access request orders/latest --purpose x --for application:reports --id a1');
  const { out } = await desk.as('bob').types('access list --for application:reports');
  assert.match(out, /\na1 +orders\/latest +application reports +Pending/);
});

test('the list is aligned, narrowed down by options, and followed over pages', async () => {
  await using desk = await deskWithRequest();
  await desk
    .as('alice')
    .types('access request orders/latest --purpose "For the team" --for team:analytics --id a2');
  await desk.as('bob').types('access approve a2');
  const { out } = await desk.as('bob').types('access list');
  assert.match(
    out,
    /^ID +RESOURCE +FOR +STATE +PERIOD +PURPOSE\na1 +orders\/latest +alice@fernlane\.example +Pending +asked now +Weekly revenue\na2 +orders\/latest +team analytics +Granted +no end +For the team\n$/,
  );
  const only = async (option: string) =>
    JSON.parse((await desk.as('bob').types(`access list ${option} --json`)).out).map(
      (one: { id: string }) => one.id,
    );
  assert.deepEqual(await only('--state granted'), ['a2']);
  assert.deepEqual(await only('--for team:analytics'), ['a2']);
  assert.deepEqual(await only('--resource orders/latest'), ['a1', 'a2']);
  assert.deepEqual(await only('--product nothing'), []);
  const cut = await desk.as('bob').types('access list --limit 1');
  assert.match(cut.err, /more than 1/);
});

test('--json prints what the server answered, and a refusal as the problem it sent', async () => {
  await using desk = await deskWithRequest();
  const { out } = await desk.as('bob').types('access show a1 --json');
  assert.equal(JSON.parse(out).approval.state, 'Pending');
  const refused = await desk.as('alice').types('access approve a1 --json');
  assert.equal(refused.code, 1);
  assert.equal(JSON.parse(refused.err).code, 'own_request');
});

test('what other people wrote cannot move the cursor of whoever reads it', async () => {
  await using desk = await openDesk();
  const hostile = 'Fine\u001b[2J\u001b[1;1Ha1 Granted\u202e';
  await desk.world.as('alice').post('/api/access', { id: 'a1', resource: 'orders/latest', purpose: hostile });
  for (const line of ['access list', 'access show a1', 'access history a1', 'inbox'])
    // oxlint-disable-next-line no-control-regex
    assert.doesNotMatch((await desk.as('bob').types(line)).out, /[\u001b\u202e]/, line);
});
