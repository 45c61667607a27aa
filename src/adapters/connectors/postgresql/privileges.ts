// What a group role may do at the target: which privileges the binding asks for, which ones the role holds, and closing
// the gap in both directions. Tables come and go and bindings change, so the whole set is compared at every run, over the
// entire database: a privilege on something that left the binding is found by its entry in the catalog, not by memory.
// Privileges for future tables, and the right to connect where not everybody has it, are taken along where Countersign's
// role can give them; `targets check` tells when it cannot. Functions, columns and rows are not ours to grant.
import type { Lack, Level } from '../../../app/connector.ts';
import type { Connection } from './connection.ts';
import type { Group } from './group.ts';
import { quoted } from './names.ts';
import type { Port } from './settings.ts';

export type Kind = 'database' | 'schema' | 'table' | 'sequence' | 'tables' | 'sequences';

/** One privilege. The kinds `tables` and `sequences` stand for those that the role `name` will make in the schema. */
export interface Privilege {
  readonly kind: Kind;
  readonly schema: string;
  readonly name: string;
  readonly privilege: string;
}

export interface WantedPrivilege extends Privilege {
  /** Whether Countersign's role may give it. */
  readonly grantable: boolean;
  /** Whether it will be grantable as soon as the object exists, because its maker lets us pass it on. */
  readonly promised: boolean;
}

export interface HeldPrivilege extends Privilege {
  readonly grantor: string;
}

export interface Gap {
  readonly missing: readonly WantedPrivilege[];
  readonly excess: readonly HeldPrivilege[];
  /** What the binding names and the target does not have. */
  readonly absent: readonly Lack[];
}

// No port offers writing alone: an UPDATE with a condition reads.
const tablePrivileges: Record<Level, readonly string[]> = {
  read: ['SELECT'],
  write: [],
  'read-write': ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
};

export interface Wanted {
  readonly wanted: readonly WantedPrivilege[];
  /** What the binding names and the target does not have. */
  readonly absent: readonly Lack[];
}

/** What the binding asks for at a level, as far as it exists. */
export async function wantedPrivileges({ query }: Connection, port: Port, level: Level): Promise<Wanted> {
  const { schema, tables, futureTables } = port.settings;
  const named = tables === 'all' ? null : tables;
  const rows = await query<WantedPrivilege & { needed: boolean }>(wantedSql, [
    schema,
    named,
    tablePrivileges[level],
    level === 'read-write',
    tables === 'all' && futureTables,
  ]);
  const wanted = rows.filter(({ needed }) => needed).map(({ needed: _, ...privilege }) => privilege);
  return { wanted, absent: absentFrom(rows, port) };
}

/** @param there a row for the schema, and for each table that the binding names, as far as they exist. */
function absentFrom(there: readonly Privilege[], port: Port): Lack[] {
  const { schema, tables } = port.settings;
  const namesOf = (kind: Kind) => new Set(there.filter((one) => one.kind === kind).map(({ name }) => name));
  if (!namesOf('schema').has(schema))
    return [
      {
        code: 'schema_missing',
        sentence: `Schema "${schema}" does not exist in database "${port.database}".`,
        mend: null,
      },
    ];
  const present = namesOf('table');
  const absent = tables === 'all' ? [] : tables.filter((name) => !present.has(name));
  return absent.map((name) => ({
    code: 'table_missing',
    sentence: `Table "${name}" does not exist in schema "${schema}".`,
    mend: null,
  }));
}

/** What a group role holds in this database, also outside the binding. */
export function heldPrivileges({ query }: Connection, group: Group): Promise<HeldPrivilege[]> {
  return query<HeldPrivilege>(heldSql, [group.oid]);
}

export function gapBetween(
  wanted: readonly WantedPrivilege[],
  held: readonly HeldPrivilege[],
): Omit<Gap, 'absent'> {
  const have = new Set(held.map(key));
  const want = new Set(wanted.map(key));
  return {
    missing: wanted.filter(
      (privilege) => !have.has(key(privilege)) && (privilege.grantable || !isExtra(privilege)),
    ),
    excess: held.filter((privilege) => !want.has(key(privilege))),
  };
}

/** The statements that close a gap, as few as possible; each can be run for itself. */
export function statementsFor(gap: Gap, group: Group): string[] {
  const grants = gathered(gap.missing.filter((privilege) => privilege.grantable)).map((alike) =>
    statement('grant', alike, `to ${quoted(group.name)}`),
  );
  const revokes = gathered(gap.excess).map((alike) =>
    statement('revoke', alike, `from ${quoted(group.name)} cascade`),
  );
  return [...revokes, ...grants];
}

/** Privileges that one statement can name together, as groups. */
export function gathered<P extends Privilege>(privileges: readonly P[]): P[][] {
  const together = ({ kind, schema, name, privilege }: P): string =>
    JSON.stringify(isFuture(kind) ? [kind, privilege, schema, name] : [kind, privilege]);
  return [...Map.groupBy(privileges, together).values()];
}

/** For example `grant SELECT on table "shop"."orders", "shop"."refunds" to "x"`. All privileges are of one kind and name. */
export function statement(verb: 'grant' | 'revoke', alike: readonly Privilege[], whom: string): string {
  const [first] = alike;
  if (!first) return '';
  const { kind, schema, name, privilege } = first;
  const act = `${verb} ${privilege} on`;
  if (isFuture(kind))
    return `alter default privileges for role ${quoted(name)} in schema ${quoted(schema)} ${act} ${kind} ${whom}`;
  return `${act} ${kind} ${alike.map(objectName).join(', ')} ${whom}`;
}

/** The objects of some privileges in words, at most five by name. */
export function objectsOf(alike: readonly Privilege[]): string {
  const names = alike.map(({ kind, schema, name }) =>
    isFuture(kind)
      ? `future ${kind} of role "${name}" in schema "${schema}"`
      : `${kind} ${plainName(schema, name)}`,
  );
  return names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
}

export const isFuture = (kind: Kind): boolean => kind === 'tables' || kind === 'sequences';

/** What is taken along where possible: its absence is no failure of a run. */
export const isExtra = ({ kind }: Privilege): boolean => isFuture(kind) || kind === 'database';

const key = ({ kind, schema, name, privilege }: Privilege): string =>
  JSON.stringify([kind, schema, name, privilege]);

const objectName = ({ schema, name }: Privilege): string =>
  schema === '' ? quoted(name) : `${quoted(schema)}.${quoted(name)}`;

const plainName = (schema: string, name: string): string => (schema === '' ? name : `${schema}.${name}`);

// The schema is always told, since everything else depends on it, with whether anything is needed there. Sequences are wanted for writing only, and of those only the ones that a bound table fills a column from; with all
// tables, all of the schema. A role makes future tables there if it owns tables there now, or the schema itself when
// there are none.
const wantedSql = `
  with here as (select oid, nspname, nspowner, nspacl from pg_namespace where nspname::text = $1),
  relation as (
    select c.oid, c.relname, c.relowner from pg_class c join here on c.relnamespace = here.oid
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and ($2::text[] is null or c.relname::text = any($2))
  ), sequence as (
    select c.oid, c.relname from pg_class c join here on c.relnamespace = here.oid
    where $4 and c.relkind = 'S' and ($2::text[] is null or exists (
      select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'a'
        and d.refclassid = 'pg_class'::regclass and d.refobjid in (select oid from relation)))
  ), maker as (
    select distinct coalesce(relation.relowner, here.nspowner) as oid, here.oid as schema from here left join relation on true where $5
  ), future as (
    select 'tables' as kind, 'r'::"char" as type, unnest($3::text[]) as privilege union all select 'sequences', 'S', 'USAGE' where $4
  )
  select 'schema' as kind, '' as schema, nspname::text as name, 'USAGE' as privilege,
         has_schema_privilege(oid, 'usage with grant option') as grantable, false as promised,
         has_schema_privilege(oid, 'usage with grant option') or not exists (
           select from aclexplode(nspacl) x where x.grantee = 0 and x.privilege_type = 'USAGE') as needed
  from here
  union all
  select 'table', $1, relname::text, privilege, has_table_privilege(oid, privilege || ' with grant option'), false, true
  from relation cross join unnest($3::text[]) as privilege
  union all
  select 'sequence', $1, relname::text, 'USAGE', has_sequence_privilege(oid, 'usage with grant option'), false, true
  from sequence
  union all
  select future.kind, $1, pg_get_userbyid(maker.oid)::text, future.privilege, pg_has_role(maker.oid, 'usage'), exists (
    select from pg_default_acl d cross join aclexplode(d.defaclacl) x
    where d.defaclrole = maker.oid and d.defaclnamespace in (0, maker.schema) and d.defaclobjtype = future.type
      and x.privilege_type = future.privilege and x.is_grantable and pg_has_role(x.grantee, 'usage')), true
  from maker cross join future
  union all
  select 'database', '', d.datname::text, 'CONNECT', has_database_privilege(d.oid, 'connect with grant option'), false, true
  from pg_database d
  where d.datname = current_database() and not exists (
    select from aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) x where x.grantee = 0 and x.privilege_type = 'CONNECT')`;

// pg_shdepend says where a role is named in a privilege, so nothing has to be scanned for it.
const heldSql = `
  with entry as (
    select d.classid, d.objid from pg_shdepend d
    where d.refclassid = 'pg_authid'::regclass and d.refobjid = $1 and d.deptype = 'a'
      and d.dbid in (0, (select oid from pg_database where datname = current_database()))
  )
  select case c.relkind when 'S' then 'sequence' else 'table' end as kind, n.nspname::text as schema, c.relname::text as name,
         x.privilege_type as privilege, pg_get_userbyid(x.grantor)::text as grantor
  from entry join pg_class c on entry.classid = 'pg_class'::regclass and c.oid = entry.objid
  join pg_namespace n on n.oid = c.relnamespace cross join aclexplode(c.relacl) x
  where x.grantee = $1
  union all
  select 'schema', '', n.nspname::text, x.privilege_type, pg_get_userbyid(x.grantor)::text
  from entry join pg_namespace n on entry.classid = 'pg_namespace'::regclass and n.oid = entry.objid cross join aclexplode(n.nspacl) x
  where x.grantee = $1
  union all
  select 'database', '', d.datname::text, x.privilege_type, pg_get_userbyid(x.grantor)::text
  from entry join pg_database d on entry.classid = 'pg_database'::regclass and d.oid = entry.objid cross join aclexplode(d.datacl) x
  where x.grantee = $1 and d.datname = current_database()
  union all
  select case d.defaclobjtype when 'S' then 'sequences' else 'tables' end, n.nspname::text, pg_get_userbyid(d.defaclrole)::text,
         x.privilege_type, pg_get_userbyid(x.grantor)::text
  from entry join pg_default_acl d on entry.classid = 'pg_default_acl'::regclass and d.oid = entry.objid
  join pg_namespace n on n.oid = d.defaclnamespace cross join aclexplode(d.defaclacl) x
  where x.grantee = $1 and d.defaclobjtype in ('r', 'S')`;
