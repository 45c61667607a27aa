// How far the target is from what was granted: open or closed, under which name, when it was looked at, and what went
// wrong, with when it is tried again, and the way to have that done now for whoever may. Reports of other people's
// connectors look the same.
import { Alert, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { accessQuery } from '../api/access.ts';
import type { Access, Schemas } from '../api/client.ts';
import { useReconcile } from '../api/target-acts.ts';
import { ButtonWithReason } from '../ui/button-with-reason.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { Ago } from '../ui/time.tsx';
import { useWords } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';
import { reasonOf } from './verdict-buttons.tsx';

type Target = NonNullable<Schemas['Approval']['target']>;

export function Provisioning({ access }: { access: Access }) {
  const words = useWords();
  const { target } = access.approval;
  const report = access.provisioning;
  const status = target?.status ?? report?.status;
  const isGranted = access.approval.standing !== 'None';
  if (!status && !(isGranted && target))
    return <Text c="dimmed">{isGranted ? words.access.targetNone : words.provisioning.none}</Text>;
  const reference = textOf(report?.['reference']);
  const error =
    target?.reason ??
    textOf(report?.['diagnostics']) ??
    (target?.alarming ? words.provisioning.alarming : undefined);
  return (
    <Stack gap={4}>
      <Text fw={600}>
        {target?.target ?? textOf(report?.['platform'])}:{' '}
        {status ? (words.provisioning.status[status] ?? status) : words.provisioning.notYet}
      </Text>
      {target?.principal && <Text size="sm">{words.provisioning.as(target.principal)}</Text>}
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
      {error && <WentWrong error={error} isAlarming={target?.alarming !== false} />}
      {target && error && <Retry access={access} target={target} />}
    </Stack>
  );
}

function WentWrong({ error, isAlarming }: { error: string; isAlarming: boolean }) {
  const words = useWords();
  if (!isAlarming) return <Note title={words.provisioning.error}>{<Text size="sm">{error}</Text>}</Note>;
  return (
    <Alert color="red" variant="outline" icon={<Icon name="warn" />} title={words.provisioning.error}>
      <Text size="sm">{error}</Text>
    </Alert>
  );
}

const dueMs = 2000;

/** A try that fails as the one before leaves no entry in the log, so while one is due the page looks by itself. */
function Retry({ access, target }: { access: Access; target: Target }) {
  const words = useWords();
  const retry = useReconcile(target.target);
  // By the very clock: the now of the page moves on by many seconds at once.
  const isDue = target.nextRun ? Date.parse(target.nextRun) <= Date.now() : false;
  useQuery({ ...accessQuery(access.id), refetchInterval: isDue ? dueMs : false });
  return (
    <Stack gap={6} mt={4}>
      {target.nextRun && (
        <Text size="sm" c="dimmed">
          {isDue ? (
            words.provisioning.trying
          ) : (
            <>
              {words.provisioning.retry} <Ago at={target.nextRun} />
            </>
          )}
        </Text>
      )}
      {retry.error && <FaultNote error={retry.error} />}
      {target.retry && (
        <Group gap="sm">
          <ButtonWithReason
            size="xs"
            variant="default"
            loading={retry.isPending}
            reason={reasonOf(target.retry)}
            onClick={() => retry.mutate()}
          >
            {words.provisioning.now}
          </ButtonWithReason>
        </Group>
      )}
    </Stack>
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
