// `countersign api-key …`: keys for programs and for this command line. A key is shown once, alone on stdout, so that a
// script can take it from there; everything else about it goes to stderr.
import { type Command, Option } from 'commander';
import type { Context } from '../context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { nextPage } from '../pages.ts';
import { answerOf, openServer, type Api, type Schemas } from '../server.ts';
import { withServer, type ServerOptions } from '../settings.ts';
import { painter, plain } from '../show/paint.ts';
import { table, type Row } from '../show/table.ts';
import { calendarDay, distance } from '../show/times.ts';

type Key = Schemas['ApiKey'];

const scopes = ['user', 'team', 'organization', 'user_read', 'team_read', 'organization_read'] as const;

interface CreateOptions extends ServerOptions {
  readonly scope: (typeof scopes)[number];
  readonly team?: string;
  readonly name?: string;
  readonly expires?: string;
}

export function apiKeyCommands(program: Command, { io, end }: Context): void {
  const keys = program
    .command('api-key')
    .summary('make, list and revoke keys')
    .description('Keys for programs and for this command line.');

  withServer(keys.command('create').description('Make a key. It is printed once, and never shown again.'))
    .addOption(new Option('--scope <scope>', 'whose rights it has').choices(scopes).default('user'))
    .option('--team <id>', 'the team, for the scopes team and team_read')
    .option('--name <text>', 'what it is for')
    .option('--expires <date>', 'the last day on which it works, as 2026-12-31')
    .action(async (options: CreateOptions) => end(await createKey(options, io)));

  withServer(keys.command('list').description('List the keys that you may know about.')).action(
    async (options: ServerOptions) => end(await listKeys(options, io)),
  );

  withServer(keys.command('revoke').description('Revoke a key, at once.'))
    .argument('<id>')
    .action(async (id: string, options: ServerOptions) => end(await revokeKey(id, options, io)));
}

async function createKey(
  { scope, team, name, expires, ...options }: CreateOptions,
  io: Io,
): Promise<ExitCode> {
  const { api } = await openServer(options, io);
  const body = {
    scope,
    ...(team !== undefined && { teamId: team }),
    ...(name !== undefined && { displayName: name }),
    ...(expires !== undefined && { expiresAt: expires }),
  };
  const made = await answerOf(api.POST('/api/api-keys', { body }));
  if (options.json) io.out(`${JSON.stringify(made, null, 2)}\n`);
  else {
    io.out(`${made.key}\n`);
    io.err(
      `Keep it safe: it is not shown again. Its id is ${made.organizationApiKeyId}${made.expiresAt ? `, it works until ${made.expiresAt}` : ''}.\n`,
    );
  }
  return exitCodes.done;
}

async function listKeys(options: ServerOptions, io: Io): Promise<ExitCode> {
  const { api } = await openServer(options, io);
  const keys = await allKeys(api);
  if (options.json) io.out(`${JSON.stringify(keys, null, 2)}\n`);
  else if (keys.length === 0) io.out('There are no keys.\n');
  else io.out(keyTable(keys, io));
  return exitCodes.done;
}

async function allKeys(api: Api): Promise<Key[]> {
  const keys: Key[] = [];
  for (let after: number | null = 0; after !== null;) {
    const call = api.GET('/api/api-keys', { params: { query: after > 0 ? { after } : {} } });
    keys.push(...(await answerOf(call)));
    after = nextPage((await call).response);
  }
  return keys;
}

function keyTable(keys: readonly Key[], io: Io): string {
  const columns = [
    { title: 'Id' },
    { title: 'Scope' },
    { title: 'Team' },
    { title: 'Made' },
    { title: 'Used' },
    { title: 'Expires' },
    { title: 'Name', shrinks: true },
  ];
  const rows = keys.map((key): Row => [
    plain(key.organizationApiKeyId),
    key.scope,
    plain(key.teamId ?? ''),
    calendarDay(key.createdAt),
    key.lastUsedAt === null ? 'never' : distance(key.lastUsedAt, io.now()),
    key.until === null ? '' : distance(key.until, io.now()),
    plain(key.displayName),
  ]);
  return table(columns, rows, painter(io.color), io.columns);
}

async function revokeKey(id: string, options: ServerOptions, io: Io): Promise<ExitCode> {
  const { api } = await openServer(options, io);
  await answerOf(api.DELETE('/api/api-keys/{id}', { params: { path: { id } } }));
  if (!options.json) io.out('Revoked. It works no more.\n');
  return exitCodes.done;
}
