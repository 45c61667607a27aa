// What is made anew in every run (ids, hashes, tokens, signatures) in a form that is the same in every run: the same value
// is the same everywhere, the next new one gets the next number. It keeps its shape, so that readers see what to expect.
import { createHash } from 'node:crypto';
import { noon } from '../world.ts';

export interface Steady {
  /** Calls a value by another name from now on, such as a database that was made for this run. */
  alias(value: string, name: string): void;
  /** The same with everything in its steady form. */
  form<T>(value: T): T;
}

export function openSteady(): Steady {
  const known = new Map<string, string>();
  const aliases = new Map<string, string>();
  const numbered = (kind: string, name: (number: number) => string) => (value: string) => {
    const key = `${kind} ${value}`;
    const number = [...known.keys()].filter((one) => one.startsWith(kind)).length + 1;
    if (!known.has(key)) known.set(key, name(number));
    return known.get(key)!;
  };
  const uuid = numbered('uuid', (number) => `${moment}-7000-8000-${String(number).padStart(12, '0')}`);
  const hash = numbered('hash', (number) => createHash('sha256').update(String(number)).digest('hex'));
  const textForm = (text: string): string =>
    [...aliases]
      .reduce((sofar, [value, name]) => sofar.replaceAll(value, name), text)
      .replaceAll(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, jws)
      .replaceAll(/-----BEGIN PUBLIC KEY-----[^-]+/g, `-----BEGIN PUBLIC KEY-----\n${publicKey}\n`)
      .replaceAll(/\bcs_[\w-]{43}/g, 'cs_shown-once-and-never-again')
      .replaceAll(/\bcst_[\w-]{43}/g, 'cst_works-for-minutes')
      .replaceAll(/(?<=link#)[\w-]{43}/g, 'works-once')
      .replaceAll(/(?<![\w+/-])[\w+/-]{86}==/g, signature)
      .replaceAll(/(?<=:")[\w-]{43}(?=")/g, commitment)
      .replaceAll(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, uuid)
      .replaceAll(/\b[0-9a-f]{64}\b/g, hash);
  const form = (value: unknown): unknown => {
    if (typeof value === 'string') return textForm(value);
    if (Array.isArray(value)) return value.map(form);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]) => [name, name === 'salt' ? salt : form(member)]),
    );
  };
  return {
    alias: (value, name) => void aliases.set(value, name),
    form: <T>(value: T) => form(value) as T,
  };
}

/** The first half of ids that were made at noon. */
const moment = noon.toString(16).padStart(12, '0').replace(/^.{8}/, '$&-');
const jws = `${encoded({ alg: 'EdDSA', typ: 'countersign-evidence+json' })}.${encoded({ at: '…' })}.c2lnbmF0dXJl`;
const publicKey = `MCowBQYDK2VwAyEA${'A'.repeat(43)}=`;
const signature = `${'c2lnbmF0dXJl'.repeat(7)}AA==`;
const commitment = 'Y29tbWl0bWVudA'.padEnd(43, 'A');
const salt = 'c2FsdA'.padEnd(22, 'A');

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
