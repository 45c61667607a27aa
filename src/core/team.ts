// Teams and who is who in them. Teams form a tree; a role in a team holds in all teams below it (design 3.4). Only
// three roles mean anything to the rules: owner, approver and member. Any other word that a source system uses is
// kept as it is and acts as member. Rosters arrive here already resolved along the tree, each entry saying whether it
// was given in this very team, because plain membership of an ancestor must not make one "own team".
import type { PersonId, TeamId } from './ids.ts';

export type Role = 'owner' | 'approver' | 'member';

export interface RosterEntry {
  readonly person: PersonId;
  readonly role: Role;
  /** True when the role was given in this team, false when it comes from an ancestor. */
  readonly direct: boolean;
}

/** The people of one team, ancestors' people included, without those who left. */
export interface Roster {
  readonly team: TeamId;
  readonly parent: TeamId | null;
  readonly people: readonly RosterEntry[];
}

/** What a role means to the rules, whatever the source system calls it and however it is spelled. */
export function roleFrom(word: string | null | undefined): Role {
  const plain = word?.trim().toLowerCase();
  return plain === 'owner' || plain === 'approver' ? plain : 'member';
}

/** Which of two roles can do more: a higher number. */
export function strengthOf(word: string): number {
  return ['member', 'approver', 'owner'].indexOf(roleFrom(word));
}

/** Whether the person speaks for the team: was put into it, or owns or approves for an ancestor. */
export function isMember(roster: Roster | undefined, person: PersonId | null): boolean {
  return (
    person !== null && entriesOf(roster, person).some((entry) => entry.direct || entry.role !== 'member')
  );
}

/** Whether the person was put into this very team. */
export function isDirectMember(roster: Roster | undefined, person: PersonId | null): boolean {
  return person !== null && entriesOf(roster, person).some((entry) => entry.direct);
}

export function isOwner(roster: Roster | undefined, person: PersonId | null): boolean {
  return person !== null && entriesOf(roster, person).some((entry) => entry.role === 'owner');
}

/** The owners of a team; where nobody has that role, everybody who was put into it. */
export function ownersOf(roster: Roster | undefined): PersonId[] {
  return withRole(roster, (role) => role === 'owner');
}

/** Who decides for a team: owners and approvers; where nobody has such a role, everybody who was put into it. */
export function approversOf(roster: Roster | undefined): PersonId[] {
  return withRole(roster, (role) => role !== 'member');
}

function withRole(roster: Roster | undefined, fits: (role: Role) => boolean): PersonId[] {
  if (!roster) return [];
  const chosen = roster.people.filter((entry) => fits(entry.role));
  const people = chosen.length > 0 ? chosen : roster.people.filter((entry) => entry.direct);
  return [...new Set(people.map((entry) => entry.person))].sort();
}

function entriesOf(roster: Roster | undefined, person: PersonId): readonly RosterEntry[] {
  return roster?.people.filter((entry) => entry.person === person) ?? [];
}
