// The members of a team in its form: a line for each with the role, and one more for whoever is added, by address or by a
// name that the server knows.
import { Autocomplete, Button, NativeSelect, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { membersToNameQuery } from '../api/members.ts';
import type { Team, TeamRoster } from '../api/teams.ts';
import { Icon } from '../ui/icon.tsx';
import { teamWords } from '../words/team.ts';
import { useWordsOf } from '../words/words.tsx';

export type TeamMember = NonNullable<Team['members']>[number];

interface MembersFieldProps {
  readonly members: readonly TeamMember[];
  readonly people: TeamRoster['people'];
  readonly change: (members: readonly TeamMember[]) => void;
}

export function TeamMembersField({ members, people, change }: MembersFieldProps) {
  const texts = useWordsOf(teamWords).form;
  const names = new Map(people.map(({ emailAddress, name }) => [emailAddress.toLowerCase(), name]));
  return (
    <Stack component="section" gap="xs" aria-label={texts.members}>
      <Text fw={600} size="sm">
        {texts.members}
      </Text>
      <Text size="sm" c="dimmed">
        {texts.rolesMean} {texts.elsewhere}
      </Text>
      {members.length === 0 && <Text c="dimmed">{texts.none}</Text>}
      {members.map((member, nth) => (
        <MemberLine
          key={member.emailAddress}
          member={member}
          name={names.get(member.emailAddress.toLowerCase()) ?? null}
          change={(role) => change(members.with(nth, { ...member, role }))}
          remove={() => change(members.toSpliced(nth, 1))}
        />
      ))}
      <AddMember members={members} add={(member) => change([...members, member])} />
    </Stack>
  );
}

interface MemberLineProps {
  readonly member: TeamMember;
  readonly name: string | null;
  readonly change: (role: string) => void;
  readonly remove: () => void;
}

function MemberLine({ member: { emailAddress, role }, name, change, remove }: MemberLineProps) {
  const texts = useWordsOf(teamWords).form;
  return (
    <div className="team-member">
      <div className="anywhere">
        <div>
          <bdi>{name ?? emailAddress}</bdi>
        </div>
        {name !== null && (
          <Text component="div" size="sm" c="dimmed">
            {emailAddress}
          </Text>
        )}
      </div>
      <Roles label={texts.roleOf(name ?? emailAddress)} role={role} change={change} />
      <Button
        variant="default"
        aria-label={texts.removeOne(name ?? emailAddress)}
        leftSection={<Icon name="cross" size={14} />}
        onClick={remove}
      >
        {texts.remove}
      </Button>
    </div>
  );
}

/** The three roles that mean something, and whatever word a source has for this one. */
function Roles({ label, role, change }: { label: string; role: string; change: (role: string) => void }) {
  const texts = useWordsOf(teamWords).form;
  const known = Object.entries(texts.roles).map(([value, name]) => ({ value, label: name }));
  return (
    <NativeSelect
      aria-label={label}
      value={role}
      onChange={(event) => change(event.currentTarget.value)}
      data={role in texts.roles ? known : [...known, { value: role, label: role }]}
    />
  );
}

const typingMs = 200;

function AddMember({ members, add }: { members: readonly TeamMember[]; add: (member: TeamMember) => void }) {
  const texts = useWordsOf(teamWords).form;
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [words] = useDebouncedValue(text, typingMs);
  const suggested = useQuery({ ...membersToNameQuery(words), enabled: words.trim() !== '' });
  const has = (address: string) =>
    members.some((one) => one.emailAddress.toLowerCase() === address.toLowerCase());
  const found = (suggested.data ?? []).filter(({ email }) => !has(email));
  const take = (value: string) => {
    const emailAddress = value.trim();
    if (!/^[^\s@]+@[^\s@]+$/.test(emailAddress)) return setError(texts.noAddress);
    if (has(emailAddress)) return setError(texts.already);
    add({ emailAddress, role: 'Member' });
    setText('');
    setError(null);
  };
  return (
    <div className="team-member team-member-new">
      <Autocomplete
        label={texts.add}
        description={texts.addHint}
        error={error}
        value={text}
        onChange={(value) => {
          setText(value);
          setError(null);
        }}
        onOptionSubmit={(value) => queueMicrotask(() => take(value))}
        // Everything is found by the server, also by name.
        filter={({ options }) => options}
        data={found.map(({ email }) => email)}
        renderOption={({ option }) => {
          const name = found.find(({ email }) => email === option.value)?.name ?? option.value;
          return <bdi>{name === option.value ? name : `${name} (${option.value})`}</bdi>;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.defaultPrevented) return;
          event.preventDefault();
          take(text);
        }}
      />
      <Button variant="default" onClick={() => take(text)} disabled={text.trim() === ''}>
        {texts.addIt}
      </Button>
    </div>
  );
}
