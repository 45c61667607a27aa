// The store of provisioning runs, on PostgreSQL.
import type pg from 'pg';
import type { ProvisioningStore } from '../../../app/provisioning.ts';
import { readClaims, readHeld } from './claims.ts';
import { alignRows } from './due.ts';
import { recordOutcome } from './record.ts';
import { renewLease, takeJob, type OpenSecrets } from './take.ts';

export function provisioningStore(pool: pg.Pool, openSecrets: OpenSecrets): ProvisioningStore {
  return {
    align: alignRows(pool),
    take: takeJob(pool, openSecrets),
    renew: renewLease(pool),
    claims: readClaims(pool),
    held: readHeld(pool),
    record: recordOutcome(pool),
  };
}
