// Evidence out of the log. For an instant, the last entry of each access up to it says who was let in, since every entry
// carries the grants that were left and the standing; the accesses are found through their rows, which stay when an
// access is deleted. The dossier of one access holds the exact texts that digests cover, so that whoever gets it can
// compute the hashes again.
import type pg from 'pg';
import type { Evidence, Holding } from '../../../app/evidence.ts';
import { isAboutAccess, type AccessEntry, type Entry } from '../../../app/log.ts';
import { grantIn } from '../../../core/fact.ts';
import type { AccessId, PersonId } from '../../../core/ids.ts';
import type { Actor, Channel } from '../../../core/principal.ts';
import type { Instant } from '../../../core/time.ts';
import { timestamp } from '../pool.ts';
import { entryFrom, type EntryRow } from './read.ts';

const pageSize = 500;

export function evidence(pool: Pick<pg.Pool, 'query'>): Evidence {
  return {
    holdings: async (at, after) => {
      const { rows } = await pool.query<EntryRow & { access: AccessId }>(latestText, [
        timestamp(at),
        after ?? '',
        pageSize,
      ]);
      const latest = rows
        .filter((row) => row.position !== null)
        .map(entryFrom)
        .filter(isAboutAccess)
        .filter((entry) => grantIn(entry.after, at) !== null);
      const origins = await readOrigins(pool, latest, at);
      return {
        holdings: latest.map((entry) => holdingFrom(entry, at, origins)),
        next: rows.length === pageSize ? rows.at(-1)!.access : null,
      };
    },
    dossier: async (access) => {
      const { rows } = await pool.query<{ dossier: string | null }>(dossierText, [access]);
      return rows[0]?.dossier ? (JSON.parse(rows[0].dossier) as Record<string, unknown>) : null;
    },
    names: async (ids) => {
      const { rows } = await pool.query<{ id: PersonId; email: string; name: string | null }>(
        'select id, email, name from person where id = any($1) and erased_at is null',
        [ids],
      );
      return new Map(rows.map(({ id, email, name }) => [id, { email, name }]));
    },
  };
}

/** $1 instant, $2 after, $3 limit. Every access is a row here, with the entry or without, so that the page has an end. */
const latestText = `
select a.id as access, e.position, encode(e.hash, 'hex') as hash, e.body
from (select id from access where id > $2 and created_at <= $1 order by id limit $3) a
left join lateral (
  select position, hash, body from log
  where subject = a.id and at <= $1 and split_part(type, '.', 1) in ('access', 'request')
  order by position desc limit 1
) e on true
order by a.id
`;

/** How a grant came about. */
interface Origin {
  readonly purpose: string | null;
  readonly decisions: Holding['decisions'];
}

function holdingFrom(entry: AccessEntry, at: Instant, origins: ReadonlyMap<string, Origin>): Holding {
  const grant = grantIn(entry.after, at)!;
  const { position, hash, id } = entry;
  return {
    access: entry.subject as AccessId,
    resource: entry.access.resource,
    consumer: entry.access.consumer,
    grant,
    ...(origins.get(grant.id) ?? { purpose: null, decisions: [] }),
    entry: { position, hash, id },
  };
}

interface OriginRow extends EntryRow {
  purpose: string | null;
}

async function readOrigins(
  pool: Pick<pg.Pool, 'query'>,
  entries: readonly AccessEntry[],
  at: Instant,
): Promise<ReadonlyMap<string, Origin>> {
  const { rows } = await pool.query<OriginRow>(originsText, [
    entries.map((entry) => entry.subject),
    timestamp(at),
  ]);
  const read = rows.map((row) => ({ entry: entryFrom(row), purpose: row.purpose }));
  const byRequest = Map.groupBy(read, ({ entry }) => requestOf(entry));
  return new Map(
    read.flatMap(({ entry, purpose }): [string, Origin][] => {
      if (entry.type === 'request.granted')
        return [[String(entry.data?.['grant']), originOf(byRequest.get(requestOf(entry))!)]];
      if (entry.type !== 'access.imported' || !isAboutAccess(entry)) return [];
      return entry.after.grants.map((grant) => [grant.id, { purpose, decisions: [] }]);
    }),
  );
}

/** @param read the entries of one request: it was filed, and allowed once or twice. */
function originOf(read: readonly { entry: Entry; purpose: string | null }[]): Origin {
  return {
    purpose: read.find(({ entry }) => entry.type === 'request.filed')?.purpose ?? null,
    decisions: read.flatMap(({ entry }) => decisionOf(entry)),
  };
}

function requestOf({ data }: Entry): string {
  return String(data?.['request']);
}

function decisionOf({ at, data }: Entry): Holding['decisions'] {
  const decision = data?.['decision'] as { by: Actor; channel: Channel } | undefined;
  return decision ? [{ by: decision.by, channel: decision.channel, at }] : [];
}

/** $1 accesses, $2 instant. */
const originsText = `
select position, encode(hash, 'hex') as hash, e.body, (select t.body from log_text t where t.entry_id = e.id and t.field = 'purpose') as purpose
from log e
where subject = any($1) and type in ('request.filed', 'request.semi_granted', 'request.granted', 'access.imported') and at <= $2
order by position
`;

/** $1 access. */
const dossierText = `
select json_build_object(
  'access', to_jsonb(a) - 'position' - 'next_due' - 'reminded_at' - 'announced' - 'waiting_since' - 'ends_at',
  'requests', (select json_agg(to_jsonb(q) order by q.number) from request q where q.access_id = a.id),
  'contractTerms', (select json_agg(to_jsonb(t) order by t.since, t.hash) from contract_terms t
    where t.hash in (select q.contract_terms ->> 'hash' from request q where q.access_id = a.id)),
  'decisions', (select json_agg(to_jsonb(d) order by d.at, d.id) from decision d join request q on q.id = d.request_id where q.access_id = a.id),
  'grants', (select json_agg(to_jsonb(g) order by g.from_at) from access_grant g where g.access_id = a.id),
  'log', (select json_agg(json_build_object(
      'position', e.position, 'hash', encode(e.hash, 'hex'), 'digest', encode(e.digest, 'hex'), 'body', e.body::text,
      'previousHash', (select encode(hash, 'hex') from log before where before.position = e.position - 1),
      'texts', (select json_object_agg(t.field, json_build_object('salt', t.salt, 'body', t.body)) from log_text t where t.entry_id = e.id)
    ) order by e.position)
    from log e where e.subject = a.id and split_part(e.type, '.', 1) in ('access', 'request', 'provisioning')),
  'head', (select json_build_object('position', position, 'hash', encode(hash, 'hex')) from log_head where one),
  'installation', (select installation_id from organization)
) as dossier
from access a where a.id = $1
`;
