// What the person has and asks for, by themselves and through their teams: what ends first, or what waits longest, comes
// first. Who must act next stands in the row; renewing is one click away.
import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Access } from '../api/client.ts';
import { myAccessQuery, type Show } from '../api/access.ts';
import { Awaiting } from '../components/awaiting.tsx';
import { FaultNote } from '../components/fault-note.tsx';
import { KindMark } from '../components/kind-mark.tsx';
import { ButtonLink, Link } from '../components/links.tsx';
import { AccessState } from '../components/state-badge.tsx';
import { paths } from '../paths.ts';
import { Nothing } from '../ui/nothing.tsx';
import { Page } from '../ui/page.tsx';
import { Ago } from '../ui/time.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { consumerName, isWaiting } from '../words/telling.ts';
import { myAccessWords } from '../words/my-access.ts';
import { useWords, useWordsOf } from '../words/words.tsx';

const shows: readonly Show[] = ['live', 'waiting', 'all'];

export function MyAccessPage() {
  const texts = useWordsOf(myAccessWords);
  const search = useSearch({ from: '/inside/my-access' });
  const navigate = useNavigate();
  const show = shows.find((one) => one === search.show) ?? 'all';
  const mine = useInfiniteQuery(myAccessQuery(show));
  const rows = mine.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      beside={
        <SegmentedControl
          aria-label={texts.shown}
          value={show}
          onChange={(next) => void navigate({ to: paths.myAccess(), search: { show: next }, replace: true })}
          data={shows.toReversed().map((value) => ({ value, label: texts.show[value] }))}
        />
      }
    >
      {mine.error && <FaultNote error={mine.error} retry={() => void mine.refetch()} />}
      {mine.isPending && <WaitingRows height={64} />}
      {mine.data && rows.length === 0 && <NoAccess isAll={show === 'all'} />}
      {rows.length > 0 && <AccessTable rows={rows} />}
      {mine.hasNextPage && (
        <Group justify="center">
          <Button
            variant="default"
            loading={mine.isFetchingNextPage}
            onClick={() => void mine.fetchNextPage()}
          >
            {texts.more}
          </Button>
        </Group>
      )}
    </Page>
  );
}

function NoAccess({ isAll }: { isAll: boolean }) {
  const texts = useWordsOf(myAccessWords);
  return (
    <Nothing icon="key" title={isAll ? texts.emptyTitle : texts.none} hint={texts.emptyHint}>
      <ButtonLink to={paths.catalog()} mt="sm">
        {texts.toCatalog}
      </ButtonLink>
    </Nothing>
  );
}

function AccessTable({ rows }: { rows: readonly Access[] }) {
  const texts = useWordsOf(myAccessWords);
  return (
    <section className="panel">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{texts.resource}</th>
            <th scope="col">{texts.forWhom}</th>
            <th scope="col">{texts.state}</th>
            <th scope="col">{texts.left}</th>
            <th scope="col">{texts.next}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((access) => (
            <Row key={access.id} access={access} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ access }: { access: Access }) {
  const words = useWords();
  const texts = useWordsOf(myAccessWords);
  const { approval, id } = access;
  const { resource, until, actions, standing } = approval;
  return (
    <tr>
      <td>
        <Link to={paths.access(id)} fw={600}>
          {resource.name}
        </Link>
        <div>
          <KindMark kind={resource.kind} />
        </div>
      </td>
      <td>{consumerName(access, words)}</td>
      <td>
        <Group gap={6}>
          <AccessState access={access} />
        </Group>
      </td>
      <td>{standing === 'None' ? '' : until === undefined ? words.times.openEnd : <Ago at={until} />}</td>
      <td>
        {isWaiting(access) ? (
          <Text component="div" size="sm">
            <Awaiting access={access} />
          </Text>
        ) : (
          actions?.renew?.allowed && (
            <ButtonLink to={paths.access(id)} search={{ act: 'renew' }} size="xs" variant="default">
              {texts.renew}
            </ButtonLink>
          )
        )}
      </td>
    </tr>
  );
}
