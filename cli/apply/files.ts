// The documents that somebody wants applied: files, whole folders (every .yaml and .yml below them, in the order of
// their names), or what is piped in. Everything is read before anything is sent, so that a fault in the last file stops
// the first one too; faults come with file, line and column.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { readYamlFile, type FileFault, type YamlDocument } from '../../src/adapters/documents/yaml-file.ts';
import { exitCodes } from '../exit-codes.ts';
import { Failure, misused } from '../failure.ts';
import type { Io } from '../io.ts';

/** @throws Failure that lists every fault of every file. */
export async function readDocuments(
  paths: readonly string[],
  io: Pick<Io, 'folder' | 'input'>,
): Promise<YamlDocument[]> {
  const files = (await Promise.all(paths.map((path) => filesAt(path, io.folder)))).flat();
  const read = await Promise.all(
    files.map(async (file) =>
      readYamlFile(file === '-' ? await io.input() : await contentOf(file, io.folder), file),
    ),
  );
  const documents = read.flatMap((file) => file.documents);
  const faults = [...read.flatMap((file) => file.faults), ...repetitions(documents)];
  if (faults.length > 0) throw faulty(faults);
  return documents;
}

/** The files behind a name that was typed. */
export async function filesAt(path: string, folder: string): Promise<string[]> {
  if (path === '-') return ['-'];
  const found = await stat(resolve(folder, path)).catch(() => null);
  if (!found) throw misused(`There is no file or folder "${path}".`);
  if (!found.isDirectory()) return [path];
  const names = await readdir(resolve(folder, path), { recursive: true });
  const files = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  if (files.length === 0) throw misused(`The folder "${path}" holds no .yaml file.`);
  return files.map((name) => relative(folder, join(resolve(folder, path), name)) || name);
}

export async function contentOf(file: string, folder: string): Promise<Uint8Array> {
  return readFile(resolve(folder, file)).catch((error: NodeJS.ErrnoException) => {
    throw misused(`"${file}" cannot be read: ${error.message}.`);
  });
}

/** Within one file the reader of YAML finds them itself. */
function repetitions(documents: readonly YamlDocument[]): FileFault[] {
  const first = new Map<string, YamlDocument>();
  return documents.flatMap((document) => {
    const { kind, subject, file } = document;
    const before = first.get(`${kind} ${subject}`);
    if (before === undefined) first.set(`${kind} ${subject}`, document);
    if (before === undefined || before.file === file) return [];
    const message = `${kind} ${subject} is given before, in ${before.file}, line ${before.line}`;
    return [{ file, path: '', message, ...document.positionOf('') }];
  });
}

/** Every fault, each at its place. */
export function faulty(faults: readonly FileFault[]): Failure {
  const count = `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`;
  return new Failure(
    exitCodes.usage,
    `There ${faults.length === 1 ? 'is' : 'are'} ${count}, and nothing was sent.`,
    {
      particulars: faults.map(
        ({ file, line, column, path, message }) =>
          `${file}:${line}:${column}  ${path === '' ? '' : `${path} `}${message}`,
      ),
    },
  );
}
