// Commands that work on the database itself and not through a server: verifying the log, backup and restore, rotating
// the key of secrets. They read the same settings as `serve` (DATABASE_URL, or the data folder), and only restoring
// needs that no server runs meanwhile.
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import type { DatabaseOptions } from '../database/options.ts';
import { locally } from '../local.ts';

export function databaseCommands(program: Command, { io, end }: Context): void {
  const audit = program
    .command('audit')
    .summary('prove that the log is whole')
    .description('Proof that nobody changed the log.');
  withDatabase(
    audit
      .command('verify')
      .description('Verify the whole log: every entry, every link of the chain, and against signed heads.'),
  )
    .option('--against <file>', 'signed heads that were kept elsewhere, one a line (log-heads.jsonl)')
    .option(
      '--public-key <file>',
      'the key that has to have signed them, PEM; else each head’s own is believed',
    )
    .action(async (options: DatabaseOptions) => {
      const { verifyAudit } = await import('../database/verify.ts');
      end(await locally(() => verifyAudit(options, io)));
    });

  withDatabase(
    program
      .command('backup')
      .summary('write everything into one file')
      .description('Write one moment of the whole database into a file. Keys are not in it.'),
  )
    .argument('<file>')
    .action(async (file: string, options: DatabaseOptions) => {
      const { backUp } = await import('../database/backup.ts');
      end(await locally(() => backUp(resolve(io.folder, file), options, io)));
    });

  withDatabase(
    program
      .command('restore')
      .summary('read a backup into an empty database')
      .description('Read a backup into an empty database. Targets stay as they are until "targets confirm".'),
  )
    .argument('<file>')
    .action(async (file: string, options: DatabaseOptions) => {
      const { restoreFrom } = await import('../database/backup.ts');
      end(await locally(() => restoreFrom(resolve(io.folder, file), options, io)));
    });

  const secrets = program
    .command('secrets')
    .summary('rotate the key of secrets')
    .description('Secrets of targets, as they are kept.');
  withDatabase(
    secrets
      .command('rotate')
      .description('Seal all secrets anew, from COUNTERSIGN_SECRET_KEY to COUNTERSIGN_NEW_SECRET_KEY.'),
  ).action(async (options: DatabaseOptions) => {
    const { rotate } = await import('../database/secrets.ts');
    end(await locally(() => rotate(options, io)));
  });
}

function withDatabase(command: Command): Command {
  return command
    .option(
      '--data-dir <folder>',
      'data folder of the embedded database (COUNTERSIGN_DATA_DIR; unused with DATABASE_URL)',
    )
    .option('--demo', 'the demo’s database')
    .option('--json', 'print the outcome as JSON, for programs');
}
