// Which test files run, and which of them share a process. Half of what a small file costs is starting Node, loading the
// program and meeting a database for the first time, so files of which every test has a database of its own, and nothing
// of the process, run one after the other in one process for each folder. It gets them as one file that imports them.
import { globSync, statSync } from 'node:fs';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Folders below `test` whose files share a process. */
const sharing = ['web', 'core', 'documents', 'http', 'log', 'cli'];

/** Into how many processes the files of a folder go, where one would be the last that everything waits for. */
const parts: Readonly<Record<string, number>> = { web: 3 };

export interface TestFiles extends AsyncDisposable {
  readonly files: readonly string[];
}

/** @param paths files and folders; a file that is named runs whatever it is, and by itself. */
export async function testFiles(paths: readonly string[], long: boolean): Promise<TestFiles> {
  const place = await mkdtempDisposable(join(tmpdir(), 'countersign-tests-'));
  const found = paths.flatMap((path) => testsIn(path, long));
  let nth = 0;
  const groups = Map.groupBy(found, (file) => {
    const folder = basename(dirname(file));
    const isShared = sharing.includes(folder) && !paths.some((path) => resolve(path) === file);
    return isShared ? `${folder}${nth++ % (parts[folder] ?? 1)}` : file;
  });
  const files: string[] = [];
  for (const [name, members] of longestFirst(groups))
    files.push(members.length === 1 ? members[0]! : await oneOf(join(place.path, `${name}.ts`), members));
  return { files, [Symbol.asyncDispose]: () => place.remove() };
}

/** What one process does alone for long begins at once, so that nothing waits for it in the end. */
function longestFirst(groups: ReadonlyMap<string, string[]>): [string, string[]][] {
  const rank = ([, [file]]: [string, string[]]) => sharing.indexOf(basename(dirname(file!)));
  const isFirst = (group: [string, string[]]) => group[1].length > 1;
  const shared = [...groups].filter(isFirst).sort((one, other) => rank(one) - rank(other));
  return [...shared, ...[...groups].filter((group) => !isFirst(group))];
}

/** Of a folder, the long tests only when they are asked for. */
function testsIn(path: string, long: boolean): string[] {
  if (statSync(path).isFile()) return [resolve(path)];
  const found = globSync(join(resolve(path), '**/*.test.ts')).sort();
  return long ? found : found.filter((file) => !isLong(file) || isLong(path));
}

function isLong(path: string): boolean {
  return relative('test/long', path).split('/')[0] !== '..';
}

async function oneOf(file: string, members: readonly string[]): Promise<string> {
  await writeFile(file, members.map((member) => `import '${pathToFileURL(member).href}';\n`).join(''));
  return file;
}
