// One request in the inbox: who asks for what, for whom, why, for how long, how old it is and until when an answer is
// wanted. Approving and rejecting happen here, in the row, so that two clicks are enough.
import { Group, Text } from '@mantine/core';
import type { Access } from '../api/client.ts';
import { paths } from '../paths.ts';
import { Said } from '../ui/panel.tsx';
import { usePlace } from '../ui/place.tsx';
import { Ago } from '../ui/time.tsx';
import { useWords } from '../words/words.tsx';
import { actorName, consumerName, askedPeriodWords } from '../words/telling.ts';
import { ButtonWithReason } from '../ui/button-with-reason.tsx';
import { DecideForm } from './decide-form.tsx';
import { KindMark } from './kind-mark.tsx';
import { Link } from './links.tsx';
import { AccessState } from './state-badge.tsx';
import { useTelling } from './use-telling.ts';

export type Verdict = 'approve' | 'reject';

interface InboxRowProps {
  readonly access: Access;
  readonly isCurrent: boolean;
  /** What is being decided about it at the moment. */
  readonly deciding: Verdict | null;
  readonly onDecide: (verdict: Verdict | null) => void;
  readonly onDone: (access: Access, verdict: Verdict) => void;
}

export function InboxRow({ access, isCurrent, deciding, onDecide, onDone }: InboxRowProps) {
  const words = useWords();
  const telling = useTelling();
  const { id, approval, roles } = access;
  const { request, resource, actions } = approval;
  const first = approval.decisions.find(({ verdict, voidSince }) => verdict === 'allow' && !voidSince);
  return (
    <li className="row" data-current={isCurrent} data-access={id} aria-current={isCurrent || undefined}>
      <Group justify="space-between" align="flex-start" gap="sm" wrap="wrap">
        <div className="page-heading">
          <Group gap={6} c="dimmed" fz="sm">
            <KindMark kind={resource.kind} />
            <span>{words.inbox.asksFor(actorName(request?.asker, words))}</span>
            <AccessState access={access} />
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
            {askedPeriodWords(access, telling)}
            {(request.roles.length > 0 || roles.length > 0) && ` · ${(request.roles ?? roles).join(', ')}`}
          </Text>
        </>
      )}
      {approval.state === 'SemiGranted' && first && (
        <Text size="sm" mt={4}>
          {words.inbox.firstOfTwo(actorName(first.by, words))}
        </Text>
      )}
      <div className="row-acts">
        {deciding === null ? (
          <Group gap="sm">
            <ButtonWithReason
              size="sm"
              reason={reasonOf(actions?.approve)}
              onClick={() => onDecide('approve')}
            >
              {words.decide.approve}
            </ButtonWithReason>
            <ButtonWithReason
              size="sm"
              variant="default"
              reason={reasonOf(actions?.reject)}
              onClick={() => onDecide('reject')}
            >
              {words.decide.reject}
            </ButtonWithReason>
          </Group>
        ) : (
          <DecideForm
            key={deciding}
            access={access}
            verdict={deciding}
            onClose={() => onDecide(null)}
            onDone={() => onDone(access, deciding)}
          />
        )}
      </div>
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

type Action = NonNullable<Access['approval']['actions']>[string];

/** Why something cannot be done; null when it can, be it after signing in once more. */
export function reasonOf(action: Action | undefined): string | null {
  if (!action) return '…';
  return action.allowed || action.stepUp ? null : action.reason;
}
