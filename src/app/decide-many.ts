// The same verdict on many requests, with one comment. Each is judged and saved by itself, as if it had been sent alone:
// one that may not be decided so, or that somebody else was faster with, says so and holds up none of the others. What is
// not of use for that is left out on purpose: terms differ from request to request.
import { createHash } from 'node:crypto';
import type { AccessId } from '../core/ids.ts';
import { Problem } from '../core/problem.ts';
import type { Verdict } from '../core/request.ts';
import type { Acted } from './act-on-access.ts';
import { decideRequest } from './decide-request.ts';
import type { Caller, Ports } from './ports.ts';

/** One request that was shown to the decider. */
export interface Chosen {
  readonly id: AccessId;
  /** The version of the access, and the fingerprint of what was asked; null where the decider does not say. */
  readonly version: number | null;
  readonly seen: string | null;
}

export type DecidedOne =
  | { readonly id: AccessId; readonly acted: Acted }
  | { readonly id: AccessId; readonly problem: Problem };

/** @returns an outcome for each, in their order. */
export const decideMany =
  (ports: Ports) =>
  (
    verdict: Verdict,
    comment: string | null,
    chosen: readonly Chosen[],
    caller: Caller,
  ): Promise<DecidedOne[]> => {
    const decide = decideRequest(ports);
    return Promise.all(
      chosen.map(async (one): Promise<DecidedOne> => {
        const vote = { verdict, comment, terms: null, seen: one.seen, facts: {} };
        try {
          return { id: one.id, acted: await decide(one.id, vote, callerFor(caller, one, vote), one.version) };
        } catch (error) {
          const problem = error instanceof Problem ? error : new Problem('internal', { cause: error });
          return { id: one.id, problem };
        }
      }),
    );
  };

/** An Idempotency-Key counts for each request by itself, so that repeating the call does what was left undone. */
function callerFor(caller: Caller, one: Chosen, vote: object): Caller {
  if (!caller.repetition) return caller;
  const key = digest([caller.repetition.key, one.id]);
  return { ...caller, repetition: { key, fingerprint: digest([one, vote]) } };
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
