// One person of the organization: who they are, what they are to Countersign, in which teams, and how they sign in. Where
// the API says that the person who looks may change something about them, the way to it is here.
import { Button, Collapse, Group, Text } from '@mantine/core';
import { useId, useState } from 'react';
import type { Member } from '../api/members.ts';
import { paths } from '../paths.ts';
import { membersWords } from '../words/members.ts';
import { useWords, useWordsOf } from '../words/words.tsx';
import { Link } from './links.tsx';
import { MemberForm } from './member-form.tsx';

export function MemberRow({ member, isMe }: { member: Member; isMe: boolean }) {
  const texts = useWordsOf(membersWords);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const name = member.name ?? member.emailAddress;
  const mayChange = Object.values(member.actions).some(({ allowed }) => allowed);
  return (
    <li className="row" aria-label={name}>
      <Group justify="space-between" align="flex-start" gap="sm" wrap="nowrap">
        <div className="anywhere">
          <Group gap="2px 8px">
            <Text component="h2" fw={650} fz="md" c={member.disabled ? 'dimmed' : undefined}>
              <bdi>{name}</bdi>
            </Text>
            <Marks member={member} isMe={isMe} />
          </Group>
          {member.name !== null && (
            <Text size="sm" c="dimmed">
              {member.emailAddress}
            </Text>
          )}
          <Text component="div" size="sm" mt={4}>
            <Teams teams={member.teams} />
          </Text>
          <Text size="sm" c="dimmed">
            {signInWords(member, texts)}
          </Text>
        </div>
        {mayChange && (
          <Button
            variant="default"
            size="xs"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            aria-label={isOpen ? undefined : texts.changeOf(name)}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? texts.close : texts.change}
          </Button>
        )}
      </Group>
      <Collapse expanded={isOpen} id={id}>
        {isOpen && <MemberForm member={member} name={name} />}
      </Collapse>
    </li>
  );
}

/** What they are, beside being in teams. */
function Marks({ member, isMe }: { member: Member; isMe: boolean }) {
  const texts = useWordsOf(membersWords);
  const marks = [
    isMe && texts.you,
    member.role === 'Owner' && texts.administrator,
    member.auditor && texts.auditor,
    member.disabled && texts.disabled,
  ].filter((mark) => mark !== false);
  return marks.map((mark) => (
    <span key={mark} className="state" data-look="over">
      {mark}
    </span>
  ));
}

function Teams({ teams }: { teams: Member['teams'] }) {
  const words = useWords();
  const texts = useWordsOf(membersWords);
  if (teams.length === 0) return <>{texts.noTeam}</>;
  return (
    <Group gap="2px 12px">
      {teams.map(({ id, name, role }) => (
        <span key={id}>
          <Link to={paths.team(id)}>{name}</Link> {texts.inTeam(words.people.roles[role] ?? role)}
        </span>
      ))}
    </Group>
  );
}

function signInWords({ signsInBy, unconfirmed }: Member, texts: (typeof membersWords)['en']): string {
  const ways = signsInBy.map((way) => texts.ways[way]).join(', ');
  return [ways === '' ? texts.noWay : texts.signsIn(ways), unconfirmed && texts.unconfirmed]
    .filter(Boolean)
    .join('; ');
}
