// /api/organization: settings and features. The first six settings are the Entropy API's, which its CLI reads when it is
// connected; the others say what a resource gets before its owners have said anything.
import { z } from 'zod';
import { initialSettings, type Settings } from '../../../app/organization.ts';
import { putSettings } from '../../../app/put-settings.ts';
import { maySet } from '../../../core/own-actions.ts';
import { longestDuration, formatDuration, parseDuration, type Milliseconds } from '../../../core/time.ts';
import { isTimeZone } from '../../days.ts';
import { sendWritten, type CatalogDeps } from '../catalog-deps.ts';
import { languageOf } from '../language.ts';
import { callerOf, type Server } from '../server.ts';
import { wireActions } from '../wire/action.ts';
import { emptyAnswer } from '../wire/answers.ts';
import { featuresAnswer, settingsAnswer } from '../wire/catalog.ts';

const tags = ['Organization'];

const word = z.string().trim().max(500).nullable();

const duration = z
  .string()
  .refine((text) => text === 'none' || parseDuration(text) !== undefined, {
    error: `has to be a duration such as 90d, at most ${formatDuration(longestDuration)}, or none`,
  })
  .meta({ description: 'Such as 90d, or none.' });

const name = z.string().trim().min(1).max(100);
const areDistinct = (names: readonly string[]) =>
  new Set(names.map((one) => one.toLowerCase())).size === names.length;

const zones = z
  .array(z.strictObject({ name, visibility: z.enum(['World', 'Enterprise']) }))
  .max(200)
  .refine((items) => areDistinct(items.map((one) => one.name)), 'names something twice')
  .meta({
    description:
      'Where applications of Rover files run. What is only for the enterprise cannot be used from a zone `World`. Empty: any may be named.',
  });

const apiCategories = z
  .array(
    z.strictObject({
      label: name,
      active: z.boolean().default(true),
      teamCategories: z.array(name).max(100).default([]),
      teams: z.array(z.string().min(1).max(256)).max(1000).default([]),
      groupPrefix: z.boolean().default(true),
    }),
  )
  .max(200)
  .refine((items) => areDistinct(items.map((one) => one.label)), 'names something twice')
  .meta({
    description:
      'What APIs may say in `x-api-category`, and which teams (their `custom.category`) may provide and use them. Empty: any.',
  });

const settingsBody = z.looseObject({
  zones: zones.optional(),
  apiCategories: apiCategories.optional(),
  vanityUrl: word.optional(),
  fullName: word.optional(),
  logoUrl: word.optional(),
  supportEmailAddress: word.optional(),
  timeZone: z
    .string()
    .max(100)
    .refine(isTimeZone, { error: 'has to be a time zone such as Europe/Berlin' })
    .optional(),
  defaultStrategy: z.enum(['Auto', 'Simple', 'FourEyes']).optional(),
  organizationKeysDecide: z.boolean().optional(),
  defaultDurations: z
    .looseObject({
      'output-port': duration.optional(),
      api: duration.optional(),
      event: duration.optional(),
      action: duration.optional(),
    })
    .optional(),
});

export function organizationRoutes(server: Server, deps: CatalogDeps): void {
  const { ports, reads, publicUrl } = deps;

  server.get(
    '/api/organization/settings',
    {
      config: { audience: 'reads' },
      schema: { summary: 'Read the organization’s settings', tags, response: { 200: settingsAnswer } },
    },
    async (request) => {
      const change = maySet(callerOf(request).principal);
      return wireSettings(await reads.settings(), publicUrl, wireActions({ change }, languageOf(request)));
    },
  );

  server.put(
    '/api/organization/settings',
    {
      config: { audience: 'administers', problems: ['decided_meanwhile'] },
      schema: {
        summary: 'Change the organization’s settings',
        description:
          'What is absent stays as it is. Changing a default changes no policy that exists. Whether organization keys decide is for a person to say, not for a key.',
        tags,
        body: settingsBody,
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) => {
      await putSettings(ports)(settingsFrom(request.body, await reads.settings()), callerOf(request));
      return sendWritten(reply, deps, ['organization']);
    },
  );

  server.get(
    '/api/organization/features',
    {
      config: { audience: 'reads' },
      schema: {
        summary: 'Read which features are on',
        description: 'For clients of the Entropy API; Countersign has none of those switches.',
        tags,
        response: { 200: featuresAnswer },
      },
    },
    async () => ({
      customTeamRolesEnabled: true,
      dataContractTestsEnabled: false,
      intelligenceEnabled: false,
    }),
  );
}

function wireSettings(
  settings: Settings,
  publicUrl: string,
  actions: z.infer<typeof settingsAnswer>['actions'],
): z.infer<typeof settingsAnswer> {
  const { fullName, vanityUrl, logoUrl, supportEmailAddress, defaultDurations } = settings;
  return {
    vanityUrl: vanityUrl ?? 'countersign',
    host: publicUrl,
    fullName: fullName ?? 'Countersign',
    logoUrl: logoUrl ?? '',
    ...(supportEmailAddress !== null && { supportEmailAddress }),
    timeZone: settings.timeZone,
    defaultStrategy: settings.defaultStrategy,
    organizationKeysDecide: settings.organizationKeysDecide,
    defaultDurations: {
      'output-port': wireDuration(defaultDurations['output-port']),
      api: wireDuration(defaultDurations.api),
      event: wireDuration(defaultDurations.event),
      action: wireDuration(defaultDurations.action),
    },
    zones: [...settings.zones],
    apiCategories: settings.apiCategories.map(({ teamCategories, teams, ...category }) => ({
      ...category,
      teamCategories: [...teamCategories],
      teams: [...teams],
    })),
    actions,
  };
}

/** Only what the body names. */
function settingsFrom(body: z.infer<typeof settingsBody>, now: Settings): Partial<Settings> {
  const named = Object.entries(body).filter(
    ([field, value]) => field in initialSettings && field !== 'defaultDurations' && value !== undefined,
  );
  const durations = Object.entries(body.defaultDurations ?? {})
    .filter(([kind, value]) => kind in initialSettings.defaultDurations && value !== undefined)
    .map(([kind, value]) => [kind, value === 'none' ? null : parseDuration(value as string)]);
  return {
    ...(Object.fromEntries(
      named.map(([field, value]) => [field, value === '' ? null : value]),
    ) as Partial<Settings>),
    defaultDurations: { ...now.defaultDurations, ...(Object.fromEntries(durations) as object) },
  };
}

function wireDuration(length: Milliseconds | null): string {
  return length === null ? 'none' : formatDuration(length);
}
