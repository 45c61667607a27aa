// /api/events: the feed that connectors of the Entropy API poll (http-feeds.org). Reading it never fails for the sake of
// the last id, because a connector that gets an error stops for good. A batch that is full never changes and may be
// kept; only for organization keys, though, because what anybody else may see can change.
import { z } from 'zod';
import { eventNames, type Feed } from '../../../app/feed.ts';
import { second } from '../../../core/time.ts';
import { callerOf, type Server } from '../server.ts';
import { answerAs } from '../wire/answers.ts';

export interface EventRouteDeps {
  readonly feed: Feed;
}

const longestWait = 30 * second;
const oldFlagWait = 5 * second;

const query = z.object({
  lastEventId: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .meta({
      description:
        'The id of the last event that was handled. Absent, empty or `null`: from the beginning. An id that is unknown here: from five minutes before the time in it.',
    }),
  timeout: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .meta({
      description: `How many milliseconds to wait for an event when there is none, ${longestWait} at most.`,
    }),
  longPolling: z
    .string()
    .optional()
    .meta({ description: 'Older flag; `true` waits five seconds. Use `timeout`.', deprecated: true }),
});

const moment = z.iso.datetime();

/** What stands in `data`, by the kind of event. */
const data = {
  plain: { id: z.string(), timestamp: moment },
  OutputPort: { id: z.string(), outputPortId: z.string(), timestamp: moment },
  provisioning: { id: z.string(), status: z.string(), platform: z.string().optional(), timestamp: moment },
};

const dataSchemas = eventNames.map((name) =>
  z
    .looseObject(
      name.startsWith('OutputPort')
        ? data.OutputPort
        : /rovision/.test(name)
          ? data.provisioning
          : data.plain,
    )
    .meta({ id: `${name}Event` }),
);

const event = z
  .looseObject({
    specversion: z.literal('1.0'),
    id: z.uuid(),
    type: z.string(),
    source: z.url(),
    subject: z.string(),
    time: moment,
    datacontenttype: z.literal('application/json'),
    dataschema: z.url(),
    principal: z.string().meta({ description: '`user:<id>`, `api-key:<id>` or `system`.' }),
    data: z.union(dataSchemas),
  })
  .meta({ id: 'FeedEvent' });

export function eventRoutes(server: Server, { feed }: EventRouteDeps): void {
  const stopping = new AbortController();
  // Whoever waits here would keep a server that wants to stop waiting as well.
  server.addHook('preClose', async () => stopping.abort());

  server.get(
    '/api/events',
    {
      config: { audience: 'reads', problems: ['invalid_field'] },
      schema: {
        summary: 'Read the event feed',
        description: 'At most 1000 events, oldest first; an empty array is the end of the feed for now.',
        tags: ['Events'],
        querystring: query,
        response: {
          200: answerAs(
            'application/cloudevents-batch+json',
            'Events in the JSON batch format of CloudEvents.',
            z.array(event),
          ),
        },
      },
    },
    async (request, reply) => {
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const { lastEventId, timeout, longPolling } = request.query;
      const waitMs = Math.min(timeout ?? (longPolling === 'true' ? oldFlagWait : 0), longestWait);
      const { text, full } = await feed.read(
        [lastEventId].flat().at(-1),
        waitMs,
        AbortSignal.any([gone.signal, stopping.signal]),
      );
      const mayBeKept = full && callerOf(request).principal.type === 'organization-key';
      return reply
        .type('application/cloudevents-batch+json')
        .header('cache-control', mayBeKept ? 'private, max-age=31536000, immutable' : 'private, no-cache')
        .header('vary', 'x-api-key, authorization, cookie')
        .send(text as never);
    },
  );
}
