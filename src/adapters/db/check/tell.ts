// Tells the index of the check what there is: everything at the beginning, in one snapshot, and afterwards what the log
// says has changed. Agreements stand in the log as whole states; everything else is read again, because what it is now
// is as good as what it was then, and the entry after it will be read as well.
import type pg from 'pg';
import type { CheckMemory, KeyFacts, RateLimits, ResourceFacts } from '../../../app/check.ts';
import type { AboutAccess, Entry, Place } from '../../../app/log.ts';
import type { ConsumerKind } from '../../../core/consumer.ts';
import type { GrantShown, Snapshot as Snapshotted } from '../../../core/fact.ts';
import type { PersonId, TeamId } from '../../../core/ids.ts';
import type { ResourceKind } from '../../../core/resource.ts';
import type { Instant } from '../../../core/time.ts';
import { timestamp } from '../pool.ts';

type Connection = Pick<pg.ClientBase, 'query'>;

/** Where the log goes on after a snapshot. */
export interface Snapshot {
  readonly place: Place;
  /**
   * Agreements of which the snapshot knows more than the log up to that place, because entries about them wait to be
   * sealed: what the log says of them is passed over until it has reached this version.
   */
  readonly ahead: ReadonlyMap<string, number>;
}

/** Fills the index anew from one snapshot. */
export async function tellAll(pool: pg.Pool, memory: CheckMemory, now: Instant): Promise<Snapshot> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<Place>(
      `select position, encode(hash, 'hex') as hash from log_head where one`,
      [],
    );
    const ahead = await readAhead(client);
    memory.clear();
    await tellResources(client, memory, null);
    for (const kind of ['team', 'data-product', 'application'] as const)
      await tellConsumers(client, memory, kind, null);
    await tellPeople(client, memory, null);
    await tellMembers(client, memory, null);
    await tellKeys(client, memory, null);
    await tellAccesses(client, memory, now);
    await client.query('commit');
    client.release();
    return { place: rows[0]!, ahead };
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function readAhead(client: Connection): Promise<Map<string, number>> {
  const { rows } = await client.query<{ id: string; version: number }>(
    'select distinct a.id, a.version from log_inbox i join access a on a.id = i.subject',
    [],
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** Tells what a batch of entries says, in their order. */
export async function tellEntries(
  pool: pg.Pool,
  memory: CheckMemory,
  entries: readonly Entry[],
  ahead: Snapshot['ahead'],
): Promise<void> {
  const again = new Again();
  for (const entry of entries) {
    if (!entry.access) again.note(entry);
    else if (entry.access.version >= (ahead.get(entry.subject) ?? 0))
      tellAccess(memory, entry, entry.access, again);
  }
  await again.tell(pool, memory);
}

function tellAccess(
  memory: CheckMemory,
  { subject, after }: Entry,
  { version, resource, consumer }: AboutAccess,
  again: Again,
): void {
  const shown = after as Snapshotted | null;
  const gives = shown?.standing === 'Granted' && !shown.deleted;
  memory.access(subject, version, resource, consumer, gives ? shown.grants : []);
  if (gives && !memory.knows(consumer.kind, consumer.id)) again.add(consumer.kind, consumer.id);
}

/** What has to be read again after a batch of entries. */
class Again {
  readonly #ids = new Map<string, Set<string>>();

  add(noun: string, id: string): void {
    const ids = this.#ids.get(noun) ?? new Set();
    this.#ids.set(noun, ids.add(id));
  }

  note({ type, subject, data }: Entry): void {
    const noun = type.slice(0, type.indexOf('.'));
    const known = nouns[noun];
    if (known === undefined) return;
    this.add(known, subject);
    if (known === 'team') this.add('members', subject);
    const teams = data?.['teams'];
    if (noun === 'person' && Array.isArray(teams))
      for (const team of teams) this.add('members', String(team));
  }

  async tell(pool: pg.Pool, memory: CheckMemory): Promise<void> {
    for (const [noun, ids] of this.#ids) await this.#tell[noun]!(pool, memory, [...ids]);
  }

  readonly #tell: Record<string, (client: Connection, memory: CheckMemory, ids: string[]) => Promise<void>> =
    {
      resource: tellResources,
      team: (client, memory, ids) => tellConsumers(client, memory, 'team', ids),
      'data-product': (client, memory, ids) => tellConsumers(client, memory, 'data-product', ids),
      application: (client, memory, ids) => tellConsumers(client, memory, 'application', ids),
      person: tellPeople,
      members: tellMembers,
      key: tellKeys,
      rover: tellExposures,
    };
}

/** Whose entries tell of what. */
const nouns: Readonly<Record<string, string>> = {
  resource: 'resource',
  outputport: 'resource',
  team: 'team',
  dataproduct: 'data-product',
  application: 'application',
  person: 'person',
  key: 'key',
  rover: 'rover',
};

async function tellResources(
  client: Connection,
  memory: CheckMemory,
  ids: readonly string[] | null,
): Promise<void> {
  const { rows } = await client.query<ResourceRow>(...of(resourceText, 'id', ids));
  const there = new Map(rows.map((row) => [row.id, row]));
  for (const id of ids ?? there.keys()) {
    const row = there.get(id);
    memory.resource(id, row ? resourceFrom(row) : null);
  }
}

interface ResourceRow {
  id: string;
  kind: ResourceKind;
  owner_team: string;
  offers: string[];
  visibility: string | null;
  name: string;
  rate_limits: RateLimits | null;
}

/** What an exposure says about rates stands in the file as it was sent. */
const resourceText = `
select id, kind, owner_team, offers, visibility, name, (
  select (part -> 'rateLimit')::jsonb from rover_exposure e join rover f on f.id = e.rover_id,
    json_array_elements(f.document -> 'spec' -> 'exposures') part
  where e.resource_id = resource.id and part ->> 'basePath' = e.key limit 1) as rate_limits
from resource where deleted_at is null`;

function resourceFrom(row: ResourceRow): ResourceFacts {
  const { kind, offers, visibility, name, owner_team: owner, rate_limits: rateLimits } = row;
  const path = kind === 'api' && name.startsWith('/') ? name.replace(/(?<=.)\/+$/, '') : null;
  return { kind, owner, offers, visibility, path, rateLimits };
}

/** A file may have changed what is said about rates, which the resource itself knows nothing of. */
async function tellExposures(client: Connection, memory: CheckMemory, ids: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    'select resource_id as id from rover_exposure where rover_id = any($1) and resource_id is not null',
    [ids],
  );
  await tellResources(
    client,
    memory,
    rows.map(({ id }) => id),
  );
}

async function tellConsumers(
  client: Connection,
  memory: CheckMemory,
  kind: Exclude<ConsumerKind, 'person'>,
  ids: readonly string[] | null,
): Promise<void> {
  const table = { team: 'team', 'data-product': 'data_product', application: 'application' }[kind];
  const { rows } = await client.query<{ id: string }>(
    ...of(`select id from ${table} where deleted_at is null`, 'id', ids),
  );
  const there = new Set(rows.map(({ id }) => id));
  for (const id of ids ?? there) memory.consumer(kind, id, there.has(id));
}

/** Whoever has left is not there. */
async function tellPeople(
  client: Connection,
  memory: CheckMemory,
  ids: readonly string[] | null,
): Promise<void> {
  const { rows } = await client.query<{ id: string; email: string }>(...of(personText, 'id', ids));
  const there = new Map(rows.map((row) => [row.id, row]));
  for (const id of ids ?? there.keys()) memory.person(id, there.get(id) ?? null);
}

const personText = `select id, email from person where disabled_at is null and erased_at is null`;

async function tellMembers(
  client: Connection,
  memory: CheckMemory,
  ids: readonly string[] | null,
): Promise<void> {
  const { rows } = await client.query<{ team: string; person: string }>(
    ...of('select team_id as team, person_id as person from membership where true', 'team_id', ids),
  );
  const members = Map.groupBy(rows, ({ team }) => team);
  for (const team of ids ?? members.keys())
    memory.members(
      team,
      (members.get(team) ?? []).map(({ person }) => person),
    );
}

async function tellKeys(
  client: Connection,
  memory: CheckMemory,
  ids: readonly string[] | null,
): Promise<void> {
  const { rows } = await client.query<KeyRow>(...of(keyText, 'id', ids));
  const there = new Map(rows.map((row) => [row.id, row]));
  for (const id of ids ?? there.keys()) {
    const row = there.get(id);
    memory.key(id, row ? keyFrom(row) : null);
  }
}

interface KeyRow {
  id: string;
  digest: string;
  scope: KeyFacts['scope'];
  team_id: TeamId | null;
  person_id: PersonId | null;
  expires_at: Instant | null;
}

const keyText = `select id, encode(token_hash, 'hex') as digest, scope, team_id, person_id, expires_at from api_key where revoked_at is null and scope <> 'rover'`;

function keyFrom(row: KeyRow): KeyFacts {
  const { digest, scope, team_id: team, person_id: person, expires_at: expiresAt } = row;
  return { digest, scope, team, person, expiresAt };
}

/** All, or only those: two texts, so that each has the plan that serves it. */
function of(text: string, column: string, ids: readonly string[] | null): [string, unknown[]] {
  return ids === null ? [text, []] : [`${text} and ${column} = any($1)`, [ids]];
}

const chunk = 20_000;

/**
 * A million rows are not held at once: they come in chunks, as plain lists of texts and numbers, and the event loop goes
 * on in between. Grants of one access come together.
 */
async function tellAccesses(client: pg.PoolClient, memory: CheckMemory, now: Instant): Promise<void> {
  await client.query(`set local work_mem = '64MB'`);
  await client.query(`declare granted no scroll cursor for ${grantedText(now)}`);
  const roleSets = new Map<string, readonly string[]>();
  const rolesFrom = (text: string): readonly string[] => {
    const known = roleSets.get(text) ?? (JSON.parse(text) as string[]);
    roleSets.set(text, known);
    return known;
  };
  let same: GrantedRow | null = null;
  let grants: Pick<GrantShown, 'from' | 'until' | 'roles'>[] = [];
  const tellSame = () => {
    if (same) memory.access(same[0], same[1], same[2], { kind: same[3], id: same[4] }, grants);
  };
  for (;;) {
    const { rows } = await client.query<GrantedRow>({
      text: `fetch ${chunk} from granted`,
      rowMode: 'array',
    });
    for (const row of rows) {
      if (same?.[0] !== row[0]) {
        tellSame();
        [same, grants] = [row, []];
      }
      grants.push({ from: row[5], until: row[6], roles: rolesFrom(row[7]) });
    }
    if (rows.length < chunk) break;
  }
  tellSame();
}

type GrantedRow = [
  id: string,
  version: number,
  resource: string,
  kind: ConsumerKind,
  consumer: string,
  from: Instant,
  until: Instant | null,
  roles: string,
];

const grantedText = (now: Instant): string => `
select a.id, a.version, a.resource_id, a.consumer_kind, a.consumer_id,
  (extract(epoch from g.from_at) * 1000)::float8, (extract(epoch from g.until_at) * 1000)::float8, array_to_json(g.roles)::text
from access a join access_grant g on g.access_id = a.id
where a.standing = 'Granted' and a.deleted_at is null and (g.until_at is null or g.until_at > '${timestamp(now)}' and g.until_at > g.from_at)
order by a.id`;
