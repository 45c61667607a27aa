// The examples of the API description: the story is told to a real server and held against the files from which the
// description takes them; and every operation has one, wherever it can stand. After a change that is meant, `npm run gen`
// writes the files anew.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readExamples, type Example } from '../../src/adapters/http/examples.ts';
import { eventNames } from '../../src/app/feed.ts';
import { openStory, tellAll } from '../examples/story.ts';
import type { World } from '../world.ts';

test('the API description shows what really happens', { timeout: 120_000 }, async (t) => {
  await using world = await openStory();
  const described = operationsOf(world);

  await t.test('the story is told as the examples say, word for word', async (t) => {
    const { examples } = await tellAll(world);
    for (const [file, told] of Map.groupBy(examples, ([operation]) => fileFor(described.get(operation))))
      t.assert.fileSnapshot(Object.fromEntries(told), fileURLToPath(new URL(file, folder)), {
        serializers: [(value) => `${JSON.stringify(value, null, 2)}\n`],
      });
  });

  await t.test('every operation has an example, and no example is left of one that is gone', () => {
    const known = [...readExamples().keys()];
    assert.deepEqual(known.sort(), [...described.keys()].sort());
  });

  await t.test('an example stands wherever a reader looks for one', () => {
    const examples = readExamples();
    const bare = [...described].flatMap(([name, operation]) =>
      placesWithout(operation, examples.get(name)!).map((place) => `${name}: ${place}`),
    );
    assert.deepEqual(bare, []);
  });

  await t.test('what an event says about its data is found where it says', async () => {
    const events = (await world.as('organization').get('/api/events')).body as FeedEvent[];
    assert.ok(new Set(events.map((event) => event.type)).size > 15, 'the story has many kinds of events');
    const addresses = new Set([
      ...events.map((event) => event.dataschema),
      ...eventNames.map((name) => `${events[0]!.source}/openapi.json#/components/schemas/${name}Event`),
    ]);
    for (const address of addresses) {
      const { origin, pathname, hash } = new URL(address);
      assert.equal(origin, events[0]!.source);
      const { body } = await world.nobody.get(pathname);
      const schema = pointedTo(body, hash.slice(1)) as { properties?: Record<string, unknown> } | undefined;
      assert.ok(schema?.properties?.['id'], `${address} leads nowhere`);
    }
  });
});

interface FeedEvent {
  readonly type: string;
  readonly source: string;
  readonly dataschema: string;
}

interface Described {
  readonly tags: readonly string[];
  readonly parameters?: readonly { name: string; required?: boolean; example?: unknown }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Record<string, { readonly content?: Content }>;
}

type Content = Record<string, { readonly examples?: Record<string, { value: unknown }> }>;

const folder = new URL('../../src/adapters/http/examples/', import.meta.url);

/** By name, such as `PUT /api/access/{id}`. */
function operationsOf({ server }: World): Map<string, Described> {
  const paths = server.swagger().paths as Record<string, Record<string, Described>>;
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]) => [`${method.toUpperCase()} ${path}`, one] as const),
    ),
  );
}

function fileFor(operation: Described | undefined): string {
  assert.ok(operation, 'the story calls what is not described');
  return `${operation.tags[0]!.toLowerCase().replaceAll(' ', '-')}.json`;
}

function placesWithout({ parameters = [], requestBody, responses }: Described, example: Example): string[] {
  const shown = (content: Content | undefined, type: string) =>
    Object.values(content?.[type]?.examples ?? {}).length > 0;
  const [asked = ''] = Object.keys(requestBody?.content ?? {});
  const { status, type } = example;
  return [
    ...parameters.filter((one) => one.required && one.example === undefined).map(({ name }) => name),
    ...(requestBody && !shown(requestBody.content, asked) ? ['the body'] : []),
    ...(type !== undefined && !shown(responses[status]?.content, type)
      ? [`the answer ${status} ${type}`]
      : []),
    ...(type === undefined && responses[status]?.content ? [`an empty answer ${status}`] : []),
  ];
}

/** What a JSON pointer leads to. */
function pointedTo(document: unknown, pointer: string): unknown {
  const parts = pointer.split('/').slice(1);
  return parts.reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document);
}
