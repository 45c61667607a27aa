// Which server a command talks to, and as whom: what was typed, else the environment, else the demo on this machine.
// Every command that talks to a server takes the same options, declared here once.
import { Option, type Command } from 'commander';
import type { Io } from './io.ts';

export interface ServerOptions {
  readonly url?: string;
  readonly apiKey?: string;
  readonly as?: string;
  readonly dataDir?: string;
  readonly json?: boolean;
}

export const usualUrl = 'http://localhost:8700';

/** Adds the options that every command with a server has, below its own ones. */
export function withServer(command: Command): Command {
  return withJson(command)
    .addOption(new Option('--url <url>', `its address (COUNTERSIGN_URL, else ${usualUrl})`).helpGroup(group))
    .addOption(new Option('--api-key <key>', 'the key to act with (COUNTERSIGN_API_KEY)').helpGroup(group))
    .addOption(
      new Option('--as <person>', 'in the demo: act as this person').conflicts('apiKey').helpGroup(group),
    )
    .addOption(new Option('--data-dir <folder>', 'data folder of the demo').hideHelp());
}

const group = 'Server:';

export function withJson(command: Command): Command {
  return command.option('--json', 'print the answer as JSON, for programs');
}

/** For options that may be given several times. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

export interface ServerSettings {
  /** Null: nobody said, so the demo on this machine is meant. */
  readonly url: string | null;
  readonly apiKey: string | null;
  /** Somebody of the demo. */
  readonly person: string | null;
  readonly dataDir: string | null;
}

/** What was typed counts more than the environment; a person of the demo counts more than a key from there. */
export function settingsFrom(options: ServerOptions, { env }: Io): ServerSettings {
  return {
    url: (options.url ?? env['COUNTERSIGN_URL'] ?? null)?.replace(/\/+$/, '') ?? null,
    apiKey: options.apiKey ?? (options.as === undefined ? (env['COUNTERSIGN_API_KEY'] ?? null) : null),
    person: options.as ?? null,
    dataDir: options.dataDir ?? null,
  };
}
