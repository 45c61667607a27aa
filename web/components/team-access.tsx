// Agreements of a team, on one of their two sides: what waits first, then what runs with what ends next; or everything
// there ever was, the newest first.
import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { teamAccessQuery, type TeamShow } from '../api/teams.ts';
import type { Access } from '../api/client.ts';
import { WaitingRows } from '../ui/waiting.tsx';
import { consumerName, isWaiting } from '../words/telling.ts';
import { teamWords } from '../words/team.ts';
import { useWords, useWordsOf } from '../words/words.tsx';
import {
  AccessTable,
  ConsumerCell,
  EndCell,
  ResourceCell,
  StateCell,
  type AccessColumn,
} from './access-table.tsx';
import { Awaiting } from './awaiting.tsx';
import { FaultNote } from './fault-note.tsx';
import { ShowMore } from './show-more.tsx';

interface TeamAccessProps {
  readonly team: string;
  readonly as: 'consumer' | 'owner';
  readonly look: 'now' | 'all';
}

export function TeamAccess({ team, as, look }: TeamAccessProps) {
  return look === 'all' ? <Everything team={team} as={as} /> : <Now team={team} as={as} />;
}

type SideProps = Omit<TeamAccessProps, 'look'>;

function Now({ team, as }: SideProps) {
  const texts = useWordsOf(teamWords);
  const columns = useColumns(as);
  const waiting = useAccess(team, as, 'waiting');
  const live = useAccess(team, as, 'live');
  const error = waiting.query.error ?? live.query.error;
  if (error) return <FaultNote error={error} retry={() => void live.query.refetch()} />;
  if (!waiting.rows || !live.rows) return <WaitingRows rows={2} height={56} />;
  // What is granted while something new is asked stands in both.
  const shown = new Set(waiting.rows.map(({ id }) => id));
  const rows = [...waiting.rows, ...live.rows.filter(({ id }) => !shown.has(id))];
  if (rows.length === 0)
    return <Text c="dimmed">{as === 'owner' ? texts.givenNothing : texts.usesNothing}</Text>;
  return (
    <>
      <AccessTable rows={rows} columns={columns} />
      <ShowMore of={waiting.query.hasNextPage ? waiting.query : live.query} />
    </>
  );
}

function Everything({ team, as }: SideProps) {
  const texts = useWordsOf(teamWords);
  const columns = useColumns(as);
  const { query, rows } = useAccess(team, as, 'all');
  if (query.error) return <FaultNote error={query.error} retry={() => void query.refetch()} />;
  if (!rows) return <WaitingRows rows={2} height={56} />;
  if (rows.length === 0)
    return <Text c="dimmed">{as === 'owner' ? texts.givenNoneEver : texts.usesNoneEver}</Text>;
  return (
    <>
      <AccessTable rows={rows} columns={columns} />
      <ShowMore of={query} />
    </>
  );
}

function useAccess(team: string, as: 'consumer' | 'owner', show: TeamShow) {
  const query = useInfiniteQuery(teamAccessQuery(team, as, show));
  return { query, rows: query.data?.pages.flatMap((page) => page.items) };
}

function useColumns(as: 'consumer' | 'owner'): AccessColumn[] {
  const words = useWords();
  const texts = useWordsOf(teamWords);
  const resource = { title: texts.resource, of: (access: Access) => <ResourceCell access={access} /> };
  const whom =
    as === 'owner'
      ? { title: texts.consumer, of: (access: Access) => <ConsumerCell access={access} /> }
      : { title: texts.forWhom, of: (access: Access) => consumerName(access, words) };
  return [
    resource,
    whom,
    { title: texts.state, of: (access) => <StateCell access={access} /> },
    { title: texts.left, of: (access) => <EndCell access={access} /> },
    { title: texts.next, of: (access) => isWaiting(access) && <Awaiting access={access} /> },
  ];
}
