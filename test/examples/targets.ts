// The fourth chapter: where access becomes real. Dan connects the shop's database, and somebody is found in it whom nobody
// has let in. The database is a real one beside the store's own; its names of this run are told by plain ones.
import type pg from 'pg';
import { makeDue } from '../../src/adapters/db/provisioning/due.ts';
import { provisionDue, usualWork } from '../../src/app/provision-due.ts';
import type { ResourceId } from '../../src/core/ids.ts';
import { openShop } from '../connectors/postgresql/shop.ts';
import { sharedServer } from '../postgres.ts';
import type { World } from '../world.ts';
import type { Telling } from './telling.ts';

const port = 'orders/orders-archive' as ResourceId;

export async function tellOfTargets({ tell, meanwhile, steady, world }: Telling): Promise<void> {
  const { connection } = await sharedServer();
  await using shop = await openShop({ connection, [Symbol.asyncDispose]: async () => {} });
  const { host, database, user } = shop.target.settings as Record<string, string>;
  const partner = await shop.role('partner_desk');
  for (const [value, name] of [
    [host!, 'db.fernlane.example'],
    [database!, 'shop'],
    [user!, 'countersign'],
    [partner, 'partner_desk'],
    [database!.replace('shop', 'checkout'), 'checkout'],
  ] as const)
    steady.alias(value, name);

  const path = { id: 'shop' };
  const settings = { host, database, user };
  await tell('Dan connects the database of the shop.', 'dan', 'PUT /api/targets/{id}', {
    path,
    body: {
      connector: 'postgresql',
      name: 'The shop',
      owner: 'checkout',
      settings,
      secrets: { password: 'correct horse battery staple' },
    },
  });
  await tell('Ivy reads how it is set up; secrets never come out.', 'ivy', 'GET /api/targets/{id}', { path });
  await tell('Ivy lists what Countersign can change.', 'ivy', 'GET /api/targets');
  const old = { path: { id: 'old-shop' } };
  await meanwhile('dan', 'PUT /api/targets/{id}', { ...old, body: { connector: 'postgresql', settings } });
  await tell('Dan forgets a database that is switched off.', 'dan', 'DELETE /api/targets/{id}', old);

  await meanwhile('bob', 'PUT /api/resources/{id}', {
    path: { id: port },
    body: { target: { id: 'shop', binding: { schema: 'shop', tables: ['orders'] } } },
  });
  await tell(
    'Dan asks whether Countersign has the rights it needs there.',
    'dan',
    'GET /api/targets/{id}/check',
    {
      path,
    },
  );
  await world.pool.query('update organization set frozen = true');
  await tell(
    'After a restore Dan has looked and lets targets be changed again.',
    'dan',
    'POST /api/targets/confirm',
  );
  await nameAtTarget(world.pool, 'partner-desk', partner);
  await shop.admin(`grant usage on schema shop to ${partner}; grant select on shop.orders to ${partner}`);
  await tell('Dan has everything there looked at now.', 'dan', 'POST /api/targets/{id}/reconcile', { path });
  await settle(world);
  await tell('Ivy sees who has a way in that nobody agreed to.', 'ivy', 'GET /api/targets/{id}/drift', {
    path,
    query: { limit: 1 },
  });
  await tell('Bob makes an agreement of it.', 'bob', 'POST /api/targets/{id}/adopt', {
    path,
    body: {
      resource: port,
      principal: partner,
      consumer: { teamId: 'partner-desk' },
      purpose: 'Resellers ask for orders of past years',
      until: '2026-12-31T23:00:00Z',
    },
  });
}

async function nameAtTarget(pool: pg.Pool, team: string, role: string): Promise<void> {
  await pool.query(
    `update team set document = (document::jsonb || jsonb_build_object('custom', $2::jsonb))::json where id = $1`,
    [team, JSON.stringify({ databaseRole: role })],
  );
}

/** What the follower of the log does, and then every run that is due. */
async function settle({ pool, provisioning, clock }: World): Promise<void> {
  await makeDue(pool, [{ resource: port }], clock.now());
  await provisionDue({ ...provisioning, random: () => 0.5 }, usualWork);
}
