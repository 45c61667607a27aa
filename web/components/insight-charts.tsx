// The drawings of the insights page, each with its numbers as a table. Colours say nothing alone: two lines differ in
// their dashes, and where bars would have to be told apart each kind has a drawing of its own.
import { BarChart, LineChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Insights } from '../api/insights.ts';
import { Figure } from '../ui/figure.tsx';
import { usePlace } from '../ui/place.tsx';
import { amountIn, spanWords, unitFor, unitWords } from '../ui/span.ts';
import { insightsWords } from '../words/insights.ts';
import { useWordsOf } from '../words/words.tsx';

type Week = Insights['weeks'][number];

const bar = 'var(--mantine-primary-color-filled)';

/** Half and nine of ten of the decisions of each week, in the unit that makes the scale easy to read. */
export function TimeToDecision({ weeks, nameWeek }: { weeks: readonly Week[]; nameWeek: NameWeek }) {
  const texts = useWordsOf(insightsWords);
  const { locale } = usePlace();
  const dayOf = useDayOf();
  const longest = Math.max(...weeks.map(({ p90Seconds }) => p90Seconds ?? 0));
  if (longest === 0) return <Text c="dimmed">{texts.nobodyDecided}</Text>;
  const unit = unitFor(longest);
  const amount = (seconds: number | null) => (seconds === null ? null : amountIn(seconds, unit));
  const words = (seconds: number | null) => (seconds === null ? texts.none : spanWords(seconds, locale));
  return (
    <Figure
      open={texts.numbers}
      table={{
        caption: texts.time,
        columns: [texts.week, texts.decisions, texts.median, texts.p90],
        rows: weeks.map(({ week, decided, medianSeconds, p90Seconds }) => [
          nameWeek(week),
          decided,
          words(medianSeconds),
          words(p90Seconds),
        ]),
      }}
    >
      <LineChart
        h={260}
        data={weeks.map(({ week, medianSeconds, p90Seconds }) => ({
          week: dayOf(week),
          median: amount(medianSeconds),
          p90: amount(p90Seconds),
        }))}
        dataKey="week"
        series={[
          { name: 'median', label: texts.median, color: bar },
          { name: 'p90', label: texts.p90, color: 'var(--wait-ink)', strokeDasharray: '6 4' },
        ]}
        valueFormatter={(value) => unitWords(value, unit, locale, 'short')}
        withLegend
        connectNulls={false}
        curveType="linear"
        accessibilityLayer={false}
        lineProps={{ isAnimationActive: false }}
        yAxisProps={{ width: 72, domain: [0, 'auto'] }}
        xAxisProps={{ minTickGap: 24 }}
      />
    </Figure>
  );
}

/** A row for each way in which requests end: how often, and a bar for each week, all on one scale. */
export function Endings({ weeks, nameWeek }: { weeks: readonly Week[]; nameWeek: NameWeek }) {
  const texts = useWordsOf(insightsWords);
  const dayOf = useDayOf();
  const format = useNumbers();
  const kinds = Object.keys(texts.outcomes) as (keyof Week['outcomes'])[];
  const totals = kinds.map((kind) => weeks.reduce((sum, { outcomes }) => sum + outcomes[kind], 0));
  const most = Math.max(...weeks.flatMap(({ outcomes }) => Object.values(outcomes)));
  if (most <= 0) return <Text c="dimmed">{texts.nothingEnded}</Text>;
  const nameOf = (kind: string) => texts.outcomes[kind]![0];
  return (
    <Figure
      open={texts.numbers}
      table={{
        caption: texts.outcome,
        columns: [texts.week, ...kinds.map(nameOf)],
        rows: [
          ...weeks.map(({ week, outcomes }) => [nameWeek(week), ...kinds.map((kind) => outcomes[kind])]),
          [texts.all, ...totals],
        ],
      }}
    >
      {kinds.map((kind, nth) => (
        <div key={kind} className="ending">
          <div>
            <Text component="div" fw={600}>
              {nameOf(kind)}
            </Text>
            <Text component="div" size="xs" c="dimmed">
              {texts.outcomes[kind]![1]}
            </Text>
          </div>
          <Text component="div" className="count">
            {format.format(totals[nth]!)}
          </Text>
          <BarChart
            h={44}
            data={weeks.map(({ week, outcomes }) => ({ week: dayOf(week), count: outcomes[kind] }))}
            dataKey="week"
            series={[{ name: 'count', label: nameOf(kind), color: bar }]}
            withXAxis={false}
            withYAxis={false}
            gridAxis="none"
            yAxisProps={{ domain: [0, most] }}
            accessibilityLayer={false}
          />
        </div>
      ))}
    </Figure>
  );
}

/** How many there are in each of some ranges. */
export function Ranges(props: {
  caption: string;
  columns: readonly [string, string];
  rows: readonly (readonly [name: string, count: number])[];
}) {
  const { caption, columns, rows } = props;
  const texts = useWordsOf(insightsWords);
  const format = useNumbers();
  return (
    <Figure open={texts.numbers} table={{ caption, columns, rows }}>
      <BarChart
        h={36 * rows.length + 12}
        data={rows.map(([name, count]) => ({ name, count }))}
        dataKey="name"
        orientation="vertical"
        series={[{ name: 'count', label: columns[1], color: bar }]}
        withXAxis={false}
        gridAxis="none"
        valueFormatter={(count) => format.format(count)}
        withBarValueLabel
        barLabelColor="var(--mantine-color-text)"
        withTooltip={false}
        yAxisProps={{ width: 132, tickLine: false }}
        barChartProps={{ margin: { right: 48 } }}
        accessibilityLayer={false}
        barProps={{ maxBarSize: 22 }}
      />
    </Figure>
  );
}

/** What a week is called, perhaps as a link to what happened in it. */
export type NameWeek = (week: string) => ReactNode;

/** `9 Nov`: weeks begin on Monday, UTC. */
export function useDayOf(): (week: string) => string {
  const { locale } = usePlace();
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (week) => format.format(new Date(week));
}

/** `1,204` */
function useNumbers(): Intl.NumberFormat {
  return new Intl.NumberFormat(usePlace().locale);
}
