// `countersign import FILE`: agreements of an Entropy API, taken over as they stand. The file is what `GET /api/access`
// gave there: one array, or one access a line. What is here already stays as it is, so a run that broke off is simply
// repeated.
import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { misused } from '../failure.ts';
import type { Io } from '../io.ts';
import { answerOf, openServer } from '../server.ts';
import { withServer, type ServerOptions } from '../settings.ts';
import { painter, plain } from '../show/paint.ts';

interface ImportOptions extends ServerOptions {
  readonly origin?: string;
}

const atOnce = 500;

export function importCommand(program: Command, { io, end }: Context): void {
  withServer(
    program
      .command('import')
      .summary('take over agreements from elsewhere')
      .description(
        'Take over the agreements of an Entropy export: as granted there, without asking or mailing anybody.',
      ),
  )
    .argument('<file>', 'what GET /api/access gave there, or - for what is piped in')
    .option('--origin <text>', 'kept with each agreement; the name of the file unless given')
    .action(async (file: string, options: ImportOptions) => end(await importFile(file, options, io)));
}

async function importFile(file: string, options: ImportOptions, io: Io): Promise<ExitCode> {
  const all = accessesIn(file === '-' ? await io.input() : await textOf(file, io), file);
  const { api } = await openServer(options, io);
  const origin = options.origin ?? (file === '-' ? 'import' : file);
  const totals = { imported: 0, unchanged: 0, refused: 0, lines: [] as unknown[] };
  const paint = painter(io.color);
  for (let from = 0; from < all.length; from += atOnce) {
    const body = all.slice(from, from + atOnce);
    const part = await answerOf(api.POST('/api/import/accesses', { params: { query: { origin } }, body }));
    totals.imported += part.imported;
    totals.unchanged += part.unchanged;
    totals.refused += part.refused;
    const lines = part.lines.map((line) => ({ ...line, line: from + line.line }));
    totals.lines.push(...lines);
    if (!options.json)
      for (const { line, id, result, detail, field } of lines)
        if (result === 'refused')
          io.err(
            `${paint('red', 'refused')}  ${line + 1}. ${plain(id ?? '')}: ${field ? `${field}: ` : ''}${plain(detail ?? '')}\n`,
          );
  }
  const { imported, unchanged, refused } = totals;
  if (options.json) io.out(`${JSON.stringify(totals, null, 2)}\n`);
  else io.out(`${imported} imported, ${unchanged} here already, ${refused} refused.\n`);
  return refused > 0 ? exitCodes.refused : exitCodes.done;
}

async function textOf(file: string, { folder }: Io): Promise<string> {
  return readFile(resolve(folder, file), 'utf8').catch((error: Error) => {
    throw misused(`"${file}" cannot be read: ${error.message}.`);
  });
}

function accessesIn(text: string, file: string): unknown[] {
  try {
    const all: unknown = JSON.parse(text);
    return Array.isArray(all) ? all : [all];
  } catch {
    return text
      .split('\n')
      .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, index + 1, file)]));
  }
}

function parseLine(line: string, number: number, file: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw misused(`${file}:${number} is not JSON.`, 'Give a JSON array of accesses, or one access a line.');
  }
}
