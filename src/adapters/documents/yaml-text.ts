// From bytes to text, for files that people hand in. What is no text, or more text than a file of this kind can honestly
// be, is refused before any parser sees it, at the line where it goes wrong.
import type { Position } from './yaml-position.ts';

const largestFile = 5 * 1024 * 1024;

interface TextFault {
  readonly position: Position;
  readonly message: string;
}

/** The text of a file, or why it is none. */
export function textOfFile(file: string | Uint8Array): string | TextFault {
  const bytes = typeof file === 'string' ? Buffer.from(file, 'utf8') : file;
  if (bytes.length > largestFile)
    return { position: start, message: `The file is larger than ${largestFile / 1024 / 1024} MB` };
  const text = typeof file === 'string' ? file.replace(/^\ufeff/, '') : decode(bytes);
  if (typeof text !== 'string') return text;
  return (
    faultAt(text, text.indexOf('\0'), 'The file contains a NUL character') ?? halfSurrogate(text) ?? text
  );
}

const start: Position = { line: 1, column: 1 };

function decode(bytes: Uint8Array): string | TextFault {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { position: { line: firstBadLine(bytes), column: 1 }, message: 'The file is not valid UTF-8' };
  }
}

/** No character of UTF-8 contains the byte of a line feed, so lines can be judged one by one. */
function firstBadLine(bytes: Uint8Array): number {
  const strict = new TextDecoder('utf-8', { fatal: true });
  for (let line = 1, from = 0; ; line++) {
    const end = bytes.indexOf(0x0a, from);
    try {
      strict.decode(bytes.subarray(from, end === -1 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end === -1) return line;
    from = end + 1;
  }
}

function halfSurrogate(text: string): TextFault | undefined {
  if (text.isWellFormed()) return undefined;
  const message = 'The file contains half of a surrogate pair';
  return faultAt(text, text.search(/\p{Surrogate}/u), message);
}

function faultAt(text: string, offset: number, message: string): TextFault | undefined {
  if (offset === -1) return undefined;
  const before = text.slice(0, offset).split('\n');
  return { position: { line: before.length, column: before.at(-1)!.length + 1 }, message };
}
