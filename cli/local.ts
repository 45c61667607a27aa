// Work that happens in this very process instead of at a server: running one, or working on its database. What can go
// wrong there is said in a sentence already; here it only gets its exit code. Anything else is a bug and stays one.
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { Failure } from './failure.ts';

export async function locally<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asFailure(error);
  }
}

function asFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Failure || isBug(error)) return error;
  const [sentence = '', ...particulars] = error.message.split('\n');
  return new Failure(exitCodeOf(error), sentence, { particulars, cause: error });
}

function exitCodeOf(error: Error): ExitCode {
  if (error.name === 'ConfigFault') return exitCodes.usage;
  return 'kind' in error && error.kind === 'unavailable' ? exitCodes.unreachable : exitCodes.refused;
}

function isBug(error: Error): boolean {
  return error instanceof TypeError || error instanceof RangeError || error.name === 'AssertionError';
}
