// How far somebody gets in at a target. Reading and writing are two rights, because a publisher of events need not be
// able to read them; a target at which writing always includes reading, as a table does, has no `write` alone.
export const levels = ['read', 'write', 'read-write'] as const;

export type Level = (typeof levels)[number];

/** What several levels are together; nothing at all reads, because a grant always gives something. */
export function together(all: Iterable<Level>): Level {
  const given = new Set(all);
  const reads = given.has('read') || given.has('read-write');
  const writes = given.has('write') || given.has('read-write');
  return writes ? (reads ? 'read-write' : 'write') : 'read';
}
