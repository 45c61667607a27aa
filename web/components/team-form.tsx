// Changing a team in place: what is said about it, where it stands in the tree, who is in it with which role. It begins with what is stored and sends all of it
// back, so whatever the form does not show stays; when somebody else was faster the server says so, and what was typed
// stays until one starts again.
import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { asFault } from '../api/fault.ts';
import { useSaveTeam, type Team, type TeamRoster } from '../api/teams.ts';
import { Panel } from '../ui/panel.tsx';
import { teamWords } from '../words/team.ts';
import { useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';
import { tagsIn } from './tags-in.ts';
import { TeamField } from './team-choosers.tsx';
import { linksIn, TeamLinksField, type TeamLink } from './team-links-field.tsx';
import { TeamMembersField, type TeamMember } from './team-members-field.tsx';

interface TeamFormProps {
  readonly stored: { readonly team: Team; readonly version: string };
  /** For the names of its people, and for whether it may be moved. */
  readonly roster: TeamRoster;
  readonly onClose: () => void;
  readonly onAgain: () => void;
}

export function TeamForm({ stored, roster, onClose, onAgain }: TeamFormProps) {
  const texts = useWordsOf(teamWords).form;
  // What it began with: a change of somebody else must not slip in under what is being typed.
  const [{ team, version }] = useState(stored);
  const [name, setName] = useState(team.name);
  const [description, setDescription] = useState(team.description ?? '');
  const [type, setType] = useState(team.type);
  const [parent, setParent] = useState(team.parent ?? null);
  // What nobody touches is sent back as it was, whatever signs are in it.
  const [tags, setTags] = useState<string | null>(null);
  const [links, setLinks] = useState<readonly TeamLink[] | null>(null);
  const [members, setMembers] = useState<readonly TeamMember[]>(team.members ?? []);
  const { move } = roster.actions;
  const save = useSaveTeam();
  const fault = save.error ? asFault(save.error) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { description: _, parent: __, ...rest } = team;
    const wish: Team = {
      ...rest,
      name: name.trim(),
      type,
      members: [...members],
      ...(description.trim() !== '' && { description }),
      ...(parent !== null && { parent }),
      ...(tags !== null && { tags: tagsIn(tags) }),
      ...(links !== null && { links: linksIn(links) }),
    };
    save.mutate({ team: wish, version }, { onSuccess: onClose });
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
          <div className="fields-beside">
            <NativeSelect
              label={texts.type}
              value={type}
              error={fault?.fields.type}
              onChange={(event) => setType(event.currentTarget.value as Team['type'])}
              data={Object.entries(texts.types).map(([value, label]) => ({ value, label }))}
            />
            <TeamField
              label={texts.parent}
              description={move.allowed ? texts.parentHint : move.reason}
              disabled={!move.allowed}
              placeholder={texts.noParent}
              none={texts.noParent}
              except={team.id}
              value={parent}
              error={fault?.fields.parent}
              onChange={setParent}
            />
          </div>
          <TextInput
            label={texts.tags}
            description={texts.tagsHint}
            value={tags ?? (team.tags ?? []).join(', ')}
            error={fault?.fields.tags}
            onChange={(event) => setTags(event.currentTarget.value)}
          />
          <TeamLinksField links={links ?? Object.entries(team.links ?? {})} change={setLinks} />
          <TeamMembersField members={members} people={roster.people} change={setMembers} />
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
