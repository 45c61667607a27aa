// Data contracts: the document as it was sent. Changing one changes the output ports that name it, and publishing a port
// reads the contract it names; an advisory lock per contract keeps the two from missing each other, also where the
// contract is only about to come into being and there is no row to lock yet.
import { sql } from 'kysely';
import type { ContractRow, ContractRows } from '../../../app/catalog.ts';
import type { JsonObject } from '../../../app/documents.ts';
import type { TeamId } from '../../../core/ids.ts';
import type { Tx } from '../database.ts';
import { timestamp } from '../pool.ts';
import { keepTerms } from './contract-terms.ts';
import { wordsOf } from './search.ts';

export function contractRows(tx: Tx): ContractRows {
  return {
    lock: async (id) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${lockName(id)}, 0))`.execute(tx);
      const row = await tx
        .selectFrom('data_contract')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      if (!row) return null;
      return {
        format: row.format,
        owner: row.owner_team as TeamId,
        name: row.name,
        contractVersion: row.contract_version,
        facets: row.facets as ContractRow['facets'],
        document: JSON.parse(row.document) as JsonObject,
        termsHash: row.terms_hash,
        version: row.version,
        deleted: row.deleted_at !== null,
      };
    },
    documents: async (ids) => {
      if (ids.length === 0) return new Map();
      const names = [...ids].sort().map(lockName);
      await sql`select pg_advisory_xact_lock_shared(hashtextextended(x.name, 0)) from unnest(${names}::text[]) x(name)`.execute(
        tx,
      );
      const rows = await tx
        .selectFrom('data_contract')
        .select(['id', 'document'])
        .where('id', 'in', [...ids])
        .where('deleted_at', 'is', null)
        .execute();
      return new Map(rows.map((row) => [row.id, JSON.parse(row.document) as JsonObject]));
    },
    keepTerms: (contract, terms, now) => keepTerms(tx, contract, terms, now),
    add: async (id, contract) => {
      await tx
        .insertInto('data_contract')
        .values({ id, ...columnsOf(id, contract) })
        .execute();
    },
    save: async (id, contract) => {
      const columns = columnsOf(id, contract);
      await tx
        .updateTable('data_contract')
        .set((eb) => ({ ...columns, deleted_at: null, version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .execute();
    },
    remove: async (id, now) => {
      await tx
        .updateTable('data_contract')
        .set((eb) => ({ deleted_at: timestamp(now), version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .execute();
    },
  };
}

function columnsOf(id: string, contract: Omit<ContractRow, 'version' | 'deleted'>) {
  return {
    format: contract.format,
    owner_team: contract.owner,
    name: contract.name,
    contract_version: contract.contractVersion,
    facets: JSON.stringify(contract.facets),
    document: JSON.stringify(contract.document),
    terms_hash: contract.termsHash,
    search: sql<string>`array_to_tsvector(${wordsOf(id, contract.name, contract.facets.description)}::text[])`,
  };
}

const lockName = (id: string) => `countersign contract ${id}`;
