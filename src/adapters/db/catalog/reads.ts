// Everything that lists and pages of the catalog read.
import type { CatalogReads } from '../../../app/catalog-reads.ts';
import type { Database } from '../database.ts';
import { connectorReads } from './connectors.ts';
import { meshReads } from './mesh.ts';
import { settingsOf } from './organization.ts';
import { publishedReads } from './published.ts';
import { resourceReads } from './resources.ts';
import { targetReads } from './targets.ts';
import { teamReads } from './team-reads.ts';

export function catalogReads({ db }: Database): CatalogReads {
  return {
    teams: teamReads(db),
    products: publishedReads(db, 'data_product'),
    contracts: publishedReads(db, 'data_contract'),
    applications: publishedReads(db, 'application'),
    resources: resourceReads(db),
    targets: targetReads(db),
    connectors: connectorReads(db),
    settings: () => settingsOf(db),
    mesh: meshReads(db),
  };
}
