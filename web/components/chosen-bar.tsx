// What is chosen in the inbox, and what can be done with all of it. It stays at the foot of the screen while one walks
// through the list; the form that decides is loaded when somebody wants it. A comment that was begun stays until it was
// sent, even where the form is closed in between.
import { Button, Group } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { Access } from '../api/client.ts';
import type { Outcome } from '../api/inbox.ts';
import { WaitingRows } from '../ui/waiting.tsx';
import { useWords } from '../words/words.tsx';
import type { Decided, InboxWork, useInboxWork } from './inbox-work.ts';
import type { Verdict } from './verdict-buttons.tsx';

const ManyForm = lazy(() => import('./many-form.tsx').then(({ ManyForm }) => ({ default: ManyForm })));

interface ChosenBarProps {
  readonly work: InboxWork;
  readonly does: ReturnType<typeof useInboxWork>[1];
  /** What waits now, to see what has changed since it was chosen. */
  readonly waiting: readonly Access[];
  /** What the form is open for. */
  readonly verdict: Verdict | null;
  readonly setVerdict: (verdict: Verdict | null) => void;
}

export function ChosenBar({ work, does, waiting, verdict, setVerdict }: ChosenBarProps) {
  const words = useWords();
  const [comment, setComment] = useState('');
  const [said, setSaid] = useState('');
  const { chosen } = work;
  const clear = () => {
    setVerdict(null);
    does({ type: 'drop', ids: [...chosen.keys()] });
  };
  const hear = (outcomes: readonly Outcome[]) => {
    const decided = decidedIn(outcomes, work, verdict!);
    const refused = outcomes.flatMap((one) => (one.decided ? [] : [[one.id, one.problem] as const]));
    does({ type: 'decided', decided });
    does({ type: 'refused', refused: new Map(refused) });
    setSaid(words.inbox.decidedSome(decided.length, outcomes.length));
  };
  const done = () => {
    setVerdict(null);
    setComment('');
  };
  return (
    <>
      <div role="status" className="only-heard">
        {said}
      </div>
      {(chosen.size > 0 || verdict !== null) && work.deciding === null && (
        <section className="chosen" aria-label={words.inbox.chosen(chosen.size)}>
          {verdict === null ? (
            <Group gap="sm">
              <strong>{words.inbox.chosen(chosen.size)}</strong>
              <Button size="sm" onClick={() => setVerdict('approve')}>
                {words.inbox.approveMany}
              </Button>
              <Button size="sm" variant="default" onClick={() => setVerdict('reject')}>
                {words.inbox.rejectMany}
              </Button>
              <Button size="sm" variant="subtle" onClick={clear}>
                {words.inbox.chooseNone}
              </Button>
            </Group>
          ) : (
            <Suspense fallback={<WaitingRows rows={1} height={180} />}>
              <ManyForm
                key={verdict}
                verdict={verdict}
                work={work}
                waiting={waiting}
                comment={comment}
                setComment={setComment}
                heard={hear}
                onDone={done}
                onClose={() => setVerdict(null)}
              />
            </Suspense>
          )}
        </section>
      )}
    </>
  );
}

function decidedIn(outcomes: readonly Outcome[], { chosen }: InboxWork, verdict: Verdict): Decided[] {
  return outcomes.flatMap((one) => {
    const access = chosen.get(one.id);
    return one.decided && access ? [{ access, verdict, isHalf: one.state === 'SemiGranted' }] : [];
  });
}
