// Which entries of the log a principal may read beside those who audit: by team, as it stands now. A role of owner or
// approver reaches down the tree, plain membership does not (core/team.ts). Ids of an access, a team and a product may
// be spelled alike, so the answer is the kinds of thing with this id that are theirs.
import type pg from 'pg';
import type { LogVisibility } from '../../../app/log.ts';
import type { Principal } from '../../../core/principal.ts';

export function logVisibility(pool: Pick<pg.Pool, 'query'>): LogVisibility {
  return {
    nounsFor: async (by, subject) => {
      const { rows } = await pool.query<{ noun: string }>(nounsText, [subject, personOf(by), teamOf(by)]);
      return rows.flatMap(({ noun }) => nouns[noun] ?? []);
    },
  };
}

/** Entries are typed by these words; a thing of the left kind is the subject of entries with the right ones. */
const nouns: Record<string, readonly string[]> = {
  access: ['access', 'request', 'provisioning'],
  resource: ['resource', 'outputport', 'policy'],
  product: ['dataproduct'],
  contract: ['datacontract'],
  application: ['application'],
  team: ['team'],
  person: ['person'],
};

function personOf(by: Principal): string | null {
  return by.type === 'person' ? by.id : null;
}

function teamOf(by: Principal): string | null {
  return by.type === 'team-key' ? by.team : null;
}

/** $1 subject, $2 person, $3 team. */
const nounsText = `
with recursive mine(team, leads) as (
  select team_id, lower(btrim(role)) in ('owner', 'approver') from membership where person_id = $2
  union all select $3::text, false where $3 is not null
  union select t.id, true from team t join mine m on t.parent = m.team where m.leads
),
parties(noun, team) as (
  select 'access', consumer_team from access where id = $1
  union all select 'access', r.owner_team from access a join resource r on r.id = a.resource_id where a.id = $1
  union all select 'resource', owner_team from resource where id = $1
  union all select 'product', owner_team from data_product where id = $1
  union all select 'contract', owner_team from data_contract where id = $1
  union all select 'application', owner_team from application where id = $1
  union all select 'team', id from team where id = $1
)
select distinct noun from parties where team in (select team from mine)
union select 'access' from access where id = $1 and consumer_kind = 'person' and consumer_id = $2
union select 'person' where $1 = $2
`;
