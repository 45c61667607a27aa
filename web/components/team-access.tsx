// Agreements of a team, on one of their two sides: what waits first, then what runs with what ends next; or everything
// there ever was, the newest first.
import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { teamAccessQuery, type TeamShow } from '../api/teams.ts';
import { WaitingRows } from '../ui/waiting.tsx';
import { isWaiting } from '../words/telling.ts';
import { teamWords } from '../words/team.ts';
import { useWordsOf } from '../words/words.tsx';
import { AccessNow } from './access-now.tsx';
import { AccessTable, EndCell, ResourceCell, StateCell, type AccessColumn } from './access-table.tsx';
import { Awaiting } from './awaiting.tsx';
import { ConsumerLink } from './consumer-link.tsx';
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
  const { query: waiting } = useAccess(team, as, 'waiting');
  const { query: live } = useAccess(team, as, 'live');
  const nothing = as === 'owner' ? texts.givenNothing : texts.usesNothing;
  return <AccessNow waiting={waiting} live={live} columns={columns} nothing={nothing} />;
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
  const texts = useWordsOf(teamWords);
  return [
    { title: texts.resource, of: (access) => <ResourceCell access={access} /> },
    {
      title: as === 'owner' ? texts.consumer : texts.forWhom,
      of: (access) => <ConsumerLink of={access} />,
    },
    { title: texts.state, of: (access) => <StateCell access={access} /> },
    { title: texts.left, of: (access) => <EndCell access={access} /> },
    { title: texts.next, of: (access) => isWaiting(access) && <Awaiting access={access} /> },
  ];
}
