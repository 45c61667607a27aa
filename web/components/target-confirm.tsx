// After a restore: why nothing is changed at any target, what would happen if it were, and the word that lets it happen.
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useConfirmTargets } from '../api/target-acts.ts';
import type { Target } from '../api/targets.ts';
import { ButtonWithReason } from '../ui/button-with-reason.tsx';
import { Icon } from '../ui/icon.tsx';
import { targetsWords } from '../words/targets.ts';
import { useWords, useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';
import { reasonOf } from './verdict-buttons.tsx';

/** @param targets all that are frozen: the word is for all of them together. */
export function ConfirmTargets({ targets }: { targets: readonly Target[] }) {
  const words = useWords();
  const texts = useWordsOf(targetsWords).frozen;
  const [isAsked, setAsked] = useState(false);
  const confirm = useConfirmTargets();
  const sum = (of: 'missing' | 'excess' | 'drift') =>
    targets.reduce((all, { health }) => all + health[of], 0);
  return (
    <Alert color="yellow" variant="outline" icon={<Icon name="pause" />} title={texts.title}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{texts.why}</Text>
        {isAsked ? (
          <section className="act" aria-label={texts.confirm}>
            <Text fw={600}>{texts.confirm}</Text>
            <ul className="plain-list">
              <li>{sum('missing') === 0 ? texts.opensNone : texts.opens(sum('missing'))}</li>
              <li>{sum('excess') === 0 ? texts.closesNone : texts.closes(sum('excess'))}</li>
              {sum('drift') > 0 && <li>{texts.leaves(sum('drift'))}</li>}
            </ul>
            {confirm.error && <FaultNote error={confirm.error} />}
            <Group gap="xs">
              <Button size="sm" loading={confirm.isPending} onClick={() => confirm.mutate()}>
                {words.access.confirm}
              </Button>
              <Button size="sm" variant="default" onClick={() => setAsked(false)}>
                {words.decide.cancel}
              </Button>
            </Group>
          </section>
        ) : (
          <ButtonWithReason
            variant="default"
            size="sm"
            reason={reasonOf(targets[0]?.actions['confirm'])}
            onClick={() => setAsked(true)}
          >
            {texts.confirm}
          </ButtonWithReason>
        )}
      </Stack>
    </Alert>
  );
}
