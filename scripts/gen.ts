// Writes the committed facts anew, and says which of them have changed.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { facts } from './gen/facts.ts';

for (const [file, make] of Object.entries(facts)) {
  const text = await Promise.try(make).catch((error: Error) => error);
  if (text instanceof Error) {
    console.error(`${file}: ${text.message}`);
    process.exitCode = 1;
    continue;
  }
  const before = await readFile(file, 'utf8').catch(() => null);
  if (before === text) continue;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  console.log(`${before === null ? 'new' : 'changed'}: ${file}`);
}
