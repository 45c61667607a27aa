// The program as a whole: its help, its exit codes, completion, and the shell script that people call.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Command } from 'commander';
import { exitMeanings } from '../../cli/exit-codes.ts';
import type { Io } from '../../cli/io.ts';
import { buildProgram, version } from '../../cli/program.ts';
import { seat } from './desk.ts';

const program = fileURLToPath(new URL('../../countersign', import.meta.url));
const execute = promisify(execFile);

test('help names every group of commands and every exit code', async () => {
  const { code, out } = await seat({}).types('--help');
  assert.equal(code, 0);
  for (const [exitCode, meaning] of exitMeanings) assert.match(out, new RegExp(`${exitCode} +${meaning}`));
  for (const line of out.split('\n')) assert.ok(line.length <= 100, line);
});

test('every command says what it does, and every option what it is for', () => {
  const root = buildProgram({
    io: { columns: 80, out: () => {}, err: () => {} } as unknown as Io,
    end: () => {},
  });
  const all = (command: Command): Command[] => [command, ...command.commands.flatMap((one) => all(one))];
  for (const command of all(root)) {
    assert.match(command.description(), /^[A-Z].*\.$|^print help$/s, command.name());
    for (const option of command.options)
      assert.notEqual(option.description, '', `${command.name()} ${option.flags}`);
  }
});

test('what is not understood is refused, with what was probably meant', async () => {
  const { code, out, err } = await seat({}).types('acess list');
  assert.equal(code, 2);
  assert.equal(out, '');
  assert.match(err, /unknown command 'acess'\n\(Did you mean access\?\)/);
  assert.equal((await seat({}).types('access list --nonsense')).code, 2);
  assert.equal((await seat({}).types('access show')).code, 2);
});

test('the version is that of the package', async () => {
  assert.deepEqual(await seat({}).types('--version'), { code: 0, out: `${version()}\n`, err: '' });
});

test('the script runs from any folder and through links upon links', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-link-'));
  try {
    await symlink(program, join(folder, 'one'));
    await symlink('one', join(folder, 'two'));
    const { stdout } = await execute(join(folder, 'two'), ['--version'], { cwd: folder });
    assert.equal(stdout, `${version()}\n`);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('as a process it ends with the exit code, and output that nobody reads any more is no error', async () => {
  const refused = await execute(program, ['inbox'], { env: { PATH: process.env['PATH'] } }).catch(
    (error) => error,
  );
  assert.equal(refused.code, 2);
  const { stdout, stderr } = await execute('sh', ['-c', `"${program}" completion bash | head -1`]);
  assert.match(stdout, /^# Completion of countersign/);
  assert.equal(stderr, '');
});

test('bash completes commands, options and files', async () => {
  const complete = async (...words: string[]) => {
    const script = `source <("${program}" completion bash); COMP_WORDS=("$@"); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _countersign; echo "\${COMPREPLY[*]}"`;
    const { stdout } = await execute('bash', ['-c', script, 'bash', 'countersign', ...words]);
    return stdout.trim().split(' ');
  };
  assert.deepEqual(await complete('acc'), ['access']);
  assert.deepEqual(await complete('access', 're'), ['request', 'renew', 'reject', 'resume', 'retract']);
  assert.deepEqual(await complete('access', 'request', '--pu'), ['--purpose']);
  assert.deepEqual(await complete('access', 'request', 'orders/latest', '--dur'), ['--duration']);
  assert.deepEqual(await complete('apply', '-f', 'packa'), ['package-lock.json', 'package.json']);
});

test('scripts of the other shells name every command', async () => {
  for (const shell of ['zsh', 'fish']) {
    const { out } = await seat({}).types(`completion ${shell}`);
    for (const word of ['access', 'approve', 'audit', 'rotate'])
      assert.match(out, new RegExp(`\\b${word}\\b`), shell);
  }
  assert.equal((await seat({}).types('completion tcsh')).code, 2);
});
