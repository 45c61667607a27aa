// The directory: everybody of the organization in the order in which people look each other up, with the teams that name
// them and the ways in which they can sign in, beside what the caller may change about each. The list that programs read
// (/api/organization/members) goes by age and says none of this.
import type { Action } from '../core/actions.ts';
import { mayAdd, personActions, type PersonActionName } from '../core/edit-actions.ts';
import type { TeamId } from '../core/ids.ts';
import { runs, type Person } from '../core/person.ts';
import type { Caller } from './ports.ts';

export interface DirectoryEntry {
  readonly person: Person;
  readonly teams: readonly { readonly id: TeamId; readonly name: string; readonly role: string }[];
  /** Whether an account at the identity provider is theirs. */
  readonly atProvider: boolean;
}

export interface DirectoryReads {
  /** By words that begin a word of the name or the address; null: everybody. */
  page(
    words: string | null,
    after: number,
    limit: number,
  ): Promise<{ items: DirectoryEntry[]; next: number | null; administrators: number }>;
}

export interface DirectoryPage {
  readonly items: readonly (DirectoryEntry & { readonly actions: Record<PersonActionName, Action> })[];
  readonly next: number | null;
  readonly actions: { readonly add: Action };
}

export const lookUp =
  (directory: DirectoryReads) =>
  async (
    { words, after, limit }: { words: string | null; after: number; limit: number },
    { principal }: Caller,
  ): Promise<DirectoryPage> => {
    const { items, next, administrators } = await directory.page(words, after, limit);
    return {
      items: items.map((entry) => ({
        ...entry,
        actions: personActions(principal, entry.person, administrators - Number(runs(entry.person))),
      })),
      next,
      actions: { add: mayAdd(principal) },
    };
  };
