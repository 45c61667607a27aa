// What Countersign says to people, in the language that they read: the sentences change, and nothing that a program
// goes by does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemWords } from '../../src/core/problem-words.ts';
import { problems, type ProblemCode } from '../../src/core/problem.ts';
import { openWorld } from '../world.ts';

const german = { 'accept-language': 'de-DE,de;q=0.9,en;q=0.5' };

test('reasons, policies, previews and problems are said in the language that is asked for', async () => {
  await using world = await openWorld();
  const wish = { id: 'a1', resource: 'orders/latest', consumer: { teamId: 'analytics' }, purpose: 'Baskets' };
  const preview = await world.as('alice').post('/api/access/preview', wish, german);
  assert.equal(preview.body.sentence, 'Entscheiden würde eine Person von Bob, Carol und Grace.');
  await world.as('alice').post('/api/access', wish);

  const policy = await world.as('alice').get('/api/resources/orders%2Flatest/policy', undefined, german);
  assert.equal(
    policy.body.sentences[0],
    'Eine Person entscheidet: Eigentümer und Entscheidende von checkout.',
  );

  const access = await world.as('alice').get('/api/access/a1', undefined, german);
  const { approve, suspend } = access.body.approval.actions;
  assert.deepEqual(
    [approve.code, approve.reason],
    ['own_request', 'Niemand entscheidet bei der eigenen Anfrage mit'],
  );
  assert.equal(suspend.reason, 'Das darf nur die Seite des Eigentümers');

  const no = await world.as('eve').post('/api/access/a1/approve', {}, german);
  assert.deepEqual(
    [no.status, no.body.code, no.body.title, no.body.detail, no.body.fix],
    [
      403,
      'not_an_approver',
      'Sie dürfen für das Team des Eigentümers nicht entscheiden',
      'Sie dürfen für das Team des Eigentümers nicht entscheiden',
      'Fragen Sie eine der Personen, auf die gewartet wird.',
    ],
  );
  for (const [address, detail] of [
    ['/api/teams/nirgends', 'Es gibt kein Team »nirgends«.'],
    ['/api/access/a9', 'Es gibt keinen Zugang »a9«.'],
    ['/api/applications/x/about', 'Es gibt keine Anwendung »x«.'],
  ] as const)
    assert.equal((await world.as('alice').get(address, undefined, german)).body.detail, detail);
  const short = { ...wish, id: 'a2', until: '2001-01-01T00:00:00Z' };
  const past = await world.as('alice').post('/api/access', short, german);
  assert.match(past.body.title, /Ende liegt in der Vergangenheit/);
});

test('whoever names no language that is spoken here is answered in English', async () => {
  await using world = await openWorld();
  for (const wanted of ['*', 'fr, it;q=0.3', '', 'en, de', 'de;q=0', ';;;', 'x'.repeat(2000)]) {
    const missing = await world
      .as('alice')
      .get('/api/access/nothing', undefined, { 'accept-language': wanted });
    assert.deepEqual([missing.status, missing.body.title], [404, 'No such access'], wanted);
  }
});

test('an address that cannot be read is refused, in whatever language it was asked for', async () => {
  await using world = await openWorld();
  for (const address of ['/%ED%A0%80', '/api/teams/%ff'])
    for (const wanted of ['de', 'en', '*', '']) {
      const { status, body } = await world.nobody.get(address, undefined, { 'accept-language': wanted });
      assert.deepEqual([status, body.code], [400, 'malformed_address'], `${address} ${wanted}`);
    }
});

test('every problem has its words in every language', () => {
  for (const code of Object.keys(problems) as ProblemCode[]) {
    const { title, fix } = problemWords(code);
    assert.notEqual(title.de, title.en, code);
    if (fix) assert.notEqual(fix.de, fix.en, code);
  }
});
