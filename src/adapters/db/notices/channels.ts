// Channels of teams as rows. The address of a webhook is sealed for its row; what is shown of it is a column of its own.
import { sql } from 'kysely';
import type { ChannelStates } from '../../../app/deliver.ts';
import { channelNotFound, type ChannelStore } from '../../../app/notification-channels.ts';
import { invalid } from '../../../app/documents.ts';
import type { TeamChannels } from '../../../app/notices.ts';
import type { TeamId } from '../../../core/ids.ts';
import type { ChannelType, NoticePurpose, NotificationChannel } from '../../../core/notification-channel.ts';
import type { Language } from '../../../core/sentence.ts';
import type { Place, Secrets } from '../../secrets.ts';
import { rostersOf } from '../catalog/rosters.ts';
import { write, type Database } from '../database.ts';
import { timestamp } from '../pool.ts';

export function channelStore(database: Database, secrets: Secrets): ChannelStore {
  const { db, pool } = database;
  return {
    of: async (team) => {
      if (!(await rostersOf(db, [team])).has(team)) return null;
      const { rows } = await pool.query<Row>(
        'select * from notification_channel where team_id = $1 order by name, id limit 200',
        [team],
      );
      return rows.map(channelFrom);
    },
    put: async (team, wish, secret, caller, now, permit) => {
      await write(database, caller, now, async (tx, note) => {
        permit((await rostersOf(tx, [team])).get(team) ?? null);
        const { rows } = await sql<Row & { has: boolean }>`
          select *, endpoint is not null as has from notification_channel where team_id = ${team} and id = ${wish.id} for update`.execute(
          tx,
        );
        const before = rows[0];
        const keepsSecret = wish.type !== 'mail' && secret === null;
        if (keepsSecret && (!before?.has || before.shown !== wish.endpoint || before.type !== wish.type))
          throw invalid([{ path: 'endpoint', message: 'has to be the whole address of the webhook' }]);
        const sealed = secret === null ? null : secrets.encrypt(secret, placeOf(team, wish.id));
        const address = wish.type === 'mail' ? wish.endpoint.replace(/^mailto:/, '') : null;
        await sql`
          insert into notification_channel (team_id, id, name, type, endpoint, address, shown, enabled, language, purposes)
          values (${team}, ${wish.id}, ${wish.name}, ${wish.type}, ${sealed}, ${address}, ${wish.endpoint}, ${wish.enabled}, ${wish.language}, ${wish.purposes}::text[])
          on conflict (team_id, id) do update set name = excluded.name, type = excluded.type, shown = excluded.shown,
            endpoint = case when ${keepsSecret} then notification_channel.endpoint else excluded.endpoint end,
            address = excluded.address, enabled = excluded.enabled, language = excluded.language, purposes = excluded.purposes,
            failures = 0, alarming_since = null, last_error = null, version = notification_channel.version + 1`.execute(
          tx,
        );
        note({
          type: before ? 'team.channel_changed' : 'team.channel_added',
          subject: team,
          data: {
            channel: wish.id,
            type: wish.type,
            enabled: wish.enabled,
            endpoint: keepsSecret ? 'kept' : 'changed',
          },
        });
      });
    },
    remove: async (team, id, caller, now, permit) => {
      await write(database, caller, now, async (tx, note) => {
        permit((await rostersOf(tx, [team])).get(team) ?? null);
        const { rows } =
          await sql`delete from notification_channel where team_id = ${team} and id = ${id} returning id`.execute(
            tx,
          );
        if (rows.length === 0) throw channelNotFound(id);
        note({ type: 'team.channel_removed', subject: team, data: { channel: id } });
      });
    },
  };
}

interface Row {
  team_id: TeamId;
  id: string;
  name: string;
  type: ChannelType;
  shown: string;
  enabled: boolean;
  language: Language;
  purposes: NoticePurpose[] | null;
  alarming_since: number | string | null;
  last_error: string | null;
  last_success: number | null;
}

function channelFrom(row: Row): NotificationChannel {
  const { id, name, type, shown, enabled, language, purposes } = row;
  return {
    id,
    name,
    type,
    endpoint: shown,
    enabled,
    language,
    purposes,
    failing:
      row.alarming_since === null ? null : { since: Number(row.alarming_since), error: row.last_error ?? '' },
    lastSuccess: row.last_success,
  };
}

export function channelPlace(row: string): Place {
  return { table: 'notification_channel', row, column: 'endpoint' };
}

function placeOf(team: string, id: string): Place {
  return channelPlace(JSON.stringify([team, id]));
}

/** The channels that are on, for whoever plans deliveries. */
export function teamChannels({ pool }: Pick<Database, 'pool'>): TeamChannels {
  return async (teams) => {
    const { rows } = await pool.query<Pick<Row, 'team_id' | 'id' | 'type' | 'enabled' | 'purposes'>>(
      'select team_id, id, type, enabled, purposes from notification_channel where team_id = any($1::text[]) and enabled order by team_id, id',
      [teams],
    );
    const found = Map.groupBy(rows, (row) => row.team_id);
    return (team) => found.get(team as TeamId) ?? [];
  };
}

/** How channels fare, and what stands in for one that fails. */
export function channelStates({ pool, db }: Pick<Database, 'pool' | 'db'>, secrets: Secrets): ChannelStates {
  return {
    open: async (team, id) => {
      const { rows } = await pool.query<Row & { endpoint: Buffer | null; address: string | null }>(
        'select * from notification_channel where team_id = $1 and id = $2 and enabled',
        [team, id],
      );
      const row = rows[0];
      if (!row) return null;
      const { name, type, language } = row;
      const endpoint = row.address ?? (row.endpoint && secrets.decrypt(row.endpoint, placeOf(team, id)));
      return endpoint === null ? null : { name, type, language, endpoint };
    },
    worked: async (team, id, now) => {
      await pool.query(
        `update notification_channel set failures = 0, alarming_since = null, last_error = null, last_success = $3 where team_id = $1 and id = $2`,
        [team, id, timestamp(now)],
      );
    },
    failed: async (team, id, error, isFinal, now) => {
      const { rows } = await pool.query<{ turned: boolean }>(failedText, [
        team,
        id,
        error,
        timestamp(now),
        isFinal,
      ]);
      return rows[0]?.turned ?? false;
    },
    fallBack: async (delivery, team, people, now) => {
      const members = (await rostersOf(db, [team])).get(team);
      if (members) await pool.query(fallBackText, [delivery, people(members), timestamp(now)]);
    },
  };
}

/** $1 team, $2 id, $3 error, $4 now, $5 whether trying again will not help. An alarm after three in a row, or at once. */
const failedText = `
update notification_channel c set failures = c.failures + 1, last_error = $3,
  alarming_since = case when c.failures + 1 >= 3 or $5::boolean then coalesce(c.alarming_since, $4::timestamptz) end
from (select * from notification_channel where team_id = $1 and id = $2 for update) before
where c.team_id = $1 and c.id = $2
returning before.alarming_since is null and c.alarming_since is not null as turned
`;

/**
 * $1 the delivery that was given up, $2 people, $3 now. Whoever has the notice gets it by mail now, if it did not come to
 * them that way already; whoever has not, gets it.
 */
const fallBackText = `
with lost as (select n.* from notice_delivery d join notice n on n.id = d.notice_id where d.id = $1::uuid),
added as (
  insert into notice (id, entry_id, recipient, at, access_id, body)
  select gen_random_uuid(), lost.entry_id, 'person:' || p, lost.at, lost.access_id, lost.body from lost, unnest($2::text[]) p
  on conflict (entry_id, recipient) do nothing returning id, recipient
),
told as (
  select id, recipient from added
  union all
  select n.id, n.recipient from notice n join lost on n.entry_id = lost.entry_id where n.recipient = any(select 'person:' || p from unnest($2::text[]) p)
)
insert into notice_delivery (id, notice_id, recipient, way, next_run, created_at)
select gen_random_uuid(), told.id, told.recipient, 'mail', $3::timestamptz, $3::timestamptz from told
on conflict (notice_id, way) do nothing
`;
