// `countersign completion bash|zsh|fish`: a script that completes commands and options in that shell. It is made from
// the tree of commands itself, so that it knows every command that there is, and it starts no process while typing.
import { Argument, type Command } from 'commander';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { completionScript, shells, type Shell } from '../completion/script.ts';

export function completionCommand(program: Command, { io, end }: Context): void {
  program
    .command('completion')
    .summary('complete commands in your shell')
    .description('Print a completion script for a shell; for bash: source <(countersign completion bash).')
    .addArgument(new Argument('<shell>').choices(shells))
    .action((shell: Shell) => {
      io.out(completionScript(shell, program));
      end(exitCodes.done);
    });
}
