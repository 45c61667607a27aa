// All teams as a tree, each with who is in it and what it owns. What is searched for stands in the address; what is found
// comes with the teams above it, because half of all teams are called "platform" somewhere.
import { Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { teamTreeQuery, type TeamOfTree } from '../api/teams.ts';
import { AddTeam } from '../components/add-team.tsx';
import { FaultNote } from '../components/fault-note.tsx';
import { ButtonLink, Link } from '../components/links.tsx';
import { TeamLine, TeamTree } from '../components/team-tree.tsx';
import { paths } from '../paths.ts';
import { ButtonWithReason } from '../ui/button-with-reason.tsx';
import { Icon } from '../ui/icon.tsx';
import { Nothing } from '../ui/nothing.tsx';
import { Page } from '../ui/page.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { teamsWords } from '../words/teams.ts';
import { useWordsOf } from '../words/words.tsx';

export function TeamsPage() {
  const texts = useWordsOf(teamsWords);
  const { q } = useSearch({ from: '/inside/teams' });
  const { data, error, refetch } = useQuery(teamTreeQuery(q === undefined ? {} : { q }));
  const [isAdding, setAdding] = useState(false);
  const add = data?.actions.add;
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      beside={
        !isAdding && (
          <ButtonWithReason
            variant="default"
            reason={add && !add.allowed ? add.reason : null}
            onClick={() => setAdding(true)}
          >
            {texts.add}
          </ButtonWithReason>
        )
      }
    >
      {isAdding && <AddTeam onClose={() => setAdding(false)} />}
      <Search q={q} />
      {error && <FaultNote error={error} retry={() => void refetch()} />}
      {!data && !error && <WaitingRows rows={5} height={56} />}
      {data && data.teams.length === 0 && <NoTeams q={q} />}
      {data && data.teams.length > 0 && (
        <section className="panel" aria-label={texts.title}>
          {q === undefined ? <TeamTree teams={data.teams} /> : <Found teams={data.teams} />}
        </section>
      )}
      {data?.complete === false && <Text c="dimmed">{texts.more}</Text>}
    </Page>
  );
}

const typingMs = 250;

function Search({ q = '' }: { q?: string | undefined }) {
  const texts = useWordsOf(teamsWords);
  const navigate = useNavigate();
  const [text, setText] = useState(q);
  const look = useDebouncedCallback((next: string) => {
    const words = next.trim();
    void navigate({ to: paths.teams(), search: words === '' ? {} : { q: words }, replace: true });
  }, typingMs);
  return (
    <div role="search">
      <TextInput
        type="search"
        label={texts.search}
        placeholder={texts.searchHint}
        leftSection={<Icon name="search" />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          look(event.currentTarget.value);
        }}
      />
    </div>
  );
}

/** What was found, each with the teams above it. */
function Found({ teams }: { teams: readonly TeamOfTree[] }) {
  const texts = useWordsOf(teamsWords);
  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        {texts.found(teams.length)}
      </Text>
      <ul className="tree">
        {teams.map((team) => (
          <li key={team.id}>
            <div className="tree-team">
              <div className="page-heading">
                {team.above.length > 0 && (
                  <Text size="sm" c="dimmed">
                    {team.above.map(({ id, name }) => (
                      <span key={id}>
                        <Link to={paths.team(id)}>{name}</Link> ›{' '}
                      </span>
                    ))}
                  </Text>
                )}
                <TeamLine team={team} />
              </div>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function NoTeams({ q }: { q: string | undefined }) {
  const texts = useWordsOf(teamsWords);
  if (q === undefined) return <Nothing icon="people" title={texts.emptyTitle} hint={texts.emptyHint} />;
  return (
    <Nothing icon="search" title={texts.noneTitle} hint={texts.noneHint}>
      <ButtonLink to={paths.teams()} variant="default" mt="sm">
        {texts.all}
      </ButtonLink>
    </Nothing>
  );
}
