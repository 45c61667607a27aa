// What every command on the database takes, and the settings that follow from it.
import { resolve } from 'node:path';
import type { Io } from '../io.ts';

export interface DatabaseOptions {
  readonly dataDir?: string;
  readonly json?: boolean;
}

/** The settings of a server, with the folder that was typed. */
export function environmentOf({ dataDir }: DatabaseOptions, { env, folder }: Io): Io['env'] {
  return dataDir === undefined ? env : { ...env, COUNTERSIGN_DATA_DIR: resolve(folder, dataDir) };
}
