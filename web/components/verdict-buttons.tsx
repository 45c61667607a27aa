// The two answers to a request, each with the reason of the API where it cannot be given.
import { Group } from '@mantine/core';
import type { Access } from '../api/client.ts';
import { ButtonWithReason } from '../ui/button-with-reason.tsx';
import { useWords } from '../words/words.tsx';

export type Verdict = 'approve' | 'reject';

export function VerdictButtons({
  access,
  onDecide,
}: {
  access: Access;
  onDecide: (verdict: Verdict) => void;
}) {
  const words = useWords();
  const { actions } = access.approval;
  return (
    <Group gap="sm">
      <ButtonWithReason size="sm" reason={reasonOf(actions?.approve)} onClick={() => onDecide('approve')}>
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
  );
}

type Action = NonNullable<Access['approval']['actions']>[string];

/** Why something cannot be done; null when it can, be it after signing in once more. */
export function reasonOf(action: Action | undefined): string | null {
  if (!action) return '…';
  return action.allowed || action.stepUp ? null : action.reason;
}
