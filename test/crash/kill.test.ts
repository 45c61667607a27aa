// Ten deaths in every run of the tests; two hundred of them are in test/long.
import { test } from 'node:test';
import { killAgainAndAgain } from './rounds.ts';

test('server and database are killed together ten times under load: nothing that was answered is lost or doubled', async () => {
  await killAgainAndAgain(10);
});
