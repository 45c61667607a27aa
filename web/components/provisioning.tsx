// How far the target is from what was granted: open or closed, under which name, when it was looked at, and what went
// wrong, with when it is tried again. Reports of other people's connectors look the same.
import { Alert, Text } from '@mantine/core';
import type { Access } from '../api/client.ts';
import { Icon } from '../ui/icon.tsx';
import { Ago } from '../ui/time.tsx';
import { useWords } from '../words/words.tsx';

export function Provisioning({ access }: { access: Access }) {
  const words = useWords();
  const { target } = access.approval;
  const report = access.provisioning;
  const status = textOf(target?.['status']) ?? report?.status;
  if (status === undefined) return <Text c="dimmed">{words.provisioning.none}</Text>;
  const reference = textOf(report?.['reference']);
  const principal = textOf(target?.['principal']);
  const nextRun = textOf(target?.['nextRun']);
  const error = target?.lastError ?? textOf(report?.['diagnostics']) ?? textOf(target?.['reason']);
  return (
    <>
      <Text fw={600}>
        {target?.target ?? textOf(report?.['platform'])}: {words.provisioning.status[status] ?? status}
      </Text>
      {principal && <Text size="sm">{words.provisioning.as(principal)}</Text>}
      {reference && (
        <Text c="dimmed" ff="monospace" fz="xs" className="anywhere">
          {reference}
        </Text>
      )}
      {target?.lastRun && (
        <Text size="sm" c="dimmed">
          {words.provisioning.lastRun} <Ago at={target.lastRun} />
        </Text>
      )}
      {error && (
        <Alert
          mt="sm"
          color={target?.alarming === false ? 'yellow' : 'red'}
          variant="outline"
          icon={<Icon name="warn" />}
          title={words.provisioning.error}
        >
          <Text size="sm">{error}</Text>
          {nextRun && (
            <Text size="sm" c="dimmed">
              {words.provisioning.retry} <Ago at={nextRun} />
            </Text>
          )}
        </Alert>
      )}
    </>
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
