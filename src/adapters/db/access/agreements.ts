// Agreements as people look for them (app/agreements.ts), each list by the index that is in its order. Where a list is of
// several sides or several resources, each of them is read no further than a page, whatever lies behind.
import type pg from 'pg';
import type {
  AgreementPage,
  AgreementReads,
  ConsumerChoice,
  Held,
  Refusal,
  Show,
  SpokenFor,
  Whose,
} from '../../../app/agreements.ts';
import type { AccessId, TeamId } from '../../../core/ids.ts';
import { endOfTime } from '../../../core/time.ts';
import { queryOf } from '../catalog/search.ts';

export function agreementReads(pool: Pick<pg.Pool, 'query'>): AgreementReads {
  return {
    page: (whose, show, after, limit) => page(pool, whose, show, after, limit),
    teamsOf: async (person, limit) => {
      const { rows } = await pool.query<SpokenFor>(teamsText, [person, limit]);
      return rows;
    },
    nameOfTeam: async (team) => {
      const { rows } = await pool.query<{ name: string }>('select name from team where id = $1', [team]);
      return rows[0]?.name ?? null;
    },
    hasApplication: async (id) => {
      const { rows } = await pool.query('select from application where id = $1 and deleted_at is null', [id]);
      return rows.length > 0;
    },
    resource: async (id) => {
      const { rows } = await pool.query<{ owner: TeamId; name: string }>(
        'select owner_team as owner, name from resource where id = $1 and deleted_at is null',
        [id],
      );
      return rows[0] ?? null;
    },
    ownedConsumers: async (teams, words, after, limit) => {
      const { rows } = await pool.query<ConsumerChoice & { position: number }>(ownedText, [
        teams,
        queryOf(words),
        after,
        limit + 1,
      ]);
      const items = rows.slice(0, limit);
      return {
        items: items.map(({ position: _, ...choice }) => choice),
        next: rows.length > limit ? items.at(-1)!.position : null,
      };
    },
    at: async (resource, sides, limit) => {
      const { rows } = await pool.query<{ id: AccessId }>(atText, [resource, sides, limit]);
      return rows.map(({ id }) => id);
    },
    refusals: async (resource, sides) => {
      const { rows } = await pool.query<Refusal>(refusalsText, [resource, sides]);
      return rows;
    },
    held: async ({ access, resource, owner }, sides, limit) => {
      const { rows } = await pool.query<HeldRow>(heldText, [access, resource, owner, sides, limit]);
      return rows.map(heldFrom);
    },
  };
}

/** The side of an access as its indexes have it: the expression is the one of core/consumer.ts#sideOf. */
const side = `(case consumer_kind when 'person' then 'person:' || consumer_id else 'team:' || consumer_team end)`;
const runs = `standing in ('Granted', 'Suspended')`;
const waits = 'waiting_since is not null';

/** $1 person, $2 limit. The first part stops at the teams that name them; a role of owner or approver reaches down. */
const teamsText = `
with recursive mine(team, leads) as (
  select team_id, lower(btrim(role)) in ('owner', 'approver') from membership where person_id = $1
  union
  select t.id, true from team t join mine m on t.parent = m.team where m.leads
)
select id as team, name from (select distinct team from mine) m join team t on t.id = m.team
where deleted_at is null order by name, id limit $2
`;

/** Where applications begin in the one row of positions that products and applications make for a page. */
const beyondProducts = 2 ** 48;

/** $1 teams, $2 words as a tsquery, $3 position, $4 limit. Of each team neither table is read further than a page. */
const ownedText = `
select * from (
  select 'data-product' as kind, o.id, o.name, o.team, o.position from ${ownedIn('data_product', '$3::bigint')}
  union all
  select 'application', o.id, o.name, o.team, o.position + ${beyondProducts} from ${ownedIn('application', `$3::bigint - ${beyondProducts}`)}
) owned order by position limit $4
`;

function ownedIn(table: 'data_product' | 'application', after: string): string {
  return `unnest($1::text[]) mine(team), lateral (
    select id, name, owner_team as team, position from ${table}
    where owner_team = mine.team and deleted_at is null and ($2::text is null or search @@ $2::tsquery) and position > ${after}
    order by position limit $4
  ) o`;
}

/** $1 resource, $2 sides, $3 limit. What waits is found among all that waits for these sides, which is never much. */
const atText = `
select id from (
  select id, position from access where resource_id = $1 and ${side} = any($2::text[]) and ${runs}
  union
  select id, position from access where ${side} = any($2::text[]) and ${waits} and resource_id = $1
) a order by position desc limit $3
`;

/** $1 resource, $2 sides. */
const refusalsText = `select side, access_id as access, since from refusal where resource_id = $1 and side = any($2::text[]) order by since`;

interface HeldRow {
  access: AccessId;
  resource_id: Held['resource']['id'];
  kind: string;
  name: string;
  is_same: boolean;
}

function heldFrom({ access, resource_id: id, kind, name, is_same: isSame }: HeldRow): Held {
  return { access, resource: { id, kind, name }, isSame };
}

/**
 * $1 access, $2 resource, $3 owner, $4 sides, $5 limit. Of what these sides have elsewhere only a thousand agreements are
 * looked at, those that end first; few have more.
 */
const heldText = `
with near as (
  select id, resource_id, position from access where resource_id = $2 and ${side} = any($4::text[]) and ${runs} and id <> $1
  order by position desc limit $5
),
far as (
  select a.id, a.resource_id, a.position from unnest($4::text[]) mine(side), lateral (
    select id, resource_id, position from access where ${side} = mine.side and ${runs}
    order by coalesce(ends_at, 'infinity'), position limit 1000
  ) a where a.resource_id <> $2
)
(select n.id as access, r.id as resource_id, r.kind, r.name, true as is_same
   from near n join resource r on r.id = n.resource_id order by n.position desc)
union all
(select f.id, r.id, r.kind, r.name, false from far f join resource r on r.id = f.resource_id
 where r.owner_team = $3 order by f.position desc limit $5)
`;

interface PlaceRow {
  id: AccessId;
  resource: number;
  key: number | null;
  position: number;
}

async function page(
  pool: Pick<pg.Pool, 'query'>,
  whose: Whose,
  show: Show,
  after: string | null,
  limit: number,
): Promise<AgreementPage> {
  const { resource, key, position } = placeFrom(after, show);
  const tail = [key, position, limit + 1];
  const { rows } =
    'sides' in whose
      ? await pool.query<PlaceRow>(sidesText(show), [whose.sides, ...tail])
      : 'application' in whose
        ? await pool.query<PlaceRow>(applicationText(show), [whose.application, ...tail])
        : 'resource' in whose
          ? await pool.query<PlaceRow>(resourceText(show), [whose.resource, ...tail])
          : await pool.query<PlaceRow>(ownerText(show), [whose.owner, ...tail, resource]);
  const shown = rows.slice(0, limit);
  return {
    ids: shown.map(({ id }) => id),
    next: rows.length > limit ? placeOf(shown.at(-1)!) : null,
  };
}

/** Each kind of list has its order: an instant and the position, or the position alone, backwards. */
const orders: Record<Show, { only: string; key: string; beyond: string; order: (of: string) => string }> = {
  live: {
    only: runs,
    key: `nullif(coalesce(ends_at, 'infinity'), 'infinity')`,
    beyond: `(coalesce(ends_at, 'infinity'), position) > ($2::timestamptz, $3::bigint)`,
    order: (of) => `coalesce(${of}ends_at, 'infinity'), ${of}position`,
  },
  waiting: {
    only: waits,
    key: 'waiting_since',
    beyond: `(waiting_since, position) > ($2::timestamptz, $3::bigint)`,
    order: (of) => `${of}waiting_since, ${of}position`,
  },
  all: {
    only: 'deleted_at is null',
    key: 'null::timestamptz',
    // The instant says nothing here and is only named, since all texts take the same values.
    beyond: `$2::timestamptz is not null and position < $3::bigint`,
    order: (of) => `${of}position desc`,
  },
};

const columns = (show: Show) =>
  `id, ends_at, waiting_since, position, ${orders[show].key} as key, 0::bigint as resource`;

/** $1 sides, $2 instant, $3 position, $4 limit. */
function sidesText(show: Show): string {
  const { only, beyond, order } = orders[show];
  const lateral = (where: string) =>
    `lateral (select ${columns(show)} from access where ${where} and ${only} and ${beyond} order by ${order('')} limit $4) a`;
  const own =
    show === 'all'
      ? newestOfSides(lateral)
      : `unnest($1::text[]) mine(side), ${lateral(`${side} = mine.side`)}`;
  return `select a.id, a.resource, a.key, a.position from ${own} order by ${order('a.')} limit $4`;
}

/** The indexes by consumer are in the order of positions; the side is taken apart for them. */
function newestOfSides(lateral: (where: string) => string): string {
  const sides = (kind: string) =>
    `(select substr(side, ${kind.length + 2}) as id from unnest($1::text[]) s(side) where side like '${kind}:%') mine`;
  return `(
    select a.* from ${sides('team')}, ${lateral('consumer_team = mine.id')}
    union all
    select a.* from ${sides('person')}, ${lateral(`consumer_kind = 'person' and consumer_id = mine.id`)}
  ) a`;
}

/**
 * $1 application, and as above. What runs or waits is found among that of its team, by the indexes that hold nothing
 * else; what there ever was, by its own, in the order of positions.
 */
function applicationText(show: Show): string {
  const { only, beyond, order } = orders[show];
  const owner = '(select owner_team from application where id = $1)';
  const near = {
    live: `consumer_team = ${owner} and`,
    waiting: `${side} = 'team:' || ${owner} and`,
    all: '',
  }[show];
  return `select ${columns(show)} from access where ${near} consumer_kind = 'application' and consumer_id = $1 and ${only} and ${beyond}
    order by ${order('')} limit $4`;
}

/** $1 resource, and as above. */
function resourceText(show: Show): string {
  const { only, beyond, order } = orders[show];
  return `select ${columns(show)} from access where resource_id = $1 and ${only} and ${beyond} order by ${order('')} limit $4`;
}

/** $1 owner team, and as above; $5 the resource where the page before ended. */
function ownerText(show: Show): string {
  const { only, beyond, order } = orders[show];
  return `
select a.id, r.position as resource, a.key, a.position from resource r, lateral (
  select ${columns(show)} from access
  where resource_id = r.id and ${only} and (r.position > $5::bigint or (${beyond}))
  order by ${order('')} limit $4
) a
where r.owner_team = $1 and r.position >= $5::bigint
order by r.position, ${order('a.')} limit $4`;
}

function placeOf({ resource, key, position }: PlaceRow): string {
  return [resource, key ?? 'end', position].join('.');
}

interface AfterPlace {
  readonly resource: number;
  readonly key: string;
  readonly position: number;
}

/** What cannot be read is the beginning. */
function placeFrom(after: string | null, show: Show): AfterPlace {
  const [, resource, key, position] = /^(\d{1,15})\.(\d{1,15}|end)\.(\d{1,15})$/.exec(after ?? '') ?? [];
  const isInTime = key === 'end' || Number(key) <= endOfTime;
  if (resource === undefined || key === undefined || position === undefined || !isInTime)
    return { resource: 0, key: '-infinity', position: show === 'all' ? Number.MAX_SAFE_INTEGER : 0 };
  return {
    resource: Number(resource),
    key: key === 'end' ? 'infinity' : new Date(Number(key)).toISOString(),
    position: Number(position),
  };
}
