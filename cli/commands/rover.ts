// `countersign rover …`: Rover files. Arguments and options only; the readers of documents take a while to load, and are
// loaded by the command that needs them.
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { collect, withServer } from '../settings.ts';
import { roverTokenCommand } from './rover-token.ts';

export function roverCommands(program: Command, context: Context): void {
  const rover = program
    .command('rover')
    .summary('apply Rover files, and see how far they are')
    .description(
      'Rover files: what an application exposes and subscribes to. Exit code 4 says that somebody still has to agree.',
    );
  actCommands(rover, context);
  lookCommands(rover, context);
  roverTokenCommand(rover, context);
}

function actCommands(rover: Command, { io, end }: Context): void {
  withFile(
    rover
      .command('plan')
      .description('Show what would be asked, granted and ended, and who would have to agree.'),
  ).action(async (options) => end(await (await acts()).planFiles(options, io)));

  withFile(
    rover
      .command('apply')
      .description('Apply files: each as a whole or not at all. The same file again asks for nothing.'),
  )
    .option('--wait [length]', 'wait until nothing is open any more, as 30m or 8h; 30m unless said')
    .action(async (options) => end(await (await acts()).applyFiles(options, io)));

  withOneOrFile(
    rover
      .command('delete')
      .description(
        'Delete files: what they subscribe to is given back, what they expose is exposed no more.',
      ),
  )
    .option('-y, --yes', 'do it without asking')
    .action(async (ids, options) => end(await (await acts()).deleteFiles(ids, options, io)));
}

function lookCommands(rover: Command, { io, end }: Context): void {
  withOneOrFile(
    rover.command('status').description('Show how far files have come, and who has to act.'),
  ).action(async (ids, options) => end(await (await looks()).showStatus(ids, options, io)));
  withOneOrFile(
    rover
      .command('info')
      .description('Show files as they were applied, with what was said about each subscription.'),
  ).action(async (ids, options) => end(await (await looks()).showInfo(ids, options, io)));
  withOneOrFile(
    rover.command('renew').description('Ask for more time for what has expired or ends within thirty days.'),
  ).action(async (ids, options) => end(await (await looks()).renew(ids, options, io)));
}

function withFile(command: Command): Command {
  return withTeam(withServer(command)).requiredOption(
    '-f, --file <path>',
    'a file, a folder, or - for what is piped in; may be repeated',
    collect,
  );
}

function withOneOrFile(command: Command): Command {
  return withTeam(withServer(command))
    .argument('[id...]', 'as <team>--<name>')
    .option('-f, --file <path>', 'the file, instead of its id; may be repeated', collect);
}

function withTeam(command: Command): Command {
  return command.option('--team <id>', 'whose file it is (COUNTERSIGN_TEAM, else the only team of the key)');
}

const acts = () => import('../rover/act.ts');
const looks = () => import('../rover/look.ts');
