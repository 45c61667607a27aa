// Verifying the log. Entry by entry: positions without a gap, the digest over the exact text, the hash over the
// predecessor, the columns that readers search by, and the commitments of the texts that still exist. Each entry is
// judged against its own predecessor as it stands, so one fault is reported where it is and not at every entry after it.
// A chain that somebody recomputed or cut fits together all the same; that shows only against a head that was signed
// before and kept elsewhere.
//
// It reads in pages without a snapshot, because a long one would keep the database from cleaning up after the sealers,
// and needs none: what lies below the head never changes.
import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Place, SignedHead } from '../../../app/log.ts';
import { isSignedBy } from '../../signing-key.ts';
import { commitment, digestOf } from '../log-entry.ts';
import { headText } from './head.ts';
import { firstPlace } from './read.ts';

export type FaultKind =
  | 'missing' // A position without an entry.
  | 'changed' // The text is not the one that the digest covers.
  | 'unchained' // The hash does not follow from the predecessor's.
  | 'columns_differ' // A column says something else than the text.
  | 'text_changed' // What a person wrote is not what was committed to.
  | 'text_missing' // The row of a text is gone; erasing empties it and leaves it.
  | 'head_differs' // The log does not end where its head says.
  | 'rewritten' // Another entry than the one whose head was signed.
  | 'cut' // The log ends before a head that was signed.
  | 'not_signed'; // A head to compare with does not carry a signature of the expected key.

export interface Fault {
  readonly kind: FaultKind;
  readonly position: number;
  /** One sentence for people. */
  readonly sentence: string;
}

export interface Verified {
  readonly head: Place;
  readonly entries: number;
  readonly texts: { readonly kept: number; readonly erased: number };
  /** How many signed heads were compared. */
  readonly compared: number;
  /** The first hundred. */
  readonly faults: readonly Fault[];
  readonly faultCount: number;
}

export interface VerifyOptions {
  /** Heads that were kept outside the database. */
  readonly against?: readonly SignedHead[];
  /** The key that has to have signed them; without it each head's own key is believed. */
  readonly publicKey?: string;
  readonly onProgress?: (verified: number, of: number) => void;
  readonly pageSize?: number;
}

const mostFaults = 100;

export async function verifyLog(
  pool: Pick<pg.Pool, 'query'>,
  options: VerifyOptions = {},
): Promise<Verified> {
  const { pageSize = 2000, onProgress } = options;
  const head = await readHeadRow(pool);
  const report = collectFaults();
  const heads = checkedHeads(await allHeads(pool, options), options.publicKey, head, report.add);
  const texts = { kept: 0, erased: 0 };
  let last: Place = firstPlace;
  let entries = 0;
  for (;;) {
    const { rows } = await pool.query<Row>(pageText, [last.position, head.position, pageSize]);
    for (const row of rows) {
      checkEntry(row, last, report.add);
      checkTexts(row, texts, report.add);
      compare(heads, row, report.add);
      last = row;
      entries += 1;
    }
    onProgress?.(last.position, head.position);
    if (rows.length < pageSize) break;
  }
  await checkEnd(pool, last, head, report.add);
  return { head, entries, texts, compared: heads.size, ...report.result() };
}

interface Row extends Place {
  digest: Buffer;
  id: string;
  at: number;
  type: string;
  subject: string;
  body: string;
  texts: Record<string, { salt: string | null; body: string | null }> | null;
}

type Add = (kind: FaultKind, position: number, sentence: string) => void;

/** $1 after, $2 the head, $3 limit. */
const pageText = `
select position, encode(hash, 'hex') as hash, digest, id, at, type, subject, body,
  (select jsonb_object_agg(field, jsonb_build_object('salt', salt, 'body', t.body)) from log_text t where t.entry_id = log.id) as texts
from log where position > $1 and position <= $2 order by position limit $3`;

function checkEntry(row: Row, before: Place, add: Add): void {
  const { position } = row;
  if (position !== before.position + 1)
    add(
      'missing',
      before.position + 1,
      position === before.position + 2
        ? `Entry ${before.position + 1} is missing.`
        : `Entries ${before.position + 1} to ${position - 1} are missing.`,
    );
  if (!digestOf(row.body).equals(row.digest))
    add('changed', position, `The text of entry ${position} was changed.`);
  if (position === before.position + 1 && chained(before.hash, row.digest) !== row.hash)
    add('unchained', position, `Entry ${position} does not follow from the one before it.`);
  const wrong = differingColumn(row);
  if (wrong)
    add('columns_differ', position, `Entry ${position} is filed under another ${wrong} than it says.`);
}

function chained(before: string, digest: Buffer): string {
  return createHash('sha256').update(Buffer.from(before, 'hex')).update(digest).digest('hex');
}

function differingColumn({ body, id, at, type, subject }: Row): string | undefined {
  const said = JSON.parse(body) as Record<string, unknown>;
  if (said['id'] !== id) return 'id';
  if (said['type'] !== type) return 'type';
  if (said['subject'] !== subject) return 'subject';
  return Date.parse(String(said['at'])) === at ? undefined : 'time';
}

function checkTexts({ position, body, texts }: Row, count: { kept: number; erased: number }, add: Add): void {
  const committed = (JSON.parse(body) as { texts?: Record<string, string> }).texts ?? {};
  for (const [field, wanted] of Object.entries(committed)) {
    const text = texts?.[field];
    if (!text) add('text_missing', position, `The row of the ${field} of entry ${position} is gone.`);
    else if (text.body === null) count.erased += 1;
    else {
      count.kept += 1;
      if (text.salt === null || commitment(text.salt, text.body) !== wanted)
        add('text_changed', position, `The ${field} of entry ${position} is not what was written.`);
    }
  }
  for (const field of Object.keys(texts ?? {}))
    if (!(field in committed))
      add('text_changed', position, `Entry ${position} was given a ${field} that it did not have.`);
}

async function readHeadRow(pool: Pick<pg.Pool, 'query'>): Promise<Place> {
  const { rows } = await pool.query<Place>(
    `select position, encode(hash, 'hex') as hash from log_head where one`,
  );
  return rows[0]!;
}

/** Where the log ends has to be where its head says, and nothing may lie beyond it that is not just being sealed. */
async function checkEnd(pool: Pick<pg.Pool, 'query'>, last: Place, head: Place, add: Add): Promise<void> {
  if (last.position !== head.position || last.hash !== head.hash)
    add(
      'head_differs',
      head.position,
      `The log ends at entry ${last.position}, its head says ${head.position}.`,
    );
  const { rows } = await pool.query<{ position: number }>(
    'select position from log where position > (select position from log_head where one) order by position desc limit 1',
  );
  if (rows[0])
    add('head_differs', rows[0].position, `There are entries beyond the head, up to ${rows[0].position}.`);
}

/** Heads kept outside, and those in the database, which are worth less but cost nothing. */
async function allHeads(
  pool: Pick<pg.Pool, 'query'>,
  { against = [] }: VerifyOptions,
): Promise<SignedHead[]> {
  const { rows } = await pool.query<SignedHead & { signature: Buffer }>(
    `select position, encode(hash, 'hex') as hash, at, signature, public_key as "publicKey" from signed_head order by position`,
  );
  return [
    ...against,
    ...rows.map((row) => ({ ...row, signature: (row.signature as Buffer).toString('base64') })),
  ];
}

function checkedHeads(
  heads: readonly SignedHead[],
  publicKey: string | undefined,
  end: Place,
  add: Add,
): ReadonlyMap<number, readonly SignedHead[]> {
  const byPosition = new Map<number, SignedHead[]>();
  for (const head of heads) {
    const { position } = head;
    const key = publicKey ?? head.publicKey;
    if (!isSignedBy(key, headText(head), Buffer.from(head.signature, 'base64')))
      add('not_signed', position, `The signature of the head at ${position} is not by the expected key.`);
    else if (position > end.position)
      add('cut', position, `The log ends at entry ${end.position}; a head was signed at ${position}.`);
    else byPosition.set(position, [...(byPosition.get(position) ?? []), head]);
  }
  return byPosition;
}

function compare(heads: ReadonlyMap<number, readonly SignedHead[]>, row: Row, add: Add): void {
  for (const head of heads.get(row.position) ?? [])
    if (head.hash !== row.hash) {
      const when = new Date(head.at).toISOString();
      add(
        'rewritten',
        row.position,
        `Entry ${row.position} is not the one whose head was signed at ${when}.`,
      );
    }
}

function collectFaults() {
  const faults: Fault[] = [];
  let faultCount = 0;
  return {
    add: (kind: FaultKind, position: number, sentence: string) => {
      faultCount += 1;
      if (faults.length < mostFaults) faults.push({ kind, position, sentence });
    },
    result: (): Pick<Verified, 'faults' | 'faultCount'> => ({ faults, faultCount }),
  };
}
