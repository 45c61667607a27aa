// The access store of the use cases, on PostgreSQL: load and save in one statement each, and sweeping.
import type pg from 'pg';
import type { AccessStore } from '../../../app/ports.ts';
import type { AccessId } from '../../../core/ids.ts';
import { loadAccess, loadAccesses } from './load.ts';
import { refileRequest } from './refile.ts';
import { saveAccesses } from './save.ts';
import { sweepAccesses } from './sweep.ts';

/** @param alarm hears of an access that a sweep could not handle. */
export function accessStore(pool: pg.Pool, alarm: (access: AccessId, error: unknown) => void): AccessStore {
  return {
    load: loadAccess(pool),
    loadMany: loadAccesses(pool),
    save: saveAccesses(pool),
    refile: refileRequest(pool),
    sweep: sweepAccesses(pool, alarm),
  };
}
