// What waits for the person who looks, the longest first, decided right here, one by one or several at once. What was
// decided says so in its place; what others decide leaves the list by itself, unless somebody has a hand on it: then the
// row stays and tells what happened.
import { Text } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Access } from '../api/client.ts';
import { inboxQuery } from '../api/inbox.ts';
import { meQuery } from '../api/me.ts';
import { ChosenBar } from '../components/chosen-bar.tsx';
import { FaultNote } from '../components/fault-note.tsx';
import { useInboxKeys } from '../components/inbox-keys.ts';
import { DecidedRow, InboxRow } from '../components/inbox-row.tsx';
import { rowsOf, useInboxWork, type Decided, type InboxWork } from '../components/inbox-work.ts';
import { keptDraft } from '../components/kept-drafts.ts';
import { ButtonLink } from '../components/links.tsx';
import { ShowMore } from '../components/show-more.tsx';
import { reasonOf, type Verdict } from '../components/verdict-buttons.tsx';
import { paths } from '../paths.ts';
import { Nothing } from '../ui/nothing.tsx';
import { Page } from '../ui/page.tsx';
import { useSteady } from '../ui/use-steady.ts';
import { WaitingRows } from '../ui/waiting.tsx';
import { useWords, type Words } from '../words/words.tsx';

export function InboxPage() {
  const words = useWords();
  const inbox = useInfiniteQuery(inboxQuery);
  const waiting = useMemo(() => inbox.data?.pages.flatMap((page) => page.items) ?? [], [inbox.data]);
  const [work, does] = useInboxWork();
  const [together, setTogether] = useState<Verdict | null>(null);
  const rows = useMemo(() => rowsOf(waiting, work), [waiting, work]);
  const open = rows.filter((access) => decidedOf(access, work) === null);
  const isWaiting = new Set(waiting.map(({ id }) => id));
  const left = open.filter(({ id }) => isWaiting.has(id));
  const current = currentOf(open, work);
  const begin = (access: Access, verdict: Verdict) => does({ type: 'begin', access, verdict });
  const on = useSteady({
    choose: (access: Access, isChosen: boolean, upToHere: boolean) => {
      const accesses = upToHere ? between(open, work.anchor, access) : [access];
      if (isChosen) does({ type: 'choose', accesses, anchor: access.id });
      else does({ type: 'drop', ids: accesses.map(({ id }) => id), anchor: access.id });
    },
    decide: (access: Access, verdict: Verdict | null) => {
      does({ type: 'go', id: access.id, nth: open.indexOf(access) });
      if (verdict === null) does({ type: 'stop' });
      else begin(access, verdict);
    },
    done: (access: Access, verdict: Verdict) =>
      does({ type: 'decided', decided: [{ access, verdict, isHalf: isHalf(access, verdict) }] }),
  });
  const list = useKeys({ open, current, work, on, does, together: setTogether });
  useResumed(waiting, begin);

  return (
    <Page title={words.inbox.title} lead={inbox.data && words.inbox.waiting(left.length, inbox.hasNextPage)}>
      {inbox.error && <FaultNote error={inbox.error} retry={() => void inbox.refetch()} />}
      {inbox.isPending && <WaitingRows height={150} />}
      {left.length > 1 && (
        <ChooseAll
          isAll={left.every(({ id }) => work.chosen.has(id))}
          choose={() => does({ type: 'choose', accesses: left })}
          drop={() => does({ type: 'drop', ids: [...work.chosen.keys()] })}
        />
      )}
      {rows.length > 0 && (
        <ul className="rows" aria-label={words.inbox.list} ref={list}>
          {rows.map((access) => {
            const { id } = access;
            const decided = decidedOf(access, work);
            if (decided) return <DecidedRow key={id} access={access} said={saidOf(decided, words)} />;
            return (
              <InboxRow
                key={id}
                access={access}
                isCurrent={access === current}
                isChosen={work.chosen.has(id)}
                isGone={!isWaiting.has(id)}
                deciding={work.deciding?.access.id === id ? work.deciding.verdict : null}
                refusal={work.refused.get(id) ?? null}
                on={on}
              />
            );
          })}
        </ul>
      )}
      {inbox.data && open.length === 0 && (
        <Nothing icon="inbox" title={words.inbox.emptyTitle} hint={words.inbox.emptyHint}>
          <ButtonLink to={paths.catalog()} variant="default" mt="sm">
            {words.inbox.toCatalog}
          </ButtonLink>
        </Nothing>
      )}
      <ShowMore of={inbox} />
      {open.length > 0 && (
        <Text size="sm" c="dimmed" visibleFrom="sm">
          {words.inbox.keys}
        </Text>
      )}
      <ChosenBar work={work} does={does} waiting={waiting} verdict={together} setVerdict={setTogether} />
    </Page>
  );
}

interface ChooseAllProps {
  readonly isAll: boolean;
  readonly choose: () => void;
  readonly drop: () => void;
}

function ChooseAll({ isAll, choose, drop }: ChooseAllProps) {
  const words = useWords();
  return (
    <label className="choose-all">
      <input
        type="checkbox"
        checked={isAll}
        onChange={(event) => (event.currentTarget.checked ? choose() : drop())}
      />
      {words.inbox.chooseAll}
    </label>
  );
}

/** What was decided here about this very request as it stands; it may wait anew. */
function decidedOf(access: Access, { decided }: InboxWork): Decided | null {
  const one = decided.get(access.id);
  return one && one.access.approval.version >= access.approval.version ? one : null;
}

function saidOf({ verdict, isHalf }: Decided, { decide }: Words): string {
  if (verdict === 'reject') return decide.rejected;
  return isHalf ? decide.half : decide.approved;
}

function isHalf({ approval }: Access, verdict: Verdict): boolean {
  return verdict === 'approve' && (approval.awaiting?.missing ?? 1) > 1;
}

/** The row that one is on; where it has gone, the one that took its place. */
function currentOf(open: readonly Access[], { at }: InboxWork): Access | undefined {
  return open.find(({ id }) => id === at?.id) ?? open[Math.min(at?.nth ?? 0, open.length - 1)];
}

/** From where the choice began to here, in the order of the list. */
function between(rows: readonly Access[], anchor: string | null, here: Access): readonly Access[] {
  const ends = [rows.findIndex(({ id }) => id === anchor), rows.indexOf(here)];
  const from = Math.max(0, Math.min(...ends));
  return anchor === null ? [here] : rows.slice(from, Math.max(...ends) + 1);
}

/** Whoever comes back from signing in again finds the row open about which they were to decide. */
function useResumed(rows: readonly Access[], begin: (access: Access, verdict: Verdict) => void): void {
  const { data: me } = useSuspenseQuery(meQuery);
  const [kept, setKept] = useState(() => keptDraft('decision', me.id));
  const access = kept && rows.find(({ id }) => id === kept.access);
  useEffect(() => {
    if (!kept || !access) return;
    setKept(null);
    begin(access, kept.verdict);
  });
}

interface Keys {
  readonly open: readonly Access[];
  readonly current: Access | undefined;
  readonly work: InboxWork;
  readonly on: Parameters<typeof InboxRow>[0]['on'];
  readonly does: ReturnType<typeof useInboxWork>[1];
  readonly together: (verdict: Verdict) => void;
}

/** Where something is chosen, a and r mean that. Returns the list that is walked through. */
function useKeys({ open, current, work, on, does, together }: Keys) {
  const router = useRouter();
  const list = useRef<HTMLUListElement>(null);
  const walk = (by: 1 | -1) => {
    const nth = Math.max(0, Math.min(open.length - 1, open.indexOf(current!) + by));
    const { id } = open[nth]!;
    does({ type: 'go', id, nth });
    list.current?.querySelector(`[data-access="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const decide = (access: Access, verdict: Verdict) => {
    if (work.chosen.size > 0) together(verdict);
    else if (reasonOf(access.approval.actions?.[verdict]) === null) on.decide(access, verdict);
  };
  const isBusy = work.deciding !== null || !current;
  useInboxKeys(
    isBusy
      ? null
      : {
          walk,
          open: () => void router.navigate({ to: paths.access(current.id) }),
          approve: () => decide(current, 'approve'),
          reject: () => decide(current, 'reject'),
          choose: () => on.choose(current, !work.chosen.has(current.id), false),
          chooseUpToHere: () => on.choose(current, true, true),
        },
  );
  return list;
}
