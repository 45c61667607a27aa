// Builds the web app, which the server gives away as files: `web/` becomes `web/dist` with hashed names, each file also
// compressed, because compressing once is cheaper and better than doing it for every browser. `npm ci` does this by its
// prepare script; a server that finds the build missing, or older than what it is made of, does it by itself, so that
// nobody has to know a further command. The new build is moved into its place as a whole, or not at all.
import { globSync, statSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Where the built app lies. */
export const webFolder = join(root, 'web/dist');

/**
 * Builds the app where that has to be done. A server without the app, or with an older one, is better than none, so what
 * goes wrong is said and nothing more.
 *
 * @param say hears a sentence before the work begins, and another one when it fails.
 */
export async function ensureWeb(say: (sentence: string) => void): Promise<void> {
  if (isBuilt()) return;
  say('The web app is built first; it takes a few seconds.');
  await buildWeb().catch((error: Error) => say(`The web app could not be built: ${error.message}`));
}

/** @throws what Vite has to say when the sources cannot be built. */
export async function buildWeb(): Promise<void> {
  const fresh = `${webFolder}-${process.pid}`;
  const { build } = await import('vite');
  try {
    await build({
      root: join(root, 'web'),
      configFile: join(root, 'web/vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: fresh, emptyOutDir: true },
    });
    await compress(fresh);
    await moveInto(fresh);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Sources carry the time of their checkout, so a build is newer than what it was made of, or has to be made again. */
function isBuilt(): boolean {
  const built = statSync(join(webFolder, 'index.html'), { throwIfNoEntry: false })?.mtimeMs;
  if (built === undefined) return false;
  const sources = globSync(['web/**/*.{ts,tsx,css,html,svg}', 'client/*.ts', 'package-lock.json'], {
    cwd: root,
    exclude: (path) => path.startsWith('web/dist'),
  });
  return sources.every((file) => statSync(join(root, file)).mtimeMs <= built);
}

const squeeze = promisify(brotliCompress);
const zip = promisify(gzip);

async function compress(folder: string): Promise<void> {
  const files = globSync('assets/*.{js,css,svg}', { cwd: folder });
  await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(join(folder, file));
      const [br, gz] = await Promise.all([
        squeeze(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
        zip(bytes, { level: 9 }),
      ]);
      await Promise.all([
        writeFile(join(folder, `${file}.br`), br),
        writeFile(join(folder, `${file}.gz`), gz),
      ]);
    }),
  );
}

/** Two processes may build at once; the later one wins, and both builds are of the same sources. */
async function moveInto(fresh: string): Promise<void> {
  await mkdir(fresh, { recursive: true });
  await rm(webFolder, { recursive: true, force: true });
  await rename(fresh, webFolder);
}
