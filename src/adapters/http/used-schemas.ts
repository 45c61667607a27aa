// The schemas of the API description that something points to. The library in between writes each one twice, as it is
// sent and as it is read, whether both occur or not; a reader of the reference would have to guess which one counts.
// What stands in an event is pointed to from outside, by the `dataschema` of the event.
type Schemas = Readonly<Record<string, unknown>>;

/** @param roots whatever may point to schemas, directly or through others. */
export function usedSchemas(schemas: Schemas, roots: unknown): Schemas {
  const used = new Set(Object.keys(schemas).filter((name) => name.endsWith('Event')));
  const waiting = [roots, ...[...used].map((name) => schemas[name])];
  while (waiting.length > 0)
    for (const name of namesIn(waiting.pop()))
      if (name in schemas && !used.has(name)) {
        used.add(name);
        waiting.push(schemas[name]);
      }
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)));
}

function namesIn(value: unknown): string[] {
  const pointers = JSON.stringify(value).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g);
  return [...pointers].map(([, name]) => name!);
}
