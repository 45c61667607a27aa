// One verdict and one comment for everything that was chosen. Before it is sent it says what will happen to how many, and
// which of them cannot be decided this way and why, in the words of the API; those stay chosen. Afterwards the outcome of
// each stands in its row, and what could not be decided is still chosen, with the comment, for another try.
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import type { Access } from '../api/client.ts';
import { useDecideMany, type Outcome } from '../api/inbox.ts';
import { paths } from '../paths.ts';
import { Note } from '../ui/note.tsx';
import { consumerName } from '../words/telling.ts';
import { manyFormWords } from '../words/many-form.ts';
import { useWords, useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';
import type { InboxWork } from './inbox-work.ts';
import { Link } from './links.tsx';
import type { Verdict } from './verdict-buttons.tsx';
import { hasMoved } from './what-happened.tsx';

interface ManyFormProps {
  readonly verdict: Verdict;
  readonly work: InboxWork;
  readonly waiting: readonly Access[];
  readonly comment: string;
  readonly setComment: (comment: string) => void;
  readonly heard: (outcomes: readonly Outcome[]) => void;
  /** Everything was decided. */
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function ManyForm({ verdict, work, waiting, comment, setComment, heard, ...on }: ManyFormProps) {
  const words = useWords();
  const texts = useWordsOf(manyFormWords);
  const [isUnsaid, setUnsaid] = useState(false);
  const many = useDecideMany(heard);
  const left = many.data?.filter(({ decided }) => !decided).length ?? 0;
  const { can, cannot } = useParted(work, waiting, verdict);
  const isApproval = verdict === 'approve';

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (can.length === 0 || many.isPending) return;
    if (!isApproval && comment.trim() === '') return setUnsaid(true);
    many.mutate(
      { verdict, comment, accesses: can },
      {
        onSuccess: (outcomes) => {
          if (cannot.length === 0 && outcomes.every(({ decided }) => decided)) on.onDone();
        },
      },
    );
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') on.onClose();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
  };

  return (
    <form onSubmit={submit} onKeyDown={keys} aria-label={texts.title[verdict](work.chosen.size)}>
      <Stack gap="sm">
        <Text fw={650}>{texts.title[verdict](work.chosen.size)}</Text>
        <Outlook verdict={verdict} can={can} />
        {cannot.length > 0 && <Cannot cannot={cannot} />}
        <Textarea
          autoFocus
          label={isApproval ? words.decide.commentOptional : words.decide.comment}
          description={isApproval ? texts.sameForAll : words.decide.commentNeeded}
          error={isUnsaid && comment.trim() === '' ? words.decide.commentNeeded : undefined}
          value={comment}
          maxLength={10_000}
          maxRows={5}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        {many.error && <FaultNote error={many.error} />}
        {left > 0 && <Note>{texts.someLeft(left)}</Note>}
        <Group gap="sm">
          <Button
            type="submit"
            color={isApproval ? undefined : 'red.9'}
            loading={many.isPending}
            disabled={can.length === 0}
          >
            {texts.confirm[verdict](can.length)}
          </Button>
          <Button variant="default" onClick={on.onClose}>
            {words.decide.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What will happen, as far as it can be known before. */
function Outlook({ verdict, can }: { verdict: Verdict; can: readonly Access[] }) {
  const texts = useWordsOf(manyFormWords);
  if (can.length === 0) return null;
  if (verdict === 'reject') return <div>{texts.rejected(can.length)}</div>;
  const half = can.filter(({ approval }) => (approval.awaiting?.missing ?? 1) > 1).length;
  return (
    <div>
      {can.length > half && <div>{texts.granted(can.length - half)}</div>}
      {half > 0 && <div>{texts.half(half)}</div>}
    </div>
  );
}

interface Hindered {
  readonly access: Access;
  readonly reason: string;
}

function Cannot({ cannot }: { cannot: readonly Hindered[] }) {
  const words = useWords();
  const texts = useWordsOf(manyFormWords);
  return (
    <div>
      <Text fw={600} c="var(--mantine-color-error)">
        {texts.cannot(cannot.length)}
      </Text>
      <ul className="plain-list scrolls">
        {cannot.map(({ access, reason }) => (
          <li key={access.id}>
            <Link to={paths.access(access.id)}>
              {words.access.title(consumerName(access, words), access.approval.resource.name)}
            </Link>
            : {reason}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What can be decided so, as it is now, and what cannot. What has changed since it was chosen was not chosen like that. */
function useParted({ chosen }: InboxWork, waiting: readonly Access[], verdict: Verdict) {
  const texts = useWordsOf(manyFormWords);
  const now = new Map(waiting.map((access) => [access.id, access]));
  const can: Access[] = [];
  const cannot: Hindered[] = [];
  for (const [id, access] of chosen) {
    const present = now.get(id);
    const action = present?.approval.actions?.[verdict];
    if (!present) cannot.push({ access, reason: texts.gone });
    else if (hasMoved(access, present)) cannot.push({ access, reason: texts.moved });
    else if (action && !action.allowed) cannot.push({ access, reason: action.reason });
    else can.push(present);
  }
  return { can, cannot };
}
