// The agreements behind an edge, a page at a time: the provider's resources one after the other, and at each the consumer's
// agreements, so that every page is found through the indexes and ends where it ends.
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Between, Ends, MeshPlace, MeshView, NodeRef } from '../../../app/mesh-reads.ts';
import type { AccessId } from '../../../core/ids.ts';
import type { Tables } from '../schema.ts';
import { agreementsIn, allWhere, side } from './mesh-agreements.ts';

export async function between(
  db: Kysely<Tables>,
  { provider, consumer, byItself }: Ends,
  view: MeshView,
  after: MeshPlace | null,
  limit: number,
): Promise<Between> {
  const ofConsumer = consumerIs(consumer, byItself);
  const from = after ?? { resource: 0, access: 0 };
  const { rows } = await sql<{ id: AccessId; resource: number; access: number }>`
    select a.id, r.position as resource, a.position as access from (
      select id, position from resource where ${providerIs(provider)} and position >= ${from.resource} order by position
    ) r cross join lateral (${agreementsIn(view, allWhere(sql`a.resource_id = r.id and ${ofConsumer}`))}) a
    where (r.position, a.position) > (${from.resource}, ${from.access})
    order by r.position, a.position limit ${limit + 1}
  `.execute(db);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    ids: page.map(({ id }) => id),
    next: rows.length > limit && last ? { resource: last.resource, access: last.access } : null,
  };
}

function providerIs({ kind, id }: NodeRef): RawBuilder<unknown> {
  switch (kind) {
    case 'team':
      return sql`owner_team = ${id}`;
    case 'data-product':
      return sql`data_product_id = ${id}`;
    default:
      return sql`id = ${id}`;
  }
}

/** What a team has is found by its side; so is what a product of a team has, once it is known whose it is. */
function consumerIs({ kind, id }: NodeRef, byItself: boolean): RawBuilder<unknown> {
  switch (kind) {
    case 'people':
      return sql`${side} >= 'person:' and ${side} < 'person;'`;
    case 'person':
      return sql`${side} = ${`person:${id}`}`;
    case 'team':
      return sql`${side} = ${`team:${id}`} and ${byItself ? sql`a.consumer_kind = 'team'` : sql`true`}`;
    case 'data-product':
      return sql`${side} = (select 'team:' || owner_team from data_product where id = ${id}) and a.consumer_kind = ${kind} and a.consumer_id = ${id}`;
    default:
      return sql`a.consumer_kind = ${kind} and a.consumer_id = ${id}`;
  }
}
