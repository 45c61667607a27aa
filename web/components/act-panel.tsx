// What the person who looks can do with an access beside deciding, and why the rest is not possible: all of it as the
// API says, which judges the click by the very same rules. An act opens its form in place: what it means, a comment
// where the other side should read one, and the button that does it.
import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useAct, useRenew, type PlainAct } from '../api/access-acts.ts';
import type { Access } from '../api/client.ts';
import { policyQuery } from '../api/resources.ts';
import { useWords } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';
import { durationChoices } from './durations.ts';
import { useTelling } from './use-telling.ts';

type Act = PlainAct | 'renew';

const order: readonly Act[] = ['withdraw', 'retract', 'renew', 'resume', 'suspend', 'cancel', 'delete'];
/** The other side wants to know why. */
const wantsReason: readonly Act[] = ['suspend'];
const grave: readonly Act[] = ['cancel', 'delete'];

export function ActPanel({ access, begin }: { access: Access; begin?: string }) {
  const words = useWords();
  const { actions = {} } = access.approval;
  const possible = order.filter((act) => actions[act]?.allowed);
  const impossible = ['approve', 'reject', ...order].flatMap((act) => {
    const action = actions[act];
    return action && !action.allowed && !action.stepUp ? [[act, action.reason] as const] : [];
  });
  const [open, setOpen] = useState<Act | null>(possible.find((act) => act === begin) ?? null);
  return (
    <Stack gap="xs">
      {possible.length === 0 && <Text c="dimmed">{words.access.noActions}</Text>}
      {possible.map((act) =>
        open === act ? (
          <ActForm key={act} act={act} access={access} onClose={() => setOpen(null)} />
        ) : (
          <Button key={act} variant="default" fullWidth onClick={() => setOpen(act)}>
            {words.acts[act]}
          </Button>
        ),
      )}
      {impossible.length > 0 && (
        <details>
          <summary>{words.access.unavailable(impossible.length)}</summary>
          <dl className="reasons">
            {impossible.map(([act, reason]) => (
              <div key={act}>
                <dt>{words.acts[act] ?? act}</dt>
                <dd>{reason}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </Stack>
  );
}

function ActForm({ act, access, onClose }: { act: Act; access: Access; onClose: () => void }) {
  return act === 'renew' ? (
    <RenewForm access={access} onClose={onClose} />
  ) : (
    <PlainActForm act={act} access={access} onClose={onClose} />
  );
}

function PlainActForm({ act, access, onClose }: { act: PlainAct; access: Access; onClose: () => void }) {
  const words = useWords();
  const [comment, setComment] = useState('');
  const doing = useAct(access);
  const needed = wantsReason.includes(act);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    doing.mutate({ act, comment }, { onSuccess: onClose });
  };
  return (
    <form className="act" onSubmit={submit} aria-label={words.acts[act]}>
      <Text fw={600}>{words.acts[act]}</Text>
      <Text size="sm" c="dimmed">
        {words.actHints[act]}
      </Text>
      {act !== 'delete' && (
        <Textarea
          autoFocus
          label={needed ? words.access.comment : words.decide.commentOptional}
          description={needed ? words.access.why : undefined}
          required={needed}
          withAsterisk={false}
          maxLength={10_000}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      )}
      {doing.error && <FaultNote error={doing.error} />}
      <Group gap="xs">
        <Button
          type="submit"
          size="sm"
          color={grave.includes(act) ? 'red.9' : undefined}
          loading={doing.isPending}
        >
          {words.access.confirm}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {words.decide.cancel}
        </Button>
      </Group>
    </form>
  );
}

function RenewForm({ access, onClose }: { access: Access; onClose: () => void }) {
  const telling = useTelling();
  const { words } = telling;
  const policy = useQuery(policyQuery(access.approval.resource.id));
  const [purpose, setPurpose] = useState(access.approval.request?.purpose ?? access.info.purpose);
  const [duration, setDuration] = useState<string>('');
  const renew = useRenew(access);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    renew.mutate({ purpose, ...(duration !== '' && { duration }) }, { onSuccess: onClose });
  };
  return (
    <form className="act" onSubmit={submit} aria-label={words.acts.renew}>
      <Text fw={600}>{words.acts.renew}</Text>
      <Text size="sm" c="dimmed">
        {words.actHints.renew}
      </Text>
      <Textarea
        label={words.access.purposeAgain}
        required
        withAsterisk={false}
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <Select
        label={words.access.howLong}
        allowDeselect={false}
        value={duration}
        onChange={(value) => setDuration(value ?? '')}
        data={policy.data ? durationChoices(policy.data, words) : []}
      />
      {renew.error && <FaultNote error={renew.error} />}
      <Group gap="xs">
        <Button type="submit" size="sm" loading={renew.isPending}>
          {words.access.confirm}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {words.decide.cancel}
        </Button>
      </Group>
    </form>
  );
}
