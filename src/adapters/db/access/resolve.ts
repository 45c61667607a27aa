// From the names of the wire to the words of the core: which consumer, which output port is meant. A port is addressed
// by its id or by its name, and a person by e-mail address, as the Entropy API does.
import type { Resolver } from '../../../app/ports.ts';
import type { PersonId, ResourceId, TeamId } from '../../../core/ids.ts';
import type { Database } from '../database.ts';
import { personFor } from '../people.ts';

export function resolver({ pool, db }: Database): Resolver {
  return {
    port: async (dataProductId, port) => {
      const { rows } = await pool.query<{ id: ResourceId }>(
        `select id from resource where data_product_id = $1 and (output_port_id = $2 or name = $2) order by (output_port_id = $2) desc, deleted_at nulls first limit 1`,
        [dataProductId, port],
      );
      return rows[0]?.id ?? null;
    },
    team: async (id) => {
      const { rows } = await pool.query<{ id: TeamId }>(
        'select id from team where id = $1 and deleted_at is null',
        [id],
      );
      return rows[0]?.id ?? null;
    },
    teamOfProduct: async (id) => {
      const { rows } = await pool.query<{ owner_team: TeamId }>(
        'select owner_team from data_product where id = $1 and deleted_at is null',
        [id],
      );
      return rows[0]?.owner_team ?? null;
    },
    teamOfApplication: async (id) => {
      const { rows } = await pool.query<{ owner_team: TeamId }>(
        'select owner_team from application where id = $1 and deleted_at is null',
        [id],
      );
      return rows[0]?.owner_team ?? null;
    },
    person: async (emailOrId) => {
      const { rows } = await pool.query<{ id: PersonId }>(
        'select id from person where lower(email) = lower($1) or id = $1 order by (id = $1) desc limit 1',
        [emailOrId],
      );
      if (rows[0]) return rows[0].id;
      // Existing clients name people who never signed in here; an address is enough to be somebody.
      return /^[^@\s]+@[^@\s]+$/.test(emailOrId)
        ? db.transaction().execute((tx) => personFor(tx, emailOrId))
        : null;
    },
    knownPeople: async (emailsOrIds) => {
      if (emailsOrIds.length === 0) return [];
      const { rows } = await pool.query<{ id: PersonId }>(
        'select id from person where lower(email) in (select lower(said) from unnest($1::text[]) as said) or id = any($1)',
        [emailsOrIds],
      );
      return rows.map((row) => row.id);
    },
    timeZone: async () => {
      const { rows } = await pool.query<{ zone: string | null }>(
        `select settings ->> 'timeZone' as zone from organization`,
        [],
      );
      return rows[0]?.zone ?? 'UTC';
    },
  };
}
