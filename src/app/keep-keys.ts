// Making and ending API keys. The text of a key is given out once and kept as a digest only. That is also why a
// repeated Idempotency-Key cannot be answered as the first call was: keeping that answer would keep the secret. The
// repetition is refused with a plain sentence instead, and makes no second key.
import { checkExpiry, kindOf, mayEndKey, mayMakeKey, type ApiKey, type KeyScope } from '../core/api-key.ts';
import type { KeyId, Mint, PersonId, TeamId } from '../core/ids.ts';
import { nameInFiles } from '../core/rover-token.ts';
import { actorOf } from '../core/principal.ts';
import { orThrow, Problem } from '../core/problem.ts';
import type { Instant } from '../core/time.ts';
import type { IdentityPorts } from './identity.ts';
import type { Caller } from './ports.ts';

export interface WantedKey {
  readonly scope: KeyScope;
  readonly displayName: string | null;
  readonly team: TeamId | null;
  readonly expiresAt: Instant | null;
}

export interface MadeKey {
  readonly key: ApiKey;
  /** Shown once. */
  readonly token: string;
}

/** @throws Problem when the principal may not make such a key, when there are too many, or for a repeated call. */
export const createKey =
  ({ keys, tokens, clock }: IdentityPorts, mint: Mint) =>
  async (wanted: WantedKey, caller: Caller): Promise<MadeKey> => {
    const now = clock.now();
    const key = keyFrom(wanted, caller, mint, now);
    const token = tokens.fresh('cs_');
    await keys.create(key, token, caller, now, ({ roster, makersKeyExpiresAt }) => {
      return mayMakeKey(caller.principal, key, roster) ?? checkExpiry(key.expiresAt, makersKeyExpiresAt, now);
    });
    return { key, token };
  };

/** @throws Problem `key_unknown`, `not_permitted`. */
export const revokeKey =
  ({ keys, clock }: IdentityPorts) =>
  async (id: KeyId, caller: Caller): Promise<void> => {
    await keys.end(id, caller, clock.now(), (key, roster) => mayEndKey(caller.principal, key, roster));
  };

function keyFrom(wanted: WantedKey, caller: Caller, mint: Mint, now: Instant): ApiKey {
  const { kind, readOnly } = kindOf(wanted.scope);
  const isOfTeam = kind === 'team' || kind === 'rover';
  if (isOfTeam && wanted.team === null)
    throw new Problem('invalid_field', {
      field: 'teamId',
      detail: {
        en: 'A team key needs the id of its team.',
        de: 'Ein Schlüssel eines Teams braucht dessen Id.',
      },
    });
  if (kind === 'rover' && !nameInFiles(wanted.team!))
    throw new Problem('invalid_field', {
      field: 'teamId',
      detail: {
        en: 'roverctl cannot address a team of this id.',
        de: 'roverctl kann ein Team mit dieser Id nicht ansprechen.',
      },
    });
  const maker = actorOf(caller.principal).person;
  return {
    id: mint.id() as KeyId,
    displayName: wanted.displayName ?? wanted.scope,
    kind,
    readOnly,
    team: isOfTeam ? wanted.team : null,
    person: kind === 'user' ? orThrow(ownerOf(caller)) : null,
    maker,
    createdAt: now,
    expiresAt: wanted.expiresAt,
    lastUsedAt: null,
  };
}

function ownerOf({ principal }: Caller): PersonId {
  if (principal.type === 'person') return principal.id;
  throw new Problem('not_permitted', {
    detail: {
      en: 'Only a person can make a key of their own.',
      de: 'Einen eigenen Schlüssel kann nur eine Person machen.',
    },
  });
}
