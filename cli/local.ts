// Work that happens in this very process instead of at a server: running one, or working on its database. What can go
// wrong there is said in a sentence already; here it only gets its exit code. Anything else is a bug and stays one.
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { Failure, reasonOf } from './failure.ts';

export async function locally<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asFailure(error);
  }
}

function asFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Failure || isBug(error)) return error;
  return aboutDatabase(error) ?? aboutFile(error) ?? asSaid(error);
}

const fixOfDatabase = 'Look whether that PostgreSQL runs, and whether DATABASE_URL is right.';

/** A database that does not answer, or lets nobody in like that. */
function aboutDatabase(error: Error & { code?: unknown }): Failure | undefined {
  const code = String(error.code);
  if (code === 'database_unavailable')
    return new Failure(exitCodes.unreachable, 'The database does not answer.', {
      particulars: [reasonOf(error)],
      fix: fixOfDatabase,
      cause: error,
    });
  if (!code.startsWith('28') && code !== '3D000') return undefined;
  return new Failure(exitCodes.refused, 'The database does not let us in.', {
    particulars: [error.message],
    fix: fixOfDatabase,
    cause: error,
  });
}

/** A file that was named and cannot be opened. */
function aboutFile(error: NodeJS.ErrnoException): Failure | undefined {
  if (error.syscall !== 'open' || !error.path) return undefined;
  const sentence =
    error.code === 'ENOENT'
      ? `There is no file ${error.path}.`
      : `The file ${error.path} cannot be opened: ${error.message}.`;
  return new Failure(exitCodes.usage, sentence, { cause: error });
}

function asSaid(error: Error): Failure {
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
