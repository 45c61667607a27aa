// What somebody has now: what waits first, because somebody has to act, then what runs, what ends next before the rest.
import { Text } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { Schemas } from '../api/client.ts';
import { WaitingRows } from '../ui/waiting.tsx';
import { AccessTable, type AccessColumn } from './access-table.tsx';
import { FaultNote } from './fault-note.tsx';
import { ShowMore } from './show-more.tsx';

type Agreements = UseInfiniteQueryResult<InfiniteData<Schemas['Agreements']>>;

interface AccessNowProps {
  readonly waiting: Agreements;
  readonly live: Agreements;
  readonly columns: readonly AccessColumn[];
  readonly nothing: string;
}

export function AccessNow({ waiting, live, columns, nothing }: AccessNowProps) {
  const error = waiting.error ?? live.error;
  if (error) return <FaultNote error={error} retry={() => void live.refetch()} />;
  if (!waiting.data || !live.data) return <WaitingRows rows={2} height={56} />;
  const waits = rowsOf(waiting.data);
  // What is granted while something new is asked stands in both.
  const shown = new Set(waits.map(({ id }) => id));
  const rows = [...waits, ...rowsOf(live.data).filter(({ id }) => !shown.has(id))];
  if (rows.length === 0) return <Text c="dimmed">{nothing}</Text>;
  return (
    <>
      <AccessTable rows={rows} columns={columns} />
      <ShowMore of={waiting.hasNextPage ? waiting : live} />
    </>
  );
}

function rowsOf({ pages }: InfiniteData<Schemas['Agreements']>) {
  return pages.flatMap(({ items }) => items);
}
