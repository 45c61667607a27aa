// API keys: who may make which, and who may end which. A key speaks for the organization, for one team or for one
// person, and may be of a kind that only reads. It remembers the person who made it, because deciding what one's own
// key filed would be deciding one's own request (design 3.4); a key made with a key therefore has that key's maker. A key
// for Rover files opens nothing by itself: it is what OAuth 2 calls a client (rover-token.ts).
import { mayEdit, mayRun } from './governance.ts';
import type { KeyId, PersonId, TeamId } from './ids.ts';
import type { Principal } from './principal.ts';
import { refused, type Refused } from './problem.ts';
import type { Roster } from './team.ts';
import type { Instant } from './time.ts';

/** `rover`: for the files of a team. It is changed for a token that lasts minutes, and decides nothing. */
export type KeyKind = 'organization' | 'team' | 'user' | 'rover';

/** As the wire spells a kind together with whether it only reads. */
export type KeyScope = KeyKind | `${Exclude<KeyKind, 'rover'>}_read`;

export const keyScopes = [
  'organization',
  'organization_read',
  'team',
  'team_read',
  'user',
  'user_read',
  'rover',
] as const satisfies readonly KeyScope[];

/** How many keys of organization and teams may live at the same time, together. */
export const mostSharedKeys = 100;

/** How many keys one person may have at the same time. They do not use up the organization's. */
export const mostOwnKeys = 20;

export interface ApiKey {
  readonly id: KeyId;
  readonly displayName: string;
  readonly kind: KeyKind;
  readonly readOnly: boolean;
  readonly team: TeamId | null;
  /** Whose key it is (kind user). */
  readonly person: PersonId | null;
  readonly maker: PersonId | null;
  readonly createdAt: Instant;
  /** Null: it does not expire. */
  readonly expiresAt: Instant | null;
  readonly lastUsedAt: Instant | null;
}

export type KeySubject = Pick<ApiKey, 'kind' | 'readOnly' | 'team' | 'person'>;

export function scopeOf(key: Pick<ApiKey, 'kind' | 'readOnly'>): KeyScope {
  return key.readOnly && key.kind !== 'rover' ? `${key.kind}_read` : key.kind;
}

export function kindOf(scope: KeyScope): Pick<ApiKey, 'kind' | 'readOnly'> {
  const readOnly = scope.endsWith('_read');
  return { kind: (readOnly ? scope.slice(0, -'_read'.length) : scope) as KeyKind, readOnly };
}

/**
 * Refuses whoever may not make this key: a person for themself, who edits the team for the team, who runs the
 * installation for the organization. Nobody makes a key of another person, since that would be a way to decide in
 * their name. An auditor may have keys of their own that read.
 */
export function mayMakeKey(by: Principal, key: KeySubject, roster: Roster | undefined): Refused | undefined {
  if (key.kind === 'user') return mayMakeOwn(by, key);
  if (by.type === 'team-key' && by.rover) return refused('not_permitted');
  return key.team === null ? mayRun(by) : mayEdit(by, key.team, roster);
}

/** Refuses whoever may not end this key: who may make it may, and who runs the installation may end everybody's. */
export function mayEndKey(by: Principal, key: KeySubject, roster: Roster | undefined): Refused | undefined {
  return mayRun(by) === undefined ? undefined : mayMakeKey(by, key, roster);
}

/** A key made with a key may not live longer than that one: an expiry would be no end otherwise. */
export function checkExpiry(
  expiresAt: Instant | null,
  makersKeyExpiresAt: Instant | null,
  now: Instant,
): Refused | undefined {
  if (expiresAt !== null && expiresAt <= now) return refused('period_past', undefined, 'expiresAt');
  const longer = makersKeyExpiresAt !== null && (expiresAt === null || expiresAt > makersKeyExpiresAt);
  return longer
    ? refused(
        'period_too_long',
        {
          en: 'A key made with a key may not outlive that one.',
          de: 'Ein Schlüssel, der mit einem Schlüssel gemacht wird, überlebt jenen nicht.',
        },
        'expiresAt',
      )
    : undefined;
}

function mayMakeOwn(by: Principal, key: KeySubject): Refused | undefined {
  if (by.type !== 'person' || by.id !== key.person) return refused('not_permitted');
  if (by.readOnly) return refused('read_only');
  return by.auditor && !key.readOnly ? refused('auditor_reads_only') : undefined;
}
