// What waits for the person who looks, the longest first, decided right here. j and k walk through it, Enter opens, a and
// r decide. What was decided leaves the list and says so; what others decide leaves it by itself, unless somebody is
// just typing about it: then the row stays until they are done, and the server tells who was faster.
import { Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Access } from '../api/client.ts';
import { inboxQuery } from '../api/inbox.ts';
import { meQuery } from '../api/me.ts';
import { FaultNote } from '../components/fault-note.tsx';
import { InboxRow, reasonOf, type Verdict } from '../components/inbox-row.tsx';
import { keptDecision } from '../components/kept-decision.ts';
import { ButtonLink, Link } from '../components/links.tsx';
import { paths } from '../paths.ts';
import { Nothing } from '../ui/nothing.tsx';
import { Page } from '../ui/page.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { useWords } from '../words/words.tsx';

interface Deciding {
  readonly access: Access;
  readonly verdict: Verdict;
}

export function InboxPage() {
  const words = useWords();
  const inbox = useInfiniteQuery(inboxQuery);
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [done, setDone] = useState<Deciding | null>(null);
  const rows = withDecided(inbox.data?.pages.flatMap((page) => page.items) ?? [], deciding);
  const [current, setCurrent] = useState(0);
  const at = Math.min(current, Math.max(0, rows.length - 1));
  const list = useRef<HTMLUListElement>(null);
  const begin = (access: Access, verdict: Verdict | null) => setDeciding(verdict && { access, verdict });
  useResumed(rows, begin);
  useKeys({ rows, at, isBusy: deciding !== null, list, go: setCurrent, begin });

  return (
    <Page title={words.inbox.title} lead={inbox.data && words.inbox.waiting(rows.length)}>
      {inbox.error && <FaultNote error={inbox.error} retry={() => void inbox.refetch()} />}
      <div role="status">{done && <DoneNote {...done} />}</div>
      {inbox.isPending && <WaitingRows height={150} />}
      {inbox.data && rows.length === 0 && (
        <Nothing icon="inbox" title={words.inbox.emptyTitle} hint={words.inbox.emptyHint}>
          <ButtonLink to={paths.catalog()} variant="default" mt="sm">
            {words.inbox.toCatalog}
          </ButtonLink>
        </Nothing>
      )}
      {rows.length > 0 && (
        <ul className="rows" aria-label={words.inbox.list} ref={list}>
          {rows.map((access, nth) => (
            <InboxRow
              key={access.id}
              access={access}
              isCurrent={nth === at}
              deciding={deciding?.access.id === access.id ? deciding.verdict : null}
              onDecide={(verdict) => {
                setCurrent(nth);
                begin(access, verdict);
              }}
              onDone={(decided, verdict) => {
                setDeciding(null);
                setDone({ access: decided, verdict });
              }}
            />
          ))}
        </ul>
      )}
      {inbox.hasNextPage && (
        <Group justify="center">
          <Button
            variant="default"
            loading={inbox.isFetchingNextPage}
            onClick={() => void inbox.fetchNextPage()}
          >
            {words.inbox.more}
          </Button>
        </Group>
      )}
      {rows.length > 0 && (
        <Text size="sm" c="dimmed" visibleFrom="sm">
          {words.inbox.keys}
        </Text>
      )}
    </Page>
  );
}

/** Whoever comes back from signing in again finds the row open about which they were to decide. */
function useResumed(rows: readonly Access[], begin: (access: Access, verdict: Verdict) => void): void {
  const { data: me } = useSuspenseQuery(meQuery);
  const [kept, setKept] = useState(() => keptDecision(me.id));
  const access = kept && rows.find(({ id }) => id === kept.access);
  useEffect(() => {
    if (!kept || !access) return;
    setKept(null);
    begin(access, kept.verdict);
  });
}

/** A row that somebody is typing about stays where it was, as it was when they began. */
function withDecided(rows: readonly Access[], deciding: Deciding | null): Access[] {
  if (!deciding) return [...rows];
  const known = rows.findIndex(({ id }) => id === deciding.access.id);
  return known < 0 ? [deciding.access, ...rows] : [...rows];
}

function DoneNote({ access, verdict }: Deciding) {
  const { decide } = useWords();
  const isHalf =
    verdict === 'approve' && access.approval.strategy === 'FourEyes' && access.approval.state === 'Pending';
  const said = verdict === 'reject' ? decide.rejected : isHalf ? decide.half : decide.approved;
  return (
    <div className="row done">
      {said} <Link to={paths.access(access.id)}>{access.approval.resource.name}</Link>
    </div>
  );
}

interface Keys {
  readonly rows: readonly Access[];
  readonly at: number;
  readonly isBusy: boolean;
  readonly list: React.RefObject<HTMLUListElement | null>;
  readonly go: (to: number) => void;
  readonly begin: (access: Access, verdict: Verdict) => void;
}

function useKeys({ rows, at, isBusy, list, go, begin }: Keys): void {
  const router = useRouter();
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const access = rows[at];
      if (isBusy || !access || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const move = (to: number) => {
        const next = Math.max(0, Math.min(rows.length - 1, to));
        go(next);
        list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
      };
      const deeds: Record<string, () => unknown> = {
        j: () => move(at + 1),
        k: () => move(at - 1),
        Enter: () => void router.navigate({ to: paths.access(access.id) }),
        o: () => void router.navigate({ to: paths.access(access.id) }),
        a: () => reasonOf(access.approval.actions?.approve) ?? begin(access, 'approve'),
        r: () => reasonOf(access.approval.actions?.reject) ?? begin(access, 'reject'),
      };
      const deed = deeds[event.key];
      if (!deed || (event.key === 'Enter' && isOnControl(event))) return;
      event.preventDefault();
      deed();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });
}

function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

function isOnControl({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.closest('a, button, summary') !== null;
}
