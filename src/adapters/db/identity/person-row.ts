// A person as a row, and back. The password stays here: it leaves the adapter by one function only.
import type { Selectable } from 'kysely';
import type { PersonId } from '../../../core/ids.ts';
import type { Person } from '../../../core/person.ts';
import type { Tables } from '../schema.ts';

export const personColumns = [
  'id',
  'email',
  'name',
  'custom',
  'password',
  'administrator',
  'auditor',
  'disabled_at',
  'unconfirmed_at',
  'erased_at',
  'created_at',
  'position',
] as const;

export type PersonRow = Pick<Selectable<Tables['person']>, (typeof personColumns)[number]>;

export function personFrom(row: PersonRow): Person {
  return {
    id: row.id as PersonId,
    email: row.email,
    name: row.name,
    custom: JSON.parse(row.custom) as Record<string, string>,
    administrator: row.administrator,
    auditor: row.auditor,
    disabledAt: row.disabled_at,
    createdAt: row.created_at,
    hasAccount: row.password !== null,
    unconfirmed: row.unconfirmed_at !== null,
  };
}
