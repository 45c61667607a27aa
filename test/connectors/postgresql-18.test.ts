// The PostgreSQL connector at the newest server that the packages offer.
import { startTestCluster } from '../cluster.ts';
import { postgresqlSuite } from './postgresql/suite.ts';

postgresqlSuite('PostgreSQL 18', () => startTestCluster());
