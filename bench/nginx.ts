// A real nginx: the one of the system, or the Debian package, fetched with apt and unpacked into the cache. It runs in a
// folder of its own under this account, and ends with whoever started it.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The program; null where there is neither an nginx nor an apt that could fetch one. */
export async function findNginx(): Promise<string | null> {
  const folder = new URL('../.cache/nginx/', import.meta.url).pathname;
  const unpacked = join(folder, 'root/usr/sbin/nginx');
  for (const program of ['nginx', unpacked]) if (await runs(program)) return program;
  try {
    await mkdir(folder, { recursive: true });
    await execute('apt-get', ['download', 'nginx'], { cwd: folder });
    const deb = (await readdir(folder)).find((name) => /^nginx_.*\.deb$/.test(name))!;
    await execute('dpkg-deb', ['-x', join(folder, deb), join(folder, 'root')]);
  } catch {
    return null;
  }
  return (await runs(unpacked)) ? unpacked : null;
}

async function runs(program: string): Promise<boolean> {
  return execute(program, ['-v']).then(
    () => true,
    () => false,
  );
}

/** `1.22.1` */
export async function versionOf(program: string): Promise<string> {
  const { stderr } = await execute(program, ['-v']);
  return /nginx\/([\d.]+)/.exec(stderr)?.[1] ?? 'of some version';
}

/** Starts it with what stands inside `server`; the port is listened on when this resolves. */
export async function startNginx(program: string, port: number, server: string): Promise<AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-nginx-'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n');
  await writeFile(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/error.log warn;
events { worker_connections 1024; }
http {
${temporary}
access_log off;
server { listen 127.0.0.1:${port}; ${server} }
}
`,
  );
  const child = spawn(
    program,
    ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const ended = once(child, 'exit');
  await Promise.race([
    listens(port),
    ended.then(() => {
      throw new Error('nginx ended before it listened');
    }),
  ]);
  return {
    [Symbol.asyncDispose]: async () => {
      child.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

async function listens(port: number): Promise<void> {
  for (;;) {
    const there = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (there) return;
  }
}
