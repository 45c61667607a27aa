// The catalog's rows for the use cases: one transaction with the log. Two writers can be in each other's way (the same
// new id, two rows locked in different order); PostgreSQL ends one of them, and its whole work is done again on the new
// state.
import type { CatalogStore, CatalogTx } from '../../../app/catalog.ts';
import { Problem } from '../../../core/problem.ts';
import { write, type Database, type Noted, type Tx } from '../database.ts';
import { connectorRows } from './connectors.ts';
import { contractRows } from './contracts.ts';
import { organizationRow } from './organization.ts';
import { policyRows } from './policies.ts';
import { productRows } from './products.ts';
import { resourceRows } from './resources.ts';
import { targetRows } from './targets.ts';
import { teamRows } from './teams.ts';

const tries = 5;

export function catalogStore(database: Database): CatalogStore {
  return {
    change: async (caller, now, work) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await write(database, caller, now, (tx, note) => work(catalogTx(tx, note)));
        } catch (error) {
          if (!isClash(error)) throw error;
          if (attempt === tries) throw new Problem('decided_meanwhile', { cause: error });
        }
      }
    },
  };
}

function catalogTx(tx: Tx, note: (entry: Noted) => void): CatalogTx {
  return {
    note,
    teams: teamRows(tx),
    products: productRows(tx),
    contracts: contractRows(tx),
    resources: resourceRows(tx),
    policies: policyRows(tx),
    targets: targetRows(tx),
    connectors: connectorRows(tx),
    organization: organizationRow(tx),
  };
}

/** A unique key that somebody else has just taken, a deadlock, a serialization failure. */
const clashes = ['23505', '40P01', '40001'];

function isClash(error: unknown): boolean {
  return clashes.includes((error as { code?: string }).code ?? '');
}
