// Reports about accesses at their targets: one row each, the latest one. A report and its log entry commit together; the
// row is locked first, so that the log tells the reports of one access in the order in which they took effect.
import type { ReportStore } from '../../../app/provisioning.ts';
import type { AccessId } from '../../../core/ids.ts';
import { provisioningTable, reportData, type ProvisioningReport } from '../../../core/provisioning.ts';
import { write, type Database, type Tx } from '../database.ts';

export function reportStore(database: Database): ReportStore {
  const read = (access: AccessId): Promise<ProvisioningReport | null> => readReport(database.db, access);
  return {
    read,
    change: async ({ access, resource }, caller, now, judge) => {
      const changed = await write(database, caller, now, async (tx, note) => {
        const { report, isNews } = judge(await lockReport(tx, access));
        await tx
          .updateTable('provisioning_report')
          .set({ body: JSON.stringify(report) })
          .where('access_id', '=', access)
          .execute();
        if (isNews)
          note({
            type: provisioningTable[report.status].type,
            subject: access,
            data: { ...reportData(report), resource },
            texts: textsOf(report),
          });
        return report;
      });
      return changed ?? (await read(access))!;
    },
  };
}

/** The report as it is, which nobody else changes until the end; the row is made where there is none. */
async function lockReport(tx: Tx, access: AccessId): Promise<ProvisioningReport | null> {
  await tx
    .insertInto('provisioning_report')
    .values({ access_id: access, body: '{}' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { body } = await tx
    .selectFrom('provisioning_report')
    .select('body')
    .where('access_id', '=', access)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return reported(body);
}

async function readReport(db: Database['db'], access: AccessId): Promise<ProvisioningReport | null> {
  const row = await db
    .selectFrom('provisioning_report')
    .select('body')
    .where('access_id', '=', access)
    .executeTakeFirst();
  return row ? reported(row.body) : null;
}

/** A row that was only just made says nothing yet. */
function reported(body: unknown): ProvisioningReport | null {
  const report = body as ProvisioningReport;
  return 'status' in report ? report : null;
}

/** What people or their systems wrote: kept beside the log, where it can be erased. */
function textsOf({ diagnostics, note }: ProvisioningReport): Record<string, string> {
  return { ...(diagnostics !== undefined && { diagnostics }), ...(note !== undefined && { note }) };
}
