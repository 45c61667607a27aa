// If-Match: a writer who says which version it has seen changes nothing when somebody else was faster.
import { Problem } from '../core/problem.ts';

/**
 * @param ifMatch the version that the caller saw; null when it did not say.
 * @param present the version now; null when there is nothing.
 * @throws Problem `version_mismatch`.
 */
export function compareVersion(ifMatch: number | null, present: number | null): void {
  if (ifMatch !== null && ifMatch !== present) throw new Problem('version_mismatch', { field: 'If-Match' });
}
