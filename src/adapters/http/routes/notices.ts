// /api/me/notices: what the caller was told, the newest first, and which of it they have read. The sentences come in the
// language of the call; they are the same that mail and chat say.
import { z } from 'zod';
import type { DeliveryDesk, SetAside } from '../../../app/delivery-desk.ts';
import type { NoticeMarks, NoticeReads, NoticeSettings, ShownNotice } from '../../../app/notices.ts';
import type { Clock } from '../../../app/ports.ts';
import type { PersonId } from '../../../core/ids.ts';
import { noticeTable, type NoticeEvent } from '../../../core/notice.ts';
import type { MinuteOfDay, NoticeSetting } from '../../../core/notice-setting.ts';
import { sayNotice } from '../../../core/notice-words.ts';
import { Problem } from '../../../core/problem.ts';
import type { Principal } from '../../../core/principal.ts';
import { languages, type Language, type Sentence } from '../../../core/sentence.ts';
import type { Instant } from '../../../core/time.ts';
import { momentsIn } from '../../moments.ts';
import { languageOf } from '../language.ts';
import { callerOf, type Server } from '../server.ts';
import { emptyAnswer } from '../wire/answers.ts';

export interface NoticeRouteDeps {
  readonly notices: NoticeReads & NoticeMarks;
  readonly settings: NoticeSettings;
  readonly desk: DeliveryDesk;
  /** Whether there is a mail server. */
  readonly hasMail: boolean;
  readonly clock: Clock;
  readonly timeZone: () => Promise<string>;
  readonly accessPage: (id: string) => string;
}

const tags = ['Notices'];
const events = Object.keys(noticeTable) as [NoticeEvent, ...NoticeEvent[]];

const noticeAnswer = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    event: z.enum(events),
    side: z.enum(['deciders', 'requesters', 'above', 'owners']).meta({
      description:
        'Why the caller is told: they can decide, they or their team asked, nobody below acted, they own it.',
    }),
    access: z.string().meta({ description: 'The agreement that it is about.' }),
    title: z.string(),
    lines: z.array(z.object({ label: z.string(), text: z.string() })),
    button: z.string(),
    url: z.string().meta({ description: 'The page of the agreement.' }),
    readAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Notice' });

const noticesAnswer = z
  .object({
    items: z.array(noticeAnswer),
    next: z.int().nullable().meta({ description: 'Send it as `before` for what is older.' }),
    unread: z.int().meta({ description: 'Counted up to 100.' }),
    latest: z.int().meta({ description: 'Send it as `upTo` to mark what was shown and all before it.' }),
  })
  .meta({ id: 'Notices' });

const readBody = z.union([
  z.object({ ids: z.array(z.uuid()).min(1).max(200) }),
  z.object({
    upTo: z.int().min(0).meta({ description: '`latest` of a list: that one and everything before.' }),
  }),
  z.object({
    access: z.string().min(1).max(256).meta({ description: 'Everything about this agreement.' }),
  }),
]);

const minute = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 08:00');

const settingFields = {
  language: z.enum(languages).meta({ description: 'Of mail; pages speak the language of the browser.' }),
  mail: z.enum(['at-once', 'daily', 'off']),
  dailyAt: minute.meta({ description: 'When the daily mail comes, in the organization’s time zone.' }),
  quiet: z
    .object({ from: minute, until: minute })
    .nullable()
    .meta({ description: 'No mail between these; what comes meanwhile goes in one mail afterwards.' }),
};

const settingBody = z.object(settingFields);
const settingAnswer = z
  .object({ ...settingFields, hasMail: z.boolean().meta({ description: 'Whether mail goes out at all.' }) })
  .meta({ id: 'NoticeSetting' });

const deliveryAnswer = z
  .object({
    id: z.string(),
    to: z.string().meta({ description: '`person:<id>`, or `team:<id>`.' }),
    way: z.string().meta({ description: '`mail`, or `channel:<id>` of the team.' }),
    state: z.enum(['waiting', 'dead']),
    event: z.string(),
    access: z.string(),
    attempts: z.int(),
    error: z.string().nullable(),
    createdAt: z.iso.datetime(),
    nextRun: z.iso.datetime().nullable(),
  })
  .meta({ id: 'NoticeDelivery' });

export function noticeRoutes(server: Server, deps: NoticeRouteDeps): void {
  settingRoutes(server, deps);
  deliveryRoutes(server, deps);
  const { notices, clock } = deps;

  server.get(
    '/api/me/notices',
    {
      config: { audience: 'people' },
      schema: {
        summary: 'What I was told, the newest first',
        tags,
        querystring: z.object({
          only: z.enum(['unread']).optional(),
          limit: z.coerce.number().int().min(1).max(100).default(20),
          before: z.coerce
            .number()
            .int()
            .min(0)
            .optional()
            .meta({ description: 'The `next` of the page before.' }),
        }),
        response: { 200: noticesAnswer },
      },
    },
    async (request) => {
      const { only, limit, before } = request.query;
      const me = personOf(callerOf(request).principal);
      const [found, unread, zone] = await Promise.all([
        notices.page(me, only === 'unread', before ?? null, limit),
        notices.unread(me),
        deps.timeZone(),
      ]);
      const last = found.at(-1);
      const wire = wireNotice(deps, languageOf(request), momentsIn(zone));
      return {
        items: found.map(wire),
        next: last && found.length === limit ? last.position : null,
        unread,
        latest: found[0]?.position ?? 0,
      };
    },
  );

  server.post(
    '/api/me/notices/read',
    {
      config: { audience: 'self' },
      schema: {
        summary: 'Mark notices as read',
        description:
          'By their ids, up to a place in the list, or all about one agreement. What is not one’s own is passed over.',
        tags,
        body: readBody,
        response: { 204: emptyAnswer },
      },
    },
    async (request, reply) => {
      const me = personOf(callerOf(request).principal);
      const { body } = request;
      if ('ids' in body) await notices.read(me, body.ids, clock.now());
      else if ('upTo' in body) await notices.readUpTo(me, body.upTo, clock.now());
      else await notices.readAbout(me, body.access, clock.now());
      return reply.status(204).send();
    },
  );
}

function settingRoutes(server: Server, { settings, hasMail }: NoticeRouteDeps): void {
  server.get(
    '/api/me/notice-setting',
    {
      config: { audience: 'people' },
      schema: { summary: 'How I am told by mail', tags, response: { 200: settingAnswer } },
    },
    async (request) => {
      const me = personOf(callerOf(request).principal);
      return { ...wireSetting((await settings.of([me]))(me)), hasMail };
    },
  );

  server.put(
    '/api/me/notice-setting',
    {
      config: { audience: 'self' },
      schema: {
        summary: 'Say how I want to be told by mail',
        description: 'The list in the app has everything in any case. It counts from the next notice on.',
        tags,
        body: settingBody,
        response: { 200: settingAnswer },
      },
    },
    async (request) => {
      const me = personOf(callerOf(request).principal);
      const { language, mail, dailyAt, quiet } = request.body;
      const setting: NoticeSetting = {
        language,
        mail,
        dailyAt: minuteFrom(dailyAt),
        quiet: quiet && { from: minuteFrom(quiet.from), until: minuteFrom(quiet.until) },
      };
      await settings.save(me, setting);
      return { ...wireSetting(setting), hasMail };
    },
  );
}

function deliveryRoutes(server: Server, { desk, clock }: NoticeRouteDeps): void {
  server.get(
    '/api/notice-deliveries',
    {
      config: { audience: 'audits' },
      schema: {
        summary: 'List notices that could not be delivered, the newest first',
        description: '`dead`: refused for good, or failed for days. `waiting`: still on their way.',
        tags,
        querystring: z.object({
          state: z.enum(['dead', 'waiting']).default('dead'),
          limit: z.coerce.number().int().min(1).max(200).default(50),
          before: z.coerce
            .number()
            .int()
            .min(0)
            .optional()
            .meta({ description: 'The `next` of the page before.' }),
        }),
        response: { 200: z.object({ items: z.array(deliveryAnswer), next: z.int().nullable() }) },
      },
    },
    async (request) => {
      const { state, limit, before } = request.query;
      const found = await desk.page(state, before ?? null, limit);
      return {
        items: found.map(wireDelivery),
        next: found.length === limit ? found.at(-1)!.position : null,
      };
    },
  );

  server.post(
    '/api/notice-deliveries/replay',
    {
      config: { audience: 'administers' },
      schema: {
        summary: 'Send notices again that were given up',
        description: 'Those that are named, or all. Each goes out with the id it had.',
        tags,
        body: z.object({ ids: z.array(z.uuid()).min(1).max(1000).optional() }),
        response: { 200: z.object({ replayed: z.int() }) },
      },
    },
    async (request) => ({ replayed: await desk.replay(request.body.ids ?? null, clock.now()) }),
  );
}

function wireDelivery({ createdAt, nextRun, recipient, position: _, ...one }: SetAside) {
  return {
    ...one,
    to: recipient,
    createdAt: new Date(createdAt).toISOString(),
    nextRun: nextRun === null ? null : new Date(nextRun).toISOString(),
  };
}

function wireSetting({ dailyAt, quiet, ...setting }: NoticeSetting) {
  return {
    ...setting,
    dailyAt: wireMinute(dailyAt),
    quiet: quiet && { from: wireMinute(quiet.from), until: wireMinute(quiet.until) },
  };
}

function wireMinute(of: MinuteOfDay): string {
  return [Math.floor(of / 60), of % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function minuteFrom(text: string): MinuteOfDay {
  const [hours, minutes] = text.split(':').map(Number) as [number, number];
  return hours * 60 + minutes;
}

/** Routes for people only let nobody else in; this tells the compiler so. */
function personOf(principal: Principal): PersonId {
  if (principal.type !== 'person') throw new Problem('not_permitted');
  return principal.id;
}

const wireNotice =
  ({ accessPage }: NoticeRouteDeps, language: Language, when: (instant: Instant) => Sentence) =>
  ({ id, at, access, readAt, facts }: ShownNotice): z.infer<typeof noticeAnswer> => {
    const { title, lines, button } = sayNotice(facts, when);
    return {
      id,
      at: new Date(at).toISOString(),
      event: facts.body.event,
      side: facts.body.side,
      access,
      title: title[language],
      lines: lines.map(({ label, text }) => ({ label: label[language], text: text[language] })),
      button: button[language],
      url: accessPage(access),
      readAt: readAt === null ? null : new Date(readAt).toISOString(),
    };
  };
