// The same deaths as in test/crash, twenty times as many.
import { test } from 'node:test';
import { killAgainAndAgain } from '../crash/rounds.ts';

test('server and database are killed together two hundred times under load: nothing that was answered is lost or doubled', async () => {
  await killAgainAndAgain(200);
});
