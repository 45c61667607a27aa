// What the person who looks can do with an access beside deciding, and why the rest is not possible: all of it as the
// API says, which judges the click by the very same rules. An act opens its form in place (act-form.tsx); what is not
// possible stands below, each with its reason.
import { Button, Stack, Text } from '@mantine/core';
import { useId, useState } from 'react';
import type { Access } from '../api/client.ts';
import { useWords } from '../words/words.tsx';
import { PlainActForm, RenewForm, type Act } from './act-form.tsx';
import { reasonOf } from './verdict-buttons.tsx';

const order: readonly Act[] = ['withdraw', 'retract', 'renew', 'resume', 'suspend', 'cancel', 'delete'];

export function ActPanel({ access, begin }: { access: Access; begin?: string }) {
  const words = useWords();
  const { actions = {} } = access.approval;
  const possible = order.filter((act) => actions[act]?.allowed);
  const impossible = ['approve', 'reject', ...order].flatMap((act) => {
    const reason = reasonOf(actions[act]);
    return reason === null ? [] : [{ act, reason }];
  });
  const [open, setOpen] = useState<Act | null>(possible.find((act) => act === begin) ?? null);
  const close = () => setOpen(null);
  return (
    <Stack gap="xs">
      {possible.length === 0 && <Text c="dimmed">{words.access.noActions}</Text>}
      {possible.map((act) => {
        if (act !== open)
          return (
            <Button key={act} variant="default" fullWidth onClick={() => setOpen(act)}>
              {words.acts[act]}
            </Button>
          );
        return act === 'renew' ? (
          <RenewForm key={act} access={access} onClose={close} />
        ) : (
          <PlainActForm key={act} act={act} access={access} onClose={close} />
        );
      })}
      {impossible.length > 0 && (
        <details>
          <summary>{words.access.unavailable(impossible.length)}</summary>
          <Stack gap="sm" mt="xs">
            {impossible.map(({ act, reason }) => (
              <Impossible key={act} act={act} reason={reason} />
            ))}
          </Stack>
        </details>
      )}
    </Stack>
  );
}

/** There is room for the reason here, so nobody has to point at the button to read it. */
function Impossible({ act, reason }: { act: string; reason: string }) {
  const words = useWords();
  const id = useId();
  return (
    <div>
      <Button variant="default" fullWidth data-disabled aria-disabled="true" aria-describedby={id}>
        {words.acts[act] ?? act}
      </Button>
      <Text id={id} size="sm" c="dimmed" mt={4}>
        {reason}
      </Text>
    </div>
  );
}
