// `countersign rover token`: what `roverctl` of a team takes as ROVER_TOKEN. It is alone on stdout, so that a script can
// put it where pipelines keep their secrets. Behind it is a key of the scope `rover`, listed and revoked like every other.
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { answerOf, openServer } from '../server.ts';
import { withServer, type ServerOptions } from '../settings.ts';

interface TokenOptions extends ServerOptions {
  readonly name: string;
  readonly expires?: string;
}

export function roverTokenCommand(rover: Command, { io, end }: Context): void {
  withServer(rover.command('token').description('Print what roverctl of a team takes as ROVER_TOKEN.'))
    .argument('<team>')
    .option('--name <text>', 'what it is for', 'roverctl')
    .option('--expires <date>', 'the last day on which it works, a year from now unless said')
    .action(async (team: string, options: TokenOptions) => end(await makeToken(team, options, io)));
}

async function makeToken(
  team: string,
  { name, expires, ...options }: TokenOptions,
  io: Io,
): Promise<ExitCode> {
  const { api } = await openServer(options, io);
  const expiresAt = expires ?? inAYear(io.now());
  const body = { scope: 'rover', teamId: team, displayName: name, expiresAt } as const;
  const made = await answerOf(api.POST('/api/api-keys', { body }));
  if (options.json) io.out(`${JSON.stringify(made, null, 2)}\n`);
  else {
    io.out(`${made.roverToken}\n`);
    io.err(
      `Keep it safe: it is not shown again. It works until ${made.expiresAt}; "countersign api-key revoke ${made.organizationApiKeyId}" ends it at once.\n`,
    );
  }
  return exitCodes.done;
}

function inAYear(now: number): string {
  const day = new Date(now);
  day.setUTCFullYear(day.getUTCFullYear() + 1);
  return day.toISOString().slice(0, 10);
}
