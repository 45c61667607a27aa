// Writes the committed facts anew, and says which of them have changed. The examples come first, because the API
// description is made with them.
import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { recordExamples } from './gen/examples.ts';
import { facts } from './gen/facts.ts';

const recorded = 'src/adapters/http/examples/*.json';

const before = await readAll(recorded);
await recordExamples().catch((error: Error) => fail(recorded, error));
for (const [file, text] of await readAll(recorded)) say(file, before.get(file), text);

for (const [file, make] of Object.entries(facts)) {
  const text = await Promise.try(make).catch((error: Error) => error);
  if (text instanceof Error) {
    fail(file, text);
    continue;
  }
  const committed = await readFile(file, 'utf8').catch(() => undefined);
  if (committed === text) continue;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  say(file, committed, text);
}

async function readAll(pattern: string): Promise<Map<string, string>> {
  const files = globSync(pattern).sort();
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)));
}

function say(file: string, before: string | undefined, now: string): void {
  if (before !== now) console.log(`${before === undefined ? 'new' : 'changed'}: ${file}`);
}

function fail(file: string, error: Error): void {
  console.error(`${file}: ${error.message}`);
  process.exitCode = 1;
}
