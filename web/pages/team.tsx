// One team: who is in it and who of them decides, what it owns, what it uses, what others have of it; where it stands in
// the tree. Whoever may change it does so here, in place.
import { Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useLiveSubject } from '../api/live.tsx';
import { catalogQuery } from '../api/resources.ts';
import { rosterQuery, teamQuery, useDeleteTeam, type Team, type TeamRoster } from '../api/teams.ts';
import { FaultNote } from '../components/fault-note.tsx';
import { KindMark } from '../components/kind-mark.tsx';
import { ButtonLink, Link } from '../components/links.tsx';
import { SaidLinks } from '../components/said-links.tsx';
import { ShowMore } from '../components/show-more.tsx';
import { TeamAccess } from '../components/team-access.tsx';
import { TeamChannels } from '../components/team-channels.tsx';
import { TeamOwned } from '../components/team-owned.tsx';
import { TeamForm } from '../components/team-form.tsx';
import { TeamPeople } from '../components/team-people.tsx';
import { reasonOf } from '../components/verdict-buttons.tsx';
import { paths } from '../paths.ts';
import { ButtonWithReason } from '../ui/button-with-reason.tsx';
import { Question } from '../ui/confirm.tsx';
import { Page } from '../ui/page.tsx';
import { Facts, Panel, Said } from '../ui/panel.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { teamWords } from '../words/team.ts';
import { useWordsOf } from '../words/words.tsx';

type Doing = { readonly what: 'edit'; readonly from: number } | { readonly what: 'delete' };

export function TeamPage() {
  const { id } = useParams({ from: '/inside/teams/$id' });
  const texts = useWordsOf(teamWords);
  const { data: stored } = useSuspenseQuery(teamQuery(id));
  const roster = useQuery(rosterQuery(id));
  useLiveSubject(id);
  const [doing, setDoing] = useState<Doing | null>(null);
  const { team } = stored;
  const actions = roster.data?.actions;
  const close = () => setDoing(null);
  // Each beginning is a form of its own.
  const begin = (from: number) => setDoing({ what: 'edit', from });
  return (
    <Page
      title={team.name}
      kicker={<LineAbove above={roster.data?.above ?? []} />}
      lead={team.description && <Said text={team.description} />}
      beside={
        <Group gap="xs">
          <ButtonLink to={paths.mesh()} search={{ at: `team:${id}` }} variant="default">
            {texts.inMesh}
          </ButtonLink>
          {doing === null && (
            <>
              <ButtonWithReason variant="default" reason={reasonOf(actions?.edit)} onClick={() => begin(0)}>
                {texts.edit}
              </ButtonWithReason>
              <ButtonWithReason
                variant="default"
                reason={reasonOf(actions?.delete)}
                onClick={() => setDoing({ what: 'delete' })}
              >
                {texts.delete}
              </ButtonWithReason>
            </>
          )}
        </Group>
      }
    >
      {doing?.what === 'edit' && roster.data && (
        <TeamForm
          key={doing.from}
          stored={stored}
          roster={roster.data}
          onClose={close}
          onAgain={() => begin(doing.from + 1)}
        />
      )}
      {doing?.what === 'delete' && <Deleting team={team} onCancel={close} />}
      <div className="columns">
        <div>
          <Panel title={texts.people}>
            {roster.error && <FaultNote error={roster.error} retry={() => void roster.refetch()} />}
            {roster.isPending && <WaitingRows rows={3} height={40} />}
            {roster.data && <TeamPeople people={roster.data.people} />}
          </Panel>
          <Panel title={texts.owns}>
            <Owns id={id} />
          </Panel>
          <TeamOwned id={id} register={roster.data?.actions.register} />
          <Agreements id={id} />
          <TeamChannels id={id} edit={actions?.edit} />
        </div>
        <div>
          <Panel title={texts.about}>
            <About team={team} />
          </Panel>
          {roster.data && (
            <Panel title={texts.below}>
              <TeamsBelow roster={roster.data} />
            </Panel>
          )}
        </div>
      </div>
    </Page>
  );
}

function Deleting({ team, onCancel }: { team: Team; onCancel: () => void }) {
  const texts = useWordsOf(teamWords);
  const navigate = useNavigate();
  const remove = useDeleteTeam(team.id);
  const above = team.parent === undefined ? paths.teams() : paths.team(team.parent);
  return (
    <Question
      about={texts.delete}
      whatHappens={texts.whatHappens(team.name)}
      confirm={texts.deleteNow}
      cancel={texts.keep}
      isPending={remove.isPending}
      fault={remove.error && <FaultNote error={remove.error} />}
      onConfirm={() =>
        remove.mutate(undefined, { onSuccess: () => void navigate({ to: above, replace: true }) })
      }
      onCancel={onCancel}
    />
  );
}

/** `Commerce ›`. */
function LineAbove({ above }: { above: TeamRoster['above'] }) {
  return (
    <Text component="span" size="sm" c="dimmed">
      {above.length === 0 && ' '}
      {above.map(({ id, name }) => (
        <span key={id}>
          <Link to={paths.team(id)}>{name}</Link> ›{' '}
        </span>
      ))}
    </Text>
  );
}

function Owns({ id }: { id: string }) {
  const texts = useWordsOf(teamWords);
  const owned = useInfiniteQuery(catalogQuery({ owner: [id], limit: 20 }));
  const resources = owned.data?.pages.flatMap(({ items }) => items);
  if (owned.error) return <FaultNote error={owned.error} retry={() => void owned.refetch()} />;
  if (!resources) return <WaitingRows rows={2} height={40} />;
  if (resources.length === 0) return <Text c="dimmed">{texts.ownsNothing}</Text>;
  return (
    <>
      <Stack component="ul" className="plain-rows" gap={6}>
        {resources.map((resource) => (
          <li key={resource.id}>
            <Group gap="0 10px">
              <Link to={paths.resource(resource.id)} fw={600}>
                {resource.name}
              </Link>
              <KindMark kind={resource.type} />
              {resource.dataProductId !== undefined && (
                <Link to={paths.dataProduct(resource.dataProductId)} c="dimmed">
                  <Text component="span" size="sm">
                    {resource.dataProductId}
                  </Text>
                </Link>
              )}
            </Group>
          </li>
        ))}
      </Stack>
      <ShowMore of={owned} />
    </>
  );
}

const looks = ['now', 'all'] as const;

function Agreements({ id }: { id: string }) {
  const texts = useWordsOf(teamWords);
  const navigate = useNavigate();
  const { show } = useSearch({ from: '/inside/teams/$id' });
  const look = show === 'all' ? 'all' : 'now';
  const choose = (next: string) =>
    void navigate({ to: paths.team(id), search: next === 'all' ? { show: next } : {}, replace: true });
  return (
    <Panel
      title={texts.agreements}
      beside={
        <SegmentedControl
          aria-label={texts.shown}
          size="xs"
          value={look}
          onChange={choose}
          data={looks.map((value) => ({ value, label: texts.show[value] }))}
        />
      }
    >
      <Title order={3} size="sm" mb={4}>
        {texts.given}
      </Title>
      <TeamAccess team={id} as="owner" look={look} />
      <Title order={3} size="sm" mt="lg" mb={4}>
        {texts.uses}
      </Title>
      <TeamAccess team={id} as="consumer" look={look} />
    </Panel>
  );
}

function About({ team }: { team: Team }) {
  const texts = useWordsOf(teamWords);
  const { id, type, tags = [], links = {}, custom = {} } = team;
  return (
    <Facts
      facts={[
        [texts.id, id],
        [texts.type, texts.form.types[type]],
        [texts.tags, tags.map((tag) => `#${tag}`).join(' ')],
        [texts.links, Object.keys(links).length > 0 && <SaidLinks links={links} />],
        ...Object.entries(custom).map(([name, value]) => [name, <Said key={name} text={value} />] as const),
      ]}
    />
  );
}

function TeamsBelow({ roster: { below, moreBelow } }: { roster: TeamRoster }) {
  const texts = useWordsOf(teamWords);
  if (below.length === 0) return <Text c="dimmed">{texts.noneBelow}</Text>;
  return (
    <>
      <ul className="plain-rows">
        {below.map(({ id, name }) => (
          <li key={id}>
            <Link to={paths.team(id)}>{name}</Link>
          </li>
        ))}
      </ul>
      {moreBelow && <Link to={paths.teams()}>{texts.allBelow}</Link>}
    </>
  );
}
