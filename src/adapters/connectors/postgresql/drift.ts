// Ways to the bound tables that Countersign did not give: privileges of PUBLIC, of roles and of columns, memberships in
// roles that hold such a privilege, and PostgreSQL's own roles that read everything. They are reported and never taken
// away. Owners and superusers get in by nature at every target; they are reported only for principals that are watched,
// because taking such a principal's grant away will not keep it out. A privilege counts even where USAGE on the schema is
// missing: that may come with the next grant. Group roles of this installation for other resources may share a table with
// this port, by agreements of their own; they and their members are no drift.
import type { Drift, Level } from '../../../app/connector.ts';
import type { Connection } from './connection.ts';
import type { Group } from './group.ts';
import { commentMarks, groupPrefix } from './names.ts';
import type { Port } from './settings.ts';

interface Way {
  readonly principal: string;
  readonly how: Drift['how'];
  readonly through: string | null;
  readonly writes: boolean;
  readonly tables: readonly string[];
}

export async function driftAt(
  connection: Connection,
  port: Port,
  ownGroups: readonly Group[],
  watched: readonly string[],
): Promise<Drift[]> {
  const { schema, tables } = port.settings;
  const usable = connection.version < 16 ? 'true' : '(a.inherit_option or a.set_option)';
  const named = tables === 'all' ? null : tables;
  const marks = commentMarks(port);
  const ways = await connection.query<Way>(waysSql(usable), [
    schema,
    named,
    ownGroups.map(({ oid }) => oid),
    watched,
    groupPrefix,
    marks.installation,
    marks.resource,
  ]);
  return ways.map((way) => asDrift(way, schema));
}

function asDrift({ principal, how, through, writes, tables }: Way, schema: string): Drift {
  const level: Level = writes ? 'read-write' : 'read';
  const on = tables.map((table) => `${schema}.${table}`);
  const what = `${writes ? 'change' : 'read'} ${on.length > 5 ? `${on.slice(0, 5).join(', ')} and ${on.length - 5} more` : on.join(', ')}`;
  return { principal, level, how, through, on, sentence: reasons[how](principal, what, through) };
}

const reasons: Record<Drift['how'], (principal: string, what: string, through: string | null) => string> = {
  everybody: (_, what) => `Every role may ${what}, by a privilege of PUBLIC.`,
  privilege: (principal, what) => `Role "${principal}" may ${what}, by a privilege of its own.`,
  membership: (principal, what, through) => `Role "${principal}" may ${what}, as a member of "${through}".`,
  predefined: (principal, what, through) =>
    `Role "${principal}" may ${what}, because of PostgreSQL's own role "${through}".`,
  owner: (principal, what, through) =>
    `Role "${principal}" may ${what}, ${through === null ? 'as its owner' : `as a member of its owner "${through}"`}.`,
  superuser: (principal, what) => `Role "${principal}" may ${what}, because it is a superuser.`,
};

// `holder` are the roles (0 is PUBLIC) that hold something on a bound table by themselves, `reach` adds their members.
// `neighbour` are the group roles of other ports, known by the last line of their comments.
const waysSql = (usable: string): string => `
  with recursive bound as (
    select c.oid, c.relname, c.relowner, c.relacl from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname::text = $1 and c.relkind in ('r', 'p', 'v', 'm', 'f') and ($2::text[] is null or c.relname::text = any($2))
  ), entry as (
    select relname, relowner, (aclexplode(relacl)).* from bound
    union all
    select b.relname, b.relowner, (aclexplode(t.attacl)).* from bound b join pg_attribute t on t.attrelid = b.oid where t.attacl is not null
  ), neighbour as (
    select r.oid from pg_roles r cross join lateral (
      select split_part(shobj_description(r.oid, 'pg_authid'), E'\\n', -1) as last_line
    ) said
    where r.oid in (select grantee from entry) and starts_with(r.rolname::text, $5)
      and starts_with(said.last_line, $6) and strpos(said.last_line, $7) = 0
  ), holder as (
    select grantee as role, case grantee when 0 then 'everybody' else 'privilege' end as how,
           bool_or(privilege_type <> 'SELECT') as writes, array_agg(distinct relname::text order by relname::text) as tables
    from entry
    where privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE') and grantee <> relowner and grantee <> all ($3::oid[])
      and grantee not in (select oid from neighbour)
    group by grantee
    union all
    select r.oid, 'predefined', r.rolname = 'pg_write_all_data', (select array_agg(relname::text order by relname::text) from bound)
    from pg_roles r where r.rolname in ('pg_read_all_data', 'pg_write_all_data') and exists (select from bound)
    union all
    select relowner, 'owner', true, array_agg(relname::text order by relname::text) from bound group by relowner
    union all
    select oid, 'superuser', true, (select array_agg(relname::text order by relname::text) from bound)
    from pg_roles where rolsuper and rolname::text = any($4::text[]) and exists (select from bound)
  ), reach (via, how, role) as (
    select role, how, role from holder
    union
    select reach.via, reach.how, a.member from reach join pg_auth_members a on a.roleid = reach.role
    where reach.role <> 0 and reach.how <> 'superuser' and ${usable}
  )
  select case when reach.role = 0 then 'PUBLIC' else r.rolname::text end as principal,
         case when reach.how = 'privilege' and reach.role <> reach.via then 'membership' else reach.how end as how,
         case when reach.role <> reach.via then pg_get_userbyid(reach.via)::text end as through, h.writes, h.tables
  from reach join holder h on h.role = reach.via and h.how = reach.how left join pg_roles r on r.oid = reach.role
  where r.rolname is distinct from current_user
    and (reach.how <> 'predefined' or reach.role <> reach.via)
    and (reach.how in ('everybody', 'superuser') or not r.rolsuper)
    and (reach.how = 'everybody' or not starts_with(r.rolname, 'pg_'))
    and (reach.how <> 'owner' or r.rolname::text = any($4::text[]))
    and (reach.how in ('everybody', 'owner', 'superuser') or r.oid not in (select relowner from bound))
  order by principal, how, through`;
