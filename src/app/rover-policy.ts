// The policy that an exposure of a Rover file wishes for: its strategy, whom it trusts, and whatever the file says in our
// extension `policy`. What the file does not say is left as it is, unless it said so the last time: then it goes back to
// what a new resource has.
import { isDeepStrictEqual } from 'node:util';
import type { PersonId, ResourceId, TeamId } from '../core/ids.ts';
import { policyFault, type GovernedPolicy, type PolicyWish } from '../core/policy-change.ts';
import { defaultPolicy, type Approvers, type Policy } from '../core/policy.ts';
import { resourceKindOf } from '../core/rover.ts';
import type { CatalogTx } from './catalog.ts';
import type { Fault, NamedApprovers } from './documents.ts';
import type { Settings } from './organization.ts';
import type { Exposure, RoverPolicy } from './rover.ts';

/** People that the file names, by address in lower case. */
export type KnownPeople = ReadonlyMap<string, PersonId>;

/** What the exposures name and nobody knows, and the people behind the addresses. */
export async function referencesOf(
  tx: CatalogTx,
  exposures: readonly Exposure[],
): Promise<{ people: KnownPeople; faults: Fault[] }> {
  const approvers = exposures.flatMap(({ policy }) => [policy?.approvers, policy?.fallback]);
  const teams = [
    ...exposures.flatMap(({ trusted }) => trusted),
    ...approvers.flatMap((chosen) => chosen?.teams ?? []),
  ];
  const emails = approvers.flatMap((chosen) => chosen?.people ?? []).map((email) => email.toLowerCase());
  const missing = new Set<string>(await tx.teams.missing([...new Set(teams)].sort() as TeamId[]));
  const people = await tx.teams.knownPeople([...new Set(emails)]);
  const faults = exposures.flatMap((exposure, nth) => {
    const at = `spec.exposures[${nth}]`;
    return [
      ...exposure.trusted.flatMap((team, index) =>
        missing.has(team) ? [unknownTeam(`${at}.trustedTeams[${index}].team`, team)] : [],
      ),
      ...approverFaults(`${at}.policy.approvers`, exposure.policy?.approvers ?? null, missing, people),
      ...approverFaults(`${at}.policy.fallback`, exposure.policy?.fallback ?? null, missing, people),
    ];
  });
  return { people, faults };
}

/** What is wrong with the policies themselves, such as a usual duration beyond the longest. */
export function policyFaults(
  exposures: readonly Exposure[],
  people: KnownPeople,
  settings: Settings,
): Fault[] {
  return exposures.flatMap((exposure, nth) => {
    const fresh = startingPolicy('' as ResourceId, exposure, settings);
    const no = policyFault(
      policyWish({ policy: fresh, followsDocument: false, proposal: null }, exposure, null, people, settings),
    );
    if (!no) return [];
    const path = `spec.exposures[${nth}].policy${no.field === undefined ? '' : `.${no.field}`}`;
    return [{ path, message: `is not possible: ${no.detail?.en ?? no.refused}` }];
  });
}

/** What a resource has before the file has said anything about it. */
export function startingPolicy(id: ResourceId, { kind }: Exposure, settings: Settings): Policy {
  return defaultPolicy(id, settings.defaultStrategy, settings.defaultDurations[resourceKindOf(kind)]);
}

export function policyWish(
  { policy: now }: GovernedPolicy,
  exposure: Exposure,
  before: Exposure | null,
  people: KnownPeople,
  settings: Settings,
): PolicyWish {
  const usual = startingPolicy(now.resource, exposure, settings);
  const said = partsOf(exposure.policy, people);
  const saidBefore = Object.keys(partsOf(before?.policy ?? null, people)) as (keyof typeof said)[];
  const back = Object.fromEntries(saidBefore.map((part) => [part, usual[part]]));
  const { resource: _, version: __, strategySetBy: ___, ...rest } = now;
  const wish = { ...rest, ...back, ...said };
  return {
    ...wish,
    ...fittingDuration(wish, said.defaultDuration !== undefined),
    strategy: exposure.strategy,
    external: null,
    trusted: exposure.trusted as readonly TeamId[],
    followsDocument: false,
  };
}

/** Whether the file wishes for another policy than before. */
export function wishesAnew(exposure: Exposure, before: Exposure | null): boolean {
  const policyOf = ({ strategy, trusted, policy }: Exposure) => ({ strategy, trusted, policy });
  return before === null || !isDeepStrictEqual(policyOf(exposure), policyOf(before));
}

type Parts = Partial<
  Omit<Policy, 'resource' | 'version' | 'strategy' | 'strategySetBy' | 'trusted' | 'external'>
>;

/** Only what is said. */
function partsOf(policy: RoverPolicy | null, people: KnownPeople): Parts {
  if (!policy) return {};
  const { defaultDuration, ownTeam, purposeByPerson, endSessions, inBrowser } = policy;
  return {
    ...(policy.approvers && { approvers: approversFrom(policy.approvers, people) }),
    ...(policy.fallback && { fallback: approversFrom(policy.fallback, people) }),
    ...(policy.durations && { durations: policy.durations }),
    ...(defaultDuration !== null && { defaultDuration: defaultDuration === 'none' ? null : defaultDuration }),
    ...(policy.maximumDuration !== null && { maximumDuration: policy.maximumDuration }),
    ...(policy.deadline !== null && { deadline: policy.deadline }),
    ...(ownTeam === 'ask' && { ownTeam }),
    ...(purposeByPerson && { purposeByPerson }),
    ...(endSessions && { endSessions }),
    ...(inBrowser && { inBrowser }),
    ...(policy.signIn && { signIn: policy.signIn }),
  };
}

/** A usual duration that nobody named gives way to what the rest leaves room for. */
function fittingDuration(
  {
    defaultDuration,
    durations,
    maximumDuration,
  }: Pick<Policy, 'defaultDuration' | 'durations' | 'maximumDuration'>,
  isSaid: boolean,
): Pick<Policy, 'defaultDuration'> {
  if (isSaid || defaultDuration === null) return { defaultDuration };
  const fits =
    (maximumDuration === null || defaultDuration <= maximumDuration) &&
    (!durations || durations.includes(defaultDuration));
  return { defaultDuration: fits ? defaultDuration : null };
}

function approversFrom({ people, teams }: NamedApprovers, known: KnownPeople): Approvers {
  return {
    people: people.flatMap((email) => known.get(email.toLowerCase()) ?? []),
    teams: teams as readonly TeamId[],
  };
}

function approverFaults(
  path: string,
  named: NamedApprovers | null,
  missing: ReadonlySet<string>,
  people: KnownPeople,
): Fault[] {
  if (!named) return [];
  return [
    ...named.people.flatMap((email, index) =>
      people.has(email.toLowerCase())
        ? []
        : [{ path: `${path}.people[${index}]`, message: `names "${email}", whom nobody knows here` }],
    ),
    ...named.teams.flatMap((team, index) =>
      missing.has(team) ? [unknownTeam(`${path}.teams[${index}]`, team)] : [],
    ),
  ];
}

function unknownTeam(path: string, team: string): Fault {
  return { path, message: `names the team "${team}", which does not exist` };
}
