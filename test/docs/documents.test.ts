// The documents among each other: every link leads to a file that is there, and to a heading in it where it names one;
// every picture is shown somewhere, says in words what is to be seen, and is one that `npm run screenshots` takes.
import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { pictures } from '../../scripts/screenshots/pictures.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const documents = await Promise.all(
  globSync(['*.md', 'docs/**/*.md', 'src/**/*.md'], { cwd: root }).map(async (path) => ({
    path,
    text: withoutCode(await readFile(join(root, path), 'utf8')),
  })),
);

test('links between documents lead to files and headings that exist', () => {
  assert.ok(documents.length > 10);
  const lost = documents.flatMap(({ path, text }) =>
    linksIn(text)
      .filter((to) => !leadsSomewhere(path, to))
      .map((to) => `${path}: ${to}`),
  );
  assert.deepEqual(lost, []);
});

test('every picture is there, is shown, and is one that can be taken anew', async () => {
  const folder = 'docs/guide/pictures';
  const there = globSync(`${folder}/*`, { cwd: root }).map((path) => basename(path));
  const named = documents.flatMap(({ path, text }) =>
    picturesIn(text).map(({ to }) => join(dirname(path), to)),
  );
  assert.deepEqual([...new Set(named)].sort(), there.map((name) => `${folder}/${name}`).sort());
  assert.deepEqual(
    there.sort(),
    Object.keys(pictures)
      .map((name) => `${name}.png`)
      .sort(),
  );
  const sizes = await Promise.all(there.map(async (name) => (await stat(join(root, folder, name))).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  assert.ok(bytes < 2_000_000, `the pictures are ${bytes} bytes together`);
});

test('every picture says in words what is to be seen', () => {
  const mute = documents.flatMap(({ path, text }) =>
    picturesIn(text)
      .filter(({ alt }) => alt.length < 20)
      .map(({ to }) => `${path}: ${to}`),
  );
  assert.deepEqual(mute, []);
});

function linksIn(text: string): string[] {
  return [...text.matchAll(/\]\((?![a-z]+:)([^)\s]+)\)/g)].map(([, to]) => to!);
}

function picturesIn(text: string): { alt: string; to: string }[] {
  return [...text.matchAll(/!\[([^\]]*)\]\((?![a-z]+:)([^)\s]+)\)/g)].map(([, alt, to]) => ({
    alt: alt!,
    to: to!,
  }));
}

function leadsSomewhere(from: string, to: string): boolean {
  const [path = '', heading] = to.split('#');
  const file = path === '' ? from : join(dirname(from), path);
  if (!existsSync(join(root, file))) return false;
  if (heading === undefined) return true;
  const document = documents.find((one) => one.path === file);
  return document !== undefined && headingsOf(document.text).includes(heading);
}

/** By the names under which they are linked to: small letters, hyphens for spaces, and no other signs. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** What stands in code is no link. */
function withoutCode(text: string): string {
  return text.replace(/^```[^]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
}
