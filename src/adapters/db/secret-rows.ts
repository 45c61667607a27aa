// Where secrets lie in the database, the proof at start that the key is theirs, and their way to another key. The
// canary is a known text, sealed under the key: with a wrong key the server refuses to start, instead of failing at
// every target one by one, or of sealing new secrets under a key that cannot read the old ones.
import { sql } from 'kysely';
import { Problem } from '../../core/problem.ts';
import type { Instant } from '../../core/time.ts';
import type { Place, Secrets } from '../secrets.ts';
import { write, type Database, type Tx } from './database.ts';
import { channelPlace } from './notices/channels.ts';

/** @throws Error with one sentence for the operator, when the key is missing or not the one of this database. */
export async function checkCanary({ db }: Database, secrets: Secrets): Promise<void> {
  const { canary } = await db.selectFrom('organization').select('canary').executeTakeFirstOrThrow();
  if (canary !== null) return provesKey(secrets, canary);
  const fresh = sealCanary(secrets);
  if (fresh === null) return;
  // Of several servers that start at once one leaves its canary; the others have to fit it.
  await db.updateTable('organization').set({ canary: fresh }).where('canary', 'is', null).execute();
  const kept = await db.selectFrom('organization').select('canary').executeTakeFirstOrThrow();
  provesKey(secrets, kept.canary!);
}

/**
 * Seals everything anew under another key, in one transaction. Servers that still run with the old key cannot read
 * what they find then and say so; they have to be started again with the new one.
 *
 * @returns how many secrets there were.
 * @throws Error when one of them cannot be read with the old key; nothing is changed then.
 */
export async function rotateSecrets(
  database: Database,
  from: Secrets,
  to: Secrets,
  now: Instant,
): Promise<number> {
  const byOperator = { principal: { type: 'system' }, channel: 'cli', repetition: null } as const;
  const count = await write(database, byOperator, now, async (tx, note) => {
    const { canary } = await tx
      .selectFrom('organization')
      .select('canary')
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (canary !== null) provesKey(from, canary);
    await tx
      .updateTable('organization')
      .set({ canary: sealCanary(to) })
      .execute();
    const targets = await rotateTargets(tx, from, to);
    const accounts = await rotateAccounts(tx, from, to);
    const channels = await rotateChannels(tx, from, to);
    // These only make signing out at the provider smoother.
    await tx.updateTable('session').set({ id_token: null }).execute();
    note({ type: 'secrets.rotated', subject: 'organization', data: { targets, accounts, channels } });
    return targets + accounts + channels;
  });
  return count!;
}

async function rotateTargets(tx: Tx, from: Secrets, to: Secrets): Promise<number> {
  const rows = await tx
    .selectFrom('target')
    .select(['id', 'secret'])
    .where('secret', 'is not', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const { id, secret } of rows) {
    const place = { table: 'target', row: id, column: 'secret' };
    const sealed = to.encrypt(readable(from, secret!, place), place);
    await tx.updateTable('target').set({ secret: sealed }).where('id', '=', id).execute();
  }
  return rows.length;
}

async function rotateChannels(tx: Tx, from: Secrets, to: Secrets): Promise<number> {
  const { rows } = await sql<{ team_id: string; id: string; endpoint: Buffer }>`
    select team_id, id, endpoint from notification_channel where endpoint is not null order by team_id, id for update`.execute(
    tx,
  );
  for (const { team_id: team, id, endpoint } of rows) {
    const place = channelPlace(JSON.stringify([team, id]));
    await sql`update notification_channel set endpoint = ${to.encrypt(readable(from, endpoint, place), place)}
      where team_id = ${team} and id = ${id}`.execute(tx);
  }
  return rows.length;
}

async function rotateAccounts(tx: Tx, from: Secrets, to: Secrets): Promise<number> {
  const rows = await tx
    .selectFrom('provider_account')
    .select(['issuer', 'subject', 'refresh_token'])
    .where('refresh_token', 'is not', null)
    .orderBy('issuer')
    .orderBy('subject')
    .forUpdate()
    .execute();
  for (const { issuer, subject, refresh_token: sealed } of rows) {
    const place = refreshTokenPlace({ issuer, subject });
    await tx
      .updateTable('provider_account')
      .set({ refresh_token: to.encrypt(readable(from, sealed!, place), place) })
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .execute();
  }
  return rows.length;
}

/** Where the token of an account lies. */
export function refreshTokenPlace({ issuer, subject }: { issuer: string; subject: string }): Place {
  return { table: 'provider_account', row: JSON.stringify([issuer, subject]), column: 'refresh_token' };
}

function readable(secrets: Secrets, sealed: Buffer, place: Place): string {
  try {
    return secrets.decrypt(sealed, place);
  } catch (cause) {
    throw new Error(`The secret of ${place.table} "${place.row}" cannot be read with this key.`, { cause });
  }
}

const canaryPlace: Place = { table: 'organization', row: 'one', column: 'canary' };
const song = 'countersign';

/** Null where no key is set: there is nothing to prove then, as long as there is no canary. */
function sealCanary(secrets: Secrets): Buffer | null {
  try {
    return secrets.encrypt(song, canaryPlace);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

function provesKey(secrets: Secrets, canary: Buffer): void {
  try {
    if (secrets.decrypt(canary, canaryPlace) === song) return;
  } catch (error) {
    if (error instanceof Problem)
      throw new Error('This database holds secrets; COUNTERSIGN_SECRET_KEY has to be set to read them.', {
        cause: error,
      });
  }
  throw new Error(
    'COUNTERSIGN_SECRET_KEY is not the key under which this database keeps its secrets. Start with the key of its first start; "countersign secrets rotate" changes it.',
  );
}
