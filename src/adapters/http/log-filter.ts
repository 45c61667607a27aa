// What the routes of the log share: what can be asked of it, who may ask that, and how entries are shown. Whoever may
// audit reads all of it. Everybody else names a subject that is theirs (app/log.ts, LogVisibility): one rule for all of
// these routes, because the same entries stand behind them.
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { EntryFilter, LogReader, LogVisibility, LogWatch, ReadableEntry } from '../../app/log.ts';
import type { PersonId } from '../../core/ids.ts';
import { isRefused, Problem } from '../../core/problem.ts';
import type { Instant } from '../../core/time.ts';
import { endOfDay, startOfDay } from '../days.ts';
import { audiences } from './audience.ts';
import { callerOf } from './server.ts';
import { day, instantText } from './wire/access-body.ts';
import { peopleIn, wireEntry, type Names, type WireEntry } from './wire/log.ts';

export interface LogRouteDeps {
  readonly log: LogReader;
  readonly watch: LogWatch;
  readonly visibility: LogVisibility;
  readonly people: (ids: readonly PersonId[]) => Promise<Names>;
  /** Null where nobody has this e-mail address. */
  readonly personAt: (email: string) => Promise<PersonId | null>;
  readonly timeZone: () => Promise<string>;
  /** Whether there is, or was, such an access. */
  readonly accessExists: (id: string) => Promise<boolean>;
}

export const filterQuery = {
  type: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'Such as `request.granted`, or `request` for all that begin so.' }),
  subject: z
    .string()
    .max(600)
    .optional()
    .meta({ description: 'Id of the access, resource or team. Needed unless you may audit.' }),
  actor: z
    .string()
    .max(256)
    .optional()
    .meta({ description: 'Who did it: id or e-mail address of a person, id of a key, or `system`.' }),
};

const moment = z.union([z.iso.date(), instantText]).optional();

export const periodQuery = {
  from: moment.meta({ description: 'An instant, or a day in the time zone of the organization.' }),
  until: moment.meta({ description: 'The same. An instant is exclusive, a day counts in full.' }),
};

/** For pages from the newest on. */
export const beforeQuery = z.coerce.number().int().min(1).optional();

/** What every route that takes a filter can answer. */
export const filterProblems = ['invalid_field', 'not_a_party', 'not_permitted'] as const;

interface Fits {
  readonly type?: string | undefined;
  readonly subject?: string | undefined;
  readonly actor?: string | undefined;
  readonly from?: string | Instant | undefined;
  readonly until?: string | Instant | undefined;
}

/** The filter in the words of the log; null where nothing can fit, as where nobody has this address. */
export async function filterFrom(
  deps: LogRouteDeps,
  request: FastifyRequest,
  { type, subject, actor, from, until }: Fits,
): Promise<EntryFilter | null> {
  const nouns = await nounsFor(deps, request, subject);
  const who = actor?.includes('@') ? await deps.personAt(actor) : actor;
  if (who === null) return null;
  const zone = typeof from === 'string' || typeof until === 'string' ? await deps.timeZone() : 'UTC';
  return {
    type,
    subject,
    nouns,
    actor: who,
    from: typeof from === 'string' ? day(from, startOfDay, zone, 'querystring.from') : from,
    until: typeof until === 'string' ? day(until, endOfDay, zone, 'querystring.until') : until,
  };
}

/** Undefined for those who may read everything; else what they may read about this subject. */
export async function nounsFor(
  { visibility }: LogRouteDeps,
  request: FastifyRequest,
  subject: string | undefined,
): Promise<string[] | undefined> {
  const { principal } = callerOf(request);
  if (!isRefused(audiences.audits(principal))) return undefined;
  if (subject === undefined)
    throw new Problem('not_permitted', {
      detail: {
        en: 'The whole log is for those who audit. Name something that is yours.',
        de: 'Das ganze Protokoll ist für alle, die prüfen. Nennen Sie etwas, das Ihnen gehört.',
      },
      field: 'subject',
    });
  const nouns = await visibility.nounsFor(principal, subject);
  if (nouns.length === 0) throw new Problem('not_a_party');
  return nouns;
}

export async function shown(
  { people }: LogRouteDeps,
  entries: readonly ReadableEntry[],
): Promise<WireEntry[]> {
  const names = await people(peopleIn(entries));
  return entries.map((entry) => wireEntry(entry, names));
}
