// /api/teams/{id}/notification-channels: where a team is told. Wire compatible with the Entropy API; `mail`, `language`,
// `purposes`, and how a channel fares, are ours. The address of a webhook goes in and does not come out again.
import { z } from 'zod';
import {
  channelOf,
  channelsOf,
  deleteChannel,
  putChannel,
  type ChannelPorts,
} from '../../../app/notification-channels.ts';
import { named } from '../../../app/documents.ts';
import type { TeamId } from '../../../core/ids.ts';
import {
  channelTypes,
  noticePurposes,
  type NotificationChannel,
} from '../../../core/notification-channel.ts';
import { languages } from '../../../core/sentence.ts';
import { callerOf, type Server } from '../server.ts';
import { emptyAnswer } from '../wire/answers.ts';

export interface ChannelRouteDeps {
  readonly ports: ChannelPorts;
  readonly publicUrl: string;
}

const tags = ['Notices'];
const base = '/api/teams/:id/notification-channels';
const teamId = z.string().min(1).max(256);
const params = z.object({ id: teamId, channelId: z.string().min(1).max(256) });

const fields = {
  id: z.string().min(1).max(256),
  name: z.string().trim().min(1).max(200),
  type: z.enum(channelTypes),
  endpoint: z.string().min(1).max(2000).meta({
    description:
      'The address of the webhook, or `mailto:` with an address. Of a webhook only where it leads is given back; sent like that, it means the one that is stored.',
  }),
  enabled: z.boolean(),
};

const channelBody = z.object({
  ...fields,
  id: fields.id.optional(),
  language: z.enum(languages).default('en'),
  purposes: z.array(z.enum(noticePurposes)).min(1).max(noticePurposes.length).nullish(),
});

const channelAnswer = z
  .object({
    ...fields,
    language: z.enum(languages),
    purposes: z.array(z.enum(noticePurposes)).optional().meta({ description: 'Absent: everything.' }),
    failing: z.object({ since: z.iso.datetime(), error: z.string() }).optional(),
    lastSuccess: z.iso.datetime().optional(),
  })
  .meta({ id: 'NotificationChannel' });

export function notificationChannelRoutes(server: Server, { ports, publicUrl }: ChannelRouteDeps): void {
  server.get(
    base,
    {
      config: { audience: 'reads', problems: ['team_not_found'] },
      schema: {
        summary: 'List a team’s notification channels, by name',
        tags,
        params: z.object({ id: teamId }),
        response: { 200: z.array(channelAnswer) },
      },
    },
    async (request) => (await channelsOf(ports)(request.params.id as TeamId)).map(wireChannel),
  );

  server.get(
    `${base}/:channelId`,
    {
      config: { audience: 'reads', problems: ['team_not_found', 'channel_not_found'] },
      schema: { summary: 'Read a notification channel', tags, params, response: { 200: channelAnswer } },
    },
    async (request) => {
      const { id, channelId } = request.params;
      return wireChannel(await channelOf(ports)(id as TeamId, channelId));
    },
  );

  server.put(
    `${base}/:channelId`,
    {
      config: {
        audience: 'writes',
        problems: ['team_not_found', 'not_an_owner', 'secret_key_missing', 'decided_meanwhile'],
      },
      schema: {
        summary: 'Add a notification channel, or replace it',
        description:
          'Slack: an incoming webhook. Microsoft Teams: the webhook of a workflow. Google Chat: the webhook of a space. Only public addresses are posted to, by https, unless the operator allows others.',
        tags,
        params,
        body: channelBody,
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) => {
      const { id, channelId } = request.params;
      const { id: _, purposes, ...wish } = request.body;
      named(request.body, channelId);
      await putChannel(ports)(
        id as TeamId,
        { ...wish, id: channelId, purposes: purposes ?? null },
        callerOf(request),
      );
      return reply.header('location-html', `${publicUrl}/teams/${encodeURIComponent(id)}`).send();
    },
  );

  server.delete(
    `${base}/:channelId`,
    {
      config: {
        audience: 'writes',
        problems: ['team_not_found', 'channel_not_found', 'not_an_owner', 'decided_meanwhile'],
      },
      schema: { summary: 'Delete a notification channel', tags, params, response: { 200: emptyAnswer } },
    },
    async (request, reply) => {
      const { id, channelId } = request.params;
      await deleteChannel(ports)(id as TeamId, channelId, callerOf(request));
      return reply.send();
    },
  );
}

function wireChannel({
  purposes,
  failing,
  lastSuccess,
  ...channel
}: NotificationChannel): z.infer<typeof channelAnswer> {
  return {
    ...channel,
    ...(purposes && { purposes: [...purposes] }),
    ...(failing && { failing: { since: new Date(failing.since).toISOString(), error: failing.error } }),
    ...(lastSuccess !== null && { lastSuccess: new Date(lastSuccess).toISOString() }),
  };
}
