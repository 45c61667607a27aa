// Descriptions of APIs and event types, by their id and by the name that they describe.
import { sql, type Selectable } from 'kysely';
import type { SpecificationRow, SpecificationRows } from '../../../app/rover.ts';
import type { TeamId } from '../../../core/ids.ts';
import type { Space } from '../../../core/rover.ts';
import type { Tx } from '../database.ts';
import { timestamp } from '../pool.ts';
import type { Tables } from '../schema.ts';

type Row = Pick<
  Selectable<Tables['rover_specification']>,
  'id' | 'team' | 'space' | 'key' | 'label' | 'facts' | 'document' | 'created_at'
>;

type Facts = Pick<SpecificationRow, 'title' | 'description' | 'version' | 'category' | 'scopes'>;

export function specificationRows(tx: Tx): SpecificationRows {
  return {
    lock: async (id) => {
      const row = await tx
        .selectFrom('rover_specification')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      return row ? specificationFrom(row) : null;
    },
    named: async (names) => {
      const spaces = names.map(({ space }) => space);
      const labels = names.map(({ label }) => label);
      const { rows } = await sql<Row>`
        select distinct on (s.space, s.label) s.id, s.team, s.space, s.key, s.label, s.facts, '{}' as document, s.created_at
        from unnest(${spaces}::text[], ${labels}::text[]) n(space, label)
          join rover_specification s on s.space = n.space and s.label = n.label
        order by s.space, s.label, s.created_at, s.id`.execute(tx);
      return rows.map((row) => ({ ...specificationFrom(row), label: row.label }));
    },
    save: async ({ id, team, space, key, createdAt, document, ...facts }, label) => {
      const columns = {
        space,
        key,
        label,
        facts: JSON.stringify(facts),
        document: JSON.stringify(document),
      };
      await tx
        .insertInto('rover_specification')
        .values({ id, team, created_at: timestamp(createdAt), ...columns })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((eb) => ({
            ...columns,
            version: eb('rover_specification.version', '+', 1),
          })),
        )
        .execute();
    },
    remove: async (id) => {
      await tx.deleteFrom('rover_specification').where('id', '=', id).execute();
    },
  };
}

export function specificationFrom(row: Row): SpecificationRow {
  return {
    id: row.id,
    team: row.team as TeamId,
    space: row.space as Space,
    key: row.key,
    ...(row.facts as Facts),
    document: JSON.parse(row.document) as SpecificationRow['document'],
    createdAt: row.created_at,
  };
}
