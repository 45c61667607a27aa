// Sets the approval policy of a resource as a whole. Only the owner side may; what it names has to exist. What loosens a
// FourEyes resource waits for a second owner (core/policy-change.ts).
import { maySetPolicy } from '../core/governance.ts';
import type { KeyId, PersonId, ResourceId, TeamId } from '../core/ids.ts';
import { policyFault, type PolicyChange, type PolicyWish } from '../core/policy-change.ts';
import { defaultPolicy, type Approvers } from '../core/policy.ts';
import { orThrow, Problem } from '../core/problem.ts';
import type { ResourceKind } from '../core/resource.ts';
import type { Instant, Milliseconds } from '../core/time.ts';
import type { CatalogPorts, CatalogTx, ResourceRow } from './catalog.ts';
import { compareVersion } from './compare-version.ts';
import { strategyOf } from './follow-document.ts';
import {
  invalid,
  orInvalid,
  type Documents,
  type JsonObject,
  type NamedApprovers,
  type WrittenPolicy,
} from './documents.ts';
import { governPolicy } from './govern-policy.ts';
import type { Settings } from './organization.ts';
import type { Caller } from './ports.ts';

/** What an answer carries beside what can be written; a client that sends it all back means no harm by it. */
const readOnly = [
  'resource',
  'version',
  'strategySetBy',
  'trustedSetBy',
  'sentences',
  'whoWouldDecide',
  'warning',
  'proposal',
];

/**
 * Undefined when an Idempotency-Key was repeated.
 *
 * @throws Problem `resource_not_found`, `not_an_owner`, `keys_do_not_decide`, `version_mismatch`; `policy_invalid` and
 *   `reference_unknown`, naming the field.
 */
export const putPolicy =
  ({ catalog, documents, clock }: CatalogPorts) =>
  async (
    id: ResourceId,
    body: unknown,
    caller: Caller,
    ifMatch: number | null = null,
  ): Promise<PolicyChange | undefined> => {
    const { written, followsDocument } = readBody(documents, body);
    const now = clock.now();
    return catalog.change(caller, now, async (tx) => {
      const resource = await tx.resources.lock(id);
      const governed = await tx.policies.lock(id);
      if (!resource || resource.deleted || !governed)
        throw new Problem('resource_not_found', { detail: `There is no resource "${id}".` });
      const settings = await tx.organization.settings();
      const { owner } = resource;
      orThrow(
        maySetPolicy(caller.principal, owner, await tx.teams.roster(owner), settings.organizationKeysDecide),
      );
      compareVersion(ifMatch, governed.policy.version);
      const strategy = strategyFrom(written, followsDocument, resource, settings);
      const wish = await wishFrom(tx, { id, kind: resource.kind, written, ...strategy, settings, now });
      orThrow(policyFault(wish));
      return governPolicy(tx, governed, wish, owner, caller.principal, now);
    });
  };

function readBody(documents: Documents, body: unknown): { written: WrittenPolicy; followsDocument: boolean } {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw invalid([{ path: '', message: 'has to be an object' }]);
  const { followsDocument, ...fields } = body as JsonObject;
  const writable = Object.entries(fields).filter(([field]) => !readOnly.includes(field));
  const written = orInvalid(documents.readPolicy(Object.fromEntries(writable)));
  return { written, followsDocument: followsDocument === true };
}

/** No strategy means what the document says, or the organization; what is named is named by hand. */
function strategyFrom(
  { strategy }: WrittenPolicy,
  followsDocument: boolean,
  resource: ResourceRow,
  settings: Settings,
): Pick<PolicyWish, 'strategy' | 'followsDocument'> {
  const said = strategyOf(resource.autoApprove, settings);
  const isPort = resource.port !== null;
  if (strategy === null) return { strategy: said, followsDocument: isPort };
  if (followsDocument && (!isPort || strategy !== said))
    throw new Problem('policy_invalid', {
      field: 'followsDocument',
      detail: isPort
        ? `The document of the data product says ${said}.`
        : 'Only an output port has a document to follow.',
    });
  return { strategy, followsDocument };
}

interface Written extends Pick<PolicyWish, 'strategy' | 'followsDocument'> {
  readonly id: ResourceId;
  readonly kind: ResourceKind;
  readonly written: WrittenPolicy;
  readonly settings: Settings;
  readonly now: Instant;
}

async function wishFrom(
  tx: CatalogTx,
  { id, kind, written, settings, now, ...strategy }: Written,
): Promise<PolicyWish> {
  const usual = defaultPolicy(id, strategy.strategy, settings.defaultDurations[kind]);
  return {
    ...written,
    ...strategy,
    trusted: await existingTeams(tx, written.trusted, 'trusted'),
    defaultDuration: durationFrom(written, usual.defaultDuration),
    deadline: written.deadline ?? usual.deadline,
    approvers: await approversFrom(tx, written.approvers, 'approvers'),
    fallback: await approversFrom(tx, written.fallback, 'fallback'),
    external: await externalFrom(tx, written.external, now),
  };
}

/** Not said: as usual for such a resource, unless what the policy says elsewhere leaves no room for it. */
function durationFrom(written: WrittenPolicy, usual: Milliseconds | null): Milliseconds | null {
  const { defaultDuration, durations, maximumDuration } = written;
  if (defaultDuration === 'none') return null;
  if (defaultDuration !== null || usual === null) return defaultDuration;
  const fits =
    (maximumDuration === null || usual <= maximumDuration) && (!durations || durations.includes(usual));
  return fits ? usual : null;
}

async function existingTeams(tx: CatalogTx, teams: readonly string[], field: string): Promise<TeamId[]> {
  const missing = new Set(await tx.teams.missing(teams as TeamId[]));
  const at = teams.findIndex((team) => missing.has(team as TeamId));
  if (at >= 0)
    throw new Problem('reference_unknown', {
      detail: `There is no team "${teams[at]}".`,
      field: `${field}[${at}]`,
    });
  return teams as TeamId[];
}

async function approversFrom(
  tx: CatalogTx,
  named: NamedApprovers | null,
  field: string,
): Promise<Approvers | null> {
  if (!named) return null;
  const known = await tx.teams.knownPeople(named.people);
  const people = named.people.map((email, index): PersonId => {
    const person = known.get(email.toLowerCase());
    if (person) return person;
    throw new Problem('reference_unknown', {
      detail: `There is nobody with the address "${email}".`,
      field: `${field}.people[${index}]`,
    });
  });
  return { people, teams: await existingTeams(tx, named.teams, `${field}.teams`) };
}

async function externalFrom(
  tx: CatalogTx,
  external: WrittenPolicy['external'],
  now: Instant,
): Promise<PolicyWish['external']> {
  if (!external) return null;
  if (!(await tx.policies.isUsableKey(external.key, now)))
    throw new Problem('policy_invalid', {
      detail: 'There is no living key with this id that may write.',
      field: 'external.key',
    });
  return { ...external, key: external.key as KeyId };
}
