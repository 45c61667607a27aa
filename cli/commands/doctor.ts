// `countersign doctor`: what is here, what answers, what is lacking, each with what to do about it. It changes nothing,
// starts nothing, and prints no secret.
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import type { Finding } from '../doctor/finding.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { withServer, type ServerOptions } from '../settings.ts';
import { painter } from '../show/paint.ts';

export function doctorCommand(program: Command, { io, end }: Context): void {
  withServer(
    program
      .command('doctor')
      .summary('what is set up, what answers, what is lacking')
      .description(
        'Look at this installation: program, settings, database, server, key, targets. Changes nothing.',
      ),
  ).action(async (options: ServerOptions) => end(await examine(options, io)));
}

async function examine(options: ServerOptions, io: Io): Promise<ExitCode> {
  const [{ examineHouse }, { examineServer }] = await Promise.all([
    import('../doctor/house.ts'),
    import('../doctor/server.ts'),
  ]);
  const findings = [...(await examineHouse(io)), ...(await examineServer(options, io))];
  if (options.json) io.out(`${JSON.stringify(findings, null, 2)}\n`);
  else io.out(findings.map((finding) => lineOf(finding, io)).join(''));
  return findings.some(({ state }) => state === 'wrong') ? exitCodes.refused : exitCodes.done;
}

const looks = { ok: 'green', note: 'yellow', wrong: 'red' } as const;

function lineOf({ state, what, fix }: Finding, { color }: Io): string {
  const paint = painter(color);
  const todo = fix === undefined ? '' : `${' '.repeat(7)}${paint('dim', '→')} ${fix}\n`;
  return `${paint(looks[state], state.padEnd(5))}  ${what}\n${todo}`;
}
