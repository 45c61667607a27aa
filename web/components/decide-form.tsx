// Allowing or denying, after the button that opened this: the comment, less than asked where one wants that, and the
// button that does it. What was typed stays until it is done, whatever happens meanwhile: a decision of somebody else, or
// no connection, changes what is around the form and nothing in it.
import { Button, Chip, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { useDecide } from '../api/access-acts.ts';
import type { Access } from '../api/client.ts';
import { useWords } from '../words/words.tsx';
import { lengthWords } from '../words/telling.ts';
import { FaultNote } from './fault-note.tsx';

interface DecideProps {
  readonly access: Access;
  readonly verdict: 'approve' | 'reject';
  /** Called when it is done, and when it is not to be done. */
  readonly onClose: () => void;
  readonly onDone: (access: Access) => void;
  /** Durations that the policy offers, for granting less than asked. */
  readonly durations?: readonly string[];
}

export function DecideForm({ access, verdict, onClose, onDone, durations = [] }: DecideProps) {
  const words = useWords();
  const decide = useDecide(access);
  const [comment, setComment] = useState('');
  const [duration, setDuration] = useState('');
  const asked = access.approval.request?.roles ?? [];
  const [roles, setRoles] = useState<string[]>(asked);
  const [isUnsaid, setUnsaid] = useState(false);
  const isApproval = verdict === 'approve';

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!isApproval && comment.trim() === '') return setUnsaid(true);
    const terms = {
      ...(duration !== '' && { duration }),
      ...(roles.length < asked.length && { roles }),
    };
    decide.mutate(
      { verdict, comment, ...(isApproval && Object.keys(terms).length > 0 && { terms }) },
      { onSuccess: () => onDone(access) },
    );
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
  };

  return (
    <form
      onSubmit={submit}
      onKeyDown={keys}
      aria-label={isApproval ? words.decide.approving : words.decide.rejecting}
    >
      <Stack gap="sm">
        <Textarea
          data-autofocus
          autoFocus
          label={isApproval ? words.decide.commentOptional : words.decide.comment}
          description={isApproval ? undefined : words.decide.commentNeeded}
          error={isUnsaid && comment.trim() === '' ? words.decide.commentNeeded : undefined}
          required={!isApproval}
          withAsterisk={false}
          value={comment}
          maxLength={10_000}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        {isApproval && (asked.length > 1 || durations.length > 0) && (
          <Group gap="md" align="flex-end">
            {durations.length > 0 && (
              <NativeSelect
                label={words.decide.shorter}
                value={duration}
                onChange={(event) => setDuration(event.currentTarget.value)}
                data={[
                  { value: '', label: words.decide.asAsked },
                  ...durations.map((value) => ({ value, label: lengthWords(value, words) })),
                ]}
              />
            )}
            {asked.length > 1 && (
              <div>
                <Text size="sm" fw={500}>
                  {words.decide.rolesGranted}
                </Text>
                <Chip.Group
                  multiple
                  value={roles}
                  onChange={(chosen) => chosen.length > 0 && setRoles(chosen)}
                >
                  <Group gap={6}>
                    {asked.map((role) => (
                      <Chip key={role} value={role} size="sm">
                        {role}
                      </Chip>
                    ))}
                  </Group>
                </Chip.Group>
              </div>
            )}
          </Group>
        )}
        {decide.error && <FaultNote error={decide.error} />}
        <Group gap="sm">
          <Button type="submit" color={isApproval ? undefined : 'red.9'} loading={decide.isPending}>
            {isApproval ? words.decide.confirmApprove : words.decide.confirmReject}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.decide.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
