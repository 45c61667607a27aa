// Allowing or denying, after the button that opened this: the comment, less than asked where one wants that, and the
// button that does it. What was typed stays until it is done, whatever happens meanwhile: a decision of somebody else, or
// no connection, changes what is around the form and nothing in it. Where the policy demands a fresher or stronger
// sign-in, the form offers the way there, and what was typed is in it again afterwards.
import { Alert, Button, Chip, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { useDecide } from '../api/access-acts.ts';
import type { Access } from '../api/client.ts';
import { asFault } from '../api/fault.ts';
import { meQuery } from '../api/me.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';
import { lengthWords } from '../words/telling.ts';
import { FaultNote } from './fault-note.tsx';
import { forgetDecision, keepDecision, keptDecision, type KeptDecision } from './kept-decision.ts';

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
  const { data: me } = useSuspenseQuery(meQuery);
  const [kept] = useState(() => keptFor(me.id, access.id, verdict));
  const [comment, setComment] = useState(kept?.comment ?? '');
  const [duration, setDuration] = useState(kept?.duration ?? '');
  const asked = access.approval.request?.roles ?? [];
  const [roles, setRoles] = useState<string[]>(kept?.roles.filter((role) => asked.includes(role)) ?? asked);
  const [isUnsaid, setUnsaid] = useState(false);
  const isApproval = verdict === 'approve';
  const signIn = signInFirst(access, verdict, decide.error);
  const close = () => {
    forgetDecision();
    onClose();
  };

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (signIn) {
      const page = location.pathname;
      keepDecision({ person: me.id, page, access: access.id, verdict, comment, duration, roles });
      return location.assign(`${signIn.at}&${new URLSearchParams({ returnTo: page + location.search })}`);
    }
    if (!isApproval && comment.trim() === '') return setUnsaid(true);
    const terms = {
      ...(duration !== '' && { duration }),
      ...(roles.length < asked.length && { roles }),
    };
    decide.mutate(
      { verdict, comment, ...(isApproval && Object.keys(terms).length > 0 && { terms }) },
      {
        onSuccess: () => {
          forgetDecision();
          onDone(access);
        },
      },
    );
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
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
        {signIn && (
          <Alert color="yellow" variant="outline" icon={<Icon name="warn" />}>
            <strong>{signIn.why}.</strong> {words.decide.signInKept}
          </Alert>
        )}
        {decide.error && !signIn && <FaultNote error={decide.error} />}
        <Group gap="sm">
          {signIn ? (
            <Button type="submit">{words.decide.signInAgain}</Button>
          ) : (
            <Button type="submit" color={isApproval ? undefined : 'red.9'} loading={decide.isPending}>
              {isApproval ? words.decide.confirmApprove : words.decide.confirmReject}
            </Button>
          )}
          <Button variant="default" onClick={close}>
            {words.decide.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What was typed here before somebody had to sign in again. */
function keptFor(person: string, access: string, verdict: DecideProps['verdict']): KeptDecision | null {
  const kept = keptDecision(person);
  return kept?.access === access && kept.verdict === verdict ? kept : null;
}

/** Where to sign in before this can be decided, and why, as the page was told or as the last click was. */
function signInFirst(
  access: Access,
  verdict: DecideProps['verdict'],
  error: unknown,
): { at: string; why: string } | null {
  const action = access.approval.actions?.[verdict];
  if (action && !action.allowed && action.stepUp) return { at: action.stepUp.url, why: action.reason };
  const { signInAt, title } = asFault(error);
  return signInAt === null ? null : { at: signInAt, why: title };
}
