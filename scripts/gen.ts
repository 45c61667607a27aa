// Writes the committed facts anew, and says which of them have changed.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { facts } from './gen/facts.ts';

for (const [file, make] of Object.entries(facts)) {
  const text = await make();
  const before = await readFile(file, 'utf8').catch(() => null);
  if (before === text) continue;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  console.log(`${before === null ? 'new' : 'changed'}: ${file}`);
}
