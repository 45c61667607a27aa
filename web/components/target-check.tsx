// Which rights Countersign's own role lacks at a target, and what its owner runs there to mend it. Asked only when somebody
// wants to know, because it connects.
import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { checkQuery, type Target } from '../api/targets.ts';
import { ButtonWithReason } from '../ui/button-with-reason.tsx';
import { Icon } from '../ui/icon.tsx';
import { Panel } from '../ui/panel.tsx';
import { targetsWords } from '../words/targets.ts';
import { useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';
import { reasonOf } from './verdict-buttons.tsx';
import { Lack } from './target-resource.tsx';

export function TargetCheck({ target }: { target: Target }) {
  const texts = useWordsOf(targetsWords).check;
  const check = useQuery(checkQuery(target.id));
  return (
    <Panel title={texts.title}>
      <Stack gap="sm" align="stretch">
        <Text size="sm" c="dimmed">
          {texts.hint}
        </Text>
        <Group>
          <ButtonWithReason
            size="sm"
            variant="default"
            loading={check.isFetching}
            reason={reasonOf(target.actions['check'])}
            onClick={() => void check.refetch()}
          >
            {texts.now}
          </ButtonWithReason>
        </Group>
        <div role="status">
          {check.error && <FaultNote error={check.error} />}
          {check.data?.ready && (
            <Group gap={8} wrap="nowrap">
              <Icon name="check" />
              {texts.ready}
            </Group>
          )}
          <Stack gap="sm">
            {check.data?.lacks.map(({ code, sentence, mend }) => (
              <Lack key={`${code} ${sentence}`} sentence={sentence} mend={mend} />
            ))}
          </Stack>
        </div>
      </Stack>
    </Panel>
  );
}
