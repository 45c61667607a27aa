// `countersign targets …`: the systems where access becomes real, for whoever runs them.
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { misused } from '../failure.ts';
import type { Io } from '../io.ts';
import { answerOf, openServer, type Api, type Schemas } from '../server.ts';
import { collect, withServer, type ServerOptions } from '../settings.ts';
import { driftText } from '../show/drift.ts';
import { painter, plain, type Paint } from '../show/paint.ts';
import { table, type Row } from '../show/table.ts';
import { tellAfter } from './after.ts';
import { readConsumer } from './consumer.ts';
import { ending } from './period.ts';

export function targetCommands(program: Command, { io, end }: Context): void {
  const targets = program
    .command('targets')
    .summary('check and compare targets')
    .description('The systems where access becomes real.');

  withServer(targets.command('list').description('List the targets.')).action(
    async (options: ServerOptions) => end(await list(options, io)),
  );
  withServer(
    targets.command('check').description('Look which rights Countersign lacks at a target; changes nothing.'),
  )
    .argument('<target>')
    .action(async (id: string, options: ServerOptions) => end(await check(id, options, io)));
  withServer(targets.command('drift').description('Show where a target differs from what is granted.'))
    .argument('<target>')
    .action(async (id: string, options: ServerOptions) => end(await drift(id, options, io)));
  withServer(
    targets.command('adopt').description('Make an agreement of a way in that was found at a target.'),
  )
    .argument('<target>')
    .requiredOption('--resource <id>', 'the resource that it leads to')
    .requiredOption('--principal <name>', 'who gets in, as the drift names it')
    .requiredOption('--for <consumer>', 'team:<id>, product:<id>, application:<id> or person:<address>')
    .requiredOption('--purpose <text>', 'what it is needed for')
    .option('--role <role>', 'a role of the resource; may be repeated', collect)
    .option('--until <date>', 'end, as 2026-12-31')
    .action(async (id: string, options: AdoptOptions) => end(await adopt(id, options, io)));
  withServer(
    targets.command('reconcile').description('Bring a target in line now, also what waits after a failure.'),
  )
    .argument('<target>')
    .action(async (id: string, options: ServerOptions) => end(await reconcile(id, options, io)));
  withServer(
    targets
      .command('confirm')
      .description('Let targets be changed again after a restore. Look at the drift first.'),
  ).action(async (options: ServerOptions) => end(await confirm(options, io)));
}

async function list(options: ServerOptions, io: Io): Promise<ExitCode> {
  const { api } = await openServer(options, io);
  const targets = await answerOf(api.GET('/api/targets', {}));
  if (options.json) io.out(`${JSON.stringify(targets, null, 2)}\n`);
  else if (targets.length === 0) io.out('There are no targets.\n');
  else io.out(targetTable(targets, io));
  return exitCodes.done;
}

function targetTable(targets: readonly Schemas['Target'][], io: Io): string {
  const columns = [
    { title: 'Id' },
    { title: 'Connector' },
    { title: 'Run by' },
    { title: 'State' },
    { title: 'Name', shrinks: true },
  ];
  const rows = targets.map(({ id, connector, owner, frozen, name }): Row => [
    plain(id),
    plain(connector),
    plain(owner ?? 'administrators'),
    frozen ? { text: 'frozen', look: 'yellow' } : '',
    plain(name),
  ]);
  return table(columns, rows, painter(io.color), io.columns);
}

async function check(id: string, options: ServerOptions, io: Io): Promise<ExitCode> {
  const { api } = await openServer(options, io);
  const checked = await answerOf(api.GET('/api/targets/{id}/check', { params: { path: { id } } }));
  if (options.json) io.out(`${JSON.stringify(checked, null, 2)}\n`);
  else io.out(checkText(id, checked.lacks, painter(io.color)));
  return checked.ready ? exitCodes.done : exitCodes.refused;
}

function checkText(id: string, lacks: readonly Schemas['Lack'][], paint: Paint): string {
  if (lacks.length === 0)
    return `${paint('green', 'ok')}  ${plain(id)}: Countersign can do its work there.\n`;
  const lines = lacks.map(({ sentence, mend }) => {
    const what = `${paint('red', 'lacks')}  ${plain(sentence)}\n`;
    return mend === undefined ? what : `${what}       ${paint('dim', 'run there:')} ${plain(mend)};\n`;
  });
  return lines.join('');
}

async function drift(id: string, options: ServerOptions, io: Io): Promise<ExitCode> {
  const { api } = await openServer(options, io);
  const differences = await allDifferences(api, id);
  if (options.json) io.out(`${JSON.stringify(differences, null, 2)}\n`);
  else io.out(driftText(differences, painter(io.color), io.now()));
  return differences.some(isDifferent) ? exitCodes.refused : exitCodes.done;
}

async function allDifferences(api: Api, id: string): Promise<Schemas['TargetDifference'][]> {
  const all: Schemas['TargetDifference'][] = [];
  for (;;) {
    const after = all.at(-1)?.resource;
    const query = { limit: 200, ...(after !== undefined && { after }) };
    const page = await answerOf(api.GET('/api/targets/{id}/drift', { params: { path: { id }, query } }));
    all.push(...page);
    if (page.length < 200) return all;
  }
}

function isDifferent({ missing, excess, drift, failed, error }: Schemas['TargetDifference']): boolean {
  return missing.length + excess.length + drift.length + failed.length > 0 || error !== undefined;
}

interface AdoptOptions extends ServerOptions {
  readonly resource: string;
  readonly principal: string;
  readonly for: string;
  readonly purpose: string;
  readonly role?: readonly string[];
  readonly until?: string;
}

async function adopt(id: string, options: AdoptOptions, io: Io): Promise<ExitCode> {
  const consumer = readConsumer(options.for);
  if (!consumer) throw misused('--for has to name a team, a product, an application or a person here.');
  const until = ending(options.until, '--until');
  const { api } = await openServer(options, io);
  const { resource, principal, purpose, role } = options;
  const body = {
    resource,
    principal,
    consumer,
    purpose,
    ...(role && { roles: [...role] }),
    ...(until !== undefined && { until }),
  };
  const access = await answerOf(api.POST('/api/targets/{id}/adopt', { params: { path: { id } }, body }));
  const done = `Adopted as ${plain(access.id)}. The way in itself is left as it is: close it at the target when the new one works.`;
  return tellAfter(api, access, done, options, io);
}

async function reconcile(id: string, options: ServerOptions, io: Io): Promise<ExitCode> {
  const { api } = await openServer(options, io);
  const begun = await answerOf(api.POST('/api/targets/{id}/reconcile', { params: { path: { id } } }));
  if (options.json) io.out(`${JSON.stringify(begun, null, 2)}\n`);
  else
    io.out(
      `Begun for ${begun.resources} ${begun.resources === 1 ? 'resource' : 'resources'}; "targets drift ${plain(id)}" tells how it ended.\n`,
    );
  return exitCodes.done;
}

async function confirm(options: ServerOptions, io: Io): Promise<ExitCode> {
  const { api } = await openServer(options, io);
  const { confirmed } = await answerOf(api.POST('/api/targets/confirm', {}));
  if (options.json) io.out(`${JSON.stringify({ confirmed }, null, 2)}\n`);
  else io.out(confirmed ? 'Targets are brought in line again from now on.\n' : 'No target was frozen.\n');
  return exitCodes.done;
}
