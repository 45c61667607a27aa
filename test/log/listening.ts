// A world whose log is sealed and heard, as in a process, and which listens; and a reader of the streams that it gives.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSealing } from '../../src/adapters/db/log/seal.ts';
import { watchLog } from '../../src/adapters/db/log/watch.ts';
import { openPool } from '../../src/adapters/db/pool.ts';
import { tokenOf, type KeyName } from '../cast.ts';
import { openWorld } from '../world.ts';

/** A world whose log is sealed and heard, as in a process, and which listens. */
export async function listeningWorld() {
  const pools: { end(): Promise<void> }[] = [];
  const parts = {
    sealSoon: () => {},
    watch: { head: 0, beyond: async (): Promise<boolean> => false } as
      | ReturnType<typeof watchLog>
      | { head: number; beyond: () => Promise<boolean> },
  };
  const world = await openWorld({
    sealSoon: () => parts.sealSoon(),
    watch: {
      get head() {
        return parts.watch.head;
      },
      beyond: (...args) => parts.watch.beyond(...args),
    },
  });
  const config = world.pool.options;
  const pool = openPool({ ...config }, () => {});
  pools.push(pool);
  const sealing = startSealing(pool, { failed: () => {} });
  const watch = watchLog({ listen: config, pool, failed: () => {} });
  parts.sealSoon = sealing.sealSoon;
  parts.watch = watch;
  await world.server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = world.server.server.address() as AddressInfo;
  return {
    world,
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      await sealing.stop();
      await watch.stop();
      await Promise.all(pools.map((one) => one.end()));
      await world[Symbol.asyncDispose]();
    },
  };
}

export interface Sse {
  readonly id: string;
  readonly event: string;
  // Tests look into events freely; a wrong guess fails the test.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
}

/** Opens a stream and reads events from it until enough have come. */
export async function readStream(
  url: string,
  who: KeyName,
  enough: number,
  lastEventId?: string,
): Promise<Sse[]> {
  const request = get(url, {
    headers: {
      'x-api-key': tokenOf(who),
      ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
    },
  });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['content-type'], 'text/event-stream');
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) {
    text += chunk;
    if (eventsIn(text).length >= enough) break;
  }
  request.destroy();
  return eventsIn(text);
}

function eventsIn(text: string): Sse[] {
  return text.split('\n\n').flatMap((block) => {
    const [, id, event, data] = /^id: (.*)\nevent: (.*)\ndata: (.*)$/.exec(block) ?? [];
    return id && event && data ? [{ id, event, data: JSON.parse(data) }] : [];
  });
}
