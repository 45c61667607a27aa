// Loads Situations: everything that the rules look at, in one statement. Acts that come at the same moment share a
// statement (together.ts), each still with its own access, caller and answer.
import type pg from 'pg';
import type { AccessStore, Birth, Caller, Loaded } from '../../../app/ports.ts';
import { noNotes, type Access } from '../../../core/access.ts';
import type { AccessId } from '../../../core/ids.ts';
import { actorOf } from '../../../core/principal.ts';
import { Problem } from '../../../core/problem.ts';
import type { Instant } from '../../../core/time.ts';
import { together } from '../together.ts';
import { accessFrom } from './access-rows.ts';
import { situationsText, type ActRow, type Asked, type AroundRow } from './situations-text.ts';
import { around, type Around } from './surroundings.ts';

type Connection = Pick<pg.Pool, 'query'>;

export function loadAccess(pool: Connection): AccessStore['load'] {
  const read = together((asked: readonly Wish[]) => readSituations(pool, asked));
  return async (id, caller, birth, now) => {
    const found = await read(wishOf(id, caller, birth));
    const repeated = isRepetition(found.row, caller);
    if (!found.row.access && !birth) return null;
    return loadedFrom(found, id, birth, repeated, now);
  };
}

/** The same for many existing accesses, in the order of the ids; ids without an access are left out. */
export function loadAccesses(pool: Connection): AccessStore['loadMany'] {
  return async (ids, now) => {
    const found = await readSituations(
      pool,
      ids.map((id) => ({ ...nobody, id })),
    );
    return found
      .filter(({ row, around }) => row.access && around.resource(row.resource_id))
      .map((one) => loadedFrom(one, one.row.access!.id, null, false, now));
  };
}

type Wish = Omit<Asked, 'nth'>;

interface Found {
  readonly row: ActRow;
  readonly around: Around;
}

async function readSituations(pool: Connection, wishes: readonly Wish[]): Promise<Found[]> {
  const asked: Asked[] = wishes.map((wish, nth) => ({ ...wish, nth }));
  const { rows } = await pool.query<{ acts: string | null; around: string }>(situationsText, [
    JSON.stringify(asked),
  ]);
  const acts = JSON.parse(rows[0]!.acts ?? '[]') as ActRow[];
  const shared = around(JSON.parse(rows[0]!.around) as AroundRow);
  const found: Found[] = [];
  for (const row of acts) found[row.nth] = { row, around: shared };
  return found;
}

const nobody = { resource: null, team: null, person: null, actor: null, by: null, key: null } as const;

function wishOf(id: AccessId, caller: Caller, birth: Birth | null): Wish {
  const actor = actorOf(caller.principal);
  return {
    id,
    resource: birth?.resource ?? null,
    team: birth?.consumer.team ?? null,
    person: birth?.consumer.kind === 'person' ? birth.consumer.id : null,
    actor: `${actor.type}:${actor.id}`,
    by: actor.person,
    key: caller.repetition?.key ?? null,
  };
}

function isRepetition({ repetition }: ActRow, caller: Caller): boolean {
  if (repetition === null || !caller.repetition) return false;
  if (repetition !== caller.repetition.fingerprint)
    throw new Problem('idempotency_key_reused', { field: 'Idempotency-Key' });
  return true;
}

function loadedFrom(
  { row, around }: Found,
  id: AccessId,
  birth: Birth | null,
  repeated: boolean,
  now: Instant,
): Loaded {
  const found = around.resource(row.resource_id);
  if (!found) throw new Problem('resource_not_found');
  const access = row.access
    ? accessFrom(row.access, row.request, row.decisions ?? [], row.grants ?? [])
    : newborn(id, birth!, now);
  const { resource, policy, contract, contractTerms } = found;
  const rosters = around.rosters(found, access.consumer.team);
  return {
    situation: {
      access,
      resource,
      policy,
      consumer: access.consumer,
      rosters,
      bound: [...new Set(row.bound)],
      consumerGone: row.consumer_gone,
      contractTerms,
      organizationKeysDecide: around.organizationKeysDecide,
    },
    seen: {
      access: access.version,
      policy: policy.version,
      teams: around.versions(rosters.keys()),
    },
    notBefore: row.access ? Date.parse(row.access.updated_at) : 0,
    repeated,
    contract,
  };
}

function newborn(id: AccessId, birth: Birth, now: Instant): Access {
  return {
    id,
    version: 0,
    resource: birth.resource,
    consumer: birth.consumer,
    standing: 'None',
    request: null,
    grants: [],
    announced: null,
    remindedAt: null,
    createdAt: now,
    deletedAt: null,
    origin: birth.origin,
    notes: noNotes,
  };
}
