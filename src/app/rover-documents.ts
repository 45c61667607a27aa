// What roverctl sends beside Rover files and specifications: road maps, change logs, descriptions of MCP servers and of
// agents. Nothing is decided by them. They are kept because teams apply whole folders, and given back as they came.
import { mayEdit } from '../core/governance.ts';
import type { TeamId } from '../core/ids.ts';
import { orThrow, Problem } from '../core/problem.ts';
import type { Roster } from '../core/team.ts';
import type { Instant } from '../core/time.ts';
import type { JsonObject } from './documents.ts';
import type { Caller, Clock } from './ports.ts';

/** As the address names them. */
export const documentKinds = [
  'apiroadmaps',
  'apichangelogs',
  'mcpspecifications',
  'agentspecifications',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const keptKinds = ['rovers', 'apispecifications', 'eventspecifications', ...documentKinds] as const;
export type KeptKind = (typeof keptKinds)[number];

export interface Kept {
  readonly id: string;
  readonly document: JsonObject;
  /** When it was last applied. */
  readonly at: Instant;
  /** Of several descriptions of one name the oldest counts; the id of that one, where it is another. */
  readonly behind: string | null;
}

export interface KeptPage {
  readonly items: readonly Kept[];
  /** What the next page begins after; null on the last one. */
  readonly next: string | null;
}

/** Everything that a team has applied, of whatever kind. */
export interface KeptReads {
  one(kind: KeptKind, id: string): Promise<Kept | null>;
  page(kind: KeptKind, team: TeamId, after: string | null, limit: number): Promise<KeptPage>;
}

export interface DocumentStore {
  keep(
    document: { kind: DocumentKind; id: string; team: TeamId; document: JsonObject },
    caller: Caller,
    now: Instant,
    judge: (roster: Roster | undefined) => void,
  ): Promise<void>;
  /** False where there is none. */
  remove(
    document: { kind: DocumentKind; id: string; team: TeamId },
    caller: Caller,
    now: Instant,
    judge: (roster: Roster | undefined) => void,
  ): Promise<boolean>;
}

interface DocumentPorts {
  readonly store: DocumentStore;
  readonly clock: Clock;
}

/** @throws Problem `not_an_owner`. */
export const keepDocument =
  ({ store, clock }: DocumentPorts) =>
  (kind: DocumentKind, id: string, team: TeamId, document: JsonObject, caller: Caller): Promise<void> =>
    store.keep({ kind, id, team, document }, caller, clock.now(), (roster) => permit(caller, team, roster));

/** @throws Problem `not_an_owner`, `rover_document_not_found`. */
export const removeDocument =
  ({ store, clock }: DocumentPorts) =>
  async (kind: DocumentKind, id: string, team: TeamId, caller: Caller): Promise<void> => {
    const judge = (roster: Roster | undefined) => permit(caller, team, roster);
    if (!(await store.remove({ kind, id, team }, caller, clock.now(), judge))) throw unknown(kind, id);
  };

export function unknown(kind: KeptKind, id: string): Problem {
  return new Problem('rover_document_not_found', { detail: `There is no "${id}" among the ${kind}.` });
}

function permit({ principal }: Caller, team: TeamId, roster: Roster | undefined): void {
  orThrow(mayEdit(principal, team, roster));
}
