// People, sessions and keys as they look on the wire. Members and keys carry the names of the Entropy API; what we add
// sits beside them. Passwords and the text of keys appear in no answer but the one that makes a key.
import { z } from 'zod';
import type { ListedKey, Named } from '../../../app/identity.ts';
import { keyScopes, scopeOf, type ApiKey } from '../../../core/api-key.ts';
import type { Person } from '../../../core/person.ts';
import type { Session } from '../../../core/session.ts';
import { day, type Instant } from '../../../core/time.ts';
import { action, person } from './answers.ts';

export const email = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u, 'an e-mail address');

/** How long it has to be is a rule (core/person.ts); this is what may be sent at all. */
export const password = z.string().min(1).max(1000);

export const instant = z.iso.datetime({ offset: true });

export const memberAnswer = z
  .object({
    emailAddress: z.string(),
    userId: z.string(),
    name: z.string().nullable(),
    role: z.enum(['Member', 'Owner']).meta({ description: 'Owner: an administrator of the installation.' }),
    auditor: z.boolean(),
    disabled: z.boolean(),
    hasAccount: z.boolean().meta({ description: 'Whether they can sign in with a password.' }),
    createdAt: instant,
    custom: z.record(z.string(), z.string()),
  })
  .meta({ id: 'OrganizationMember' });

export function wireMember(person: Person): z.infer<typeof memberAnswer> {
  return {
    emailAddress: person.email,
    userId: person.id,
    name: person.name,
    role: person.administrator ? 'Owner' : 'Member',
    auditor: person.auditor,
    disabled: person.disabledAt !== null,
    hasAccount: person.hasAccount,
    createdAt: iso(person.createdAt),
    custom: { ...person.custom },
  };
}

const keyAnswer = z.object({
  organizationApiKeyId: z.string(),
  displayName: z.string(),
  scope: z.enum(keyScopes),
  teamId: z.string().nullable(),
  userId: z.string().nullable().meta({ description: 'Whose key it is, where it is a person’s.' }),
  createdBy: z
    .string()
    .nullable()
    .meta({ description: 'The person who made it, or made the key that made it.' }),
  createdAt: instant,
  expiresAt: z.iso.date().nullable().meta({ description: 'The last day on which it works, in UTC.' }),
  until: instant.nullable().meta({ description: 'The instant from which it no longer works.' }),
  lastUsedAt: instant.nullable().meta({ description: 'Within a minute.' }),
});

export const listedKeyAnswer = keyAnswer
  .extend({
    user: person.optional().meta({ description: 'Whose key it is, by name.' }),
    maker: person.optional(),
    actions: z.object({ revoke: action }),
  })
  .meta({ id: 'ApiKey' });

export const newKeyAnswer = keyAnswer
  .extend({
    key: z.string().meta({ description: 'The secret, shown here and never again.' }),
    roverToken: z
      .string()
      .optional()
      .meta({ description: 'Of the scope `rover`: the same as roverctl takes it, in ROVER_TOKEN.' }),
  })
  .meta({ id: 'ApiKeyCreated' });

export function wireKey(key: ApiKey): z.infer<typeof keyAnswer> {
  return {
    organizationApiKeyId: key.id,
    displayName: key.displayName,
    scope: scopeOf(key),
    teamId: key.team,
    userId: key.person,
    createdBy: key.maker,
    createdAt: iso(key.createdAt),
    expiresAt: key.expiresAt === null ? null : iso(key.expiresAt - 1).slice(0, 10),
    until: key.expiresAt === null ? null : iso(key.expiresAt),
    lastUsedAt: key.lastUsedAt === null ? null : iso(key.lastUsedAt),
  };
}

/** What the caller may do with it is said beside this. */
export function wireListedKey({
  key,
  owner,
  maker,
}: ListedKey): Omit<z.infer<typeof listedKeyAnswer>, 'actions'> {
  return {
    ...wireKey(key),
    ...(owner && { user: wireNamed(owner) }),
    ...(maker && { maker: wireNamed(maker) }),
  };
}

function wireNamed({ person, email, name }: Named) {
  return { person, email, ...(name !== null && { name }) };
}

/** A day counts in full, in UTC; an instant is meant exactly. */
export const expiry = z
  .union([
    z.iso.date().transform((date): Instant => Date.parse(date) + day),
    instant.transform((text): Instant => Date.parse(text)),
  ])
  .refine((end) => end <= Date.UTC(9999, 0), 'no date after the year 9998');

export const sessionAnswer = z
  .object({
    id: z.string(),
    createdAt: instant,
    seenAt: instant.meta({ description: 'The last call, within a minute.' }),
    endsAt: instant,
    agent: z.string().nullable(),
    current: z.boolean().meta({ description: 'Whether it is the one that asks.' }),
  })
  .meta({ id: 'Session' });

export function wireSession(session: Session, current: string | null): z.infer<typeof sessionAnswer> {
  const { id, createdAt, seenAt, endsAt, agent } = session;
  const instants = { createdAt: iso(createdAt), seenAt: iso(seenAt), endsAt: iso(endsAt) };
  return { id, ...instants, agent, current: id === current };
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}
