// The organization's settings: one row. What was never chosen is not stored until the first change, and is read as the
// initial settings say.
import type { Kysely } from 'kysely';
import type { OrganizationRow } from '../../../app/catalog.ts';
import { initialSettings, type Settings } from '../../../app/organization.ts';
import type { Tx } from '../database.ts';
import type { Tables } from '../schema.ts';

export function organizationRow(tx: Tx): OrganizationRow {
  return {
    settings: () => settingsOf(tx),
    lock: async () => {
      const row = await tx
        .selectFrom('organization')
        .select('settings')
        .forUpdate()
        .executeTakeFirstOrThrow();
      return settingsFrom(row.settings);
    },
    save: async (settings) => {
      await tx
        .updateTable('organization')
        .set({ settings: JSON.stringify(settings) })
        .execute();
    },
  };
}

export async function settingsOf(db: Kysely<Tables>): Promise<Settings> {
  const row = await db.selectFrom('organization').select('settings').executeTakeFirstOrThrow();
  return settingsFrom(row.settings);
}

function settingsFrom(stored: unknown): Settings {
  const known = stored as Partial<Settings>;
  return {
    ...initialSettings,
    ...known,
    defaultDurations: { ...initialSettings.defaultDurations, ...known.defaultDurations },
  };
}
