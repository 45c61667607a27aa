// `countersign policy show` and `set`: how access to a resource is decided. Showing speaks in sentences; `--yaml` gives
// the document that `apply` takes back. Setting changes the parts that are named and leaves the others, and sends the
// version it has seen, so that two owners at once do not overwrite each other.
import type { Command } from 'commander';
import { parse, stringify } from 'yaml';
import type { Context } from '../context.ts';
import { differencesOf } from '../apply/difference.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { misused, refusal } from '../failure.ts';
import type { Io } from '../io.ts';
import { answerOf, openServer, type Schemas, type Server } from '../server.ts';
import { withServer, type ServerOptions } from '../settings.ts';
import { painter } from '../show/paint.ts';
import { policyText } from '../show/policy.ts';
import { valueText } from '../show/value.ts';

type Policy = Schemas['Policy'];

/** What can be written, in the order in which a file has it. */
const fields = [
  'strategy',
  'trusted',
  'ownTeam',
  'approvers',
  'fallback',
  'durations',
  'defaultDuration',
  'maximumDuration',
  'deadline',
  'external',
  'purposeByPerson',
  'endSessions',
  'inBrowser',
  'signIn',
] as const;

export function policyCommands(program: Command, { io, end }: Context): void {
  const policy = program
    .command('policy')
    .summary('how access is decided')
    .description('How access to a resource is decided.');
  withServer(policy.command('show').description('Show the policy of a resource in plain sentences.'))
    .argument('<resource>')
    .option('--yaml', 'as a document for "apply"')
    .action(async (id: string, options: ShowOptions) => end(await show(id, options, io)));
  withServer(policy.command('set').description('Change parts of a policy, and leave the others as they are.'))
    .argument('<resource>')
    .argument(
      '<field=value...>',
      `such as strategy=FourEyes, maximumDuration=90d, trusted=[fulfilment]; nothing behind the = takes it away. Fields: ${fields.join(', ')}`,
    )
    .action(async (id: string, changes: string[], options: ServerOptions) =>
      end(await set(id, changes, options, io)),
    );
}

interface ShowOptions extends ServerOptions {
  readonly yaml?: boolean;
}

async function show(id: string, options: ShowOptions, io: Io): Promise<ExitCode> {
  const { api } = await openServer(options, io);
  const policy = await answerOf(api.GET('/api/resources/{id}/policy', { params: { path: { id } } }));
  if (options.json) io.out(`${JSON.stringify(policy, null, 2)}\n`);
  else if (options.yaml)
    io.out(stringify({ kind: 'Policy', resource: id, ...writable(policy) }, { nullStr: '' }));
  else io.out(policyText(policy, painter(io.color), io.columns));
  return exitCodes.done;
}

async function set(id: string, typed: readonly string[], options: ServerOptions, io: Io): Promise<ExitCode> {
  const changes = Object.fromEntries(typed.map(changeFrom));
  const server = await openServer(options, io);
  const call = server.api.GET('/api/resources/{id}/policy', { params: { path: { id } } });
  const before = writable(await answerOf(call));
  const wish: Record<string, unknown> = { ...before, ...changes };
  const answer = await put(server, id, wish, (await call).response.headers.get('etag'));
  if (options.json) io.out(`${JSON.stringify(await answer.json().catch(() => wish), null, 2)}\n`);
  else tell(before, wish, answer.status === 202, io);
  return answer.status === 202 ? exitCodes.waiting : exitCodes.done;
}

async function put(
  { reach, url }: Server,
  id: string,
  wish: object,
  version: string | null,
): Promise<Response> {
  const answer = await reach(`/api/resources/${encodeURIComponent(id)}/policy`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...(version !== null && { 'if-match': version }) },
    body: JSON.stringify(wish),
  });
  if (answer.ok) return answer;
  throw refusal(answer.status, url, await answer.json().catch(() => null));
}

function tell(before: object, wish: object, isProposed: boolean, io: Io): void {
  const differences = differencesOf(before, wish).filter(({ path }) => path in wish);
  if (differences.length === 0) return io.out('The policy says so already.\n');
  for (const { path, before: old, after } of differences)
    io.out(`${path}: ${valueText(old)} → ${valueText(after)}\n`);
  io.out(
    isProposed
      ? 'Proposed. This loosens a FourEyes policy, so another owner has to set the same.\n'
      : 'Done.\n',
  );
}

/** A strategy that follows the document of its product is left out, so that it goes on following it. */
function writable(policy: Policy): Record<string, unknown> {
  const named = fields.filter((name) => name !== 'strategy' || !policy.followsDocument);
  return Object.fromEntries(named.map((name) => [name, policy[name]]));
}

function changeFrom(typed: string): [string, unknown] {
  const [, name = '', text = ''] = /^([A-Za-z]+)=(.*)$/s.exec(typed) ?? [];
  if (!fields.some((field) => field === name))
    throw misused(`"${typed}" is no field=value of a policy.`, `Fields: ${fields.join(', ')}.`);
  try {
    const value: unknown = parse(text);
    return [name, name === 'trusted' && typeof value === 'string' ? value.split(',') : value];
  } catch {
    throw misused(`The value of ${name} cannot be read: ${text}`);
  }
}
