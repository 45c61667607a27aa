// What somebody is doing in their inbox: where they are, what they have chosen, what they are deciding, and what became
// of what they decided. The list itself comes from the server and changes under their hands; whatever they have a hand
// on stays where it was, as they saw it, until they let go of it.
import { useReducer } from 'react';
import type { Access } from '../api/client.ts';
import type { Refusal } from './inbox-row.tsx';
import type { Verdict } from './verdict-buttons.tsx';

export interface Decided {
  readonly access: Access;
  readonly verdict: Verdict;
  /** An allow that needs another one. */
  readonly isHalf: boolean;
}

export interface InboxWork {
  /** Where the person is, and how far down that was: rows above may go. */
  readonly at: { readonly id: string; readonly nth: number } | null;
  readonly deciding: { readonly access: Access; readonly verdict: Verdict } | null;
  /** As they were when they were chosen. */
  readonly chosen: ReadonlyMap<string, Access>;
  /** Where a choice up to somewhere begins. */
  readonly anchor: string | null;
  readonly decided: ReadonlyMap<string, Decided>;
  readonly refused: ReadonlyMap<string, Refusal>;
}

type Step =
  | { readonly type: 'go'; readonly id: string; readonly nth: number }
  | { readonly type: 'begin'; readonly access: Access; readonly verdict: Verdict }
  | { readonly type: 'stop' }
  | { readonly type: 'choose'; readonly accesses: readonly Access[]; readonly anchor?: string }
  | { readonly type: 'drop'; readonly ids: readonly string[]; readonly anchor?: string }
  | { readonly type: 'decided'; readonly decided: readonly Decided[] }
  | { readonly type: 'refused'; readonly refused: ReadonlyMap<string, Refusal> };

const nothing: InboxWork = {
  at: null,
  deciding: null,
  chosen: new Map(),
  anchor: null,
  decided: new Map(),
  refused: new Map(),
};

export function useInboxWork() {
  return useReducer(next, nothing);
}

function next(work: InboxWork, step: Step): InboxWork {
  switch (step.type) {
    case 'go':
      return { ...work, at: { id: step.id, nth: step.nth } };
    case 'begin':
      return { ...work, deciding: { access: step.access, verdict: step.verdict } };
    case 'stop':
      return { ...work, deciding: null };
    case 'choose':
      return {
        ...work,
        chosen: new Map([...work.chosen, ...step.accesses.map((access) => [access.id, access] as const)]),
        refused: without(
          work.refused,
          step.accesses.map(({ id }) => id),
        ),
        anchor: step.anchor ?? work.anchor,
      };
    case 'drop':
      return {
        ...work,
        chosen: without(work.chosen, step.ids),
        refused: without(work.refused, step.ids),
        anchor: step.anchor ?? work.anchor,
      };
    case 'decided': {
      const ids = step.decided.map(({ access }) => access.id);
      return {
        ...work,
        deciding: work.deciding && ids.includes(work.deciding.access.id) ? null : work.deciding,
        chosen: without(work.chosen, ids),
        refused: without(work.refused, ids),
        decided: new Map([...work.decided, ...step.decided.map((one) => [one.access.id, one] as const)]),
      };
    }
    case 'refused':
      return { ...work, refused: new Map([...work.refused, ...step.refused]) };
  }
}

/** What is shown: what waits, and what the person has a hand on, all of it the longest waiting first. */
export function rowsOf(
  waiting: readonly Access[],
  { deciding, chosen, decided }: InboxWork,
): readonly Access[] {
  const isWaiting = new Set(waiting.map(({ id }) => id));
  const held = [
    ...(deciding ? [deciding.access] : []),
    ...chosen.values(),
    ...[...decided.values()].map(({ access }) => access),
  ].filter(({ id }) => !isWaiting.has(id));
  if (held.length === 0) return waiting;
  const all = new Map([...waiting, ...held].map((access) => [access.id, access]));
  return [...all.values()].toSorted(byAge);
}

/** The order of the inbox itself. */
function byAge(one: Access, other: Access): number {
  const [a, b] = [one, other].map(({ approval: { request } }) => `${request?.askedAt} ${request?.id}`);
  return a! < b! ? -1 : a! > b! ? 1 : 0;
}

function without<Value>(map: ReadonlyMap<string, Value>, ids: readonly string[]): ReadonlyMap<string, Value> {
  return ids.some((id) => map.has(id)) ? new Map([...map].filter(([id]) => !ids.includes(id))) : map;
}
