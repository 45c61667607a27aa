// /api/log/stream: the log as it grows, for programs and pages that follow it. A client that comes back with the id of the
// last event goes on behind it.
import { z } from 'zod';
import type { Place, ReadableEntry } from '../../../app/log.ts';
import { filterFrom, filterProblems, filterQuery, shown, type LogRouteDeps } from '../log-filter.ts';
import { idOf, placeFrom } from '../log-place.ts';
import type { Server } from '../server.ts';
import { stream } from '../sse.ts';
import { answerAs } from '../wire/answers.ts';

const mostAtOnce = 500;

export function logStreamRoute(server: Server, deps: LogRouteDeps): void {
  const { log, watch } = deps;
  const stopping = new AbortController();
  server.addHook('preClose', async () => stopping.abort());

  server.get(
    '/api/log/stream',
    {
      config: { audience: 'reads', problems: filterProblems },
      schema: {
        summary: 'Follow the log as server-sent events',
        description:
          'Begins now, or after `Last-Event-ID`. An event `reload` says that what you have seen is not in this log any more, as after a restore: read everything again.',
        tags: ['Log'],
        querystring: z.object(filterQuery),
        response: {
          200: answerAs(
            'text/event-stream',
            'One event for each entry, with the entry as its data.',
            z.string(),
          ),
        },
      },
    },
    async (request, reply) => {
      const filter = await filterFrom(deps, request, request.query);
      const known = placeFrom(request.headers['last-event-id']);
      const isLost = known !== null && !(await log.holds(known));
      let place = known && !isLost ? known : await log.head();
      const toSay = isLost ? [{ id: idOf(place), event: 'reload', data: {} }] : [];
      await stream(reply, stopping.signal, async (waitMs, signal) => {
        if (toSay.length > 0) return toSay.splice(0);
        if (!(await watch.beyond(place.position, waitMs, signal))) return [];
        // The head comes first: what is sealed after it is read again, or read already, but never passed by.
        const head = await log.head();
        const entries = filter ? await log.page(filter, place.position, mostAtOnce) : [];
        const last = entries.at(-1);
        if (entries.length === mostAtOnce || (last && last.position! > head.position)) place = placeOf(last!);
        else place = head;
        return (await shown(deps, entries)).map((data, nth) => ({
          id: idOf(placeOf(entries[nth]!)),
          event: data.type,
          data,
        }));
      });
    },
  );
}

function placeOf({ position, hash }: ReadableEntry): Place {
  return { position: position!, hash: hash! };
}
