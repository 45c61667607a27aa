// Registering an application of a team: what it is called, its id, what it is for. Its page opens afterwards.
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useRegisterApplication } from '../api/applications.ts';
import { asFault } from '../api/fault.ts';
import { paths } from '../paths.ts';
import { applicationWords } from '../words/application.ts';
import { useWordsOf } from '../words/words.tsx';
import { ApplicationFields, type ApplicationTexts } from './application-fields.tsx';
import { FaultNote } from './fault-note.tsx';
import { idFrom } from './id-from.ts';
import { tagsIn } from './tags-in.ts';

export function RegisterApplication({ team, onClose }: { team: string; onClose: () => void }) {
  const texts = useWordsOf(applicationWords);
  const navigate = useNavigate();
  const register = useRegisterApplication();
  const [said, setSaid] = useState<ApplicationTexts>({ name: '', description: '', tags: '' });
  const [id, setId] = useState<string | null>(null);
  const chosen = id ?? idFrom(said.name);
  const fields = register.error ? asFault(register.error).fields : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, description, tags } = said;
    register.mutate(
      {
        id: chosen,
        team,
        name: name.trim(),
        tags: tagsIn(tags),
        ...(description.trim() !== '' && { description }),
      },
      { onSuccess: (isNew) => void (isNew && navigate({ to: paths.application(chosen) })) },
    );
  };
  return (
    <form className="act" onSubmit={submit} aria-label={texts.register}>
      <Text component="h3" fw={600} fz="md">
        {texts.register}
      </Text>
      <Text size="sm" c="dimmed">
        {texts.registerHint}
      </Text>
      <ApplicationFields said={said} change={setSaid} fields={fields}>
        <TextInput
          required
          withAsterisk={false}
          label={texts.id}
          description={texts.idHint}
          maxLength={200}
          value={chosen}
          error={register.data === false ? texts.taken : fields.id}
          onChange={(event) => {
            setId(event.currentTarget.value);
            register.reset();
          }}
        />
      </ApplicationFields>
      {register.error && <FaultNote error={register.error} />}
      <Group gap="xs">
        <Button type="submit" size="sm" loading={register.isPending}>
          {texts.confirm}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {texts.cancel}
        </Button>
      </Group>
    </form>
  );
}
