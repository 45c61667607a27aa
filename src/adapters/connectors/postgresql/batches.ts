// Many names in one statement, and still only the bad name fails. PostgreSQL refuses a whole GRANT or REVOKE when one of
// its names is bad and says so for the first one only; so a batch that fails is halved until the bad names stand alone:
// about 2 log2(n) statements for each. Failures that are not about a name, such as a missing right or a lock, are not
// halved: they would fail n times.
import type { TargetFailure } from '../../../app/connector.ts';
import { sqlState } from './failure.ts';

const batchSize = 1_000;

/** Acts on all names and returns the ones that failed, each with its reason. */
export async function inBatches(
  names: readonly string[],
  act: (names: readonly string[]) => Promise<TargetFailure | null>,
): Promise<Map<string, TargetFailure>> {
  const failed = new Map<string, TargetFailure>();
  const waiting: (readonly string[])[] = [];
  for (let start = 0; start < names.length; start += batchSize)
    waiting.push(names.slice(start, start + batchSize));
  for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
    const failure = await act(batch);
    if (!failure) continue;
    if (batch.length > 1 && isAboutOneName(failure)) waiting.unshift(...halves(batch));
    else for (const name of batch) failed.set(name, failure);
  }
  return failed;
}

function halves(batch: readonly string[]): [readonly string[], readonly string[]] {
  const middle = Math.floor(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)];
}

// An unknown role, a membership in a circle, other rights that hang on it, a reserved word, a letter that the target's
// encoding does not have.
const nameStates = new Set(['42704', '0LP01', '2BP01', '42939', '22P05', '22021']);

const isAboutOneName = (failure: TargetFailure): boolean => nameStates.has(sqlState(failure) ?? '');
