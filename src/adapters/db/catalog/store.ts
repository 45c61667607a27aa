// The catalog's rows for the use cases: one transaction with the log.
import type { CatalogStore, CatalogTx } from '../../../app/catalog.ts';
import { write, type Database, type Noted, type Tx } from '../database.ts';
import { applicationRows } from './applications.ts';
import { connectorRows } from './connectors.ts';
import { contractRows } from './contracts.ts';
import { organizationRow } from './organization.ts';
import { policyRows } from './policies.ts';
import { productRows } from './products.ts';
import { resourceRows } from './resources.ts';
import { targetRows } from './targets.ts';
import { teamRows } from './teams.ts';

export function catalogStore(database: Database): CatalogStore {
  return {
    change: (caller, now, work) => write(database, caller, now, (tx, note) => work(catalogTx(tx, note))),
  };
}

export function catalogTx(tx: Tx, note: (entry: Noted) => void): CatalogTx {
  return {
    note,
    teams: teamRows(tx),
    products: productRows(tx),
    contracts: contractRows(tx),
    applications: applicationRows(tx),
    resources: resourceRows(tx),
    policies: policyRows(tx),
    targets: targetRows(tx),
    connectors: connectorRows(tx),
    organization: organizationRow(tx),
  };
}
