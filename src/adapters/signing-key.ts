// The Ed25519 key that signs heads of the log and evidence. It comes from a file beside the database, never from inside
// it. The embedded default makes the file itself, for its own account alone; an installation that brings its own
// database brings the key as well, since servers that share a database have to share it.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { link, open, readFile, unlink } from 'node:fs/promises';
import type { Signer } from '../app/signer.ts';

/** @param pem a private Ed25519 key, PKCS #8 in PEM. Throws one sentence when it is something else. */
export function signerFrom(pem: string): Signer {
  const key = privateKeyFrom(pem);
  const publicKey = createPublicKey(key);
  const spki = publicKey.export({ type: 'spki', format: 'pem' }) as string;
  const kid = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url');
  return {
    publicKey: spki,
    sign: (text) => sign(null, Buffer.from(text), key),
    jws: (text, typ) => {
      const input = `${encode(JSON.stringify({ alg: 'EdDSA', kid, typ }))}.${encode(text)}`;
      return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`;
    },
  };
}

/** Reads the key file; one that is missing is made, readable for its owner alone, whole or not at all. */
export async function openSigningKey(path: string): Promise<Signer> {
  const found = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return signerFrom(found ?? (await makeKey(path)));
}

/** Of two servers that start at the same moment one makes the key, and both read it. */
async function makeKey(path: string): Promise<string> {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const unfinished = `${path}.${randomUUID()}`;
  const file = await open(unfinished, 'wx', 0o600);
  try {
    await file.writeFile(pem);
    await file.sync();
    await link(unfinished, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await file.close();
    await unlink(unfinished);
  }
  return readFile(path, 'utf8');
}

/** Whether the text was signed by the private half of this key. False also for what is no key or no signature. */
export function isSignedBy(publicKey: string, text: string, signature: Buffer): boolean {
  try {
    return verify(null, Buffer.from(text), createPublicKey(publicKey), signature);
  } catch {
    return false;
  }
}

/** The text inside a compact JWS, or null when it is not signed by this key. */
export function readJws(jws: string, publicKey: string): string | null {
  const [head, payload, signature, ...rest] = jws.split('.');
  if (!head || !payload || !signature || rest.length > 0) return null;
  const isSigned = isSignedBy(publicKey, `${head}.${payload}`, Buffer.from(signature, 'base64url'));
  return isSigned ? Buffer.from(payload, 'base64url').toString() : null;
}

function privateKeyFrom(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // It is no key at all; the sentence below says what is needed.
  }
  throw new Error('The signing key has to be a private Ed25519 key: `openssl genpkey -algorithm ed25519`.');
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}
