// What the person has and asks for, by themselves and through their teams. First what waits, the longest first, with who
// must act next; then what is granted, what ends first first, with the way to renew it. What is over comes on demand.
import { SegmentedControl, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Access } from '../api/client.ts';
import { myAccessQuery, type Show } from '../api/access.ts';
import {
  AccessTable,
  EndCell,
  ResourceCell,
  StateCell,
  type AccessColumn,
} from '../components/access-table.tsx';
import { Awaiting } from '../components/awaiting.tsx';
import { ConsumerLink } from '../components/consumer-link.tsx';
import { FaultNote } from '../components/fault-note.tsx';
import { ButtonLink } from '../components/links.tsx';
import { ShowMore } from '../components/show-more.tsx';
import { paths } from '../paths.ts';
import { Nothing } from '../ui/nothing.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { Ago } from '../ui/time.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { isWaiting } from '../words/telling.ts';
import { myAccessWords } from '../words/my-access.ts';
import { useWordsOf } from '../words/words.tsx';

const looks = ['now', 'all'] as const;

export function MyAccessPage() {
  const texts = useWordsOf(myAccessWords);
  const { show } = useSearch({ from: '/inside/my-access' });
  const navigate = useNavigate();
  const look = show === 'all' ? 'all' : 'now';
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      beside={
        <SegmentedControl
          aria-label={texts.shown}
          value={look}
          onChange={(next) =>
            void navigate({
              to: paths.myAccess(),
              search: next === 'all' ? { show: next } : {},
              replace: true,
            })
          }
          data={looks.map((value) => ({ value, label: texts.show[value] }))}
        />
      }
    >
      {look === 'all' ? <Everything /> : <Now />}
    </Page>
  );
}

/** Somebody who has nothing and asks for nothing is shown where to begin, instead of two empty lists. */
function Now() {
  const texts = useWordsOf(myAccessWords);
  const columns = useColumns();
  const waiting = useMine('waiting');
  const live = useMine('live');
  const isFirstUse = waiting.rows?.length === 0 && live.rows?.length === 0;
  if (isFirstUse)
    return (
      <Nothing icon="key" title={texts.emptyTitle} hint={texts.emptyHint}>
        <ButtonLink to={paths.catalog()} mt="sm">
          {texts.toCatalog}
        </ButtonLink>
      </Nothing>
    );
  const { resource, forWhom, state, asked, due, turn, left, next } = columns;
  return (
    <>
      {waiting.rows?.length !== 0 && (
        <List title={texts.waiting} mine={waiting} columns={[resource, forWhom, turn, asked, due]} />
      )}
      <List
        title={texts.live}
        mine={live}
        columns={[resource, forWhom, state, left, next]}
        none={texts.noneLive}
      />
    </>
  );
}

function Everything() {
  const texts = useWordsOf(myAccessWords);
  const { resource, forWhom, state, left, next } = useColumns();
  return (
    <List
      title={texts.all}
      mine={useMine('all')}
      columns={[resource, forWhom, state, left, next]}
      none={texts.noneOver}
    />
  );
}

function useMine(show: Show) {
  const query = useInfiniteQuery(myAccessQuery(show));
  return { query, rows: query.data?.pages.flatMap((page) => page.items) };
}

interface ListProps {
  readonly title: string;
  readonly mine: ReturnType<typeof useMine>;
  readonly columns: readonly AccessColumn[];
  readonly none?: ReactNode;
}

function List({ title, mine: { query, rows }, columns, none }: ListProps) {
  return (
    <Panel title={title}>
      {query.error && <FaultNote error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <WaitingRows rows={2} height={56} />}
      {rows?.length === 0 && <Text c="dimmed">{none}</Text>}
      {rows && rows.length > 0 && <AccessTable rows={rows} columns={columns} />}
      <ShowMore of={query} />
    </Panel>
  );
}

function useColumns() {
  const texts = useWordsOf(myAccessWords);
  return {
    resource: { title: texts.resource, of: (access) => <ResourceCell access={access} /> },
    forWhom: { title: texts.forWhom, of: (access) => <ConsumerLink of={access} /> },
    state: { title: texts.state, of: (access) => <StateCell access={access} /> },
    left: { title: texts.left, of: (access) => <EndCell access={access} /> },
    next: { title: texts.next, of: (access) => <Next access={access} /> },
    turn: { title: texts.turn, of: (access) => <Awaiting access={access} /> },
    asked: { title: texts.asked, of: ({ approval: { request } }) => request && <Ago at={request.askedAt} /> },
    due: { title: texts.due, of: ({ approval: { request } }) => request && <Ago at={request.deadline} /> },
  } satisfies Record<string, AccessColumn>;
}

function Next({ access }: { access: Access }) {
  const texts = useWordsOf(myAccessWords);
  if (isWaiting(access)) return <Awaiting access={access} />;
  if (!access.approval.actions?.renew?.allowed) return null;
  return (
    <ButtonLink to={paths.access(access.id)} search={{ act: 'renew' }} size="xs" variant="default">
      {texts.renew}
    </ButtonLink>
  );
}
