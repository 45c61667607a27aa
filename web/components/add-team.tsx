// Adding a team: what it is called, its id, and where it belongs. Members come on its page, which opens afterwards.
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { asFault } from '../api/fault.ts';
import { useAddTeam } from '../api/teams.ts';
import { paths } from '../paths.ts';
import { teamsWords } from '../words/teams.ts';
import { useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';
import { idFrom } from './id-from.ts';
import { TeamField } from './team-choosers.tsx';

export function AddTeam({ onClose }: { onClose: () => void }) {
  const texts = useWordsOf(teamsWords);
  const navigate = useNavigate();
  const add = useAddTeam();
  const [name, setName] = useState('');
  const [id, setId] = useState<string | null>(null);
  const [parent, setParent] = useState<string | null>(null);
  const chosen = id ?? idFrom(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      { id: chosen, name: name.trim(), type: 'Team', ...(parent !== null && { parent }) },
      { onSuccess: (isNew) => void (isNew && navigate({ to: paths.team(chosen) })) },
    );
  };
  const fields = add.error ? asFault(add.error).fields : {};
  return (
    <form className="act" onSubmit={submit} aria-label={texts.add}>
      <Text component="h2" fw={600} fz="md">
        {texts.add}
      </Text>
      <TextInput
        autoFocus
        required
        withAsterisk={false}
        label={texts.name}
        maxLength={200}
        value={name}
        error={fields.name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        required
        withAsterisk={false}
        label={texts.id}
        description={texts.idHint}
        maxLength={200}
        value={chosen}
        error={add.data === false ? texts.taken : fields.id}
        onChange={(event) => {
          setId(event.currentTarget.value);
          add.reset();
        }}
      />
      <TeamField
        label={texts.parent}
        placeholder={texts.noParent}
        none={texts.noParent}
        value={parent}
        error={fields.parent}
        onChange={setParent}
      />
      {add.error && <FaultNote error={add.error} />}
      <Group gap="xs">
        <Button type="submit" size="sm" loading={add.isPending}>
          {texts.confirm}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {texts.cancel}
        </Button>
      </Group>
    </form>
  );
}
