// What is known about the target of a resource and about a consumer's name there, for looking ahead at what a grant would
// do (core/outlook.ts). Two lookups by key; the second needs the first, because each target says in which field of a
// document it looks for names.
import type pg from 'pg';
import type { LookAhead } from '../../../app/look-ahead.ts';
import type { AtTarget } from '../../../core/outlook.ts';
import { contractRolesText, saidText } from './claims.ts';

export function lookAhead(pool: Pick<pg.Pool, 'query'>): LookAhead {
  return {
    atTarget: async (resource) => {
      const { rows } = await pool.query<TargetRow>(targetText, [resource]);
      return rows[0] ? atTargetFrom(rows[0]) : null;
    },
    named: async ({ kind, id }, field) => {
      const { rows } = await pool.query<{ email: string | null; field: string | null }>(namedText, [
        kind,
        id,
        null,
        field,
      ]);
      return { kind, id, email: rows[0]!.email, field: rows[0]!.field };
    },
  };
}

interface TargetRow {
  binding: AtTarget['binding'] | null;
  unbound: { reason?: string } | null;
  id: string | null;
  name: string;
  kind: string;
  settings: Record<string, unknown>;
  frozen: boolean;
  roles: AtTarget['contractRoles'] | null;
}

function atTargetFrom({ binding, unbound, id, name, kind, settings, frozen, roles }: TargetRow): AtTarget {
  return {
    target: id === null ? null : { id, name, kind, settings, frozen },
    binding: binding ?? {},
    unbound: unbound?.reason ?? null,
    contractRoles: roles ?? [],
  };
}

/** $1 resource. */
const targetText = `
select r.binding, r.unbound, t.id, t.name, t.kind, t.settings, t.frozen or o.frozen as frozen,
  (select jsonb_agg(jsonb_build_object('role', x.role, 'access', x.access)) from (${contractRolesText('$1')}) x) as roles
from resource r cross join organization o left join target t on t.id = r.target_id
where r.id = $1
`;

/** $1 kind, $2 id, $4 the field in which documents name a consumer. */
const namedText = `
select e.email, ${saidText('$1')} as field
from (values ($3::text)) one(none)
left join person e on $1::text = 'person' and e.id = $2 and e.disabled_at is null
left join data_product p on $1 = 'data-product' and p.id = $2 and p.deleted_at is null
left join application n on $1 = 'application' and n.id = $2 and n.deleted_at is null
left join team t on $1 = 'team' and t.id = $2 and t.deleted_at is null
`;
