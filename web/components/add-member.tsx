// Adding a person by their address. They cannot sign in by that; the invitation follows on their row, which is looked up.
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { asFault } from '../api/fault.ts';
import { usePutMember } from '../api/members.ts';
import { membersWords } from '../words/members.ts';
import { useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';

export function AddMember({ onDone, onClose }: { onDone: (address: string) => void; onClose: () => void }) {
  const texts = useWordsOf(membersWords);
  const [emailAddress, setAddress] = useState('');
  const [name, setName] = useState('');
  const put = usePutMember();
  const fields = put.error ? asFault(put.error).fields : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const change = name.trim() === '' ? {} : { name: name.trim() };
    const address = emailAddress.trim();
    put.mutate({ emailAddress: address, change }, { onSuccess: () => onDone(address) });
  };
  return (
    <form className="act" onSubmit={submit} aria-label={texts.addTitle}>
      <Text component="h2" fw={600} fz="md">
        {texts.addTitle}
      </Text>
      <Group gap="sm" align="flex-start">
        <TextInput
          autoFocus
          required
          withAsterisk={false}
          type="email"
          autoComplete="off"
          className="grows"
          label={texts.email}
          maxLength={254}
          value={emailAddress}
          error={fields.emailAddress}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <TextInput
          className="grows"
          label={texts.name}
          autoComplete="off"
          maxLength={200}
          value={name}
          error={fields.name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Group>
      {put.error && <FaultNote error={put.error} />}
      <Group gap="xs">
        <Button type="submit" size="sm" loading={put.isPending}>
          {texts.confirmAdd}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {texts.cancel}
        </Button>
      </Group>
    </form>
  );
}
