// Teams below each other, as far as they have been read. A small organization is open as a whole; of a large one each
// branch opens on demand, and what the first answer had no room for is read then.
import { Group, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { meQuery } from '../api/me.ts';
import { teamTreeQuery, type TeamOfTree } from '../api/teams.ts';
import { paths } from '../paths.ts';
import { Icon } from '../ui/icon.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { teamsWords } from '../words/teams.ts';
import { useWords, useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';
import { Link } from './links.tsx';

/** Up to so many teams are all open at first. */
const openAtMost = 60;

export function TeamTree({ teams }: { teams: readonly TeamOfTree[] }) {
  const texts = useWordsOf(teamsWords);
  return (
    <ul className="tree" aria-label={texts.tree}>
      {rootsOf(teams).map((team) => (
        <Branch key={team.id} team={team} teams={teams} isOpen={teams.length <= openAtMost} />
      ))}
    </ul>
  );
}

/** Those whose team above is not among them. */
function rootsOf(teams: readonly TeamOfTree[]): TeamOfTree[] {
  const ids = new Set(teams.map(({ id }) => id));
  return teams.filter(({ above }) => !ids.has(above.at(-1)?.id ?? ''));
}

interface BranchProps {
  readonly team: TeamOfTree;
  readonly teams: readonly TeamOfTree[];
  readonly isOpen: boolean;
}

function Branch({ team, teams, isOpen: begins }: BranchProps) {
  const texts = useWordsOf(teamsWords);
  const [isOpen, setOpen] = useState(begins);
  const id = useId();
  return (
    <li>
      <div className="tree-team">
        {team.below > 0 ? (
          <button
            type="button"
            className="tree-fold"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            aria-label={texts.open(team.name)}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="right" size={16} />
          </button>
        ) : (
          <span className="tree-leaf" />
        )}
        <TeamLine team={team} />
      </div>
      {isOpen && team.below > 0 && <Below id={id} team={team} teams={teams} />}
    </li>
  );
}

function Below({ id, team, teams }: { id: string; team: TeamOfTree; teams: readonly TeamOfTree[] }) {
  const here = childrenOf(team, teams);
  const isWhole = here.length >= team.below;
  const { data, error, refetch } = useQuery({ ...teamTreeQuery({ below: team.id }), enabled: !isWhole });
  const all = isWhole || !data ? teams : data.teams;
  return (
    <>
      {error && <FaultNote error={error} retry={() => void refetch()} />}
      {!isWhole && !data && !error && <WaitingRows rows={1} height={28} />}
      <ul id={id}>
        {childrenOf(team, all).map((one) => (
          <Branch key={one.id} team={one} teams={all} isOpen={isWhole && teams.length <= openAtMost} />
        ))}
      </ul>
    </>
  );
}

function childrenOf(team: TeamOfTree, teams: readonly TeamOfTree[]): TeamOfTree[] {
  return teams.filter(({ above }) => above.at(-1)?.id === team.id);
}

/** Its name, what it is, who is in it and what it owns. */
export function TeamLine({ team }: { team: TeamOfTree }) {
  const words = useWords();
  const texts = useWordsOf(teamsWords);
  const { data: me } = useSuspenseQuery(meQuery);
  const role = me.teams.find(({ id }) => id === team.id)?.role;
  return (
    <div className="page-heading">
      <Group gap="0 10px" align="baseline">
        <Link to={paths.team(team.id)} fw={600}>
          {team.name}
        </Link>
        {team.type !== 'Team' && (
          <Text component="span" size="sm" c="dimmed">
            {team.type}
          </Text>
        )}
        {role !== undefined && (
          <Text component="span" size="sm" fw={600}>
            {texts.yours(words.people.roles[role] ?? role)}
          </Text>
        )}
      </Group>
      {team.description && (
        <Text component="div" size="sm" lineClamp={1} dir="auto">
          <bdi>{team.description}</bdi>
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {[texts.people(team.people), ...ownedWords(team.owns, texts)].join(' · ')}
      </Text>
    </div>
  );
}

function ownedWords({ kinds, complete }: TeamOfTree['owns'], texts: (typeof teamsWords)['en']): string[] {
  const counted = kinds.reduce((sum, { count }) => sum + count, 0);
  if (!complete) return [texts.ownsMore(counted - 1)];
  if (counted === 0) return [texts.ownsNothing];
  return kinds.map(({ kind, count }) => texts.owned(count, kind));
}
