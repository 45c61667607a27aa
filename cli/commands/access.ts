// `countersign access …`: the agreements. Arguments and options only; each act is in a module of its own.
import { type Command, Option } from 'commander';
import type { Context } from '../context.ts';
import { collect, withServer } from '../settings.ts';
import { actOnAccess, type SimpleAct } from './access-act.ts';
import { approveAccess, rejectAccess } from './access-decide.ts';
import { showHistory } from './access-history.ts';
import { listAccess } from './access-list.ts';
import { renewAccess, requestAccess } from './access-request.ts';
import { showAccess } from './access-show.ts';

export function accessCommands(program: Command, context: Context): void {
  const access = program
    .command('access')
    .summary('ask for access, decide, suspend, end')
    .description('Agreements about who may use what.');
  readCommands(access, context);
  askCommands(access, context);
  decideCommands(access, context);
  for (const act of simpleActs) simpleCommand(access, context, act);
}

function readCommands(access: Command, { io, end }: Context): void {
  withServer(access.command('list').description('List agreements, the oldest first.'))
    .option('--resource <id>', 'only to this resource')
    .option('--product <id>', 'only to output ports of this data product')
    .option('--for <consumer>', 'only for team:<id> (with all it owns), product:<id> or application:<id>')
    .option('--state <state>', 'only in this state, such as Granted; may be repeated', collect)
    .option('--limit <number>', 'how many at most', '200')
    .action(async (options) => end(await listAccess(options, io)));

  withServer(
    access.command('show').description('Show one agreement: how it stands, who decides, what happened.'),
  )
    .argument('<id>')
    .action(async (id, options) => end(await showAccess(id, options, io)));

  withServer(access.command('history').description('Show everything that ever happened to an agreement.'))
    .argument('<id>')
    .action(async (id, options) => end(await showHistory(id, options, io)));
}

function askCommands(access: Command, { io, end }: Context): void {
  withServer(
    access.command('request').description('Ask for access to a resource, such as orders/orders-latest.'),
  )
    .argument('<resource>')
    .option('--purpose <text>', 'what it is needed for: the owner decides by this')
    .option('--for <consumer>', 'me, team:<id>, product:<id>, application:<id> or person:<address>', 'me')
    .option('--role <role>', 'a role or scope of the resource; may be repeated', collect)
    .option('--from <date>', 'begin, as 2026-12-01 or 2026-12-01T08:00; at once unless given')
    .addOption(
      new Option('--until <date>', 'end, as 2026-12-31 (the whole day) or an instant').conflicts('duration'),
    )
    .option('--duration <length>', 'how long from the grant on: 30d, 8h, 15m')
    .option('--id <id>', 'an id of your own for the agreement')
    .action(async (resource, options) => end(await requestAccess(resource, options, io)));

  withServer(access.command('renew').description('Ask for more time, or again after the end.'))
    .argument('<id>')
    .option('--purpose <text>', 'what it is needed for now')
    .option('--role <role>', 'a role or scope from now on; may be repeated', collect)
    .addOption(
      new Option('--until <date>', 'end, as 2026-12-31 (the whole day) or an instant').conflicts('duration'),
    )
    .option('--duration <length>', 'how long from the grant on: 30d, 8h, 15m')
    .action(async (id, options) => end(await renewAccess(id, options, io)));
}

function decideCommands(access: Command, { io, end }: Context): void {
  withServer(access.command('approve').description('Allow what is asked, or less of it.'))
    .argument('<id>')
    .option('--comment <text>', 'what both sides should know')
    .option('--role <role>', 'allow this role only; may be repeated', collect)
    .addOption(new Option('--until <date>', 'allow until then only').conflicts('duration'))
    .option('--duration <length>', 'allow for this long only: 30d, 8h')
    .action(async (id, options) => end(await approveAccess(id, options, io)));

  withServer(access.command('reject').description('Deny what is asked.'))
    .argument('<id>')
    .option('--comment <text>', 'why, for whoever asked')
    .action(async (id, options) => end(await rejectAccess(id, options, io)));
}

const simpleActs: readonly SimpleAct[] = [
  {
    name: 'suspend',
    done: 'Suspended',
    description: 'Stop an access for now; the agreement stays.',
    demandsComment: 'Why is it suspended?',
  },
  { name: 'resume', done: 'Resumed', description: 'Let a suspended access run again.', demandsComment: null },
  {
    name: 'cancel',
    done: 'Cancelled',
    description: 'End an access, now or at the end of a day.',
    demandsComment: null,
  },
  {
    name: 'withdraw',
    done: 'Withdrawn:',
    description: 'Take back what you asked for.',
    demandsComment: null,
  },
  {
    name: 'retract',
    done: 'Took back the allow of',
    description: 'Take back your own first allow, while it waits for the second one.',
    demandsComment: null,
  },
];

function simpleCommand(access: Command, { io, end }: Context, act: SimpleAct): void {
  const command = withServer(access.command(act.name).description(act.description))
    .argument('<id>')
    .option('--comment <text>', 'what both sides should know');
  if (act.name === 'cancel') command.option('--on <date>', 'the last day, as 2026-12-31; now unless given');
  command.action(async (id, options) => end(await actOnAccess(act, id, options, io)));
}
