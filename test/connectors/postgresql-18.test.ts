// The PostgreSQL connector at the newest server that the packages offer.
import { notDurable, startTestCluster } from '../cluster.ts';
import { postgresqlSuite } from './postgresql/suite.ts';

postgresqlSuite('PostgreSQL 18', () => startTestCluster({ settings: notDurable }));
