// `countersign apply -f …`: what is written in files becomes so at the server. The plan comes first, and only then,
// after a yes, the writes; without a terminal and without --yes the plan is all, and the exit code says whether it
// would do anything.
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { openServer, type Server } from '../server.ts';
import { collect, withServer, type ServerOptions } from '../settings.ts';
import { painter } from '../show/paint.ts';
import { planText } from '../show/plan.ts';
import type { Step } from '../apply/plan.ts';

export interface ApplyOptions extends ServerOptions {
  readonly file: readonly string[];
  readonly yes?: boolean;
}

export function applyCommand(program: Command, { io, end }: Context): void {
  withServer(
    program
      .command('apply')
      .summary('make it so, as files say')
      .description(
        'Apply teams, data products, data contracts, applications, resources, policies, targets and agreements from YAML files. Shows first what would change.',
      ),
  )
    .requiredOption(
      '-f, --file <path>',
      'a file, a folder, or - for what is piped in; may be repeated',
      collect,
    )
    .option('-y, --yes', 'do it without asking')
    .action(async (options: ApplyOptions) => end(await apply(options, io)));
}

async function apply(options: ApplyOptions, io: Io): Promise<ExitCode> {
  const { readDocuments, planFor } = await modules();
  const documents = await readDocuments(options.file, io);
  const server = await openServer(options, io);
  const steps = await planFor(documents, server, io);
  if (!options.json) io.out(planText(steps, painter(io.color), io.columns));
  const isDue = steps.some((step) => step.change !== 'unchanged');
  const goOn = isDue && (options.yes === true || (await confirmed(io, options)));
  return goOn ? carryOutAndTell(steps, server, options, io) : leave(steps, isDue, options, io);
}

async function confirmed(io: Io, { json }: ApplyOptions): Promise<boolean> {
  if (!io.ask || json) return false;
  return /^y(es)?$/i.test((await io.ask('Apply this? [y/N] ')).trim());
}

async function carryOutAndTell(
  steps: readonly Step[],
  server: Server,
  { json }: ApplyOptions,
  io: Io,
): Promise<ExitCode> {
  const { carryOut } = await modules();
  const { created, changed, proposed } = await carryOut(steps, server);
  if (json) io.out(`${JSON.stringify({ applied: true, steps: steps.map(bare) }, null, 2)}\n`);
  else {
    io.out(`Done: ${created} created, ${changed} changed.\n`);
    for (const { kind, subject } of proposed)
      io.out(
        `${kind} ${subject} is proposed: it loosens a FourEyes policy, so another owner has to apply the same.\n`,
      );
  }
  return proposed.length > 0 ? exitCodes.waiting : exitCodes.done;
}

function leave(steps: readonly Step[], isDue: boolean, { json }: ApplyOptions, io: Io): ExitCode {
  if (json) io.out(`${JSON.stringify({ applied: false, steps: steps.map(bare) }, null, 2)}\n`);
  else if (isDue) io.out('Nothing was changed. Add --yes to apply it.\n');
  return isDue ? exitCodes.waiting : exitCodes.done;
}

/** Without what is sent, which may hold secrets. */
function bare({ kind, subject, change, differences }: Step) {
  return { kind, subject, change, differences };
}

/** The readers of documents are only needed here, and take a while to load. */
async function modules() {
  const [files, plan, carry] = await Promise.all([
    import('../apply/files.ts'),
    import('../apply/plan.ts'),
    import('../apply/carry-out.ts'),
  ]);
  return { ...files, ...plan, ...carry };
}
