// Secrets of targets at rest: AES-256-GCM under a key that is in no database. Every column has a subkey of its own
// (HKDF), and the place (table, row, column) is authenticated with the text, so that a stored secret moved to another
// row or column cannot be read there: whoever may write the database must not be able to make the server send the
// password of one target to another. Nonces are random; at 2^32 secrets in one column their odds would matter.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Problem } from '../core/problem.ts';

export interface Place {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

export interface Secrets {
  /** @throws Problem `secret_key_missing`. */
  encrypt(text: string, place: Place): Buffer;
  /** @throws Problem `secret_key_missing`; Error when the key or the place is not that of the encryption. */
  decrypt(sealed: Buffer, place: Place): string;
}

/** @param key 32 bytes; null where none is set, and then nothing can be kept or read. */
export function openSecrets(key: Buffer | null): Secrets {
  const subkeys = new Map<string, Buffer>();
  const subkeyFor = ({ table, column }: Place): Buffer => {
    if (!key) throw new Problem('secret_key_missing');
    const purpose = `countersign secret ${table}.${column}`;
    const subkey = subkeys.get(purpose) ?? Buffer.from(hkdfSync('sha256', key, '', purpose, keyBytes));
    subkeys.set(purpose, subkey);
    return subkey;
  };
  return {
    encrypt(text, place) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', subkeyFor(place), nonce).setAAD(nameOf(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([format, nonce, body, cipher.getAuthTag()]);
    },
    decrypt(sealed, place) {
      if (sealed.length < 1 + nonceBytes + tagBytes || sealed[0] !== format[0])
        throw new Error(
          `The secret in ${place.table}.${place.column} is in no format that this program knows.`,
        );
      const nonce = sealed.subarray(1, 1 + nonceBytes);
      const decipher = createDecipheriv('aes-256-gcm', subkeyFor(place), nonce, { authTagLength: tagBytes })
        .setAAD(nameOf(place))
        .setAuthTag(sealed.subarray(-tagBytes));
      const body = decipher.update(sealed.subarray(1 + nonceBytes, -tagBytes));
      return Buffer.concat([body, decipher.final()]).toString('utf8');
    },
  };
}

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** The first byte of everything sealed, so that another way of sealing can be told from this one. */
const format = Buffer.from([1]);

function nameOf({ table, row, column }: Place): Buffer {
  return Buffer.from(JSON.stringify([table, row, column]));
}
