// Rover files, their parts, and the accesses that follow from them, in one transaction with the log. What is done to
// accesses is saved at the very end, after all else: their entries come into the log's inbox under their locks, as those
// of every other act do.
import { CompiledQuery, sql, type Kysely } from 'kysely';
import type pg from 'pg';
import type { Caller, Saving } from '../../../app/ports.ts';
import type {
  ExposureRow,
  RoverRow,
  RoverStore,
  RoverTx,
  SubscriptionPlace,
  SubscriptionRow,
} from '../../../app/rover.ts';
import type { AccessId, ResourceId, TeamId } from '../../../core/ids.ts';
import type { Principal } from '../../../core/principal.ts';
import type { Blocked, Space } from '../../../core/rover.ts';
import type { Instant } from '../../../core/time.ts';
import { loadAccess, loadAccesses } from '../access/load.ts';
import { rowsOf } from '../access/rows.ts';
import { saveRows } from '../access/save.ts';
import { catalogTx } from '../catalog/store.ts';
import { settingsOf } from '../catalog/organization.ts';
import { emptyPage, pageFrom, startOf } from '../catalog/pages.ts';
import { write, type Database, type Noted, type Tx } from '../database.ts';
import { timestamp } from '../pool.ts';
import type { Tables } from '../schema.ts';
import { specificationRows } from './specifications.ts';

export function roverStore(database: Database): RoverStore {
  const { db } = database;
  return {
    change: (caller, now, work) => {
      let savings: Saving[] = [];
      return write(
        database,
        caller,
        now,
        (tx, note) => {
          savings = [];
          return work(roverTx(tx, note, savings));
        },
        (tx) => saveAll(tx, savings),
      );
    },
    rehearse: (caller, now, work) => rehearse(database, caller, now, work),
    due: async (now, limit) => {
      const rows = await db
        .selectFrom('rover_subscription')
        .select(['rover_id', 'space', 'label'])
        .where('due', '<=', timestamp(now) as never)
        .orderBy('due')
        .limit(limit)
        .execute();
      return rows.map(({ rover_id, space, label }) => ({ rover: rover_id, space: space as Space, label }));
    },
    one: async (id) => {
      const rover = await roverAt(db, id);
      if (!rover) return null;
      const exposures = await exposuresOf(db, id);
      const others = await exposuresNamed(
        db,
        exposures.filter(({ resource }) => resource === null),
      );
      const subscriptions = await subscriptionsOf(db, id);
      return { rover, exposures, subscriptions, others: others.filter((one) => one.rover !== id) };
    },
    settings: () => settingsOf(db),
    page: async (teams, paging) => {
      const base = () =>
        teams.length === 0
          ? db.selectFrom('rover').selectAll()
          : db
              .selectFrom('rover')
              .selectAll()
              .where('team', 'in', [...teams]);
      const start = await startOf(paging, async (offset) => {
        const row = await base().orderBy('position').offset(offset).limit(1).executeTakeFirst();
        return row?.position;
      });
      if (start === undefined) return emptyPage;
      const rows = await base()
        .where('position', '>', start ?? 0)
        .orderBy('position')
        .limit(paging.limit + 1)
        .execute();
      return pageFrom(rows, paging, roverFrom);
    },
  };
}

/** Taken back at the end, whatever happened. */
class TakenBack<T> extends Error {
  readonly result: T;

  constructor(result: T) {
    super('a rehearsal');
    this.result = result;
  }
}

async function rehearse<T>(
  database: Database,
  caller: Caller,
  now: Instant,
  work: (tx: RoverTx) => Promise<T>,
): Promise<T> {
  try {
    await write(database, { ...caller, repetition: null }, now, async (tx, note) => {
      throw new TakenBack(await work(roverTx(tx, note, [])));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.result as T;
    throw error;
  }
  throw new Error('A rehearsal was saved.');
}

async function saveAll(tx: Tx, savings: readonly Saving[]): Promise<void> {
  if (savings.length === 0) return;
  const inOrder = savings.toSorted((one, other) =>
    one.outcome.access.id < other.outcome.access.id ? -1 : 1,
  );
  const saved = await saveRows(connectionOf(tx), inOrder.map(rowsOf));
  // Somebody was faster with one of them: all of it is done again on the new state.
  if (saved.size < savings.length) throw Object.assign(new Error('an access has changed'), { code: '40001' });
}

/** The transaction, as statements that are written out see it. */
function connectionOf(tx: Tx): Pick<pg.Pool, 'query'> {
  const query = async (text: string, values: unknown[]) => tx.executeQuery(CompiledQuery.raw(text, values));
  return { query: query as unknown as pg.Pool['query'] };
}

function roverTx(tx: Tx, note: (entry: Noted) => void, savings: Saving[]): RoverTx {
  const connection = connectionOf(tx);
  const load = loadAccess(connection);
  const loadMany = loadAccesses(connection);
  return {
    catalog: catalogTx(tx, note),
    rovers: {
      lock: async (id) => {
        const row = await tx
          .selectFrom('rover')
          .selectAll()
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst();
        return row ? roverFrom(row) : null;
      },
      read: (id) => roverAt(tx, id),
      save: async ({ id, team, name, zone, document, appliedBy, appliedAt }) => {
        const columns = {
          zone,
          document: JSON.stringify(document),
          applied_by: JSON.stringify(appliedBy),
          applied_at: timestamp(appliedAt),
        };
        await tx
          .insertInto('rover')
          .values({ id, team, name, ...columns })
          .onConflict((conflict) =>
            conflict.column('id').doUpdateSet((eb) => ({ ...columns, version: eb('rover.version', '+', 1) })),
          )
          .execute();
      },
      remove: async (id) => {
        await tx.deleteFrom('rover').where('id', '=', id).execute();
      },
      teamCategory: async (team) => {
        const row = await tx.selectFrom('team').select('document').where('id', '=', team).executeTakeFirst();
        const document = row && (JSON.parse(row.document) as { custom?: { category?: unknown } });
        const category = document?.custom?.category;
        return typeof category === 'string' ? category : null;
      },
      holdNames: async (names) => {
        const words = [...new Set(names.map(({ space, label }) => `${space} ${label}`))].sort();
        await sql`
          select pg_advisory_xact_lock(hashtextextended(word, 4711))
          from (select word from unnest(${words}::text[]) with ordinality w(word, nth) order by nth) words`.execute(
          tx,
        );
      },
    },
    exposures: {
      of: (rover) => exposuresOf(tx, rover),
      named: (names) => exposuresNamed(tx, names),
      save: async (exposures) => {
        for (const { rover, space, label, body, exposedAt, resource } of exposures) {
          const columns = {
            kind: body.kind,
            key: body.key,
            body: JSON.stringify(body),
            exposed_at: timestamp(exposedAt),
            resource_id: resource,
          };
          await tx
            .insertInto('rover_exposure')
            .values({ rover_id: rover, space, label, ...columns })
            .onConflict((conflict) => conflict.columns(['rover_id', 'space', 'label']).doUpdateSet(columns))
            .execute();
        }
      },
      remove: (places) => removeParts(tx, 'rover_exposure', places),
    },
    subscriptions: {
      of: (rover) => subscriptionsOf(tx, rover),
      lockDue: async ({ rover, space, label }, now) => {
        const row = await tx
          .selectFrom('rover_subscription')
          .selectAll()
          .where('rover_id', '=', rover)
          .where('space', '=', space)
          .where('label', '=', label)
          .where('due', '<=', timestamp(now) as never)
          .forUpdate()
          .skipLocked()
          .executeTakeFirst();
        return row ? subscriptionFrom(row) : null;
      },
      save: async (subscriptions) => {
        for (const { rover, space, label, body, resource, access, asked, blocked } of subscriptions) {
          const columns = {
            kind: body.kind,
            key: body.key,
            body: JSON.stringify(body),
            resource_id: resource,
            access_id: access,
            asked,
            blocked: blocked && JSON.stringify(blocked),
            due: null,
          };
          await tx
            .insertInto('rover_subscription')
            .values({ rover_id: rover, space, label, ...columns })
            .onConflict((conflict) => conflict.columns(['rover_id', 'space', 'label']).doUpdateSet(columns))
            .execute();
        }
      },
      remove: (places) => removeParts(tx, 'rover_subscription', places),
      putOff: async ({ rover, space, label }, until) => {
        await tx
          .updateTable('rover_subscription')
          .set({ due: timestamp(until) })
          .where('rover_id', '=', rover)
          .where('space', '=', space)
          .where('label', '=', label)
          .where('due', 'is not', null)
          .execute();
      },
      makeDue: async (names, now) => {
        if (names.length === 0) return [];
        const { rows } = await sql<{ space: Space; label: string }>`
          update rover_subscription s set due = ${timestamp(now)}
          from ${namesTable(names)} where s.space = n.space and s.label = n.label
          returning s.space, s.label`.execute(tx);
        return rows;
      },
    },
    specifications: specificationRows(tx),
    accesses: {
      load: (id, birth, asker, now) =>
        load(id, { principal: asker, channel: 'rover', repetition: null }, birth, now),
      loadMany,
      between: async (application, resource) => {
        const row = await tx
          .selectFrom('access')
          .select('id')
          .where('consumer_kind', '=', 'application')
          .where('consumer_id', '=', application)
          .where('resource_id', '=', resource)
          .orderBy('position', 'desc')
          .limit(1)
          .executeTakeFirst();
        return (row?.id as AccessId | undefined) ?? null;
      },
      saveLast: (saving) => void savings.push(saving),
    },
  };
}

type Db = Kysely<Tables>;

async function roverAt(db: Db, id: string): Promise<RoverRow | null> {
  const row = await db.selectFrom('rover').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? roverFrom(row) : null;
}

function roverFrom(row: {
  id: string;
  team: string;
  name: string;
  zone: string;
  document: string;
  version: number;
  applied_by: unknown;
  applied_at: number;
}): RoverRow {
  return {
    id: row.id,
    team: row.team as TeamId,
    name: row.name,
    zone: row.zone,
    document: JSON.parse(row.document) as RoverRow['document'],
    version: row.version,
    appliedBy: row.applied_by as Principal,
    appliedAt: row.applied_at,
  };
}

function exposures(db: Db) {
  return db
    .selectFrom('rover_exposure as e')
    .innerJoin('rover as v', 'v.id', 'e.rover_id')
    .select([
      'e.rover_id',
      'e.space',
      'e.label',
      'e.body',
      'e.exposed_at',
      'e.resource_id',
      'v.team',
      'v.zone',
    ])
    .leftJoin('policy as p', 'p.resource_id', 'e.resource_id')
    .select((eb) => eb('p.proposal', 'is not', null).as('proposed'));
}

async function exposuresOf(db: Db, rover: string): Promise<ExposureRow[]> {
  const rows = await exposures(db)
    .where('e.rover_id', '=', rover)
    .orderBy('e.space')
    .orderBy('e.label')
    .execute();
  return rows.map(exposureFrom);
}

async function exposuresNamed(
  db: Db,
  names: readonly { space: Space; label: string }[],
): Promise<ExposureRow[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<ExposureColumns>`
    select distinct e.rover_id, e.space, e.label, e.body, e.exposed_at, e.resource_id, v.team, v.zone, false as proposed
    from ${namesTable(names)} join rover_exposure e on e.space = n.space and e.label = n.label
      join rover v on v.id = e.rover_id`.execute(db);
  return rows.map(exposureFrom);
}

export function namesTable(names: readonly { space: Space; label: string }[]) {
  const spaces = names.map(({ space }) => space);
  const labels = names.map(({ label }) => label);
  return sql`unnest(${spaces}::text[], ${labels}::text[]) n(space, label)`;
}

interface ExposureColumns {
  rover_id: string;
  space: string;
  label: string;
  body: unknown;
  exposed_at: number;
  resource_id: string | null;
  team: string;
  zone: string;
  proposed: unknown;
}

function exposureFrom(row: ExposureColumns): ExposureRow {
  return {
    rover: row.rover_id,
    space: row.space as Space,
    label: row.label,
    team: row.team as TeamId,
    zone: row.zone,
    body: row.body as ExposureRow['body'],
    exposedAt: row.exposed_at,
    resource: row.resource_id as ResourceId | null,
    proposed: row.proposed === true,
  };
}

async function subscriptionsOf(db: Db, rover: string): Promise<SubscriptionRow[]> {
  const rows = await db
    .selectFrom('rover_subscription')
    .selectAll()
    .where('rover_id', '=', rover)
    .orderBy('space')
    .orderBy('label')
    .execute();
  return rows.map(subscriptionFrom);
}

function subscriptionFrom(row: {
  rover_id: string;
  space: string;
  label: string;
  body: unknown;
  resource_id: string | null;
  access_id: string | null;
  asked: string | null;
  blocked: unknown;
}): SubscriptionRow {
  return {
    rover: row.rover_id,
    space: row.space as Space,
    label: row.label,
    body: row.body as SubscriptionRow['body'],
    resource: row.resource_id as ResourceId | null,
    access: row.access_id as AccessId | null,
    asked: row.asked,
    blocked: row.blocked as Blocked | null,
  };
}

async function removeParts(
  tx: Tx,
  table: 'rover_exposure' | 'rover_subscription',
  places: readonly SubscriptionPlace[],
): Promise<void> {
  if (places.length === 0) return;
  await sql`
    delete from ${sql.table(table)} p using ${namesTable(places)}
    where p.rover_id = ${places[0]!.rover} and p.space = n.space and p.label = n.label`.execute(tx);
}
