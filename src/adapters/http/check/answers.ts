// What the operations of the check answer, from bytes to bytes: who asks, what is asked, what the index says. The same
// functions stand behind the routes of the server and behind the short way that goes past them (short-way.ts), so the two
// cannot differ. A denial is an answer like any other, with 200; only what cannot be asked is refused.
import { hash } from 'node:crypto';
import type { CheckAsker, Checks } from '../../../app/check.ts';
import { denials, type Verdict } from '../../../core/check.ts';
import { Problem } from '../../../core/problem.ts';
import { readBody, readQuestion, Unreadable, type Types } from './question.ts';

export interface CheckDeps {
  readonly checks: Checks;
  readonly types: Types;
}

/** What of a call the check looks at. */
export interface Asked {
  readonly contentType: string | undefined;
  readonly body: Buffer;
}

const permitted = '{"decision":true}';

/** @throws Problem for whoever may not ask, and for what cannot be read. */
export function answerEvaluation({ checks, types }: CheckDeps, { contentType, body }: Asked): string {
  return verdictText(checks.evaluate(readingOr400(() => readQuestion(readBody(contentType, body), types))));
}

/** @throws Problem `check_key_needed`, `check_key_unfit`; nobody is known while the index is loading. */
export function admit(checks: Checks, key: string | null): CheckAsker | null {
  if (key === null) throw new Problem('check_key_needed', { facts: { audience: 'checks' } });
  const asker = checks.asker(hash('sha256', key, 'hex'));
  if (asker === 'loading') return null;
  if (asker === null) throw new Problem('check_key_needed', { facts: { audience: 'checks' } });
  if (asker.scope === 'user') throw new Problem('not_permitted', { facts: { audience: 'checks' } });
  return asker;
}

export function verdictText(verdict: Verdict): string {
  if (verdict.decision) return permitted;
  return (denied[verdict.because] ??= JSON.stringify(verdictOf(verdict)));
}

const denied: Record<string, string> = {};

export function verdictOf(verdict: Verdict): object {
  if (verdict.decision) return { decision: true };
  const { because } = verdict;
  return { decision: false, context: { code: because, reason_admin: { en: denials[because] } } };
}

/** @throws Problem `invalid_field` or `malformed_body` for what cannot be read. */
export function readingOr400<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    if (error.field === '') throw new Problem('malformed_body', { detail: error.message });
    throw new Problem('invalid_field', { field: error.field, detail: error.message });
  }
}
