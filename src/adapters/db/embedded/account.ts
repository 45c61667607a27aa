/**
 * Decides as whom PostgreSQL runs. It refuses user id 0, while containers and `sudo` make root the usual case,
 * so root tries a ladder: a user namespace in which the same user carries another number (nothing is copied, no
 * owner changes, it works below a home that is closed to others); where a container forbids namespaces, the user
 * id 65534, which then owns the folder; where that user cannot reach the folder, the same with the one capability
 * to pass closed folders; and where the programs lie below the closed home of somebody else, as with `sudo`, that
 * somebody. A folder is always served by the user who made it, since PostgreSQL demands to own its data. Every rung
 * is tried with the real binary before it is chosen.
 */
import { constants, type FileHandle, lchown, lstat, open, readdir, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type Binaries, wayOut } from './binaries.ts';
import type { Folder } from './folder.ts';
import { type Outcome, run } from './run.ts';

export interface Account {
  /** Who owns the server's files, as seen from outside a user namespace. */
  uid: number;
  gid: number;
  /** The command in front of initdb and postgres. It replaces itself by them, so that the pid stays theirs. */
  prefix: readonly string[];
  /** What the binary says of itself, such as `18.4`. */
  version: string;
}

/** Throws one sentence when nobody whom we may become can run PostgreSQL on this folder. */
export async function chooseAccount(folder: Folder, { postgres }: Binaries): Promise<Account> {
  const refusals = new Set<string>();
  for (const rung of ladder(await maker(folder), await stat(postgres))) {
    const { code, output } = await tryOut(rung, folder, postgres);
    const version = /PostgreSQL\) (\S+)/.exec(output)?.[1];
    if (code === 0 && version) return { ...rung, version };
    refusals.add(output);
  }
  const fix =
    'Put Countersign into a folder that others may enter, or start it as the user whose folder it is.';
  throw new Error(`The embedded PostgreSQL cannot run here (${[...refusals].join('; ')}). ${fix} ${wayOut}`);
}

/** Hands a folder to the account, the folder itself last: its owner tells the next start who serves it. */
export async function give(path: string, { uid, gid }: Account): Promise<void> {
  if (process.geteuid?.() !== 0 || (await lstat(path)).uid === uid) return;
  for (const entry of await readdir(path, { recursive: true })) await lchown(join(path, entry), uid, gid);
  await lchown(path, uid, gid);
}

/** Opens a file for appending, closed to others and owned by the account. A link that somebody laid is refused. */
export async function openFor({ uid, gid }: Account, path: string): Promise<FileHandle> {
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_RDWR } = constants;
  const handle = await open(path, O_APPEND | O_CREAT | O_NOFOLLOW | O_RDWR, 0o600);
  if (process.geteuid?.() === 0) await handle.chown(uid, gid);
  return handle;
}

interface Rung extends Omit<Account, 'version'> {
  /** The same without capabilities. PostgreSQL looks at its own program by access(2), for which they do not count. */
  bare?: readonly string[];
}

async function tryOut({ prefix, bare }: Rung, { root }: Folder, postgres: string): Promise<Outcome> {
  const reached = bare && (await run([...bare, postgres, '--version']));
  if (reached && reached.code !== 0) return reached;
  return run([...prefix, 'sh', '-c', 'cd "$1" && exec "$2" --version', 'sh', root, postgres]);
}

/** @param owner whose the programs are. */
function ladder(maker: Identity, owner: Identity): Rung[] {
  const me = process.geteuid?.();
  if (me !== 0) return userHasName() ? [{ ...maker, prefix: [] }] : [mapped(maker), { ...maker, prefix: [] }];
  if (maker.uid !== 0) return dropped(maker);
  const others = owner.uid === 0 ? [] : dropped(owner);
  return [mapped(maker), ...dropped({ uid: nobody, gid: nobody }), ...others];
}

interface Identity {
  uid: number;
  gid: number;
}

const nobody = 65534;

function mapped({ uid, gid }: Identity): Rung {
  return { uid, gid, prefix: ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`] };
}

function dropped({ uid, gid }: Identity): Rung[] {
  const plain = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  const passing = [...plain, '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return [
    { uid, gid, prefix: plain },
    { uid, gid, prefix: passing, bare: plain },
  ];
}

/** Who made the server's folder or, before it exists, who shall. */
async function maker({ data, root }: Folder): Promise<Identity> {
  const me = { uid: process.geteuid?.() ?? -1, gid: process.getegid?.() ?? -1 };
  const found = await stat(data).catch(() => (me.uid === 0 ? stat(root) : me));
  if (me.uid !== 0 && found.uid !== me.uid) {
    const who = `was made by the user with id ${found.uid}, and this is user ${me.uid}`;
    throw new Error(`The database folder ${data} ${who}: start Countersign as the user who made it.`);
  }
  return { uid: found.uid, gid: found.gid };
}

/** initdb gives up on a user id without a name, which is common in containers; within a namespace it has one. */
function userHasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}
