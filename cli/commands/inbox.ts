// `countersign inbox`: what waits for me.
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { answerOf, openServer } from '../server.ts';
import { withServer, type ServerOptions } from '../settings.ts';
import { inboxTable } from '../show/access-table.ts';

export function inboxCommand(program: Command, { io, end }: Context): void {
  withServer(
    program
      .command('inbox')
      .summary('what waits for me')
      .description('List what waits for your decision, the longest first.'),
  ).action(async (options: ServerOptions) => {
    await showInbox(options, io);
    end(exitCodes.done);
  });
}

async function showInbox(options: ServerOptions, io: Io): Promise<void> {
  const { api } = await openServer(options, io);
  const items = [];
  for (let after: string | null | undefined; after !== null;) {
    const page = await answerOf(api.GET('/api/inbox', { params: { query: after ? { after } : {} } }));
    items.push(...page.items);
    after = page.next;
  }
  if (options.json) return io.out(`${JSON.stringify(items, null, 2)}\n`);
  if (items.length === 0) return io.out('Nothing waits for you.\n');
  io.out(inboxTable(items, io));
}
