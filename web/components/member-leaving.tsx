// That somebody leaves or comes back, and that what is personal about them is erased. Each says first what it does; what
// cannot be taken back wants the address typed as well.
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useErase, usePutMember, type Member } from '../api/members.ts';
import { ButtonWithReason } from '../ui/button-with-reason.tsx';
import { membersWords } from '../words/members.ts';
import { useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';

export function MemberLeaving({ member, name }: { member: Member; name: string }) {
  const texts = useWordsOf(membersWords);
  const [open, setOpen] = useState<'leave' | 'erase' | null>(null);
  const { leave, erase } = member.actions;
  if (open === 'leave') return <LeaveForm member={member} onClose={() => setOpen(null)} />;
  if (open === 'erase') return <EraseForm member={member} name={name} onClose={() => setOpen(null)} />;
  return (
    <Group gap="xs" component="section" aria-label={texts.leaving}>
      <ButtonWithReason
        size="sm"
        variant="default"
        reason={leave.allowed ? null : leave.reason}
        onClick={() => setOpen('leave')}
      >
        {member.disabled ? texts.comeBack : texts.leave}
      </ButtonWithReason>
      <ButtonWithReason
        size="sm"
        variant="default"
        reason={erase.allowed ? null : erase.reason}
        onClick={() => setOpen('erase')}
      >
        {texts.erase}
      </ButtonWithReason>
    </Group>
  );
}

function LeaveForm({ member, onClose }: { member: Member; onClose: () => void }) {
  const texts = useWordsOf(membersWords);
  const put = usePutMember();
  const { emailAddress, disabled } = member;
  const title = disabled ? texts.comeBack : texts.leave;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    put.mutate({ emailAddress, change: { disabled: !disabled } }, { onSuccess: onClose });
  };
  return (
    <form className="act" onSubmit={submit} aria-label={title}>
      <Text fw={600}>{title}</Text>
      <Text size="sm">{disabled ? texts.comeBackHint : texts.leaveHint}</Text>
      {put.error && <FaultNote error={put.error} />}
      <Group gap="xs">
        <Button
          autoFocus
          type="submit"
          size="sm"
          loading={put.isPending}
          color={disabled ? undefined : 'red.9'}
        >
          {disabled ? texts.comeBack : texts.leaveNow}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {texts.cancel}
        </Button>
      </Group>
    </form>
  );
}

function EraseForm({ member, name, onClose }: { member: Member; name: string; onClose: () => void }) {
  const texts = useWordsOf(membersWords);
  const [typed, setTyped] = useState('');
  const erase = useErase();
  const { emailAddress } = member;
  const isSure = typed.trim().toLowerCase() === emailAddress.toLowerCase();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSure) erase.mutate(emailAddress, { onSuccess: onClose });
  };
  return (
    <form className="act" onSubmit={submit} aria-label={texts.erase}>
      <Text fw={600}>{texts.erase}</Text>
      <Text size="sm">{texts.eraseHint(name)}</Text>
      <TextInput
        autoFocus
        autoComplete="off"
        label={texts.eraseSure(emailAddress)}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {erase.error && <FaultNote error={erase.error} />}
      <Group gap="xs">
        <Button type="submit" size="sm" color="red.9" loading={erase.isPending} disabled={!isSure}>
          {texts.eraseNow}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {texts.cancel}
        </Button>
      </Group>
    </form>
  );
}
