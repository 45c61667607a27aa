// A page of something that is listed in the order of its creation: read by key from where the page before ended. Clients
// of the wire count pages from zero without saying where the last one ended; for them the place is found by counting
// along the index, which reads no row. Deleted rows are not counted, so a page can begin a few items too late for such a
// client when something before it was deleted meanwhile, as with every list that is read by number.
import type { PageOf, Paging } from '../../../app/catalog-reads.ts';

/** Cuts off the one row that was read beyond the limit and says where the page ended. */
export function pageFrom<Row extends { position: number }, T>(
  rows: readonly Row[],
  { limit }: Paging,
  show: (row: Row) => T,
): PageOf<T> {
  const shown = rows.slice(0, limit);
  return { items: shown.map(show), next: rows.length > limit ? shown.at(-1)!.position : null };
}

/** Where a page begins: after this position. Null: at the beginning. Undefined: there is no such page. */
export async function startOf(
  { after, skip }: Paging,
  positionAt: (offset: number) => Promise<number | undefined>,
): Promise<number | null | undefined> {
  if (after !== null) return after;
  return skip === 0 ? null : positionAt(skip - 1);
}

export const emptyPage: PageOf<never> = { items: [], next: null };
