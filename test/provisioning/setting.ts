// Fernlane with a real target: the store in one database, the shop's tables in another one of the same cluster, where
// consumers are roles that sign in. The output port orders/latest is bound to them. Nothing runs by itself: a test acts,
// then lets what is due be done, and tries as the role what the role may do. The shop is shared by the tests of a file;
// each is an installation of its own there, with roles of its own.
import { randomUUID } from 'node:crypto';
import { after } from 'node:test';
import type pg from 'pg';
import { makeDue } from '../../src/adapters/db/provisioning/due.ts';
import type { Connector } from '../../src/app/connector.ts';
import { decideRequest } from '../../src/app/decide-request.ts';
import type { Caller } from '../../src/app/ports.ts';
import { provisionDue, usualWork } from '../../src/app/provision-due.ts';
import type { ProvisioningPorts } from '../../src/app/provisioning.ts';
import { requestAccess } from '../../src/app/request-access.ts';
import type { Consumer } from '../../src/core/consumer.ts';
import type { AccessId, PersonId, ResourceId, TeamId } from '../../src/core/ids.ts';
import type { Policy } from '../../src/core/policy.ts';
import type { Principal } from '../../src/core/principal.ts';
import type { Instant } from '../../src/core/time.ts';
import { resourceInto } from '../cast.ts';
import { openShop, type Shop } from '../connectors/postgresql/shop.ts';
import { sharedServer } from '../postgres.ts';
import { openWorld, type World } from '../world.ts';

export const port = 'orders/latest' as ResourceId;
export const target = 'shop';

export const analytics: Consumer = { kind: 'team', id: 'analytics' as TeamId, team: 'analytics' as TeamId };
export const partnerDesk: Consumer = {
  kind: 'team',
  id: 'partner-desk' as TeamId,
  team: 'partner-desk' as TeamId,
};

export interface Setting extends World {
  /** The worker's ports, with the connector that the test wants. */
  readonly work: ProvisioningPorts;
  readonly shop: Shop;
  /** A role at the target that signs in, and which the consumer's document names as its own. */
  roleOf(consumer: Consumer): Promise<string>;
  /** Asks and lets Bob approve. */
  grant(id: string, consumer: Consumer, wish?: { roles?: string[]; until?: Instant }): Promise<AccessId>;
  /** What the follower of the log does, and then all runs that are due. */
  settle(): Promise<number>;
  row(): Promise<ProvisioningRow>;
  report(id: string): Promise<Record<string, unknown> | null>;
  /** Log entries in order: type and data. */
  log(prefix: string): Promise<{ type: string; subject: string; data: Record<string, unknown> }[]>;
}

export interface ProvisioningRow {
  failures: number;
  alarming: boolean;
  last_error: string | null;
  next_run: number;
  intended: number;
  observed: number;
  missing: { principal: string; level: string }[];
  excess: { principal: string; level: string }[];
  drift: { principal: string; sentence: string }[];
}

export async function openSetting(
  options: {
    policy?: Partial<Policy>;
    binding?: Record<string, unknown>;
    connector?: (usual: Connector) => Connector;
  } = {},
): Promise<Setting> {
  const [world, shop] = await Promise.all([openWorld(), sharedShop()]);
  const { pool, clock, ports } = world;
  const number = (settings += 1);
  await pool.query('update organization set installation_id = $1', [randomUUID()]);
  if (options.policy)
    await pool.query('update policy set body = body || $2::jsonb where resource_id = $1', [
      port,
      JSON.stringify(options.policy),
    ]);
  await targetInto(pool, shop);
  await bind(pool, port, { schema: 'shop', ...options.binding });
  const wrap = options.connector ?? ((usual: Connector) => usual);
  const work: ProvisioningPorts = {
    ...world.provisioning,
    connectors: new Map([['postgresql', wrap(shop.connector)]]),
    random: () => 0.5,
    fault: (error, what) => console.error(what, error),
  };

  return {
    ...world,
    work,
    shop,
    async roleOf(consumer) {
      const role = await shop.role(`${consumer.id.replaceAll('-', '_')}_${number}`);
      await nameRole(pool, consumer, role);
      return role;
    },
    async grant(id, consumer, { roles = [], until } = {}) {
      const access = id as AccessId;
      const wish = {
        purpose: 'Weekly report on orders',
        purposeGenerated: false,
        roles,
        from: null,
        until: until ?? null,
        duration: null,
      };
      const birth = { resource: port, consumer, origin: null };
      const acted = await requestAccess(ports)(access, birth, wish, callerAs('organization'));
      if (acted.access.standing === 'None') await decideRequest(ports)(access, allow, callerAs('bob'));
      return access;
    },
    async settle() {
      await makeDue(pool, [{ resource: port }], clock.now());
      return provisionDue(work, usualWork);
    },
    async row() {
      const { rows } = await pool.query<ProvisioningRow>('select * from provisioning where target_id = $1', [
        target,
      ]);
      return rows[0]!;
    },
    async report(id) {
      const { rows } = await pool.query<{ body: Record<string, unknown> }>(
        'select body from provisioning_report where access_id = $1',
        [id],
      );
      return rows[0]?.body ?? null;
    },
    async log(prefix) {
      const { rows } = await pool.query<{ type: string; subject: string; body: string }>(
        'select type, subject, body from log_inbox where starts_with(type, $1) order by seq',
        [prefix],
      );
      return rows.map(({ type, subject, body }) => ({
        type,
        subject,
        data: (JSON.parse(body) as { data: Record<string, unknown> }).data,
      }));
    },
  };
}

let settings = 0;
let opened: Promise<Shop> | undefined;
after(async () => (await opened)?.[Symbol.asyncDispose]());

function sharedShop(): Promise<Shop> {
  return (opened ??= (async () => {
    const { connection } = await sharedServer();
    return openShop({ connection, [Symbol.asyncDispose]: async () => {} });
  })());
}

export const allow = { verdict: 'allow', comment: null, terms: null, seen: null, facts: {} } as const;

/** A person of the cast, or `organization` for the organization's key. */
export function callerAs(who: string): Caller {
  const principal: Principal =
    who === 'organization'
      ? {
          type: 'organization-key',
          id: 'key-organization' as never,
          maker: 'dan' as PersonId,
          readOnly: false,
        }
      : {
          type: 'person',
          id: who as PersonId,
          administrator: who === 'dan',
          auditor: who === 'ivy',
          readOnly: false,
        };
  return { principal, channel: 'rest', repetition: null };
}

export async function bind(
  pool: pg.Pool,
  resource: string,
  binding: object,
  to: string | null = target,
): Promise<void> {
  await pool.query('update resource set target_id = $2, binding = $3 where id = $1', [
    resource,
    to,
    JSON.stringify(binding),
  ]);
}

/** A second output port of checkout, bound to the same tables unless said. */
export async function anotherPort(
  pool: pg.Pool,
  id: string,
  binding: object = { schema: 'shop' },
): Promise<void> {
  await resourceInto(pool, id, 'checkout');
  await bind(pool, id, binding);
}

export async function targetInto(pool: pg.Pool, shop: Shop, id = target): Promise<void> {
  await pool.query(
    `insert into target (id, kind, name, settings) values ($1, 'postgresql', 'The shop', $2)`,
    [id, JSON.stringify(shop.target.settings)],
  );
}

const tables = { team: 'team', 'data-product': 'data_product', application: 'application' } as const;

async function nameRole(pool: pg.Pool, { kind, id }: Consumer, role: string): Promise<void> {
  const custom = JSON.stringify({ databaseRole: role });
  if (kind === 'person') await pool.query('update person set custom = $2 where id = $1', [id, custom]);
  else
    await pool.query(
      `update ${tables[kind]}
       set document = (document::jsonb || jsonb_build_object('custom', $2::jsonb))::json where id = $1`,
      [id, custom],
    );
}
