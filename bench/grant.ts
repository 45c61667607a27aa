// grant: how long it takes from the answer to an approval until the consumer's role may read at the target, a real
// database. Twenty approvals a second over eight output ports of one target, while others decide as well. The end is the
// instant that PostgreSQL notes for the commit of the membership; what the roles may really do is tried afterwards.
import { setTimeout as delay } from 'node:timers/promises';
import { resourceInto } from '../test/cast.ts';
import { openShop, type Shop } from '../test/connectors/postgresql/shop.ts';
import { atMost, percentile, type Figure } from './figure.ts';
import { allows, asks, pace, rush, type Calls } from './load.ts';
import { openSetting, type Setting } from './setting.ts';

const consumers = 400;
const ports = 8;
const approvalsPerSecond = 20;
const othersPerSecond = 50;
const others = (consumers / approvalsPerSecond) * othersPerSecond;

export async function grant(): Promise<Figure> {
  await using setting = await openSetting({ track_commit_timestamp: 'on' });
  await using shop = await openShop(setting.cluster);
  await bindPorts(setting, shop);
  const roles = await nameConsumers(setting, shop);
  await using server = await setting.startServer();
  await rush(server, asks(others));
  await rush(server, consumersAsk);
  const answered: number[] = [];
  await Promise.all([
    pace(server, consumersAllowed, approvalsPerSecond, (nth, at) => (answered[nth] = at)),
    pace(server, allows(others), othersPerSecond),
  ]);
  const effective = await membershipsOf(shop, roles);
  for (const role of [roles[0]!, roles.at(-1)!])
    if (!(await shop.can(role, 'read'))) throw new Error(`${role} may not read`);
  const took = roles.map((role, nth) => effective.get(role)! - answered[nth]!);
  return atMost(1, {
    id: 'grant',
    value: percentile(took, 0.99),
    unit: 'ms p99',
    against: { what: 'a fixed bound', value: 250 },
    notes: { p50: percentile(took, 0.5), max: Math.max(...took) },
  });
}

const consumersAsk: Calls = {
  as: 'organization',
  method: 'PUT',
  count: consumers,
  path: (nth) => `/api/access/grant-${nth}`,
  body: (nth) => ({
    info: { purpose: 'measuring' },
    provider: { dataProductId: 'orders', outputPortId: `port-${nth % ports}` },
    consumer: { teamId: `team-${nth}` },
  }),
};

const consumersAllowed: Calls = {
  ...allows(consumers),
  path: (nth) => `/api/access/grant-${nth}/approve`,
};

async function bindPorts({ pool }: Setting, shop: Shop): Promise<void> {
  await pool.query(
    `insert into target (id, kind, name, settings) values ('shop', 'postgresql', 'The shop', $1)`,
    [JSON.stringify(shop.target.settings)],
  );
  for (let nth = 0; nth < ports; nth++) {
    const id = `orders/port-${nth}`;
    await resourceInto(pool, id, 'checkout');
    await pool.query(`update resource set target_id = 'shop', binding = '{"schema": "shop"}' where id = $1`, [
      id,
    ]);
  }
}

/** Every consumer is a team with a role of its own at the target. */
async function nameConsumers({ pool }: Setting, shop: Shop): Promise<string[]> {
  const roles: string[] = [];
  for (let nth = 0; nth < consumers; nth++) {
    const [id, role] = [`team-${nth}`, await shop.role(`team_${nth}`)];
    const document = { id, name: id, type: 'Team', custom: { databaseRole: role } };
    await pool.query('insert into team (id, name, document) values ($1, $1, $2)', [
      id,
      JSON.stringify(document),
    ]);
    roles.push(role);
  }
  return roles;
}

/** Waits until every role is a member of a group of ours. @returns by role the instant of the commit. */
async function membershipsOf(shop: Shop, roles: readonly string[]): Promise<Map<string, number>> {
  for (let patience = 100; patience > 0; patience--) {
    const rows = await shop.admin<{ role: string; at: Date }>(membersText, [roles]);
    if (rows.length === roles.length) return new Map(rows.map(({ role, at }) => [role, at.getTime()]));
    await delay(100);
  }
  throw new Error('not every approval became a grant at the target');
}

const membersText = `
select r.rolname as role, pg_xact_commit_timestamp(m.xmin) as at
from pg_auth_members m join pg_roles r on r.oid = m.member join pg_roles g on g.oid = m.roleid
where r.rolname = any($1) and starts_with(g.rolname, 'countersign')`;
