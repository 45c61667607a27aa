// What the house shows to whoever comes by: alive, ready, measured, and the API reference, which needs nothing from
// elsewhere.
import assert from 'node:assert/strict';
import test from 'node:test';
import { openWorld } from '../world.ts';

const house = {
  demo: false,
  unsealedSeconds: () => 0.5,
  clockErrorSeconds: async () => Promise.reject(new Error('the database is gone')),
  freeDiskBytes: null,
};

test('alive is alive, and ready only when nothing stands in the way', async () => {
  const obstacles: string[] = [];
  await using world = await openWorld({ house: { ...house, obstacles: async () => obstacles } });
  assert.equal((await world.nobody.get('/healthz')).body.status, 'ok');
  assert.deepEqual((await world.nobody.get('/readyz')).body, { status: 'ready' });
  obstacles.push('The database does not answer.');
  const answer = await world.nobody.get('/readyz');
  assert.deepEqual([answer.status, answer.body.obstacles], [503, obstacles]);
});

test('measurements come by route and not by address, and one that fails keeps none of the others back', async () => {
  await using world = await openWorld({ house: { ...house, obstacles: async () => [] } });
  await world.as('alice').get('/api/access/a1');
  const { text, headers } = await world.nobody.get('/metrics');
  assert.match(headers['content-type']!, /^text\/plain/);
  assert.match(
    text,
    /^countersign_http_seconds_count\{method="GET",route="\/api\/access\/:id",status="404"\} 1$/m,
  );
  assert.match(text, /^countersign_log_unsealed_seconds 0\.5$/m);
  assert.match(text, /^countersign_clock_error_seconds Nan$/m);
  assert.match(text, /^process_resident_memory_bytes /m);
});

test('the API reference is served whole from here', async () => {
  await using world = await openWorld();
  assert.equal((await world.nobody.get('/docs')).status, 200);
  const { body } = await world.nobody.get('/openapi.json');
  assert.equal(body.openapi, '3.1.0');
  const script = await world.server.inject('/docs/reference.js');
  assert.equal(script.headers['content-encoding'], 'gzip');
  assert.ok(script.rawPayload.length > 100_000);
});
