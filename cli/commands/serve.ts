// `countersign serve`: a server for real work. It invents nothing that has to be kept (no key, no person, no data), and
// the one thing that it says to people and not to a log is the link for the first administrator.
import { Option, type Command } from 'commander';
import type { Context } from '../context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { locally } from '../local.ts';
import { moment, zoneAt } from '../show/times.ts';

export function serveCommand(program: Command, { io, end }: Context): void {
  program
    .command('serve')
    .summary('run a server')
    .description(
      'Run a server for real work. Its settings come from the environment: docs/reference/config.md.',
    )
    .addOption(
      new Option(
        '--role <role>',
        'what the process does: all of it, or nothing but answering checks (docs/guide/checking.md)',
      )
        .choices(['server', 'check'])
        .default('server'),
    )
    .action(async ({ role }: { role: string }) =>
      end(await locally(() => (role === 'check' ? serveChecks(io) : serve(io)))),
    );
}

async function serveChecks(io: Io): Promise<ExitCode> {
  const [{ readConfig }, { openLogger, untilAsked }, { startCheckNode }] = await Promise.all([
    import('../../src/config.ts'),
    import('../../src/main.ts'),
    import('../../src/check-node.ts'),
  ]);
  const config = readConfig(io.env);
  const logger = openLogger(config.logLevel);
  const node = await startCheckNode(config, logger);
  await untilAsked(io.stopped);
  logger.info('asked to stop');
  await node.stop();
  return exitCodes.done;
}

async function serve(io: Io): Promise<ExitCode> {
  const [{ readConfig }, { openLogger, startServer, untilAsked }, { issueFirstLink }, { ensureWeb }] =
    await Promise.all([
      import('../../src/config.ts'),
      import('../../src/main.ts'),
      import('../../src/app/issue-link.ts'),
      import('../../src/web-build.ts'),
    ]);
  const config = readConfig(io.env);
  await ensureWeb((sentence) => io.err(`${sentence}\n`));
  const logger = openLogger(config.logLevel);
  const server = await startServer({ config, logger, hosts: null, demo: false });
  const link = await issueFirstLink(server.countersign.identity)();
  if (link) io.out(firstLinkText(server.url, link));
  await untilAsked(io.stopped);
  logger.info('asked to stop');
  await server.stop();
  return exitCodes.done;
}

function firstLinkText(url: string, { token, expiresAt }: { token: string; expiresAt: number }): string {
  return [
    '',
    'Nobody runs this installation yet. Whoever opens this link first becomes its administrator;',
    `it works once, until ${moment(expiresAt)} ${zoneAt(expiresAt)}:`,
    '',
    `  ${url}/sign-in/link#${token}`,
    '',
    '',
  ].join('\n');
}
