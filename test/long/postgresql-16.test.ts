// The PostgreSQL connector at the oldest server where a membership has options and a grantor; 15, which has neither, is
// tried by scripts/conformance/postgresql-15.ts, because no package brings it.
import { postgres16, notDurable, startTestCluster } from '../cluster.ts';
import { postgresqlVersionSuite } from '../connectors/postgresql/suite.ts';

postgresqlVersionSuite('PostgreSQL 16', () =>
  startTestCluster({ binariesFrom: postgres16, settings: notDurable }),
);
