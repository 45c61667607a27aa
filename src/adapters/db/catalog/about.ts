// What pages show of data products, data contracts and applications (app/about.ts), each by its key.
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { About, AboutContract, AboutReads } from '../../../app/about.ts';
import type { ContractTerms } from '../../../core/contract-terms.ts';
import type { TeamId } from '../../../core/ids.ts';
import type { Tables } from '../schema.ts';
import { isLiveAt } from './live.ts';
import { rostersOf } from './rosters.ts';

export function aboutReads(db: Kysely<Tables>): AboutReads {
  return {
    product: async (id) => {
      const { rows } = await sql<AboutRow>`
        select ${columns} from data_product d left join team t on t.id = d.owner_team
        where d.id = ${id} and d.deleted_at is null`.execute(db);
      return rows[0] ? aboutFrom(rows[0]) : null;
    },
    contract: async (id) => {
      const { rows } = await sql<ContractRow>`
        select ${columns}, d.contract_version, k.body as terms
        from data_contract d left join team t on t.id = d.owner_team left join contract_terms k on k.hash = d.terms_hash
        where d.id = ${id} and d.deleted_at is null`.execute(db);
      return rows[0] ? contractFrom(rows[0]) : null;
    },
    application: async (id, now) => {
      const { rows } = await sql<AboutRow & { live: number }>`
        select ${columns}, (
          select count(*)::int from access a where ${isLiveAt(now)}
            and a.consumer_team = d.owner_team and a.consumer_id = d.id and a.consumer_kind = 'application'
        ) as live
        from application d left join team t on t.id = d.owner_team
        where d.id = ${id} and d.deleted_at is null`.execute(db);
      if (!rows[0]) return null;
      const about = aboutFrom(rows[0]);
      const rosters = await rostersOf(db, [about.owner.id]);
      return { about, live: rows[0].live, roster: rosters.get(about.owner.id) };
    },
  };
}

const columns: RawBuilder<unknown> = sql.raw('d.id, d.name, d.owner_team, t.name as owner_name, d.facets');

interface AboutRow {
  id: string;
  name: string;
  owner_team: TeamId;
  owner_name: string | null;
  facets: Partial<Pick<About, 'description' | 'status' | 'tags'>>;
}

interface ContractRow extends AboutRow {
  contract_version: string | null;
  terms: ContractTerms | null;
}

function aboutFrom({ id, name, owner_team: owner, owner_name: ownerName, facets }: AboutRow): About {
  const { description = null, status = null, tags = [] } = facets;
  return { id, name, owner: { id: owner, name: ownerName ?? owner }, description, status, tags };
}

function contractFrom({ contract_version: contractVersion, terms, ...row }: ContractRow): AboutContract {
  return { ...aboutFrom(row), contractVersion, terms };
}
