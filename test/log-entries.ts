// What the log says, for tests: entries that are sealed or still wait for it, in order.
import type { World } from './world.ts';

export interface LoggedEntry {
  readonly type: string;
  readonly subject: string;
  // Tests look into entries freely.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

/** Entries about one subject, or all of them. */
export async function logged(world: World, subject?: string): Promise<LoggedEntry[]> {
  const { rows } = await world.pool.query<{ type: string; subject: string; body: string }>(
    `select type, subject, body from (
       select position as place, type, subject, body from log union all select 1e15 + seq, type, subject, body from log_inbox
     ) entry where $1::text is null or subject = $1 order by place`,
    [subject ?? null],
  );
  return rows.map(({ body, ...row }) => ({ ...row, body: JSON.parse(body) }));
}

/** Their types, which usually say enough. */
export async function typesOf(world: World, subject?: string): Promise<string[]> {
  return (await logged(world, subject)).map((entry) => entry.type);
}
