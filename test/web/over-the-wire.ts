// What somebody does with a key while others look at their windows. It goes over the wire to the stage's server, and
// whatever is refused fails the test.
import assert from 'node:assert/strict';
import { tokenOf, type KeyName } from '../cast.ts';
import type { Client } from '../world.ts';
import type { Stage } from './stage.ts';

export function clientOf({ url }: Pick<Stage, 'url'>, key: KeyName): Client {
  const send = (method: string) => async (path: string, body?: unknown) => {
    const answer = await fetch(url + path, {
      method,
      headers: { 'x-api-key': tokenOf(key), 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    assert.ok(answer.ok, `${method} ${path}: ${text}`);
    const isJson = answer.headers.get('content-type')?.includes('json') === true && text !== '';
    return { status: answer.status, headers: {}, text, body: isJson ? JSON.parse(text) : undefined };
  };
  return { get: send('GET'), put: send('PUT'), post: send('POST'), delete: send('DELETE') };
}
