// A way in that was found and that nobody agreed to becomes an agreement: whose it is, what for, and until when. Whether
// the name at the target is really that of whoever is named is for the API to judge.
import { Button, Checkbox, Group, SegmentedControl, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { resourceQuery } from '../api/resources.ts';
import { useAdopt } from '../api/target-acts.ts';
import { paths } from '../paths.ts';
import { textsOf } from '../ui/form-texts.ts';
import { targetsWords } from '../words/targets.ts';
import { useWords, useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';
import { Link } from './links.tsx';
import { TeamField } from './team-choosers.tsx';

type Kind = 'teamId' | 'dataProductId' | 'userId';

interface AdoptProps {
  readonly target: string;
  readonly resource: string;
  readonly principal: string;
  readonly onClose: () => void;
}

export function AdoptForm({ target, resource, principal, onClose }: AdoptProps) {
  const words = useWords();
  const texts = useWordsOf(targetsWords).adopt;
  const [kind, setKind] = useState<Kind>('teamId');
  const adopt = useAdopt(target);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { consumer = '', purpose = '', until = '' } = textsOf(event.currentTarget);
    const roles = new FormData(event.currentTarget).getAll('roles').map(String);
    adopt.mutate({
      resource,
      principal,
      consumer: { [kind]: consumer.trim() },
      purpose,
      ...(roles.length > 0 && { roles }),
      ...(until !== '' && { until }),
    });
  };
  if (adopt.data)
    return (
      <Text role="status" size="sm">
        {texts.done} <Link to={paths.access(adopt.data.id)}>{texts.open}</Link>
      </Text>
    );
  return (
    <form className="act" aria-label={texts.title(principal)} onSubmit={submit}>
      <Text fw={600}>{texts.title(principal)}</Text>
      <Text size="sm" c="dimmed">
        {texts.hint}
      </Text>
      <Stack gap={4} align="flex-start">
        <Text size="sm" fw={500}>
          {texts.whose}
        </Text>
        <SegmentedControl
          aria-label={texts.whose}
          size="xs"
          value={kind}
          onChange={(value) => setKind(value as Kind)}
          data={Object.entries(texts.kinds).map(([value, label]) => ({ value, label }))}
        />
      </Stack>
      <ConsumerField key={kind} kind={kind} />
      <Textarea
        name="purpose"
        label={texts.purpose}
        required
        withAsterisk={false}
        maxLength={10_000}
        autoFocus
      />
      <RoleFields resource={resource} />
      <TextInput name="until" type="date" label={texts.until} description={texts.untilHint} />
      {adopt.error && <FaultNote error={adopt.error} />}
      <Group gap="xs">
        <Button type="submit" size="sm" loading={adopt.isPending}>
          {texts.submit}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {words.decide.cancel}
        </Button>
      </Group>
    </form>
  );
}

function ConsumerField({ kind }: { kind: Kind }) {
  const texts = useWordsOf(targetsWords).adopt;
  const [team, setTeam] = useState<string | null>(null);
  switch (kind) {
    case 'teamId':
      return <TeamField name="consumer" label={texts.team} required value={team} onChange={setTeam} />;
    case 'dataProductId':
      return <TextInput name="consumer" label={texts.dataProduct} required withAsterisk={false} />;
    case 'userId':
      return <TextInput name="consumer" type="email" label={texts.person} required withAsterisk={false} />;
  }
}

function RoleFields({ resource }: { resource: string }) {
  const texts = useWordsOf(targetsWords).adopt;
  const { data } = useQuery(resourceQuery(resource));
  if (!data || data.offers.length === 0) return null;
  return (
    <Checkbox.Group label={texts.roles} description={texts.rolesHint}>
      <Group gap="md" mt={6}>
        {data.offers.map((role) => (
          <Checkbox key={role} name="roles" value={role} label={role} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
