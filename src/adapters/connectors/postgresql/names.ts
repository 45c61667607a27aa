// Names at a PostgreSQL target: which ones can be used at all, how they are quoted, and what our own group roles are
// called. PostgreSQL silently cuts a longer name off at 63 bytes and would then act on another role, so a name is judged
// before it goes into a statement. The name of a group role is only for reading; who it belongs to is said in full by
// its comment, because 63 bytes cannot hold the ids.
import { createHash } from 'node:crypto';
import { escapeIdentifier, escapeLiteral } from 'pg';
import type { Level } from '../../../app/connector.ts';

export const quoted = escapeIdentifier;
export const literal = escapeLiteral;

/** What a group role stands for, beside its level. */
export interface PortIdentity {
  readonly installationId: string;
  readonly resourceId: string;
  readonly database: string;
}

/** Every group role starts with this, so that operators find them together. */
export const groupPrefix = 'countersign_';

/** Why PostgreSQL could not take this as the name of anything, as a sentence; null when it could. */
export function nameFault(name: string): string | null {
  if (name === '') return 'A name is empty.';
  if (name.includes('\0')) return `The name ${shown(name)} holds a NUL character.`;
  if (!name.isWellFormed()) return `The name ${shown(name)} is not valid Unicode.`;
  if (Buffer.byteLength(name) > 63)
    return `The name ${shown(name)} is longer than 63 bytes, the longest that PostgreSQL keeps.`;
  return null;
}

/** Why this cannot be the role of a consumer, as a sentence; null when it can. `own` is Countersign's role there. */
export function principalFault(name: string, own: string): string | null {
  if (name === 'public' || name === 'none')
    return `"${name}" is no role: PostgreSQL keeps this word for itself.`;
  if (name.startsWith('pg_')) return `Role "${name}" is one of PostgreSQL's own and cannot be a consumer.`;
  if (name.startsWith(groupPrefix))
    return `Role "${name}" is named like a group role of Countersign and cannot be a consumer.`;
  if (name === own) return `Role "${name}" is Countersign's own and cannot be a consumer.`;
  return nameFault(name);
}

/** For example `countersign_shop_orders_read_1f0c9a7be214`: readable, unique, at most 63 bytes. */
export function groupName(port: PortIdentity, level: Level): string {
  const identity = JSON.stringify([port.installationId, port.database, port.resourceId, level]);
  const hash = createHash('sha256').update(identity).digest('hex').slice(0, 12);
  const words = port.resourceId.toLowerCase().match(/[a-z0-9]+/g) ?? ['port'];
  const readable = words.join('_').slice(0, 30).replace(/_$/, '');
  return `${groupPrefix}${readable}_${level === 'read' ? 'read' : 'write'}_${hash}`;
}

/** Whose a group role is, and which principals lost it without their sessions having been ended yet. */
export interface GroupComment {
  readonly installation: string;
  readonly database: string;
  readonly resource: string;
  readonly level: Level;
  readonly ending: readonly string[];
}

export function groupComment(port: PortIdentity, level: Level, ending: readonly string[]): string {
  const { installationId: installation, database, resourceId: resource } = port;
  const comment: GroupComment = { installation, database, resource, level, ending };
  const sentence = `Countersign keeps this role and its members: ${level} access to ${resource}.`;
  return `${sentence}\n${JSON.stringify({ countersign: comment })}`;
}

/**
 * Pieces of the last line of a comment, for judging many comments where they are: how it begins for every group role of an
 * installation, and what is in it for those of one resource. In a string of JSON a quote has a backslash before it, so no
 * id can feign the second.
 */
export function commentMarks({ installationId, resourceId }: PortIdentity): {
  installation: string;
  resource: string;
} {
  return {
    installation: `{"countersign":{"installation":${JSON.stringify(installationId)},`,
    resource: `,"resource":${JSON.stringify(resourceId)},"level":`,
  };
}

/** What the comment of a role says, when it is one of ours of any installation; else null. */
export function readGroupComment(comment: string | null): GroupComment | null {
  try {
    const { countersign } = JSON.parse(comment?.slice(comment.lastIndexOf('\n') + 1) ?? '') as {
      countersign?: GroupComment;
    };
    return countersign
      ? { ...countersign, ending: Array.isArray(countersign.ending) ? countersign.ending : [] }
      : null;
  } catch {
    return null;
  }
}

function shown(name: string): string {
  const short = name.length > 80 ? `${name.slice(0, 80)}…` : name;
  return JSON.stringify(short);
}
