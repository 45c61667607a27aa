// /api/insights: time to decision, what waits, how requests end, who decides most, what ends soon. For the organization,
// or for what one team owns.
import { z } from 'zod';
import type { InsightReads, OutcomeCount } from '../../../app/insights.ts';
import type { TeamId } from '../../../core/ids.ts';
import { decided, outcomes, percentile, weekOf, type RequestOutcome } from '../../../core/insight.ts';
import { day, second, type Instant, type Milliseconds } from '../../../core/time.ts';
import { callerOf, type Server } from '../server.ts';
import { showMany, type AccessDeps } from '../shown.ts';
import { accessAnswer } from '../wire/answers.ts';
import { wireAccess } from '../wire/access.ts';

export interface InsightDeps extends AccessDeps {
  readonly insights: InsightReads;
}

const seconds = z.int().nullable();
const people = z.looseObject({
  person: z.string(),
  email: z.string().optional(),
  name: z.string().optional(),
});
const range = z.object({ upToDays: z.int().nullable(), count: z.int() });

const ranges = z.object({
  total: z.int(),
  complete: z.boolean().meta({ description: 'False: there are more than were counted.' }),
  ranges: z.array(range).meta({ description: 'By days, each without those in the ranges before it.' }),
});

const insightsAnswer = z
  .object({
    team: z.string().nullable(),
    weeks: z
      .array(
        z.object({
          week: z.iso.date(),
          decided: z.int().meta({ description: 'How many people decided, one way or the other.' }),
          medianSeconds: seconds,
          p90Seconds: seconds,
          outcomes: z.object(
            Object.fromEntries(outcomes.map((name) => [name, z.int()])) as Record<RequestOutcome, z.ZodInt>,
          ),
        }),
      )
      .meta({
        description:
          'Weeks begin on Monday, UTC. Time from asking to the decision that ended it, by people; right to within a tenth.',
      }),
    overall: z.object({ decided: z.int(), medianSeconds: seconds, p90Seconds: seconds }),
    waiting: ranges
      .extend({ longest: z.array(accessAnswer) })
      .meta({ description: 'What waits now, by age, and what waits longest.' }),
    approvers: z.array(z.object({ by: people, allows: z.int(), denies: z.int() })),
    ending: ranges
      .extend({ first: z.array(accessAnswer) })
      .meta({ description: 'What ends within ninety days.' }),
  })
  .meta({ id: 'Insights' });

/** How many agreements stand beside a count of them. */
const named = 10;
const ages = [1, 3, 7, 14, 30];
const ahead = [7, 30, 90];

export function insightRoutes(server: Server, deps: InsightDeps): void {
  server.get(
    '/api/insights',
    {
      config: { audience: 'reads' },
      schema: {
        summary: 'How long decisions take, what waits, who decides, what ends soon',
        description: 'What is past is counted behind the log, so it may be a second late.',
        tags: ['Log'],
        querystring: z.object({
          team: z.string().max(256).optional().meta({ description: 'Only what this team owns.' }),
          weeks: z.coerce.number().int().min(1).max(53).default(12),
        }),
        response: { 200: insightsAnswer },
      },
    },
    async (request) => {
      const { insights, ports, reads } = deps;
      const team = (request.query.team ?? null) as TeamId | null;
      const now = ports.clock.now();
      const weeks = weeksUpTo(now, request.query.weeks);
      const [counts, busiest, waiting, longest, ending, first] = await Promise.all([
        insights.outcomes(team, weeks[0]!),
        insights.approvers(team, weeks[0]!, 10),
        insights.waiting(team, ages.map((age) => now - age * day).toReversed()),
        insights.waitingLongest(team, named),
        insights.ending(
          team,
          now,
          ahead.map((days) => now + days * day),
        ),
        insights.endingFirst(team, now, now + 30 * day, named),
      ]);
      const [names, shown, shownLongest] = await Promise.all([
        reads.people(busiest.map(({ person }) => person)),
        showMany(deps, first, callerOf(request)),
        showMany(deps, longest, callerOf(request)),
      ]);
      return {
        team,
        weeks: weeks.map((week) => ({
          week,
          ...timesOf(counts.filter((one) => one.week === week)),
          outcomes: endsOf(counts.filter((one) => one.week === week)),
        })),
        overall: timesOf(counts),
        waiting: {
          ...rangesOf(waiting.counts.toReversed(), ages, waiting.complete),
          longest: shownLongest.map(wireAccess),
        },
        approvers: busiest.map(({ person, allows, denies }) => {
          const known = names.get(person);
          return {
            by: {
              person,
              ...(known && { email: known.email, ...(known.name !== null && { name: known.name }) }),
            },
            allows,
            denies,
          };
        }),
        ending: {
          // What ends after the last bound is not among what was read.
          ...rangesOf(ending.counts.slice(0, -1), ahead, ending.complete),
          first: shown.map(wireAccess),
        },
      };
    },
  );
}

function weeksUpTo(now: Instant, count: number): string[] {
  return Array.from({ length: count }, (_, nth) => weekOf(now - (count - 1 - nth) * 7 * day));
}

function timesOf(counts: readonly OutcomeCount[]) {
  const byPeople = counts.filter(({ outcome }) => decided.includes(outcome));
  return {
    decided: byPeople.reduce((sum, { count }) => sum + count, 0),
    medianSeconds: inSeconds(percentile(byPeople, 0.5)),
    p90Seconds: inSeconds(percentile(byPeople, 0.9)),
  };
}

function endsOf(counts: readonly OutcomeCount[]): Record<RequestOutcome, number> {
  const of = (name: RequestOutcome) =>
    counts.filter(({ outcome }) => outcome === name).reduce((sum, { count }) => sum + count, 0);
  return Object.fromEntries(outcomes.map((name) => [name, of(name)])) as Record<RequestOutcome, number>;
}

function rangesOf(counts: readonly number[], bounds: readonly number[], complete: boolean) {
  return {
    total: counts.reduce((sum, count) => sum + count, 0),
    complete,
    ranges: counts.map((count, nth) => ({ upToDays: bounds[nth] ?? null, count })),
  };
}

function inSeconds(length: Milliseconds | null): number | null {
  return length === null ? null : Math.round(length / second);
}
