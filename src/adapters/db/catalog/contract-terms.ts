// Terms of contracts: kept when a contract is published, read by resource and by hash.
import { sql } from 'kysely';
import type pg from 'pg';
import type { ContractTermsReads, KeptTerms } from '../../../app/contract-terms.ts';
import type { ContractTerms } from '../../../core/contract-terms.ts';
import type { Instant } from '../../../core/time.ts';
import type { Tx } from '../database.ts';
import { timestamp } from '../pool.ts';

/** Keeps terms under their hash, if they are not kept yet. */
export async function keepTerms(
  tx: Tx,
  contract: string,
  { hash, terms }: { hash: string; terms: ContractTerms },
  now: Instant,
): Promise<void> {
  await sql`insert into contract_terms (hash, contract_id, body, since)
    values (${hash}, ${contract}, ${JSON.stringify(terms)}, ${timestamp(now)}) on conflict (hash) do nothing`.execute(
    tx,
  );
}

export function contractTermsReads(pool: Pick<pg.Pool, 'query'>): ContractTermsReads {
  return {
    ofResource: async (id) => {
      const { rows } = await pool.query<Row>(ofResourceText, [id]);
      if (!rows[0]) return undefined;
      return rows[0].hash === null ? null : keptFrom(rows[0]);
    },
    byHash: async (hash) => {
      const { rows } = await pool.query<Row>(byHashText, [hash]);
      return rows[0] ? keptFrom(rows[0]) : null;
    },
  };
}

interface Row {
  hash: string;
  contract_id: string;
  name: string | null;
  contract_version: string | null;
  body: ContractTerms;
  since: number;
}

function keptFrom({
  hash,
  contract_id: id,
  name,
  contract_version: version,
  body: terms,
  since,
}: Row): KeptTerms {
  return { hash, contract: { id, name, version }, terms, since };
}

/** $1 resource. */
const ofResourceText = `
select t.hash, t.contract_id, c.name, c.contract_version, t.body, t.since
from resource r left join data_contract c on c.id = r.data_contract_id and c.deleted_at is null
left join contract_terms t on t.hash = c.terms_hash
where r.id = $1 and r.deleted_at is null
`;

/** $1 hash. */
const byHashText = `
select t.hash, t.contract_id, c.name, c.contract_version, t.body, t.since
from contract_terms t left join data_contract c on c.id = t.contract_id and c.deleted_at is null
where t.hash = $1
`;
