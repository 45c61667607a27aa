import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { openDatabase, write } from '../../src/adapters/db/database.ts';
import { caller } from '../log/fixture.ts';
import { openWorld } from '../world.ts';

test('of two writes that lock each other out none is lost: the one that PostgreSQL ends is done again', async () => {
  await using world = await openWorld();
  const database = openDatabase(world.pool, () => {});
  const begun = new Set<string>();
  const renamed = (first: string, then: string) =>
    write(database, caller('dan'), world.clock.now(), async (tx, note) => {
      for (const id of [first, then]) {
        await tx
          .updateTable('team')
          .set({ name: `after ${first}` })
          .where('id', '=', id)
          .execute();
        begun.add(first);
        while (begun.size < 2) await setImmediate();
      }
      note({ type: 'team.updated', subject: first });
      return first;
    });
  const done = await Promise.all([renamed('checkout', 'analytics'), renamed('analytics', 'checkout')]);
  assert.deepEqual(done, ['checkout', 'analytics']);
  const { rows } = await world.pool.query(`select count(*)::int from log_inbox where type = 'team.updated'`);
  assert.deepEqual(rows, [{ count: 2 }]);
});

test('somebody leaves while the team that names them is being written, and neither waits for the other in a circle', async () => {
  await using world = await openWorld();
  const writer = await world.pool.connect();
  try {
    await writer.query('begin');
    await writer.query(`select from team where id = 'checkout' for update`);
    const leaving = world
      .as('organization')
      .put('/api/organization/members/carol@fernlane.example', { disabled: true });
    await untilSomebodyWaits(world.pool);
    await writer.query(
      `insert into membership (team_id, person_id, role, position) values ('analytics', 'carol', 'Member', 9)`,
    );
    await writer.query('commit');
    assert.equal((await leaving).status, 200);
  } finally {
    writer.release();
  }
  const { rows } = await world.pool.query(
    `select disabled_at is not null as left from person where id = 'carol'`,
  );
  assert.deepEqual(rows, [{ left: true }]);
});

/** Until a transaction of this database waits for the lock of another one. */
async function untilSomebodyWaits(pool: {
  query(text: string): Promise<{ rows: unknown[] }>;
}): Promise<void> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await pool.query(waiting)).rows.length === 0) await setImmediate();
}
