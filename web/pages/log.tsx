// Everything that happened, the newest first: filtered by what stands in the address, followed live unless somebody
// switches that off, and taken along as a file. What comes in appears on top, and whatever somebody reads meanwhile stays
// where it is. Whoever may not read all of it is told so and led to what is theirs.
import { Button, Stack, Switch, Text } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { LogEntry } from '../api/client.ts';
import { asFault, type Fault } from '../api/fault.ts';
import { useFollow } from '../api/log-follow.ts';
import { entriesQuery, logHeadQuery, type EntryPage, type LogFilter } from '../api/log.ts';
import { FaultNote } from '../components/fault-note.tsx';
import { LogRow } from '../components/log-entry.tsx';
import { LogFilters } from '../components/log-filters.tsx';
import { OwnSubjects } from '../components/log-own.tsx';
import { LogExport, LogProof } from '../components/log-proof.tsx';
import { ShowMore } from '../components/show-more.tsx';
import { paths } from '../paths.ts';
import { Nothing } from '../ui/nothing.tsx';
import { Page } from '../ui/page.tsx';
import { usePlace } from '../ui/place.tsx';
import { useSteady } from '../ui/steady.ts';
import { dayOf } from '../ui/time.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { logWords } from '../words/log.ts';
import { useWordsOf } from '../words/words.tsx';

export function LogPage() {
  const texts = useWordsOf(logWords);
  const { follow, ...filter } = useSearch({ from: '/inside/log' });
  const navigate = useNavigate();
  const change = (next: Record<string, string>) => {
    const all = { ...filter, ...(follow && { follow }), ...next };
    const named = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
    void navigate({ to: paths.log(), search: named, replace: true });
  };
  return (
    <Page title={texts.title} lead={texts.lead}>
      <LogFilters filter={filter} change={change} />
      <Entries
        key={JSON.stringify(filter)}
        filter={filter}
        isFollowed={follow !== 'off'}
        setFollowed={(isOn) => change({ follow: isOn ? '' : 'off' })}
      />
    </Page>
  );
}

interface EntriesProps {
  readonly filter: LogFilter;
  readonly isFollowed: boolean;
  readonly setFollowed: (isOn: boolean) => void;
}

function Entries({ filter, isFollowed, setFollowed }: EntriesProps) {
  const found = useInfiniteQuery(entriesQuery(filter));
  const fault = found.error && asFault(found.error);
  if (fault && needsSubject(fault)) return <OwnSubjects fault={fault} />;
  if (fault) return <FaultNote error={fault} retry={() => void found.refetch()} />;
  return (
    <div className="columns">
      <Stack gap="md">
        {found.data ? (
          <List filter={filter} isFollowed={isFollowed} setFollowed={setFollowed} />
        ) : (
          <WaitingRows rows={8} height={64} />
        )}
        <ShowMore of={found} />
      </Stack>
      <div>
        <LogExport filter={filter} />
        <LogProof />
      </div>
    </div>
  );
}

/** The API names the field that is missing for whoever may not read all of it. */
function needsSubject({ code, fields }: Fault): boolean {
  return code === 'not_permitted' && 'subject' in fields;
}

function List({ filter, isFollowed, setFollowed }: EntriesProps) {
  const texts = useWordsOf(logWords);
  const { locale, timeZone } = usePlace();
  const { data, refetch, hasNextPage } = useInfiniteQuery(entriesQuery(filter));
  const { list, keepPlace } = useSteady(data);
  const [unseen, setUnseen] = useState(0);
  useWindowEvent('scroll', () => scrollY === 0 && setUnseen(0));
  const add = useAdd(filter);
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  const canFollow = filter.until === undefined;
  const isConnected = useFollow(filter, isFollowed && canFollow, {
    newest: () => entries[0],
    hear: (heard) => {
      const isElsewhere = keepPlace();
      const count = add(heard);
      if (isElsewhere) setUnseen((before) => before + count);
    },
    startOver: () => refetch(),
  });
  const days = Map.groupBy(entries, ({ at }) => dayOf(at, locale, timeZone));
  return (
    <>
      <Switch
        label={texts.follow}
        description={canFollow ? (isConnected ? undefined : texts.interrupted) : texts.followsNot}
        disabled={!canFollow}
        checked={isFollowed && canFollow}
        onChange={(event) => setFollowed(event.currentTarget.checked)}
      />
      <div role="status" className="log-unseen">
        {unseen > 0 && (
          <Button
            size="compact-sm"
            onClick={() => {
              setUnseen(0); // Whoever has something unfolded may be at the top already.
              scrollTo({ top: 0 });
            }}
          >
            {texts.newer(unseen)}
          </Button>
        )}
      </div>
      {entries.length === 0 && <NothingThere isFiltered={Object.keys(filter).length > 0} />}
      <div ref={list} className="log">
        {[...days].map(([day, ofDay]) => (
          <section key={day} className="panel" aria-label={day}>
            <h2 className="log-day">{day}</h2>
            <ol className="plain-rows">
              {ofDay.map((entry) => (
                <LogRow key={entry.id} entry={entry} />
              ))}
            </ol>
          </section>
        ))}
      </div>
      {entries.length > 0 && !hasNextPage && (
        <Text size="sm" c="dimmed" ta="center">
          {texts.end}
        </Text>
      )}
    </>
  );
}

function NothingThere({ isFiltered }: { isFiltered: boolean }) {
  const texts = useWordsOf(logWords);
  return isFiltered ? (
    <Nothing icon="search" title={texts.emptyTitle} hint={texts.emptyHint} />
  ) : (
    <Nothing icon="list" title={texts.firstTitle} hint={texts.firstHint} />
  );
}

/** More than this many on a page is no page. What falls off at the end is read again by whoever goes there. */
const mostOnPage = 1000;

/** Puts what was heard before what is there already; returns how many of it was new. */
function useAdd(filter: LogFilter) {
  const client = useQueryClient();
  return (heard: readonly LogEntry[]): number => {
    const { queryKey } = entriesQuery(filter);
    const there = client.getQueryData<InfiniteData<EntryPage, number>>(queryKey);
    const [first, ...rest] = there?.pages ?? [];
    if (!there || !first) return 0;
    const known = new Set(first.entries.map(({ id }) => id));
    const fresh = heard.filter(({ id }) => !known.has(id)).toReversed();
    const entries = [...fresh, ...first.entries];
    const isFull = entries.length > mostOnPage;
    const kept = entries.slice(0, mostOnPage);
    const pages = isFull
      ? [{ entries: kept, next: kept.at(-1)!.position }]
      : [{ ...first, entries }, ...rest];
    client.setQueryData(queryKey, { pages, pageParams: there.pageParams.slice(0, pages.length) });
    if (fresh.length > 0) void client.invalidateQueries({ queryKey: logHeadQuery.queryKey });
    return fresh.length;
  };
}
