// What surrounds the accesses of one load, put together from its rows: policies with the people who are still there,
// rosters resolved along the tree of teams, and the versions of all teams that a roster comes from. Accesses that have
// a policy or a team in common share it.
import type { ResourceId, TeamId } from '../../../core/ids.ts';
import type { Approvers, Policy } from '../../../core/policy.ts';
import type { Resource } from '../../../core/resource.ts';
import { roleFrom, type Roster } from '../../../core/team.ts';
import type { AroundRow, ResourceRow } from './situations-text.ts';

export interface Around {
  readonly organizationKeysDecide: boolean;
  /** Undefined when there is no such resource. */
  resource(id: ResourceId | null): AroundResource | undefined;
  /** Rosters of the owner team, its parent, the consumer's team, and the teams that the policy names. */
  rosters(of: AroundResource, consumerTeam: TeamId | null): ReadonlyMap<TeamId, Roster>;
  /** The versions of these teams and of all above them. */
  versions(teams: Iterable<TeamId>): Record<string, number>;
}

export interface AroundResource {
  readonly resource: Resource;
  readonly policy: Policy;
  readonly contract: { readonly id: string; readonly version: string | null } | null;
  readonly contractTerms: string | null;
}

export function around(row: AroundRow): Around {
  const teams = row.teams ?? {};
  const present = new Set(row.named);
  const resources = new Map(row.resources?.map((one) => [one.id, resourceFrom(one, present)]));
  const people = Map.groupBy(row.people ?? [], ({ team }) => team);
  const rosters = new Map<TeamId, Roster>();

  /** The team itself and those above it, nearest first. */
  const upwards = (team: TeamId): TeamId[] => {
    const way = [team];
    for (let next = teams[team]?.parent; next && !way.includes(next); next = teams[next]?.parent)
      way.push(next);
    return way;
  };
  const rosterOf = (team: TeamId): Roster => ({
    team,
    parent: teams[team]?.parent ?? null,
    people: upwards(team).flatMap((above) =>
      (people.get(above) ?? []).map(({ person, role }) => ({
        person,
        role: roleFrom(role),
        direct: above === team,
      })),
    ),
  });
  const roster = (team: TeamId): Roster => {
    const known = rosters.get(team) ?? rosterOf(team);
    rosters.set(team, known);
    return known;
  };
  return {
    organizationKeysDecide: row.settings.organizationKeysDecide ?? true,
    resource: (id) => (id === null ? undefined : resources.get(id)),
    rosters: ({ resource: { owner }, policy }, consumerTeam) => {
      const wanted = [owner, teams[owner]?.parent, consumerTeam, ...teamsOf(policy)];
      return new Map(wanted.filter((team) => team != null).map((team) => [team, roster(team)]));
    },
    versions: (some) =>
      Object.fromEntries(
        [...some]
          .flatMap(upwards)
          .filter((team) => teams[team])
          .map((team) => [team, teams[team]!.version]),
      ),
  };
}

function teamsOf({ approvers, fallback }: Policy): TeamId[] {
  return [...(approvers?.teams ?? []), ...(fallback?.teams ?? [])];
}

function resourceFrom(row: ResourceRow, present: ReadonlySet<string>): AroundResource {
  const { version, body } = row.policy;
  /** Named people who left are not in it any more: they decide nothing, and count for nothing. */
  const still = (approvers: Approvers | null): Approvers | null =>
    approvers && { ...approvers, people: approvers.people.filter((person) => present.has(person)) };
  return {
    resource: {
      id: row.id,
      kind: row.kind,
      owner: row.owner_team,
      name: row.name,
      offers: row.offers,
      gone: row.deleted_at !== null,
    },
    policy: {
      ...body,
      resource: row.id,
      version,
      approvers: still(body.approvers),
      fallback: still(body.fallback),
    },
    contract:
      row.data_contract_id === null ? null : { id: row.data_contract_id, version: row.data_contract_version },
    contractTerms: row.terms_hash,
  };
}
