// The app and the server agree on when a day ends, wherever the organization is and whatever its clocks do.
import assert from 'node:assert/strict';
import test from 'node:test';
import { endOfDay as serverSays } from '../../src/adapters/days.ts';
import { dayOf, endOfDay } from '../../web/ui/days.ts';

test('a day ends in the app when it ends on the server', () => {
  for (const zone of [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Pacific/Auckland',
    'Pacific/Apia',
  ])
    for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2027, 0, 1); day += 86_400_000) {
      const name = new Date(day).toISOString().slice(0, 10);
      assert.equal(Date.parse(endOfDay(name, zone)), serverSays(name, zone), `${name} in ${zone}`);
      assert.equal(dayOf(serverSays(name, zone)! - 1, zone), name);
    }
});
