// What somebody was about to decide when they were sent to sign in once more: kept in this tab until they are back, so
// that the form stands open again with every word in it. It is given back to the same person only, since somebody else
// may sign in in between, and not for long.
import type { Vote } from '../api/access-acts.ts';

export interface KeptDecision {
  readonly person: string;
  /** The path of the page on which the form stood. */
  readonly page: string;
  readonly access: string;
  readonly verdict: Vote['verdict'];
  readonly comment: string;
  readonly duration: string;
  readonly until: string;
  readonly roles: readonly string[];
}

const place = 'countersign-decision';
const lifeMs = 3_600_000;

export function keepDecision(kept: KeptDecision): void {
  try {
    sessionStorage.setItem(place, JSON.stringify({ ...kept, at: Date.now() }));
  } catch {
    // A browser that keeps nothing asks for the comment once more.
  }
}

/** What this person was about to decide on this page; null for nothing. */
export function keptDecision(person: string): KeptDecision | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null') as
      | (KeptDecision & { at: number })
      | null;
    const isTheirs = kept?.person === person && kept.page === location.pathname;
    return isTheirs && Date.now() - kept.at < lifeMs ? kept : null;
  } catch {
    return null;
  }
}

/** It is decided, or not to be decided now. */
export function forgetDecision(): void {
  try {
    sessionStorage.removeItem(place);
  } catch {
    // Nothing was kept.
  }
}
