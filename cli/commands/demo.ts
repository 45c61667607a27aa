// `countersign demo`, `demo query`, `demo reset`: the whole of Countersign on this machine, with a company in it.
import type { Command } from 'commander';
import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { Failure, misused } from '../failure.ts';
import type { Io } from '../io.ts';
import { locally } from '../local.ts';

interface DemoOptions {
  readonly dataDir?: string;
  readonly token?: boolean;
}

export function demoCommands(program: Command, { io, end }: Context): void {
  const demo = program
    .command('demo')
    .summary('run the demo: an online shop, on this machine only')
    .description(
      'Run the demo: the online shop Fernlane, with a real database as target. It listens on this machine only, keeps everything in its data folder, and lets every local user in unless it is closed with --token.',
    )
    .option(
      '--data-dir <folder>',
      'where it keeps everything (COUNTERSIGN_DEMO_DIR, else data/demo beside the program)',
    )
    .option('--token', 'ask everybody who signs in for a token, which is printed')
    .action(async (options: DemoOptions) => end(await runDemo(options, io)));

  demo
    .command('query')
    .description('Sign in at the demo’s shop database as a role, run SQL, and print what PostgreSQL answers.')
    .argument('<sql>')
    .requiredOption('--as <role>', 'the role to sign in as, such as alice or partner_desk')
    .action(async (sql: string, { as }: { as: string }, command: Command) =>
      end(await query(sql, as, dataDirOf(command), io)),
    );

  demo
    .command('reset')
    .description('Clear the demo’s data away, so that the next start begins anew.')
    .action(async (_options: unknown, command: Command) => end(await reset(dataDirOf(command), io)));
}

function dataDirOf(command: Command): string | null {
  return command.optsWithGlobals<DemoOptions>().dataDir ?? null;
}

async function runDemo({ dataDir, token }: DemoOptions, io: Io): Promise<ExitCode> {
  const { demoProcess } = await import('../demo/process.ts');
  return locally(() => demoProcess({ dataDir: dataDir ?? null, token: token === true }, io));
}

async function query(sql: string, role: string, dataDir: string | null, io: Io): Promise<ExitCode> {
  const [{ demoFolder, readRunning }, { queryAs }, { shopDatabase }] = await Promise.all([
    import('../../src/demo/running.ts'),
    import('../../src/demo/query.ts'),
    import('../../src/demo/shop.ts'),
  ]);
  if (sql.trim() === '') throw misused('There is no SQL to run.');
  const running = await readRunning(demoFolder(dataDir, io));
  const answered =
    running && (await queryAs(role, sql, { ...running, database: shopDatabase }).catch(() => null));
  if (!answered)
    throw new Failure(exitCodes.unreachable, 'The demo does not run.', {
      fix: 'Start it with "npm start" or "countersign demo".',
    });
  if ('rows' in answered) io.out(answered.rows);
  else io.err(answered.refused);
  return 'rows' in answered ? exitCodes.done : exitCodes.refused;
}

async function reset(dataDir: string | null, io: Io): Promise<ExitCode> {
  const [{ demoFolder }, { resetDemo }] = await Promise.all([
    import('../../src/demo/running.ts'),
    import('../../src/demo/reset.ts'),
  ]);
  const folder = demoFolder(dataDir, io);
  const wasThere = await locally(() => resetDemo(resolve(folder)));
  io.out(
    wasThere
      ? 'The demo is cleared away; the next start begins anew.\n'
      : 'There is no demo to clear away.\n',
  );
  return exitCodes.done;
}
