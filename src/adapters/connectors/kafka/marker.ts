// How we know our own ACLs again. Kafka keeps nothing beside an ACL: no owner, no comment. So each entitlement has a
// marker at the broker, which is an ACL too: it *denies* its principal to describe a transactional id that says what the
// entitlement is, and that nobody uses. It can open nothing and closes nothing; `kafka-acls.sh --list` shows it beside
// the rest, and it is carried wherever ACLs are, by a mirror or a restore. A marker is written before the rights it
// stands for and taken away after them, so a run that is cut off leaves a marker without rights, which the next one sees.
import { z } from 'zod';
import { levels, type Level } from '../../../core/level.ts';
import { patternOf, rightKey, type Acl, type Right } from './acl.ts';

export interface Entry {
  readonly installation: string;
  readonly resource: string;
  readonly level: Level;
  /** Patterns as text. */
  readonly topics: readonly string[];
  readonly groups: readonly string[];
  readonly transactionalIds: readonly string[];
  /**
   * Rights that somebody else had given before us, by their keys. An ACL of the same words is one and the same, so we
   * cannot make it again and must not take it away.
   */
  readonly others: readonly string[];
}

export interface Marker extends Entry {
  readonly principal: string;
  readonly acl: Acl;
}

const prefix = 'countersign:';

const entry = z.object({
  installation: z.string(),
  resource: z.string(),
  level: z.enum(levels),
  topics: z.array(z.string()),
  groups: z.array(z.string()).default([]),
  transactionalIds: z.array(z.string()).default([]),
  others: z.array(z.string()).default([]),
});

/** @param principal as Kafka calls it, such as `User:analytics`. */
export function markerOf(principal: string, said: Entry): Marker {
  const { installation, resource, level, topics, groups, transactionalIds, others } = said;
  const name = JSON.stringify({
    installation,
    resource,
    level,
    topics,
    ...(groups.length > 0 && { groups }),
    ...(transactionalIds.length > 0 && { transactionalIds }),
    ...(others.length > 0 && { others }),
  });
  const acl: Acl = {
    kind: 'TRANSACTIONAL_ID',
    pattern: 'LITERAL',
    name: prefix + name,
    principal,
    host: '*',
    operation: 'DESCRIBE',
    permission: 'DENY',
  };
  return { ...said, principal, acl };
}

/** The marker that an ACL is, of whatever installation; null when it is none. */
export function readMarker(acl: Acl): Marker | null {
  if (acl.kind !== 'TRANSACTIONAL_ID' || acl.permission !== 'DENY' || !acl.name.startsWith(prefix))
    return null;
  try {
    const read = entry.safeParse(JSON.parse(acl.name.slice(prefix.length)));
    return read.success ? { ...read.data, principal: acl.principal, acl } : null;
  } catch {
    return null;
  }
}

/** All that an entitlement consists of, given by us or by others. To read or to write includes to describe. */
export function rightsOf({ level, topics, groups, transactionalIds }: Entry): Right[] {
  const on = (kind: Right['kind'], operation: Right['operation'], patterns: readonly string[]): Right[] =>
    patterns.map((text) => ({ kind, operation, ...patternOf(text) }));
  const reading = [...on('TOPIC', 'READ', topics), ...on('GROUP', 'READ', groups)];
  const writing = [...on('TOPIC', 'WRITE', topics), ...on('TRANSACTIONAL_ID', 'WRITE', transactionalIds)];
  return [...(level === 'write' ? [] : reading), ...(level === 'read' ? [] : writing)];
}

/** Those that we gave. */
export function givenBy(marker: Entry): Right[] {
  const others = new Set(marker.others);
  return rightsOf(marker).filter((right) => !others.has(rightKey(right)));
}

export const allowed = (principal: string, right: Right): Acl => ({
  ...right,
  principal,
  host: '*',
  permission: 'ALLOW',
});
