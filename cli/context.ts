// What every command is given: the world it works in, and how to say what it ended with.
import type { ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';

export interface Context {
  readonly io: Io;
  readonly end: (code: ExitCode) => void;
}
