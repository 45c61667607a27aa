// Teams as people look at them: the tree with what each team owns, and one team with everybody who is in it, also from
// above, beside what the caller may change. The tree is read from the top down and ends where a page would; whoever
// wants the rest asks below a team, or for a word.
import type { Action } from '../core/actions.ts';
import { teamActions, type TeamActionName, type TeamUse } from '../core/edit-actions.ts';
import { mayRun } from '../core/governance.ts';
import type { PersonId, TeamId } from '../core/ids.ts';
import { noSuch } from '../core/no-such.ts';
import { Problem } from '../core/problem.ts';
import { peopleOfTeam, rosterFrom, type Membership, type PersonOfTeam } from '../core/team-people.ts';
import type { Caller } from './ports.ts';

export interface NamedTeam {
  readonly id: TeamId;
  readonly name: string;
}

/** What a team owns, by kind; up to fifty are counted. */
export interface Owned {
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  /** False: it owns more than were counted. */
  readonly complete: boolean;
}

export interface TeamOfTree extends NamedTeam {
  readonly type: string;
  readonly description: string | null;
  readonly tags: readonly string[];
  /** The teams above, the top first. */
  readonly above: readonly NamedTeam[];
  /** How many teams are right below, whether or not they are in this list. */
  readonly below: number;
  /** How many people were put into it and have not left. */
  readonly people: number;
  readonly owns: Owned;
}

export interface TeamTree {
  readonly teams: readonly TeamOfTree[];
  /** False: there are more. */
  readonly complete: boolean;
}

export interface TeamWithPeople extends NamedTeam {
  /** The top first. */
  readonly above: readonly NamedTeam[];
  readonly below: readonly NamedTeam[];
  readonly moreBelow: boolean;
  readonly memberships: readonly Membership[];
  readonly people: ReadonlyMap<PersonId, { readonly email: string; readonly name: string | null }>;
}

export interface TeamsForPeople {
  /** The teams below one, or from the top; those nearest to it first. */
  below(team: TeamId | null): Promise<TeamTree>;
  /** Teams with these words in their name or id. */
  byWords(words: string): Promise<TeamTree>;
  one(id: TeamId): Promise<TeamWithPeople | null>;
  /** What stands in the way of deleting it. */
  use(id: TeamId): Promise<TeamUse | null>;
}

export interface TeamRoster extends Omit<TeamWithPeople, 'memberships'> {
  readonly roster: readonly PersonOfTeam[];
  readonly actions: Record<TeamActionName, Action>;
}

/** @throws Problem `team_not_found`. */
export const rosterOf =
  (teams: TeamsForPeople) =>
  async (id: TeamId, { principal }: Caller): Promise<TeamRoster> => {
    const found = await teams.one(id);
    if (!found) throw new Problem('team_not_found', { detail: noSuch('team', id) });
    const { memberships, ...team } = found;
    const parent = team.above.at(-1)?.id ?? null;
    // Whoever may not delete it anyhow is told that, so for nearly everybody nothing is looked for.
    const use = mayRun(principal) ? null : await teams.use(id);
    return {
      ...team,
      roster: peopleOfTeam(id, parent, memberships),
      actions: teamActions(principal, rosterFrom(id, parent, memberships), use),
    };
  };
