// Who is in a team, as pages show it: everybody who was put into it and whoever a team above lends a say here, each
// once, with every role and where it comes from, and whether they decide for the team as it stands. Those who have left
// are shown, since they come back with their roles, but count for nothing.
import type { PersonId, TeamId } from './ids.ts';
import { approversOf, roleFrom, strengthOf, type Role, type Roster } from './team.ts';

/** One row of who is in what: given in the team itself, or in a team above. */
export interface Membership {
  readonly person: PersonId;
  /** In the words of its source. */
  readonly role: string;
  readonly team: TeamId;
  /** Whether a group of the identity provider gives it. */
  readonly byGroup: boolean;
  readonly hasLeft: boolean;
}

export interface RoleOfPerson {
  readonly role: string;
  /** What the role means to the rules. */
  readonly actsAs: Role;
  /** The team above that it comes from; null where it was given in this very team. */
  readonly from: TeamId | null;
  readonly byGroup: boolean;
}

export interface PersonOfTeam {
  readonly person: PersonId;
  readonly hasLeft: boolean;
  /** Whether they decide for the team: as owner or approver, or because nobody else is there. */
  readonly decides: boolean;
  /** What can do most first; given here before given above. */
  readonly roles: readonly RoleOfPerson[];
}

/** Whoever can do most first; among equals the order in which they are given. */
export function peopleOfTeam(
  team: TeamId,
  parent: TeamId | null,
  memberships: readonly Membership[],
): PersonOfTeam[] {
  const deciding = new Set(approversOf(rosterFrom(team, parent, memberships)));
  const people = Map.groupBy(
    memberships.filter((one) => meansSomething(team, one)),
    ({ person }) => person,
  );
  return [...people]
    .map(([person, given]) => ({
      person,
      hasLeft: given[0]!.hasLeft,
      decides: deciding.has(person),
      roles: given.map((one) => roleOf(team, one)).sort(byStrength),
    }))
    .sort((one, other) => byStrength(one.roles[0]!, other.roles[0]!));
}

export function rosterFrom(team: TeamId, parent: TeamId | null, memberships: readonly Membership[]): Roster {
  const people = memberships
    .filter(({ hasLeft }) => !hasLeft)
    .map((one) => ({ person: one.person, role: roleFrom(one.role), direct: one.team === team }));
  return { team, parent, people };
}

/** To be a plain member of a team above means nothing here. */
function meansSomething(team: TeamId, { team: given, role }: Membership): boolean {
  return given === team || roleFrom(role) !== 'member';
}

function roleOf(team: TeamId, { role, team: given, byGroup }: Membership): RoleOfPerson {
  return { role, actsAs: roleFrom(role), from: given === team ? null : given, byGroup };
}

function byStrength(one: RoleOfPerson, other: RoleOfPerson): number {
  return (
    strengthOf(other.role) - strengthOf(one.role) || Number(one.from !== null) - Number(other.from !== null)
  );
}
