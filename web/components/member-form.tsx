// Everything that an administrator does about one person: what they are called and are, how they come in, and that they
// leave.
import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { asFault } from '../api/fault.ts';
import { usePutMember, type Member } from '../api/members.ts';
import { membersWords } from '../words/members.ts';
import { useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';
import { Invitation } from './invitation.tsx';
import { MemberLeaving } from './member-leaving.tsx';

export function MemberForm({ member, name }: { member: Member; name: string }) {
  const texts = useWordsOf(membersWords);
  return (
    <Stack gap="md" className="row-acts">
      {member.actions.change.allowed && <WhatTheyAre member={member} />}
      <Stack component="section" gap="xs" aria-label={texts.access}>
        <Invitation member={member} />
      </Stack>
      <MemberLeaving member={member} name={name} />
    </Stack>
  );
}

const standings = ['member', 'administrator', 'auditor'] as const;
type Standing = (typeof standings)[number];

function standingOf({ role, auditor }: Pick<Member, 'role' | 'auditor'>): Standing {
  if (auditor) return 'auditor';
  return role === 'Owner' ? 'administrator' : 'member';
}

function WhatTheyAre({ member }: { member: Member }) {
  const texts = useWordsOf(membersWords);
  const [name, setName] = useState(member.name ?? '');
  const [standing, setStanding] = useState(standingOf(member));
  const put = usePutMember();
  const fields = put.error ? asFault(put.error).fields : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const change = {
      ...(name.trim() !== '' && { name: name.trim() }),
      role: standing === 'administrator' ? ('Owner' as const) : ('Member' as const),
      auditor: standing === 'auditor',
    };
    put.mutate({ emailAddress: member.emailAddress, change });
  };
  return (
    <form className="act" onSubmit={submit} aria-label={texts.change}>
      <Group gap="sm" align="flex-start">
        <TextInput
          className="grows"
          label={texts.name}
          maxLength={200}
          value={name}
          error={fields.name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          className="grows"
          label={texts.what}
          description={texts.roleHints[standing]}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={standing}
          onChange={(event) => setStanding(event.currentTarget.value as Standing)}
          data={standings.map((value) => ({ value, label: texts[value] }))}
        />
      </Group>
      {put.error && <FaultNote error={put.error} />}
      <Group gap="sm">
        <Button type="submit" size="sm" loading={put.isPending}>
          {texts.save}
        </Button>
        <Text size="sm" role="status">
          {put.isSuccess && texts.saved}
        </Text>
      </Group>
    </form>
  );
}
