// One request in the inbox: who asks for what, for whom, why, for how long, how old it is and until when an answer is
// wanted. Approving and rejecting happen here, in the row, so that two clicks are enough; what the person should know
// beyond that comes when they begin. A row is drawn again only when something about it has changed.
import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, memo, Suspense, useEffect, useRef } from 'react';
import { accessQuery } from '../api/access.ts';
import type { Access } from '../api/client.ts';
import type { Outcome } from '../api/inbox.ts';
import { paths } from '../paths.ts';
import { Note } from '../ui/note.tsx';
import { Said } from '../ui/panel.tsx';
import { usePlace } from '../ui/place.tsx';
import { Ago } from '../ui/time.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { useWords } from '../words/words.tsx';
import { actorName, askedPeriodWords, consumerName } from '../words/telling.ts';
import { DecideForm } from './decide-form.tsx';
import { KindMark } from './kind-mark.tsx';
import { Link } from './links.tsx';
import { AccessState } from './state-badge.tsx';
import { useTelling } from './use-telling.ts';
import { VerdictButtons, type Verdict } from './verdict-buttons.tsx';
import { hasMoved, WhatHappened } from './what-happened.tsx';

const Surroundings = lazy(() =>
  import('./request-facts.tsx').then(({ Surroundings }) => ({ default: Surroundings })),
);

export type Refusal = Extract<Outcome, { decided: false }>['problem'];

export interface RowDeeds {
  readonly choose: (access: Access, isChosen: boolean, upToHere: boolean) => void;
  readonly decide: (access: Access, verdict: Verdict | null) => void;
  readonly done: (access: Access, verdict: Verdict) => void;
}

interface InboxRowProps {
  readonly access: Access;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  /** It waits no more: somebody else was faster. */
  readonly isGone: boolean;
  /** What is being decided about it at the moment. */
  readonly deciding: Verdict | null;
  /** Why it could not be decided together with others. */
  readonly refusal: Refusal | null;
  readonly on: RowDeeds;
}

export const InboxRow = memo(function InboxRow(props: InboxRowProps) {
  const { access, isCurrent, isChosen, isGone, deciding, refusal, on } = props;
  const words = useWords();
  const { id, approval } = access;
  const title = words.access.title(consumerName(access, words), approval.resource.name);
  const upToHere = useRef(false);
  return (
    <li className="row" data-current={isCurrent} data-access={id} aria-current={isCurrent || undefined}>
      <div className="choosable">
        <input
          type="checkbox"
          aria-label={words.inbox.choose(title)}
          checked={isChosen}
          onClick={(event) => {
            upToHere.current = event.shiftKey;
          }}
          onChange={(event) => on.choose(access, event.currentTarget.checked, upToHere.current)}
        />
        <div>
          <Asked access={access} />
          {(isGone || refusal) && deciding === null && <Overtaken access={access} refusal={refusal} />}
          <div className="row-acts">
            {deciding !== null ? (
              <DecideForm
                key={deciding}
                access={access}
                verdict={deciding}
                onClose={() => on.decide(access, null)}
                onDone={() => on.done(access, deciding)}
                around={(now) => (
                  <Suspense fallback={<WaitingRows rows={1} height={92} />}>
                    <Surroundings access={now} />
                  </Suspense>
                )}
              />
            ) : (
              !isGone && <VerdictButtons access={access} onDecide={(verdict) => on.decide(access, verdict)} />
            )}
          </div>
        </div>
      </div>
    </li>
  );
});

function Asked({ access }: { access: Access }) {
  const words = useWords();
  const telling = useTelling();
  const { id, approval } = access;
  const { request, resource } = approval;
  const first = approval.decisions.find(({ verdict, voidSince }) => verdict === 'allow' && !voidSince);
  return (
    <>
      <Group justify="space-between" align="flex-start" gap="sm" wrap="wrap">
        <div className="page-heading">
          <Group gap={6} c="dimmed" fz="sm">
            <KindMark kind={resource.kind} />
            <AccessState access={access} />
            <span>{words.inbox.asksFor(actorName(request?.asker, words))}</span>
          </Group>
          <Text component="h2" fw={650} fz="lg" lh={1.3} mt={2}>
            <Link to={paths.access(id)}>{resource.name}</Link>{' '}
            <Text component="span" fw={400} c="dimmed">
              {words.inbox.forWhom(consumerName(access, words))}
            </Text>
          </Text>
        </div>
        {request && <Ages askedAt={request.askedAt} deadline={request.deadline} />}
      </Group>
      {request && (
        <>
          <div className="quote">
            <Said text={request.purpose} lines={3} />
          </div>
          <Text size="sm" mt={6}>
            {[askedPeriodWords(access, telling), request.roles.join(', ')].filter(Boolean).join(' · ')}
          </Text>
        </>
      )}
      {approval.state === 'SemiGranted' && first && (
        <Text size="sm" mt={4}>
          {words.inbox.firstOfTwo(actorName(first.by, words))}
        </Text>
      )}
    </>
  );
}

/** What somebody else did about it, or why it could not be decided; the row stays until one lets go of it. */
function Overtaken({ access, refusal }: { access: Access; refusal: Refusal | null }) {
  const { data: now } = useQuery(accessQuery(access.id));
  return (
    <Note {...(refusal && { title: refusal.title })}>
      {refusal && refusal.detail !== refusal.title && <div>{refusal.detail}</div>}
      {now && hasMoved(access, now) && <WhatHappened before={access} now={now} />}
    </Note>
  );
}

/** What became of a request that was decided here, in the place where it was. */
export function DecidedRow({ access, said }: { access: Access; said: string }) {
  const words = useWords();
  const row = useRef<HTMLLIElement>(null);
  // The form that had the focus is gone; whoever listens to the page hears what came of it instead.
  useEffect(() => {
    if (document.activeElement === document.body) row.current?.focus({ preventScroll: true });
  }, []);
  return (
    <li className="row done" tabIndex={-1} ref={row}>
      {said} <Link to={paths.access(access.id)}>{access.approval.resource.name}</Link>{' '}
      {words.inbox.forWhom(consumerName(access, words))}
    </li>
  );
}

/** How long it waits, and until when somebody should answer; pressing when that is less than two days off. */
function Ages({ askedAt, deadline }: { askedAt: string; deadline: string }) {
  const words = useWords();
  const { now } = usePlace();
  const isPressing = Date.parse(deadline) - now < 2 * 86_400_000;
  return (
    <Text component="div" size="sm" c="dimmed" className="ages">
      <div>
        {words.inbox.asked} <Ago at={askedAt} />
      </div>
      <Text
        component="div"
        inherit
        c={isPressing ? 'var(--mantine-color-error)' : undefined}
        fw={isPressing ? 600 : undefined}
      >
        {words.inbox.answerBy} <Ago at={deadline} />
      </Text>
    </Text>
  );
}
