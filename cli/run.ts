// Runs one command line: finds the command, lets it do its work, and turns whatever comes of it into output and an exit
// code. No stack is ever shown for something that a person can act on; a bug is called a bug, with its stack, because
// then somebody has to report it.
import { CommanderError } from 'commander';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { Failure } from './failure.ts';
import type { Io } from './io.ts';
import { buildProgram } from './program.ts';
import { painter } from './show/paint.ts';

/** @param line what was typed after the name of the program. */
export async function run(line: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const program = buildProgram({ io, end: (found) => void (code = found) });
  try {
    await program.parseAsync([...line], { from: 'user' });
    return code;
  } catch (error) {
    return report(error, line.includes('--json'), io);
  }
}

function report(error: unknown, json: boolean, io: Io): ExitCode {
  // Commander has said itself what is wrong, or printed the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (io.stopped.aborted) return exitCodes.interrupted;
  if (!(error instanceof Failure)) {
    io.err(
      `countersign: a bug of ours. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return exitCodes.refused;
  }
  io.err(json ? `${JSON.stringify(problemOf(error), null, 2)}\n` : sentencesOf(error, io));
  return error.exitCode;
}

/** The same for programs: what the server sent, or what we found ourselves, with the lines that a person would read. */
function problemOf({ problem, message, particulars, fix }: Failure): Record<string, unknown> {
  return {
    ...(problem ?? { title: message, ...(fix !== null && { fix }) }),
    ...(particulars.length > 0 && { particulars }),
  };
}

/** What, the particulars, and what to do about it. */
function sentencesOf({ message, particulars, fix }: Failure, { color }: Io): string {
  const paint = painter(color);
  const lines = [
    `${paint('red', 'error:')} ${paint('bold', message)}`,
    ...particulars.map((one) => `       ${one}`),
    ...(fix === null ? [] : [`  ${paint('green', 'fix:')} ${fix}`]),
  ];
  return `${lines.join('\n')}\n`;
}
