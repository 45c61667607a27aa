// The built web app as the server gives it away. What there is, is known from the start, so no address can lead out of
// the folder; files are read when they are asked for, since browsers keep them for good and ask once.
import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

export interface WebFiles {
  /** The page that every address of the app is answered with, with gaps for what is new each time. */
  readonly index: string;
  /** A file by its address, in the first of these encodings that there is; null when there is no such file. */
  read(path: string, accepted: readonly string[]): Promise<WebFile | null>;
}

export interface WebFile {
  readonly type: string;
  readonly encoding: string | null;
  readonly bytes: Buffer;
}

/** @returns null when the app is not built. */
export async function openWebFiles(folder: string): Promise<WebFiles | null> {
  if (!existsSync(join(folder, 'index.html'))) return null;
  const index = await readFile(join(folder, 'index.html'), 'utf8');
  const known = new Set(globSync('assets/*', { cwd: folder }));
  return {
    index,
    async read(path, accepted) {
      const type = types[extname(path)];
      if (!known.has(path) || type === undefined) return null;
      const encoding = encodings.find(
        ([name, suffix]) => accepted.includes(name) && known.has(path + suffix),
      );
      const bytes = await readFile(join(folder, path + (encoding?.[1] ?? '')));
      return { type, encoding: encoding?.[0] ?? null, bytes };
    },
  };
}

const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
