// Policies, read in sentences and changed part by part.
import assert from 'node:assert/strict';
import test from 'node:test';
import { parse } from 'yaml';
import { openDesk } from './desk.ts';

test('a policy is shown in sentences, with who would decide today', async () => {
  await using desk = await openDesk();
  const { code, out } = await desk.as('alice').types('policy show orders/latest');
  assert.equal(code, 0);
  assert.match(
    out,
    /^orders\/latest {2}Simple\n {2}One person decides: owners and approvers of checkout\.\n/,
  );
  assert.match(out, /\n {2}Today that would be Bob, Carol or Grace\.\n$/);
});

test('setting changes what is named and leaves the rest', async () => {
  await using desk = await openDesk();
  const set = await desk
    .as('bob')
    .types('policy set orders/latest maximumDuration=90d trusted=analytics,partner-desk inBrowser=true');
  assert.equal(set.code, 0, set.err);
  assert.equal(
    set.out,
    'trusted: (none) → ["analytics","partner-desk"]\nmaximumDuration: (none) → 90d\ninBrowser: false → true\nDone.\n',
  );
  const cleared = await desk.as('bob').types('policy set orders/latest maximumDuration=');
  assert.equal(cleared.out, 'maximumDuration: 90d → (none)\nDone.\n');
  const { body } = await desk.world.as('bob').get('/api/resources/orders%2Flatest/policy');
  assert.deepEqual(
    [body.trusted, body.maximumDuration, body.inBrowser],
    [['analytics', 'partner-desk'], null, true],
  );
});

test('as a document it can be applied again, and changes nothing', async () => {
  await using desk = await openDesk();
  const { out } = await desk.as('bob').types('policy show orders/latest --yaml');
  assert.equal(parse(out).kind, 'Policy');
  const applied = await desk.as('bob').types('apply -f - --yes', { input: async () => out });
  assert.equal(applied.out, 'Everything is as the files say (1).\n');
});

test('a strategy that follows its product’s document goes on following it', async () => {
  await using desk = await openDesk();
  await desk.as('bob').types('policy set orders/latest deadline=5d');
  const { body } = await desk.world.as('bob').get('/api/resources/orders%2Flatest/policy');
  assert.equal(body.followsDocument, true);
});

test('fields that a policy does not have are refused before anything is sent', async () => {
  await using desk = await openDesk();
  for (const wrong of ['stratgy=Simple', 'strategy', 'durations=[8h'])
    assert.equal((await desk.as('bob').types(`policy set orders/latest ${wrong}`)).code, 2, wrong);
});

test('who may not set it is told so', async () => {
  await using desk = await openDesk();
  const { code, err } = await desk.as('eve').types('policy set orders/latest strategy=Auto');
  assert.equal(code, 1);
  assert.match(err, /^error: Only an owner of the team may do this\n/);
});
