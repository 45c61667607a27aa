// docs/reference/cli.md: the help of every command, as the program prints it.
import type { Command } from 'commander';
import { exitMeanings } from '../../cli/exit-codes.ts';
import type { Io } from '../../cli/io.ts';
import { buildProgram } from '../../cli/program.ts';

/** Nothing is run, so nothing of the world is needed. */
const nowhere = { columns: 100, color: false, out: () => {}, err: () => {} } as unknown as Io;

export function cliReference(): string {
  const program = buildProgram({ io: nowhere, end: () => {} });
  return [
    '# Command line',
    '',
    'Everything that the command line does goes through the REST API, but for the commands that run a server or work on',
    'its database. This page is generated from the commands themselves.',
    '',
    '## Exit codes',
    '',
    '| code | meaning |',
    '| --- | --- |',
    ...exitMeanings.map(([code, meaning]) => `| ${code} | ${meaning} |`),
    '',
    ...program.commands.flatMap((command) => sectionsOf(command, 'countersign', 2)),
  ].join('\n');
}

function sectionsOf(command: Command, before: string, level: number): string[] {
  if (command.name() === 'help') return [];
  const name = `${before} ${command.name()}`;
  return [
    `${'#'.repeat(level)} \`${name}\``,
    '',
    '```text',
    command.helpInformation().trimEnd(),
    '```',
    '',
    ...command.commands.flatMap((one) => sectionsOf(one, name, level + 1)),
  ];
}
