// Passwords as argon2id with 19 MiB and two passes (the smallest setting that OWASP names), in the PHC string format,
// so that stronger settings can be told from older ones later. Each takes some 40 ms of one core: at most two run at a
// time, a few more wait, and the rest is told to come back, because hashing for everybody who asks would be a way to
// stop the server without knowing anything.
import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import type { Passwords } from '../app/identity.ts';
import { Problem } from '../core/problem.ts';

/** @param atOnce hashes that run at the same time. @param waiting how many more may wait for one of them to end. */
export function openPasswords({ atOnce = 2, waiting = 30 } = {}): Passwords {
  const inTurn = bounded(atOnce, waiting);
  return {
    hash: (password) => inTurn(() => hash(password)),
    verify: (password, stored) => inTurn(() => verify(password, stored)),
  };
}

const argon2id = promisify((parameters: Argon2Parameters, done: (error: Error | null, tag: Buffer) => void) =>
  argon2('argon2id', parameters, done),
);

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

const cost: Cost = { memory: 19 * 1024, passes: 2, parallelism: 1 };
const tagLength = 32;

async function hash(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await argon2id({ ...cost, nonce, tagLength, message: plain(password) });
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`;
}

async function verify(password: string, stored: string | null): Promise<boolean> {
  const known = stored === null ? nobody : read(stored);
  const { tag: expected, ...parameters } = known;
  const tag = await argon2id({ ...parameters, tagLength: expected.length, message: plain(password) });
  return timingSafeEqual(tag, expected) && known !== nobody;
}

/** What an unknown person's password is compared with, so that it takes as long as anybody's. */
const nobody = { ...cost, nonce: randomBytes(16), tag: randomBytes(tagLength) };

function read(stored: string): Cost & { nonce: Buffer; tag: Buffer } {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(stored);
  if (!match) throw new Error('A stored password is not in the format that this program writes.');
  const [memory, passes, parallelism] = match.slice(1, 4).map(Number) as [number, number, number];
  const [nonce, tag] = match.slice(4).map((text) => Buffer.from(text, 'base64')) as [Buffer, Buffer];
  return { memory, passes, parallelism, nonce, tag };
}

/** The same characters however a keyboard composes them. */
function plain(password: string): string {
  return password.normalize('NFKC');
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

function bounded(atOnce: number, waiting: number) {
  let running = 0;
  const queue: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw new Problem('too_many_attempts', { facts: { retryAfter: 2 } });
      // Whoever ends hands the place on, so `running` stays as it is.
      await new Promise<void>((resolve) => queue.push(resolve));
    } else running++;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running--;
    }
  };
}
