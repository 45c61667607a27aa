// Rounds of work, death and resurrection: people ask, decide, suspend, resume and revoke until server and database are
// killed together at a random moment; the next start has to have everything that was answered. Every fifth death comes
// during a start. The moments are random and not repeatable; what is checked holds at every one of them.
import { setTimeout as delay } from 'node:timers/promises';
import { castInto, resourceInto } from '../cast.ts';
import { openShop } from '../connectors/postgresql/shop.ts';
import { openHouse, type House } from './house.ts';
import { liveUntilDead, resources, teams, type Life } from './lives.ts';
import {
  endsOnce,
  logVerifies,
  nothingLostOrDoubled,
  openReader,
  repetitionsDoNothingTwice,
  stateAgreesWithLog,
  targetIsInLine,
} from './truth.ts';

const atOnce = 8;

export async function killAgainAndAgain(rounds: number): Promise<void> {
  await using house = await openHouse();
  const { shop, roleOf } = await furnish(house);
  const reader = openReader();
  for (let round = 1; round <= rounds; round++) {
    const lives = await workAndDie(house, round);
    if (round % 5 === 0) await house.startAndKill(Math.random() * 1200);
    await house.start();
    await nothingLostOrDoubled(house, lives);
    await repetitionsDoNothingTwice(house, lives);
    await reader.readOn(house);
    if (round % 10 > 0 && round < rounds) continue;
    await endsOnce(house, lives);
    await targetIsInLine(house, shop, roleOf);
    await logVerifies(house);
    await stateAgreesWithLog(house);
    await reader.missedNothing(house);
  }
}

async function workAndDie(house: House, round: number): Promise<Life[]> {
  const lives = liveUntilDead(house.url(), `round-${round}`, atOnce);
  lives.catch(() => {}); // Looked at below, when everybody is dead.
  await delay(50 + Math.random() * 600);
  await house.kill();
  return lives;
}

/** The cast, three output ports, the shop as a target, and teams as guests with a role of their own there. */
export async function furnish(house: House): Promise<{ shop: string; roleOf: (team: string) => string }> {
  const pool = house.pool();
  await castInto(pool);
  await resourceInto(pool, resources.bound, 'checkout');
  await resourceInto(pool, resources.guarded, 'checkout', { strategy: 'FourEyes' });
  // Nobody disposes of the shop: it goes with the folder.
  const shop = await openShop({
    connection: (...args) => house.connection(...args),
    [Symbol.asyncDispose]: async () => {},
  });
  const roles = new Map<string, string>();
  for (const team of teams) {
    const role = await shop.role(team.replace('-', '_'));
    roles.set(team, role);
    await pool.query('insert into team (id, name, document) values ($1, $1, $2)', [
      team,
      JSON.stringify({ id: team, name: team, custom: { databaseRole: role } }),
    ]);
  }
  await pool.query(
    `insert into target (id, kind, name, settings) values ('shop', 'postgresql', 'The shop', $1)`,
    [JSON.stringify(shop.target.settings)],
  );
  await pool.query(`update resource set target_id = 'shop', binding = '{"schema": "shop"}' where id = $1`, [
    resources.bound,
  ]);
  return { shop: shop.database, roleOf: (team) => roles.get(team)! };
}
