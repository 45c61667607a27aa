// The terms of a data contract: what whoever asks should have read, and whoever decides as well. They are named by a
// fingerprint of what they say, so a contract that changes a table keeps its terms, and one that changes a limitation gets
// new ones. A request keeps the name of those that held when it was filed.
import { refused, type Refused } from './problem.ts';

/** What a contract says about its use; null: nothing about that. */
export interface ContractTerms {
  readonly purpose: string | null;
  readonly usage: string | null;
  readonly limitations: string | null;
  readonly billing: string | null;
  readonly noticePeriod: string | null;
}

/** What a request keeps of the terms under which it was filed. */
export interface FiledUnder {
  readonly hash: string;
  /** True: the asker named these terms. Clients that do not know them ask all the same. */
  readonly accepted: boolean;
}

/** Whether a contract says anything that could be accepted. */
export function saysSomething(terms: ContractTerms): boolean {
  return Object.values(terms).some((text: string | null) => text !== null && text.trim() !== '');
}

/** The text that two terms have in common exactly when they say the same. */
export function contractTermsText(contract: string, terms: ContractTerms): string {
  const { purpose, usage, limitations, billing, noticePeriod } = terms;
  return JSON.stringify([contract, purpose, usage, limitations, billing, noticePeriod]);
}

/**
 * Refuses an ask that accepts other terms than those that hold now: the asker has read something else.
 *
 * @param accepted the hash that the asker names; undefined: none.
 */
export function checkAccepted(accepted: string | undefined, now: string | null): Refused | undefined {
  return accepted === undefined || accepted === now
    ? undefined
    : refused('contract_terms_changed', undefined, 'acceptedTerms');
}
