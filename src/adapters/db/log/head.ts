// Signed heads: once an hour the last position of the log and its hash, signed with a key that is not in the database,
// and sent where the database's masters cannot reach: printed, appended to a file, or posted to a webhook. The chain
// alone shows only that it fits together; against such a head it also shows that nobody has cut or recomputed it.
import { open } from 'node:fs/promises';
import type pg from 'pg';
import type { SignedHead } from '../../../app/log.ts';
import type { Signer } from '../../../app/signer.ts';
import { hour, second, type Instant } from '../../../core/time.ts';
import { timestamp } from '../pool.ts';

/** The text that is signed: what it is, whose log, and where it ended when. */
export function headText({ position, hash, at }: Pick<SignedHead, 'position' | 'hash' | 'at'>): string {
  return `countersign log head\n${position}\n${hash}\n${new Date(at).toISOString()}\n`;
}

/**
 * Signs the head if the last signature is an hour old and the log has grown since.
 *
 * @returns the head that was signed, or null. Of several servers at once one gets it.
 */
export async function signHead(pool: pg.Pool, signer: Signer, now: Instant): Promise<SignedHead | null> {
  const { rows } = await pool.query<{ position: number; hash: string }>(dueText, [timestamp(now - hour)]);
  const place = rows[0];
  if (!place) return null;
  const head = { ...place, at: now };
  const signature = signer.sign(headText(head));
  const { rowCount } = await pool.query(keepText, [
    head.position,
    head.hash,
    timestamp(now),
    signature,
    signer.publicKey,
  ]);
  return rowCount === 1
    ? { ...head, signature: signature.toString('base64'), publicKey: signer.publicKey }
    : null;
}

/** $1 an hour ago. */
const dueText = `
select h.position, encode(h.hash, 'hex') as hash from log_head h
where h.position > 0 and not exists (select from signed_head s where s.position = h.position or s.at > $1)`;

const keepText = `
insert into signed_head (position, hash, at, signature, public_key) values ($1, decode($2, 'hex'), $3, $4, $5) on conflict do nothing`;

/** A signed head as one line of JSON, as files and webhooks get it, and as `verifyLog` takes it back. */
export function headLine({ position, hash, at, signature, publicKey }: SignedHead): string {
  return JSON.stringify({ position, hash, at: new Date(at).toISOString(), signature, publicKey });
}

/** Appends a line to a file and makes sure that it is on the disk. */
export async function appendHead(path: string, head: SignedHead): Promise<void> {
  const file = await open(path, 'a', 0o644);
  try {
    await file.appendFile(`${headLine(head)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Posts the head to an address that somebody else keeps. Throws unless the answer is a 2xx. */
export async function postHead(url: string, head: SignedHead): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: headLine(head),
    signal: AbortSignal.timeout(10 * second),
    redirect: 'error',
  });
  if (!answer.ok) throw new Error(`the webhook for signed heads answered ${answer.status}`);
}

/** Reads heads back: one JSON object a line. Throws a sentence that names the line at fault. */
export function readHeads(text: string): SignedHead[] {
  return text
    .split('\n')
    .map((line, index) => [line.trim(), index + 1] as const)
    .filter(([line]) => line !== '')
    .map(([line, number]) => readHead(line, number));
}

function readHead(line: string, number: number): SignedHead {
  try {
    const { position, hash, at, signature, publicKey } = JSON.parse(line) as Record<string, unknown>;
    if (
      Number.isSafeInteger(position) &&
      /^[0-9a-f]{64}$/.test(String(hash)) &&
      Number.isFinite(Date.parse(String(at))) &&
      typeof signature === 'string' &&
      typeof publicKey === 'string'
    )
      return {
        position: position as number,
        hash: String(hash),
        at: Date.parse(String(at)),
        signature,
        publicKey,
      };
  } catch {
    // Said below.
  }
  throw new Error(`Line ${number} is no signed head.`);
}
