// The cast: the people and teams of Fernlane, an online shop, the same in every test, the demo and the documentation.
// Alice (analytics) asks; Bob and Carol (checkout) own and approve; Dan (platform) runs it; Eve (partner desk) must not
// get in. Ivy is the auditor. Each has a key whose text is known here, because tests have to send it.
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { defaultPolicy, type Policy } from '../src/core/policy.ts';
import type { ResourceId } from '../src/core/ids.ts';

export const people = ['alice', 'bob', 'carol', 'dan', 'eve', 'grace', 'ivy'] as const;
export type PersonName = (typeof people)[number];

export const emailOf = (person: string) => `${person}@fernlane.example`;

const teams = [
  { id: 'commerce', parent: null, members: { grace: 'Owner' } },
  { id: 'checkout', parent: 'commerce', members: { bob: 'Owner', carol: 'Approver' } },
  { id: 'analytics', parent: null, members: { alice: 'Member' } },
  { id: 'platform', parent: null, members: { dan: 'Owner' } },
  { id: 'partner-desk', parent: null, members: { eve: 'Member' } },
] as const;

/** Who may be named in `world.as(…)`: people by their own key, and keys of teams and of the organization. */
export const keys = [
  ...people.map((person) => ({
    name: person as string,
    scope: 'user',
    readOnly: false,
    team: null,
    person: person as string | null,
    maker: person as string,
  })),
  { name: 'checkout-key', scope: 'team', readOnly: false, team: 'checkout', person: null, maker: 'bob' },
  { name: 'analytics-key', scope: 'team', readOnly: false, team: 'analytics', person: null, maker: 'alice' },
  { name: 'organization', scope: 'organization', readOnly: false, team: null, person: null, maker: 'dan' },
  { name: 'pipeline', scope: 'organization', readOnly: false, team: null, person: null, maker: 'dan' },
  { name: 'alice-reads', scope: 'user', readOnly: true, team: null, person: 'alice', maker: 'alice' },
  { name: 'checkout-reads', scope: 'team', readOnly: true, team: 'checkout', person: null, maker: 'bob' },
  {
    name: 'organization-reads',
    scope: 'organization',
    readOnly: true,
    team: null,
    person: null,
    maker: 'dan',
  },
] as const;

export type KeyName = (typeof keys)[number]['name'];

export const tokenOf = (key: string) => `cs_test_${key}`;

/** Fills a fresh database with people, teams, keys, and one output port with its default policy. */
export async function castInto(pool: pg.Pool): Promise<void> {
  for (const person of people)
    await pool.query(
      'insert into person (id, email, name, administrator, auditor) values ($1, $2, $3, $4, $5)',
      [person, emailOf(person), name(person), person === 'dan', person === 'ivy'],
    );
  for (const team of teams) {
    await pool.query('insert into team (id, parent, name, document) values ($1, $2, $3, $4)', [
      team.id,
      team.parent,
      name(team.id),
      JSON.stringify({ id: team.id, name: name(team.id), type: 'Team' }),
    ]);
    for (const [nth, [person, role]] of Object.entries(team.members).entries())
      await pool.query(
        'insert into membership (team_id, person_id, role, position) values ($1, $2, $3, $4)',
        [team.id, person, role, nth],
      );
  }
  for (const key of keys)
    await pool.query(
      'insert into api_key (id, token_hash, display_name, scope, read_only, team_id, person_id, maker_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, now())',
      [
        `key-${key.name}`,
        createHash('sha256').update(tokenOf(key.name)).digest(),
        key.name,
        key.scope,
        key.readOnly,
        key.team,
        key.person,
        key.maker,
      ],
    );
  await resourceInto(pool, 'orders/latest', 'checkout');
}

/** Adds an output port of a product, with a policy that may differ from the default in some parts. */
export async function resourceInto(
  pool: pg.Pool,
  id: string,
  owner: string,
  policy: Partial<Policy> = {},
  offers: string[] = [],
): Promise<void> {
  const [product, port] = id.split('/') as [string, string];
  const document = {
    dataProductSpecification: '0.0.1',
    id: product,
    info: { title: name(product), owner },
    outputPorts: [{ id: port, name: port }],
  };
  await pool.query(
    'insert into data_product (id, format, owner_team, name, document) values ($1, $2, $3, $4, $5) on conflict do nothing',
    [product, 'dps', owner, name(product), JSON.stringify(document)],
  );
  await pool.query(
    'insert into resource (id, kind, owner_team, name, offers, data_product_id, output_port_id) values ($1, $2, $3, $4, $5, $6, $7)',
    [id, 'output-port', owner, port, offers, product, port],
  );
  const {
    resource: _,
    version: __,
    ...body
  } = { ...defaultPolicy(id as ResourceId, 'Simple', null), ...policy };
  await pool.query(
    'insert into policy (resource_id, version, body, from_document) values ($1, 1, $2, true)',
    [id, JSON.stringify(body)],
  );
}

function name(id: string): string {
  return id[0]!.toUpperCase() + id.slice(1);
}
