// What every command on the database takes, and the settings that follow from it.
import { resolve } from 'node:path';
import { demoFolder } from '../../src/demo/running.ts';
import type { Io } from '../io.ts';

export interface DatabaseOptions {
  readonly dataDir?: string;
  readonly demo?: boolean;
  readonly json?: boolean;
}

/** The settings of a server, with the folder that was typed. */
export function environmentOf({ dataDir, demo }: DatabaseOptions, io: Io): Io['env'] {
  const { DATABASE_URL: _, ...embedded } = io.env;
  if (demo) return { ...embedded, COUNTERSIGN_DATA_DIR: demoFolder(dataDir ?? null, io) };
  return dataDir === undefined ? io.env : { ...io.env, COUNTERSIGN_DATA_DIR: resolve(io.folder, dataDir) };
}
