// What somebody was typing when they were sent to the door, because their session had ended or a policy demands a fresh
// sign-in: kept in this tab until they are back, so that the form stands open again with every word in it. Nothing is kept
// of what stands in no such moment. It is given back to the same person only, since somebody else may sign in in between,
// on the same page, and not for long; whoever signs out leaves nothing.
import { useEffect, useRef, useState } from 'react';
import type { Vote } from '../api/access-acts.ts';
import type { PolicyDraft } from './policy-draft.ts';

/** The forms that are kept, and what of each. */
export interface Drafts {
  readonly decision: {
    readonly access: string;
    readonly verdict: Vote['verdict'];
    readonly comment: string;
    readonly duration: string;
    readonly until: string;
    readonly roles: readonly string[];
  };
  readonly request: {
    readonly resource: string;
    readonly purpose: string;
    readonly duration: string;
    readonly roles: readonly string[];
  };
  readonly policy: {
    readonly resource: string;
    /** As it was when the person began to write. */
    readonly before: PolicyDraft;
    readonly draft: PolicyDraft;
  };
}

interface Kept<Form extends keyof Drafts> {
  readonly person: string;
  /** The path of the page on which the form stood. */
  readonly page: string;
  readonly at: number;
  readonly draft: Drafts[Form];
}

const lifeMs = 3_600_000;
const placeOf = (form: keyof Drafts) => `countersign-${form}`;
const forms = ['decision', 'request', 'policy'] as const satisfies readonly (keyof Drafts)[];

const keepers = new Set<() => void>();

/** While this form is open, what it holds is what would be kept; null for nothing worth it. */
export function useKeptDraft<Form extends keyof Drafts>(
  form: Form,
  person: string,
  draft: Drafts[Form] | null,
): void {
  const newest = useRef(draft);
  // Where the form stands: it may stand on for a moment when the address is the door's already.
  const [page] = useState(() => location.pathname);
  useEffect(() => {
    newest.current = draft;
  });
  useEffect(() => {
    const keep = () => {
      if (newest.current === null) return;
      write<Form>(form, { person, page, at: Date.now(), draft: newest.current });
    };
    keepers.add(keep);
    return () => void keepers.delete(keep);
  }, [form, person, page]);
}

/** The door comes next: every open form keeps what it holds. */
export function keepDrafts(): void {
  for (const keep of keepers) keep();
}

/** What this person was typing on this page; null for nothing. */
export function keptDraft<Form extends keyof Drafts>(form: Form, person: string): Drafts[Form] | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(placeOf(form)) ?? 'null') as Kept<Form> | null;
    const isTheirs = kept?.person === person && kept.page === location.pathname;
    return isTheirs && Date.now() - kept.at < lifeMs ? kept.draft : null;
  } catch {
    return null;
  }
}

/** It is done, or not to be done now. */
export function forgetDraft(form: keyof Drafts): void {
  try {
    sessionStorage.removeItem(placeOf(form));
  } catch {
    // Nothing was kept.
  }
}

/** Somebody signs out: nothing of theirs stays, and forms that are still open keep nothing any more. */
export function forgetDrafts(): void {
  keepers.clear();
  forms.forEach(forgetDraft);
}

function write<Form extends keyof Drafts>(form: Form, kept: Kept<Form>): void {
  try {
    sessionStorage.setItem(placeOf(form), JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing asks for the words once more.
  }
}
