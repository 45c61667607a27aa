// Every route of the catalog: what is owned, by whom, and how access to it is decided.
import type { CatalogDeps } from '../catalog-deps.ts';
import type { Server } from '../server.ts';
import { applicationRoutes } from './applications.ts';
import { connectorRoutes } from './connectors.ts';
import { dataContractRoutes } from './datacontracts.ts';
import { dataProductRoutes } from './dataproducts.ts';
import { graphRoutes } from './graph.ts';
import { organizationRoutes } from './organization.ts';
import { resourcePolicyRoutes } from './resource-policy.ts';
import { resourceRoutes } from './resources.ts';
import { targetRoutes } from './targets.ts';
import { teamRoutes } from './teams.ts';

export function catalogRoutes(server: Server, deps: CatalogDeps): void {
  teamRoutes(server, deps);
  dataProductRoutes(server, deps);
  dataContractRoutes(server, deps);
  applicationRoutes(server, deps);
  resourceRoutes(server, deps);
  resourcePolicyRoutes(server, deps);
  targetRoutes(server, deps);
  connectorRoutes(server, deps);
  organizationRoutes(server, deps);
  graphRoutes(server, deps);
}
