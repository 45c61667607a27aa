// test/output/permissions.txt: every operation, every role, and whether the door opens. It is read off the routes'
// audiences; a test calls every operation as every role on a real server and holds the answers against this text. What
// lies behind an open door (this very access, that very team) is decided by rules that no such table can show.
import { mayEnter } from '../../src/adapters/http/audience.ts';
import type { Operation } from '../../src/adapters/http/server.ts';
import type { KeyId, PersonId, TeamId } from '../../src/core/ids.ts';
import type { Principal } from '../../src/core/principal.ts';
import { withoutDatabase } from './without-database.ts';

export async function permissionsText(): Promise<string> {
  return withoutDatabase((server) => {
    const rows = server.operations.map((operation) => row(nameOf(operation), roles.map(opensFor(operation))));
    const width = Math.max(...rows.map((cells) => cells[0]!.length));
    const lines = [row('', Object.keys(principals)), ...rows.sort(byPath)];
    return `${lines.map(([name = '', ...cells]) => `${name.padEnd(width)}  ${cells.join('  ')}`.trimEnd()).join('\n')}\n`;
  });
}

/** `GET /api/access/:id`, as the table and its test call an operation. */
export function nameOf({ method, url }: Pick<Operation, 'method' | 'url'>): string {
  return `${method.padEnd(6)} ${url}`;
}

const person = {
  type: 'person',
  id: 'p' as PersonId,
  administrator: false,
  auditor: false,
  readOnly: false,
} as const;
const key = { id: 'k' as KeyId, maker: null, readOnly: false } as const;
const reads = { readOnly: true } as const;

/** The roles, each as somebody who has nothing but this role. */
const principals = {
  nobody: null,
  person,
  auditor: { ...person, auditor: true },
  administrator: { ...person, administrator: true },
  'user key': { ...person, key: key.id },
  'user key, reads': { ...person, key: key.id, ...reads },
  'team key': { type: 'team-key', team: 't' as TeamId, ...key },
  'team key, reads': { type: 'team-key', team: 't' as TeamId, ...key, ...reads },
  'Rover token': { type: 'team-key', team: 't' as TeamId, ...key, rover: true },
  'organization key': { type: 'organization-key', ...key },
  'organization key, reads': { type: 'organization-key', ...key, ...reads },
} as const satisfies Record<string, Principal | null>;

const roles = Object.values(principals);

function opensFor({ audience, method, url }: Operation) {
  return (principal: Principal | null): string => {
    if (audience === undefined) throw new Error(`${method} ${url} names no audience`);
    if (audience === 'public') return '✓';
    return principal !== null && mayEnter(audience, principal) === undefined ? '✓' : '✗';
  };
}

function row(name: string, cells: readonly string[]): string[] {
  return [name, ...cells.map((cell, nth) => cell.padEnd(Object.keys(principals)[nth]!.length))];
}

/** Operations at one address beside each other, whatever their method. */
function byPath(one: string[], other: string[]): number {
  const [left, right] = [one, other].map(([name = '']) => `${name.slice(7)}\0${name}`) as [string, string];
  return left < right ? -1 : 1;
}
