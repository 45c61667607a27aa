// What somebody wishes a policy to say, from what they have written: what is absent is as for a new resource, and what is
// named has to exist. Setting a policy and looking at a draft of one read it in the same way; the first does so in its
// transaction, the second without a lock.
import type { KeyId, PersonId, ResourceId, TeamId } from '../core/ids.ts';
import { noSuch, nobodyKnownAs } from '../core/no-such.ts';
import { policyFault, type PolicyWish } from '../core/policy-change.ts';
import { defaultPolicy, type Approvers } from '../core/policy.ts';
import { orThrow, Problem } from '../core/problem.ts';
import type { Instant, Milliseconds } from '../core/time.ts';
import type { PolicyRows, ResourceRow, TeamRows } from './catalog.ts';
import {
  invalid,
  orInvalid,
  type Documents,
  type JsonObject,
  type NamedApprovers,
  type WrittenPolicy,
} from './documents.ts';
import { strategyOf } from './follow-document.ts';
import type { Settings } from './organization.ts';

/** What a policy names, looked up. */
export interface PolicyReferences {
  readonly teams: Pick<TeamRows, 'missing' | 'knownPeople' | 'withMember'>;
  readonly policies: Pick<PolicyRows, 'isUsableKey'>;
}

/** For which resource it is written. */
export interface WrittenFor {
  readonly id: ResourceId;
  readonly resource: Pick<ResourceRow, 'kind' | 'port' | 'autoApprove'>;
  readonly settings: Settings;
  readonly now: Instant;
}

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
  'actions',
];

/** @throws Problem `invalid_field`, `policy_invalid` and `reference_unknown`, naming the field. */
export async function wishFrom(
  body: unknown,
  documents: Documents,
  references: PolicyReferences,
  { id, resource, settings, now }: WrittenFor,
): Promise<PolicyWish> {
  const { written, followsDocument } = readBody(documents, body);
  const strategy = strategyFrom(written, followsDocument, resource, settings);
  const usual = defaultPolicy(id, strategy.strategy, settings.defaultDurations[resource.kind]);
  const wish: PolicyWish = {
    ...written,
    ...strategy,
    trusted: await existingTeams(references, written.trusted, 'trusted'),
    defaultDuration: durationFrom(written, usual.defaultDuration),
    deadline: written.deadline ?? usual.deadline,
    approvers: await approversFrom(references, written.approvers, 'approvers'),
    fallback: await approversFrom(references, written.fallback, 'fallback'),
    external: await externalFrom(references, written.external, now),
  };
  orThrow(policyFault(wish));
  return wish;
}

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
  resource: WrittenFor['resource'],
  settings: Settings,
): Pick<PolicyWish, 'strategy' | 'followsDocument'> {
  const said = strategyOf(resource.autoApprove, settings);
  const isPort = resource.port !== null;
  if (strategy === null) return { strategy: said, followsDocument: isPort };
  if (followsDocument && (!isPort || strategy !== said))
    throw new Problem('policy_invalid', {
      field: 'followsDocument',
      detail: isPort
        ? {
            en: `The document of the data product says ${said}.`,
            de: `Das Dokument des Datenprodukts sagt ${said}.`,
          }
        : {
            en: 'Only an output port has a document to follow.',
            de: 'Nur ein Output-Port hat ein Dokument, dem zu folgen wäre.',
          },
    });
  return { strategy, followsDocument };
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

async function existingTeams(
  { teams: rows }: PolicyReferences,
  teams: readonly string[],
  field: string,
): Promise<TeamId[]> {
  const missing = new Set(await rows.missing(teams as TeamId[]));
  const at = teams.findIndex((team) => missing.has(team as TeamId));
  if (at >= 0)
    throw new Problem('reference_unknown', {
      detail: noSuch('team', teams[at]!),
      field: `${field}[${at}]`,
    });
  return teams as TeamId[];
}

async function approversFrom(
  references: PolicyReferences,
  named: NamedApprovers | null,
  field: string,
): Promise<Approvers | null> {
  if (!named) return null;
  const known = await references.teams.knownPeople(named.people);
  const people = named.people.map((email, index): PersonId => {
    const person = known.get(email.toLowerCase());
    if (person) return person;
    throw new Problem('reference_unknown', {
      detail: nobodyKnownAs(email),
      field: `${field}.people[${index}]`,
    });
  });
  return { people, teams: await existingTeams(references, named.teams, `${field}.teams`) };
}

async function externalFrom(
  { policies }: PolicyReferences,
  external: WrittenPolicy['external'],
  now: Instant,
): Promise<PolicyWish['external']> {
  if (!external) return null;
  if (!(await policies.isUsableKey(external.key, now)))
    throw new Problem('policy_invalid', {
      detail: {
        en: 'There is no living key with this id that may write.',
        de: 'Es gibt keinen gültigen Schlüssel mit dieser Id, der schreiben darf.',
      },
      field: 'external.key',
    });
  return { ...external, key: external.key as KeyId };
}
