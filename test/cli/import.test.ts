// Agreements of an Entropy API, taken over by command: as an array or one a line, and safe to repeat.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { openDesk } from './desk.ts';

// One desk for all of them: none is in another's way.
const desk = await openDesk();
after(() => desk[Symbol.asyncDispose]());

const access = (id: string, port = 'latest') => ({
  id,
  info: { purpose: 'Forecast', status: 'approved', active: true, startDate: '2026-01-01' },
  provider: { dataProductId: 'orders', outputPortId: port },
  consumer: { teamId: 'analytics' },
});

test('what is imported is granted with its origin, and importing it again changes nothing', async () => {
  const typed = (all: unknown) =>
    desk.as('organization').types('import - --origin entropy', { input: async () => JSON.stringify(all) });
  assert.deepEqual(await typed([access('a1'), access('a2')]), {
    code: 0,
    out: '2 imported, 0 here already, 0 refused.\n',
    err: '',
  });
  assert.equal((await typed([access('a1'), access('a2')])).out, '0 imported, 2 here already, 0 refused.\n');
  const shown = await desk.as('bob').types('access show a1');
  assert.match(shown.out, /^a1 {2}Granted/);
  assert.match(shown.out, / {2}origin +entropy\n/);
});

test('what cannot be taken is told line by line, and holds up nothing else', async () => {
  const lines = [access('b1'), access('b2', 'nowhere')].map((one) => JSON.stringify(one)).join('\n');
  const { code, out, err } = await desk.as('organization').types('import -', { input: async () => lines });
  assert.equal(code, 1);
  assert.equal(out, '1 imported, 0 here already, 1 refused.\n');
  assert.match(err, /^refused {2}2\. b2: provider: There is no output port "nowhere"/);
});

test('a line that is not JSON is refused before anything is sent', async () => {
  const { code, err } = await desk.as('organization').types('import -', { input: async () => '{}\nno' });
  assert.equal(code, 2);
  assert.match(err, /-:2 is not JSON\./);
});
