// Changing a team in place: name, description, members and their roles. It begins with what is stored and sends all of it
// back, so whatever the form does not show stays; when somebody else was faster the server says so, and what was typed
// stays until one starts again.
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { asFault } from '../api/fault.ts';
import { useSaveTeam, type Team, type TeamRoster } from '../api/teams.ts';
import { Panel } from '../ui/panel.tsx';
import { teamWords } from '../words/team.ts';
import { useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';
import { TeamMembersField, type TeamMember } from './team-members-field.tsx';

interface TeamFormProps {
  readonly stored: { readonly team: Team; readonly version: string };
  /** For the names of its people. */
  readonly people: TeamRoster['people'];
  readonly onClose: () => void;
  readonly onAgain: () => void;
}

export function TeamForm({ stored, people, onClose, onAgain }: TeamFormProps) {
  const texts = useWordsOf(teamWords).form;
  // What it began with: a change of somebody else must not slip in under what is being typed.
  const [{ team, version }] = useState(stored);
  const [name, setName] = useState(team.name);
  const [description, setDescription] = useState(team.description ?? '');
  const [members, setMembers] = useState<readonly TeamMember[]>(team.members ?? []);
  const save = useSaveTeam();
  const fault = save.error ? asFault(save.error) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { description: _, ...rest } = team;
    const told = description.trim() === '' ? rest : { ...rest, description };
    save.mutate(
      { team: { ...told, name: name.trim(), members: [...members] }, version },
      { onSuccess: onClose },
    );
  };
  return (
    <Panel title={texts.title}>
      <form onSubmit={submit} aria-label={texts.title}>
        <Stack gap="md">
          <TextInput
            autoFocus
            required
            withAsterisk={false}
            label={texts.name}
            maxLength={500}
            value={name}
            error={fault?.fields.name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Textarea
            label={texts.description}
            autosize
            minRows={2}
            maxRows={10}
            value={description}
            error={fault?.fields.description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          <TeamMembersField members={members} people={people} change={setMembers} />
          {fault && <FaultNote error={fault} />}
          <Group gap="xs">
            <Button type="submit" loading={save.isPending}>
              {texts.save}
            </Button>
            <Button variant="default" onClick={onClose}>
              {texts.cancel}
            </Button>
            {fault?.code === 'version_mismatch' && (
              <Button variant="default" onClick={onAgain}>
                {texts.again}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
