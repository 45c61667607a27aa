// The form of a backup file: gzip around a sequence of frames, each a letter, a length and a payload. It is written and
// read in one go without knowing sizes beforehand, so no table is ever in memory, and a file that was cut off is known by
// its missing end. The letters:
//
//   H  header, JSON: what wrote this, when, schema, head of the log      T  a table begins, JSON: name and columns
//   D  rows of the table as PostgreSQL's COPY gives them (text)          E  the table ends, JSON: rows and sha256
//   F  the end, JSON: sequences, and all tables once more
import type { Readable } from 'node:stream';

export type FrameKind = 'H' | 'T' | 'D' | 'E' | 'F';

export interface Frame {
  readonly kind: FrameKind;
  readonly payload: Buffer;
}

export const format = 'countersign-backup';
export const formatVersion = 1;

/** Payloads are pieces of what a connection delivers; a longer one means that this is no backup, or a damaged one. */
const longestPayload = 64 * 1024 * 1024;
const headBytes = 5;

export function frame(kind: FrameKind, payload: Buffer | object): Buffer[] {
  const body = Buffer.isBuffer(payload) ? payload : Buffer.from(JSON.stringify(payload));
  const head = Buffer.alloc(headBytes);
  head.write(kind, 0, 'latin1');
  head.writeUInt32BE(body.length, 1);
  return [head, body];
}

export interface FrameReader {
  /** Throws where the file ends before its end, or holds something else. */
  next(): Promise<Frame>;
}

/** Reads frames from an uncompressed stream. */
export function readFrames(stream: Readable): FrameReader {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let held: Buffer = Buffer.alloc(0);
  const take = async (length: number): Promise<Buffer> => {
    const parts = [held];
    let size = held.length;
    while (size < length) {
      const { value, done } = await chunks.next();
      if (done) throw damaged('it ends too early');
      parts.push(value);
      size += value.length;
    }
    const all = parts.length === 1 ? held : Buffer.concat(parts, size);
    held = all.subarray(length);
    return all.subarray(0, length);
  };
  return {
    async next() {
      const head = await take(headBytes).catch((error: unknown) => Promise.reject(unreadable(error)));
      const kind = String.fromCharCode(head[0]!);
      const length = head.readUInt32BE(1);
      if (!isKind(kind) || length > longestPayload) throw damaged('it holds something else');
      const payload = await take(length).catch((error: unknown) => Promise.reject(unreadable(error)));
      return { kind, payload };
    },
  };
}

export function jsonOf({ payload }: Frame): unknown {
  try {
    return JSON.parse(payload.toString('utf8')) as unknown;
  } catch {
    throw damaged('a description in it cannot be read');
  }
}

export function damaged(why: string, cause?: unknown): Error {
  return new Error(`This is no backup of Countersign, or it is damaged: ${why}.`, { cause });
}

function isKind(letter: string): letter is FrameKind {
  return ['H', 'T', 'D', 'E', 'F'].includes(letter);
}

/** What the decompressor says, in our words. */
function unreadable(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string' && code.startsWith('Z_'))
    return damaged(code === 'Z_BUF_ERROR' ? 'it ends too early' : 'it cannot be decompressed');
  return error;
}
