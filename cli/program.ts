// The tree of commands: names, arguments, options and help. What a command does is in a module of its own, which is
// loaded only when that command runs, because a command line that starts in a tenth of a second gets used.
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { accessCommands } from './commands/access.ts';
import { apiKeyCommands } from './commands/api-key.ts';
import { applyCommand } from './commands/apply.ts';
import { completionCommand } from './commands/completion.ts';
import { databaseCommands } from './commands/database.ts';
import { demoCommands } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { eventCommands } from './commands/events.ts';
import { importCommand } from './commands/import.ts';
import { inboxCommand } from './commands/inbox.ts';
import { logCommands } from './commands/log.ts';
import { policyCommands } from './commands/policy.ts';
import { roverCommands } from './commands/rover.ts';
import { serveCommand } from './commands/serve.ts';
import { targetCommands } from './commands/targets.ts';
import type { Context } from './context.ts';
import { exitMeanings } from './exit-codes.ts';

export function buildProgram(context: Context): Command {
  const { io } = context;
  const program = new Command('countersign');
  program
    .description('Ask for access, decide about it, and prove it afterwards.')
    .version(version(), '--version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .addHelpCommand(new Command('help').argument('[command]').description('print help').helpGroup('Running:'))
    .configureHelp({ subcommandTerm: termOf })
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      getOutHelpWidth: () => Math.min(io.columns ?? 100, 100),
      getErrHelpWidth: () => Math.min(io.columns ?? 100, 100),
    })
    .showHelpAfterError('  fix: add --help to see what this command takes.')
    .exitOverride()
    .addHelpText('after', `\n${environmentHelp}\n\n${exitHelp()}`);
  for (const [group, commands] of groups) {
    program.commandsGroup(group);
    for (const add of commands) add(program, context);
  }
  // One command for help is enough; below it, --help says the same.
  for (const command of program.commands) command.helpCommand(false);
  return program;
}

type AddCommand = (program: Command, context: Context) => void;

const groups: readonly (readonly [string, readonly AddCommand[]])[] = [
  ['Asking and deciding:', [accessCommands, inboxCommand]],
  [
    'Setting up:',
    [applyCommand, roverCommands, policyCommands, targetCommands, apiKeyCommands, importCommand],
  ],
  ['Looking:', [logCommands, eventCommands, databaseCommands]],
  ['Running:', [demoCommands, serveCommand, doctorCommand, completionCommand]],
];

export function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** The name and its arguments; that there are options goes without saying. */
function termOf(command: Command): string {
  const args = command.registeredArguments.map((one) =>
    one.required ? `<${one.name()}>` : `[${one.name()}]`,
  );
  return [command.name(), ...args].join(' ');
}

const environmentHelp = `Environment:
  COUNTERSIGN_URL      address of the server, http://localhost:8700 unless set
  COUNTERSIGN_API_KEY  the key to act with
  COUNTERSIGN_TEAM     whose Rover files are meant, where the key does not say
  NO_COLOR             no colours`;

function exitHelp(): string {
  return `Exit codes:\n${exitMeanings.map(([code, meaning]) => `  ${String(code).padEnd(4)} ${meaning}`).join('\n')}`;
}
