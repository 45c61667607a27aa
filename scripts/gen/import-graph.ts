// test/output/import-graph.txt: which folder of the program imports from which, so that a new arrow is seen in review.
// Types count like everything else, because they tie two places together just as well. Between files no circle is
// allowed at all: what imports each other cannot be understood, tested or moved apart.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

type Graph = ReadonlyMap<string, readonly string[]>;

/** @throws Error that names the files of a circle. */
export function importGraphText(): string {
  const files = new Map(
    globSync('{src,cli,client,web}/**/*.{ts,tsx}', { exclude: ['web/dist*/**'] })
      .sort()
      .map((file) => [file, importsOf(file)] as const),
  );
  refuseCircles(files);
  const folders = new Map<string, Set<string>>();
  for (const [file, imports] of files) {
    const from = folderOf(file);
    const arrows = folders.get(from) ?? new Set();
    for (const to of imports.map(folderOf)) if (to !== from) arrows.add(to);
    folders.set(from, arrows);
  }
  return [...folders]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([from, to]) => `${from} -> ${[...to].sort().join(', ') || 'nothing'}\n`)
    .join('');
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const named = text.matchAll(
    /^(?:import|export)\b[^;'"]*?from '(\.[^']+)'|^import '(\.[^']+)'|import\('(\.[^']+)'\)/gm,
  );
  return [...named]
    .map(([, from, bare, dynamic]) => from ?? bare ?? dynamic!)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => relative('.', join(dirname(file), path)));
}

/** A room of the house: `src/core`, `src/adapters/db`, `cli/commands`. Files in `src` itself stand for themselves. */
function folderOf(file: string): string {
  const parts = dirname(file).split('/');
  if (file.startsWith('src/') && parts.length === 1) return file;
  return parts.slice(0, parts[1] === 'adapters' ? 3 : 2).join('/');
}

function refuseCircles(files: Graph): void {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file))
      throw new Error(
        `These files import each other: ${[...path.slice(path.indexOf(file)), file].join(' -> ')}`,
      );
    if (done.has(file)) return;
    for (const next of files.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of files.keys()) visit(file, []);
}
