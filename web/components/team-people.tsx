// Who is in a team: everybody with every role, where it comes from when this team does not give it, and who decides about
// access to what the team owns.
import { Group, Text } from '@mantine/core';
import type { TeamRoster } from '../api/teams.ts';
import { paths } from '../paths.ts';
import { Icon } from '../ui/icon.tsx';
import { teamWords } from '../words/team.ts';
import { useWords, useWordsOf } from '../words/words.tsx';
import { Link } from './links.tsx';

type Person = TeamRoster['people'][number];

export function TeamPeople({ people }: { people: readonly Person[] }) {
  const texts = useWordsOf(teamWords);
  if (people.length === 0) return <Text c="dimmed">{texts.nobody}</Text>;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{texts.person}</th>
          <th scope="col">{texts.role}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((one) => (
          <tr key={one.person}>
            <td>
              <Text component="div" inherit fw={600} c={one.hasLeft ? 'dimmed' : undefined}>
                <bdi>{one.name ?? one.emailAddress}</bdi>
              </Text>
              {one.name !== null && (
                <Text component="div" size="sm" c="dimmed">
                  {one.emailAddress}
                </Text>
              )}
            </td>
            <td>
              {one.roles.map((role) => (
                <RoleLine key={`${role.from?.id} ${role.byGroup}`} role={role} />
              ))}
              {one.hasLeft && (
                <Text component="div" size="sm" c="dimmed">
                  {texts.hasLeft}
                </Text>
              )}
              {one.decides && (
                <Group gap={6} fz="sm">
                  <Icon name="check" size={14} />
                  {texts.decides}
                </Group>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RoleLine({ role: { role, from, byGroup } }: { role: Person['roles'][number] }) {
  const texts = useWordsOf(teamWords);
  const words = useWords();
  return (
    <div>
      {texts.form.roles[role] ?? role}
      {(from !== null || byGroup) && (
        <Text component="span" inherit c="dimmed">
          {' '}
          {from !== null && <Link to={paths.team(from.id)}>{texts.from(words.people.team(from.name))}</Link>}
          {byGroup && ` ${texts.byGroup}`}
        </Text>
      )}
    </div>
  );
}
