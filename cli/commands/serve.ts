// `countersign serve`: a server for real work. It invents nothing that has to be kept (no key, no person, no data), and
// the one thing that it says to people and not to a log is the link for the first administrator.
import type { Command } from 'commander';
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
    .action(async () => end(await locally(() => serve(io))));
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
