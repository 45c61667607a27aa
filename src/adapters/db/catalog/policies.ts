// Policies of resources, with the loosening that waits for a second owner. The body is the core's Policy without what
// the columns say; statements that load a Situation read it as it lies here.
import { sql, type Kysely } from 'kysely';
import type { PolicyRows } from '../../../app/catalog.ts';
import type { ShownPolicy } from '../../../app/catalog-reads.ts';
import type { PolicyReferences } from '../../../app/policy-wish.ts';
import type { KeyId, PersonId, ResourceId, TeamId } from '../../../core/ids.ts';
import { openProposal, type GovernedPolicy, type Proposal } from '../../../core/policy-change.ts';
import type { Approvers, Policy } from '../../../core/policy.ts';
import type { Instant } from '../../../core/time.ts';
import type { Tx } from '../database.ts';
import { timestamp } from '../pool.ts';
import type { Tables } from '../schema.ts';
import { settingsOf } from './organization.ts';
import { rostersOf } from './rosters.ts';
import { knownPeople, teamsWithMember } from './teams.ts';

export function policyRows(tx: Tx): PolicyRows {
  const lockMany = async (ids: readonly ResourceId[]) => {
    if (ids.length === 0) return new Map<ResourceId, GovernedPolicy>();
    const rows = await tx
      .selectFrom('policy')
      .selectAll()
      .where('resource_id', 'in', [...ids])
      .orderBy('resource_id')
      .forUpdate()
      .execute();
    return new Map(rows.map((row) => [row.resource_id as ResourceId, governedFrom(row)]));
  };
  return {
    lock: async (id) => (await lockMany([id])).get(id) ?? null,
    lockMany,
    add: async ({ resource, version, ...body }, followsDocument) => {
      await tx
        .insertInto('policy')
        .values({
          resource_id: resource,
          version,
          body: JSON.stringify(body),
          from_document: followsDocument,
        })
        .execute();
    },
    save: async ({ resource, version, ...body }, followsDocument) => {
      await tx
        .updateTable('policy')
        .set({ version, body: JSON.stringify(body), from_document: followsDocument, proposal: null })
        .where('resource_id', '=', resource)
        .execute();
    },
    propose: async (id, proposal) => {
      await tx
        .updateTable('policy')
        .set({ proposal: proposal && JSON.stringify(proposal) })
        .where('resource_id', '=', id)
        .execute();
    },
    touch: async (id) => {
      await tx
        .updateTable('policy')
        .set((eb) => ({ version: eb('version', '+', 1), proposal: null }))
        .where('resource_id', '=', id)
        .execute();
    },
    isUsableKey: (id, now) => isUsableKey(tx, id, now),
  };
}

/** What a draft of a policy names, looked up without a lock. */
export function policyReferences(db: Kysely<Tables>): PolicyReferences {
  return {
    teams: {
      missing: async (ids) => {
        const known = await rostersOf(db, ids);
        return ids.filter((id) => !known.has(id));
      },
      knownPeople: (emails) => knownPeople(db, emails),
      withMember: (person) => teamsWithMember(db, person),
    },
    policies: { isUsableKey: (id, now) => isUsableKey(db, id, now) },
  };
}

async function isUsableKey(db: Kysely<Tables>, id: string, now: Instant): Promise<boolean> {
  const row = await db
    .selectFrom('api_key')
    .select('id')
    .where('id', '=', id)
    .where('read_only', '=', false)
    .where('scope', '<>', 'rover')
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', timestamp(now) as never)]))
    .executeTakeFirst();
  return row !== undefined;
}

/** Everything that a page about one policy shows, in a few lookups by key. */
export async function shownPolicy(
  db: Kysely<Tables>,
  id: ResourceId,
  draft?: Policy,
): Promise<ShownPolicy | null> {
  const row = await db
    .selectFrom('policy as p')
    .innerJoin('resource as r', 'r.id', 'p.resource_id')
    .leftJoin('team as t', 't.id', 'r.owner_team')
    .select(['p.resource_id', 'p.version', 'p.body', 'p.from_document', 'p.proposal'])
    .select(['r.kind', 'r.owner_team', 'r.name', 'r.offers', 't.parent'])
    .where('r.id', '=', id)
    .where('r.deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const governed = governedFrom(row);
  const owner = row.owner_team as TeamId;
  const policies = [governed.policy, ...(draft ? [draft] : [])];
  const chosen = policies.flatMap(({ approvers, fallback }) => [approvers, fallback]);
  const named = chosen.flatMap((approvers) => approvers?.people ?? []);
  const teams = [
    owner,
    ...(row.parent ? [row.parent as TeamId] : []),
    ...chosen.flatMap((approvers) => approvers?.teams ?? []),
  ];
  const rosters = await rostersOf(db, [...new Set(teams)]);
  const { organizationKeysDecide } = await settingsOf(db);
  const who = [
    ...named,
    ...peopleIn(governed),
    ...[...rosters.values()].flatMap(({ people }) => people.map(({ person }) => person)),
  ];
  return {
    governed,
    resource: { id, kind: row.kind as never, owner, name: row.name, offers: row.offers, gone: false },
    rosters,
    organizationKeysDecide,
    people: await namesOf(db, who),
    left: await leftOf(db, named),
    deadKeys: await deadKeysOf(db, policies),
  };
}

function governedFrom(row: {
  resource_id: string;
  version: number;
  body: unknown;
  from_document: boolean;
  proposal: unknown;
}): GovernedPolicy {
  return {
    policy: { ...(row.body as Policy), resource: row.resource_id as ResourceId, version: row.version },
    followsDocument: row.from_document,
    proposal: row.proposal as Proposal | null,
  };
}

/** Everybody whom a policy names as the author of a part, and whom its proposal names. */
function peopleIn(governed: GovernedPolicy): PersonId[] {
  const { policy } = governed;
  const proposal = openProposal(governed);
  const setters = [policy.strategySetBy, ...policy.trusted.map(({ setBy }) => setBy), proposal?.by ?? null];
  const chosen = (approvers: Approvers | null | undefined) => approvers?.people ?? [];
  return [
    ...chosen(proposal?.wish.approvers),
    ...chosen(proposal?.wish.fallback),
    ...setters.flatMap((setter) => (setter?.actor.person ? [setter.actor.person] : [])),
  ];
}

async function namesOf(db: Kysely<Tables>, people: readonly PersonId[]): Promise<ShownPolicy['people']> {
  const { rows } = await sql<{ id: PersonId; email: string; name: string | null }>`
    select id, email, name from person where id = any(${[...new Set(people)]}::text[]) and erased_at is null`.execute(
    db,
  );
  return new Map(rows.map(({ id, email, name }) => [id, { email, name }]));
}

/** Of the keys that these policies name, those that decide nothing at this moment. */
async function deadKeysOf(db: Kysely<Tables>, policies: readonly Policy[]): Promise<Set<KeyId>> {
  const keys = policies.flatMap(({ external }) => external?.key ?? []);
  if (keys.length === 0) return new Set();
  const { rows } = await sql<{ id: KeyId }>`
    select id from api_key where id = any(${keys}::text[]) and not read_only and scope <> 'rover' and revoked_at is null
      and (expires_at is null or expires_at > now())`.execute(db);
  const alive = new Set(rows.map(({ id }) => id));
  return new Set(keys.filter((key) => !alive.has(key)));
}

/** Of these people, those who may not come in any more, or are nobody any more. */
async function leftOf(db: Kysely<Tables>, people: readonly PersonId[]): Promise<Set<PersonId>> {
  if (people.length === 0) return new Set();
  const { rows } = await sql<{ id: PersonId }>`
    select id from person where id = any(${[...new Set(people)]}::text[]) and disabled_at is null`.execute(
    db,
  );
  const here = new Set(rows.map(({ id }) => id));
  return new Set(people.filter((person) => !here.has(person)));
}
