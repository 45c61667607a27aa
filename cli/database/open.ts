// The database for a command, by the settings of a server.
import { readConfig, type Config } from '../../src/config.ts';
import { openStore, openStoreBeside, type Store } from '../../src/store.ts';
import { environmentOf, type DatabaseOptions } from './options.ts';
import type { Io } from '../io.ts';

export interface OpenedDatabase extends AsyncDisposable {
  readonly config: Config;
  readonly store: Store;
}

/** Also while a server uses it. */
export async function openBeside(options: DatabaseOptions, io: Io): Promise<OpenedDatabase> {
  const config = readConfig(environmentOf(options, io));
  return opened(config, await openStoreBeside(config, eventsFor(io)));
}

/** For this process alone. @throws Error with one sentence when a server uses it. */
export async function openAlone(options: DatabaseOptions, io: Io): Promise<OpenedDatabase> {
  const config = readConfig(environmentOf(options, io));
  return opened(config, await openStore(config, eventsFor(io)));
}

function opened(config: Config, store: Store): OpenedDatabase {
  return { config, store, [Symbol.asyncDispose]: () => store[Symbol.asyncDispose]() };
}

function eventsFor(io: Io) {
  return { log: () => {}, broken: (error: Error) => io.err(`A connection broke: ${error.message}\n`) };
}
