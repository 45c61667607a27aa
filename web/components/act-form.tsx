// The forms of what can be done with an access: what the act means, a comment where the other side should read one, and
// the button that does it. Renewing asks, so it says beforehand what asking would come to, and under which terms.
import { Button, Group, Select, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useAct, useRenew, type PlainAct } from '../api/access-acts.ts';
import { renewalPreviewQuery } from '../api/access.ts';
import type { Access } from '../api/client.ts';
import { policyQuery, termsQuery } from '../api/resources.ts';
import { paths } from '../paths.ts';
import { useWords } from '../words/words.tsx';
import { durationChoices } from './durations.ts';
import { FaultNote } from './fault-note.tsx';
import { Link } from './links.tsx';

export type Act = PlainAct | 'renew';

/** The other side wants to know why. */
const wantsReason: readonly Act[] = ['suspend'];
const grave: readonly Act[] = ['cancel', 'delete'];

interface PlainActProps {
  readonly act: PlainAct;
  readonly access: Access;
  readonly onClose: () => void;
}

export function PlainActForm({ act, access, onClose }: PlainActProps) {
  const words = useWords();
  const [comment, setComment] = useState('');
  const doing = useAct(access);
  const isNeeded = wantsReason.includes(act);
  return (
    <ActForm
      act={act}
      doing={doing}
      onSubmit={() => doing.mutate({ act, comment }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {act !== 'delete' && (
        <Textarea
          autoFocus
          label={isNeeded ? words.access.comment : words.decide.commentOptional}
          description={isNeeded ? words.access.why : undefined}
          required={isNeeded}
          withAsterisk={false}
          maxLength={10_000}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      )}
    </ActForm>
  );
}

export function RenewForm({ access, onClose }: { access: Access; onClose: () => void }) {
  const words = useWords();
  const { id } = access.approval.resource;
  const policy = useQuery(policyQuery(id)).data;
  const terms = useQuery(termsQuery(id)).data?.current;
  const [purpose, setPurpose] = useState(access.approval.request?.purpose ?? access.info.purpose);
  const [duration, setDuration] = useState('');
  const renew = useRenew(access);
  const wish = { ...(duration !== '' && { duration }), ...(terms && { acceptedTerms: terms.hash }) };
  return (
    <ActForm
      act="renew"
      doing={renew}
      onSubmit={() => renew.mutate({ ...wish, purpose }, { onSuccess: onClose })}
      onClose={onClose}
    >
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
        data={policy ? durationChoices(policy, words) : []}
      />
      <WhatThen access={access} wish={wish} />
      {terms && (
        <Text size="sm" c="dimmed">
          {words.access.acceptsTerms}{' '}
          <Link to={paths.resource(id)}>
            {[terms.contract.name ?? terms.contract.id, terms.contract.version].join(' ').trim()}
          </Link>
        </Text>
      )}
    </ActForm>
  );
}

const typingMs = 200;

/** Said by the rules that will judge it. */
function WhatThen({ access, wish }: { access: Access; wish: Parameters<typeof renewalPreviewQuery>[1] }) {
  const [settled] = useDebouncedValue(JSON.stringify(wish), typingMs);
  const { data } = useQuery(renewalPreviewQuery(access.id, JSON.parse(settled)));
  return (
    <Text size="sm" role="status">
      {data?.sentence ?? '…'}
    </Text>
  );
}

interface ActFormProps {
  readonly act: Act;
  readonly doing: { readonly error: unknown; readonly isPending: boolean };
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What all of them have. */
function ActForm({ act, doing, onSubmit, onClose, children }: ActFormProps) {
  const words = useWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="act" onSubmit={submit} aria-label={words.acts[act]}>
      <Text fw={600}>{words.acts[act]}</Text>
      <Text size="sm" c="dimmed">
        {words.actHints[act]}
      </Text>
      {children}
      {doing.error !== null && <FaultNote error={doing.error} />}
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
