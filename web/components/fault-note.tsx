// What went wrong, in the place where it went wrong: what, what in particular, and what to do about it.
import { Alert, Button, Stack, Text } from '@mantine/core';
import { asFault } from '../api/fault.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';

export function FaultNote({ error, retry }: { error: unknown; retry?: () => void }) {
  const words = useWords();
  const { title, message, fix, code } = asFault(error);
  const isAway = code === 'unreachable';
  const shownTitle = isAway ? words.faults.unreachable : code === 'app' ? words.faults.app : title;
  const advice = isAway ? words.faults.unreachableFix : fix;
  return (
    <Alert role="alert" color="red" variant="outline" icon={<Icon name="warn" />} title={shownTitle}>
      <Stack gap="xs" align="flex-start">
        {!isAway && message !== title && <Text size="sm">{message}</Text>}
        {advice && <Text size="sm">{words.faults.toDo(advice)}</Text>}
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            {words.faults.retry}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
