// Allowing or denying, after the button that opened this: the comment, less than asked where one wants that, and the
// button that does it. What was typed stays until it is done, whatever happens meanwhile. What others do meanwhile is told
// above, and nothing is sent about a request that stands otherwise than it was shown, before one says so. Where the
// policy demands a fresher or stronger sign-in, the form offers the way there, and what was typed is in it afterwards.
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useDecide } from '../api/access-acts.ts';
import { accessQuery } from '../api/access.ts';
import type { Access } from '../api/client.ts';
import { asFault } from '../api/fault.ts';
import { meQuery } from '../api/me.ts';
import { endOfDay } from '../ui/days.ts';
import { Note } from '../ui/note.tsx';
import { usePlace } from '../ui/place.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { useWords } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';
import { forgetDraft, keepDrafts, keptDraft, useKeptDraft, type Drafts } from './kept-drafts.ts';
import type { Less } from './less-than-asked.tsx';
import { reasonOf, type Verdict } from './verdict-buttons.tsx';
import { hasMoved, WhatHappened } from './what-happened.tsx';

const LessThanAsked = lazy(() =>
  import('./less-than-asked.tsx').then(({ LessThanAsked }) => ({ default: LessThanAsked })),
);

interface DecideProps {
  readonly access: Access;
  readonly verdict: Verdict;
  /** Called when it is not to be done. */
  readonly onClose: () => void;
  readonly onDone: (access: Access) => void;
  /** What somebody should know before, where the page does not say it already; of the access as it is now. */
  readonly around?: (access: Access) => ReactNode;
}

export function DecideForm({ access, verdict, onClose, onDone, around }: DecideProps) {
  const words = useWords();
  const { timeZone } = usePlace();
  const { data: me } = useSuspenseQuery(meQuery);
  const [kept] = useState(() => keptFor(me.id, access.id, verdict));
  const now = useNewest(access);
  const [shown, setShown] = useState(access);
  const decide = useDecide(now);
  const [comment, setComment] = useState(kept?.comment ?? '');
  const asked = now.approval.request?.roles ?? [];
  const [less, setLess] = useState<Less>(() => lessFrom(kept, asked));
  const [isUnsaid, setUnsaid] = useState(false);
  const isApproval = verdict === 'approve';
  // What moves while one's own word is under way is one's own word.
  const isOvertaken = !decide.isPending && !decide.isSuccess && hasMoved(shown, now);
  const cannot = reasonOf(now.approval.actions?.[verdict]);
  const signIn = signInFirst(now, verdict, decide.error);
  useKeptDraft('decision', me.id, { access: access.id, verdict, comment, ...less });
  const close = () => {
    forgetDraft('decision');
    onClose();
  };

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (signIn) {
      keepDrafts();
      const page = location.pathname;
      return location.assign(`${signIn.at}&${new URLSearchParams({ returnTo: page + location.search })}`);
    }
    if (isOvertaken || cannot !== null) return;
    if (!isApproval && comment.trim() === '') return setUnsaid(true);
    const terms = isApproval ? termsOf(less, asked, timeZone) : null;
    decide.mutate(
      { verdict, comment, ...(terms && { terms }) },
      {
        onSuccess: () => {
          forgetDraft('decision');
          onDone(now);
        },
      },
    );
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
  };

  return (
    <form
      onSubmit={submit}
      onKeyDown={keys}
      aria-label={isApproval ? words.decide.approving : words.decide.rejecting}
    >
      <Stack gap="sm">
        {around?.(now)}
        {isOvertaken && (
          <Note title={words.faults.stale}>
            <Stack gap="xs" align="flex-start">
              <WhatHappened before={shown} now={now} />
              {cannot === null ? (
                <Button size="xs" variant="default" onClick={() => setShown(now)}>
                  {words.decide.goOn}
                </Button>
              ) : (
                <div>{cannot}</div>
              )}
            </Stack>
          </Note>
        )}
        <Textarea
          data-autofocus
          autoFocus
          label={isApproval ? words.decide.commentOptional : words.decide.comment}
          description={isApproval ? undefined : words.decide.commentNeeded}
          error={isUnsaid && comment.trim() === '' ? words.decide.commentNeeded : undefined}
          required={!isApproval}
          withAsterisk={false}
          value={comment}
          maxLength={10_000}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        {isApproval && <Narrowing access={now} less={less} onChange={setLess} />}
        {signIn && <Note title={`${signIn.why}.`}> {words.decide.signInKept}</Note>}
        {decide.error && !signIn && !isOvertaken && <FaultNote error={decide.error} />}
        <Group gap="sm">
          {signIn ? (
            <Button type="submit">{words.decide.signInAgain}</Button>
          ) : (
            <Button
              type="submit"
              color={isApproval ? undefined : 'red.9'}
              loading={decide.isPending}
              disabled={isOvertaken}
            >
              {isApproval ? words.decide.confirmApprove : words.decide.confirmReject}
            </Button>
          )}
          <Button variant="default" onClick={close}>
            {words.decide.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The access as it is now, as soon as that is known; what was read before the page is no news. */
function useNewest(access: Access): Access {
  const { data } = useQuery(accessQuery(access.id));
  return data && data.approval.version >= access.approval.version ? data : access;
}

/** Closed for the many who grant what was asked. */
function Narrowing({ access, less, onChange }: Parameters<typeof LessThanAsked>[0]) {
  const words = useWords();
  const [isOpen, setOpen] = useState(
    () => termsOf(less, access.approval.request?.roles ?? [], 'UTC') !== null,
  );
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.decide.terms}</summary>
      {isOpen && (
        <Suspense fallback={<WaitingRows rows={1} height={58} />}>
          <LessThanAsked access={access} less={less} onChange={onChange} />
        </Suspense>
      )}
    </details>
  );
}

function lessFrom(kept: Drafts['decision'] | null, asked: readonly string[]): Less {
  const roles = kept?.roles.filter((role) => asked.includes(role)) ?? [];
  return {
    roles: roles.length > 0 ? roles : asked,
    duration: kept?.duration ?? '',
    until: kept?.until ?? '',
  };
}

/** Null: as asked. */
function termsOf({ roles, duration, until }: Less, asked: readonly string[], timeZone: string) {
  const terms = {
    ...(until !== '' && { until: endOfDay(until, timeZone) }),
    ...(until === '' && duration !== '' && { duration }),
    ...(roles.length < asked.length && { roles: [...roles] }),
  };
  return Object.keys(terms).length > 0 ? terms : null;
}

/** What was typed here before somebody had to sign in again. */
function keptFor(person: string, access: string, verdict: Verdict): Drafts['decision'] | null {
  const kept = keptDraft('decision', person);
  return kept?.access === access && kept.verdict === verdict ? kept : null;
}

/** Where to sign in before this can be decided, and why, as the page was told or as the last click was. */
function signInFirst(access: Access, verdict: Verdict, error: unknown): { at: string; why: string } | null {
  const action = access.approval.actions?.[verdict];
  if (action && !action.allowed && action.stepUp) return { at: action.stepUp.url, why: action.reason };
  const { signInAt, title } = asFault(error);
  return signInAt === null ? null : { at: signInAt, why: title };
}
