// How the organization, or one team, decides: how long it takes, how it ends, what waits now and since when, who decides
// most, and what ends soon. Beside each number stands where it comes from. Charts are heavy, so they come with this page
// and with no other.
import { Group, SegmentedControl, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Access } from '../api/client.ts';
import { insightsQuery, type Insights } from '../api/insights.ts';
import { useLiveSubject } from '../api/live.tsx';
import { meQuery } from '../api/me.ts';
import { teamQuery } from '../api/teams.ts';
import { FaultNote } from '../components/fault-note.tsx';
import { Endings, Ranges, TimeToDecision, useDayOf, type NameWeek } from '../components/insight-charts.tsx';
import { ButtonLink, Link } from '../components/links.tsx';
import { TeamField } from '../components/team-choosers.tsx';
import { paths } from '../paths.ts';
import { Numbers } from '../ui/figure.tsx';
import { Nothing } from '../ui/nothing.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { usePlace } from '../ui/place.tsx';
import { spanWords } from '../ui/span.ts';
import { Ago, distance } from '../ui/time.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { insightsWords } from '../words/insights.ts';
import { consumerName, personName } from '../words/telling.ts';
import { useWords, useWordsOf } from '../words/words.tsx';

const spans = ['4', '12', '52'] as const;

export function InsightsPage() {
  const texts = useWordsOf(insightsWords);
  const { team, weeks: asked } = useSearch({ from: '/inside/insights' });
  const weeks = spans.find((one) => one === asked) ?? '12';
  useLiveSubject(team ?? '');
  const insights = useQuery(insightsQuery(team, Number(weeks)));
  const known = useQuery({ ...teamQuery(team ?? ''), enabled: team !== undefined });
  const name = team === undefined ? undefined : (known.data?.team.name ?? team);
  return (
    <Page title={texts.title} lead={name === undefined ? texts.lead : texts.leadOf(name)}>
      <Scope team={team} weeks={weeks} />
      {insights.error && <FaultNote error={insights.error} retry={() => void insights.refetch()} />}
      {insights.isPending && <WaitingRows rows={3} height={220} />}
      {insights.data && (isEmpty(insights.data) ? <NothingYet team={team} /> : <All {...insights.data} />)}
    </Page>
  );
}

/** Whose insights, and how far back: both stand in the address. */
function Scope({ team, weeks }: { team: string | undefined; weeks: string }) {
  const texts = useWordsOf(insightsWords);
  const navigate = useNavigate();
  const go = (search: { team?: string; weeks?: string }) =>
    void navigate({ to: paths.insights(), search, replace: true });
  return (
    <Group align="flex-end" gap="md">
      <TeamField
        className="grows"
        maw={340}
        label={texts.whose}
        placeholder={texts.organization}
        none={texts.organization}
        value={team ?? null}
        onChange={(next) => go({ weeks, ...(next !== null && { team: next }) })}
      />
      <SegmentedControl
        aria-label={texts.span}
        value={weeks}
        onChange={(next) => go({ weeks: next, ...(team !== undefined && { team }) })}
        data={spans.map((value) => ({ value, label: texts.weeks(Number(value)) }))}
      />
      {team !== undefined && (
        <ButtonLink to={paths.team(team)} variant="default">
          {texts.toTeam}
        </ButtonLink>
      )}
    </Group>
  );
}

function NothingYet({ team }: { team: string | undefined }) {
  const texts = useWordsOf(insightsWords);
  return (
    <Nothing
      icon="chart"
      title={texts.emptyTitle}
      hint={team === undefined ? texts.emptyHint : texts.emptyTeamHint}
    >
      <ButtonLink to={paths.catalog()} mt="sm">
        {texts.toCatalog}
      </ButtonLink>
    </Nothing>
  );
}

function All(insights: Insights) {
  const texts = useWordsOf(insightsWords);
  const { weeks, waiting, ending } = insights;
  const nameWeek = useWeekName(insights);
  return (
    <>
      <Headlines {...insights} />
      <Panel title={texts.time}>
        <Text size="sm" c="dimmed" mb="sm">
          {texts.timeNote}
        </Text>
        <TimeToDecision weeks={weeks} nameWeek={nameWeek} />
      </Panel>
      <Panel title={texts.outcome}>
        <Endings weeks={weeks} nameWeek={nameWeek} />
      </Panel>
      <div className="halves">
        <Panel title={texts.waiting}>
          <Waiting {...waiting} />
        </Panel>
        <Panel title={texts.ending}>
          <Ending {...ending} />
        </Panel>
      </div>
      <Panel title={texts.approvers}>
        <Approvers {...insights} />
      </Panel>
    </>
  );
}

/** The four numbers that one comes for. */
function Headlines({ overall, waiting, ending }: Insights) {
  const texts = useWordsOf(insightsWords);
  const count = useCount();
  const { locale, now } = usePlace();
  const length = (seconds: number | null) => (seconds === null ? texts.none : spanWords(seconds, locale));
  const oldest = waiting.longest[0]?.approval.request?.askedAt;
  const soon = ending.ranges.slice(0, 2).reduce((sum, range) => sum + range.count, 0);
  return (
    <dl className="headlines">
      <Headline
        name={texts.half}
        value={length(overall.medianSeconds)}
        hint={texts.halfHint(count(overall.decided))}
      />
      <Headline name={texts.most} value={length(overall.p90Seconds)} hint={texts.mostHint} />
      <Headline
        name={texts.waitingNow}
        value={count(waiting.total, waiting.complete)}
        hint={oldest ? texts.waitingHint(distance(Date.parse(oldest), now, locale)) : texts.nothingWaits}
      />
      <Headline
        name={texts.endingSoon}
        value={count(soon, ending.complete)}
        hint={texts.endingHint(count(ending.total, ending.complete))}
      />
    </dl>
  );
}

function Headline({ name, value, hint }: { name: string; value: string; hint: string }) {
  return (
    <div className="panel">
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        <Text component="span" size="sm" c="dimmed">
          {hint}
        </Text>
      </dd>
    </div>
  );
}

function Waiting({ total, ranges, longest }: Insights['waiting']) {
  const texts = useWordsOf(insightsWords);
  const names = useRangeNames();
  if (total === 0) return <Text c="dimmed">{texts.nothingWaits}</Text>;
  return (
    <>
      <Ranges caption={texts.waiting} columns={[texts.age, texts.requests]} rows={names(ranges)} />
      <Agreements
        title={texts.oldest}
        agreements={longest}
        beside={({ approval }) => approval.request && <Ago at={approval.request.askedAt} />}
      />
    </>
  );
}

function Ending({ total, ranges, first }: Insights['ending']) {
  const texts = useWordsOf(insightsWords);
  const names = useRangeNames();
  if (total === 0) return <Text c="dimmed">{texts.nothingEnds}</Text>;
  return (
    <>
      <Ranges caption={texts.ending} columns={[texts.endsIn, texts.agreements]} rows={names(ranges)} />
      <Agreements
        title={texts.first}
        agreements={first}
        beside={({ approval }) => approval.until && <Ago at={approval.until} />}
      />
    </>
  );
}

function Agreements(props: {
  title: string;
  agreements: readonly Access[];
  beside: (access: Access) => ReactNode;
}) {
  const words = useWords();
  const { title, agreements, beside } = props;
  if (agreements.length === 0) return null;
  return (
    <>
      <Text component="h3" size="sm" fw={600} mt="md" mb={4}>
        {title}
      </Text>
      <ul className="agreements">
        {agreements.map((access) => (
          <li key={access.id}>
            <Link to={paths.access(access.id)}>
              {words.access.title(consumerName(access, words), access.approval.resource.name)}
            </Link>
            <Text component="span" size="sm" c="dimmed">
              {beside(access)}
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}

function Approvers({ approvers, weeks }: Insights) {
  const texts = useWordsOf(insightsWords);
  const { data: me } = useSuspenseQuery(meQuery);
  if (approvers.length === 0) return <Text c="dimmed">{texts.noApprovers}</Text>;
  return (
    <Numbers
      caption={texts.approvers}
      columns={[texts.approver, texts.allows, texts.denies, texts.all]}
      rows={approvers.map(({ by, allows, denies }) => [
        me.actions.readLog.allowed ? (
          <Link
            to={paths.log()}
            search={{ type: 'request', actor: by.person, ...(weeks[0] && { from: weeks[0].week }) }}
          >
            {personName(by)}
          </Link>
        ) : (
          personName(by)
        ),
        allows,
        denies,
        allows + denies,
      ])}
    />
  );
}

/** What a week is called: for whoever may read the log, the way to what was counted. The log knows no owners. */
function useWeekName({ team }: Insights): NameWeek {
  const { data: me } = useSuspenseQuery(meQuery);
  const dayOf = useDayOf();
  if (team !== null || !me.actions.readLog.allowed) return dayOf;
  return (week) => (
    <Link to={paths.log()} search={{ type: 'request', from: week, until: lastDayOf(week) }}>
      {dayOf(week)}
    </Link>
  );
}

function lastDayOf(week: string): string {
  return new Date(Date.parse(week) + 6 * 86_400_000).toISOString().slice(0, 10);
}

/** `1,204`, or `10,000 or more` where not all were counted. */
function useCount(): (count: number, isComplete?: boolean) => string {
  const texts = useWordsOf(insightsWords);
  const { locale } = usePlace();
  const format = new Intl.NumberFormat(locale);
  return (count, isComplete = true) =>
    isComplete ? format.format(count) : texts.atLeast(format.format(count));
}

/** Ranges of days in words: each begins where the one before ends. */
function useRangeNames() {
  const texts = useWordsOf(insightsWords);
  return (ranges: Insights['waiting']['ranges']): (readonly [string, number])[] =>
    ranges.map(({ upToDays, count }, nth) => {
      const from = ranges[nth - 1]?.upToDays ?? 0;
      const to = upToDays ?? null;
      return [
        to === null ? texts.moreThan(from) : from === 0 ? texts.upToDays(to) : texts.between(from, to),
        count,
      ];
    });
}

function isEmpty({ weeks, waiting, ending }: Insights): boolean {
  const ended = weeks.some(({ outcomes }) => Object.values(outcomes).some((count) => count > 0));
  return !ended && waiting.total === 0 && ending.total === 0;
}
