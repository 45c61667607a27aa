// What teams have applied, by kind and team, page by page: each kind by the index that begins with the team. Documents
// that nothing is decided by are written here, too.
import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import type { JsonObject } from '../../../app/documents.ts';
import type { DocumentStore, Kept, KeptKind, KeptReads } from '../../../app/rover-documents.ts';
import type { TeamId } from '../../../core/ids.ts';
import type { Instant } from '../../../core/time.ts';
import { rostersOf } from '../catalog/rosters.ts';
import { write, type Database, type Tx } from '../database.ts';
import { timestamp } from '../pool.ts';

export function keptReads(pool: pg.Pool): KeptReads {
  return {
    async one(kind, id) {
      const { one, extra } = textsOf(kind);
      const { rows } = await pool.query<Row>(one, [id, ...extra]);
      return rows[0] ? keptFrom(rows[0]) : null;
    },
    async page(kind, team, after, limit) {
      const { page, first, extra } = textsOf(kind);
      const { rows } = await pool.query<Row>(page, [team, after ?? first, limit + 1, ...extra]);
      const items = rows.slice(0, limit);
      return {
        items: items.map(keptFrom),
        next: rows.length > limit ? items.at(-1)!.place : null,
      };
    },
  };
}

interface Row {
  id: string;
  document: string;
  at: Instant;
  behind: string | null;
  place: string;
}

function keptFrom({ id, document, at, behind }: Row): Kept {
  return { id, document: JSON.parse(document) as JsonObject, at, behind };
}

interface Texts {
  /** $1 id. */
  readonly one: string;
  /** $1 team, $2 the place where the page before ended, $3 how many. */
  readonly page: string;
  readonly first: string;
  /** What else both are told, from the next number on. */
  readonly extra: readonly string[];
}

function textsOf(kind: KeptKind): Texts {
  switch (kind) {
    case 'rovers':
      return { one: oneRover, page: pageOfRovers, first: '0', extra: [] };
    case 'apispecifications':
      return { one: oneSpecification, page: pageOfSpecifications, first: '0', extra: ['path'] };
    case 'eventspecifications':
      return { one: oneSpecification, page: pageOfSpecifications, first: '0', extra: ['event'] };
    default:
      return { one: oneDocument, page: pageOfDocuments, first: '', extra: [kind] };
  }
}

const rover = `id, document::text, applied_at as at, null::text as behind, position::text as place`;
const oneRover = `select ${rover} from rover where id = $1`;
const pageOfRovers = `select ${rover} from rover where team = $1 and position > $2::bigint order by position limit $3`;

const specification = `s.id, s.document::text, s.created_at as at, s.position::text as place, (
  select o.id from rover_specification o where o.space = s.space and o.label = s.label
    and (o.created_at, o.id) < (s.created_at, s.id) order by o.created_at, o.id limit 1) as behind`;
const oneSpecification = `select ${specification} from rover_specification s where s.id = $1 and s.space = $2`;
const pageOfSpecifications = `
select ${specification} from rover_specification s
where s.team = $1 and s.position > $2::bigint and s.space = $4 order by s.position limit $3`;

const document = `id, document::text, changed_at as at, null::text as behind, id as place`;
const oneDocument = `select ${document} from rover_document where id = $1 and kind = $2`;
const pageOfDocuments = `
select ${document} from rover_document where team = $1 and kind = $4 and id > $2 order by id limit $3`;

export function documentStore(database: Database): DocumentStore {
  return {
    async keep({ kind, id, team, document }, caller, now, judge) {
      await write(database, caller, now, async (tx, note) => {
        judge(await rosterOf(tx, team));
        const before = await lock(tx, kind, id);
        if (before && isDeepStrictEqual(before, document)) return;
        const text = JSON.stringify(document);
        await tx
          .insertInto('rover_document')
          .values({ kind, id, team, document: text, changed_at: timestamp(now) })
          .onConflict((conflict) =>
            conflict.columns(['kind', 'id']).doUpdateSet({ document: text, changed_at: timestamp(now) }),
          )
          .execute();
        note({
          type: before ? 'roverdocument.updated' : 'roverdocument.created',
          subject: id,
          data: { kind, team },
        });
      });
    },
    async remove({ kind, id, team }, caller, now, judge) {
      const gone = await write(database, caller, now, async (tx, note) => {
        judge(await rosterOf(tx, team));
        if (!(await lock(tx, kind, id))) return false;
        await tx.deleteFrom('rover_document').where('kind', '=', kind).where('id', '=', id).execute();
        note({ type: 'roverdocument.deleted', subject: id, data: { kind, team } });
        return true;
      });
      return gone ?? true;
    },
  };
}

async function rosterOf(tx: Tx, team: TeamId) {
  return (await rostersOf(tx, [team])).get(team);
}

async function lock(tx: Tx, kind: string, id: string): Promise<JsonObject | null> {
  const row = await tx
    .selectFrom('rover_document')
    .select('document')
    .where('kind', '=', kind)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? (JSON.parse(row.document) as JsonObject) : null;
}
