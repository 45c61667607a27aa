// What a target calls a consumer. Usually the team or product says it itself, in a free field of its document; where it
// does not, the target has a template for each kind of consumer. Which level a role gives at a target stands here too:
// the resource's binding may say it, else the contract does, and what nobody calls writing is reading.
import type { Consumer, ConsumerKind } from './consumer.ts';
import { levels, together, type Level } from './level.ts';

/** How consumers are named at one target. */
export interface Naming {
  /** The free field of a product's, team's or person's document that counts before any template. */
  readonly field: string;
  /** May hold `{id}`, `{email}`, and `{local}`, which is the part of the address before the @. */
  readonly templates: Readonly<Record<ConsumerKind, string>>;
}

/**
 * No two consumers have one name unless the target says so, since then one would get what the other was granted: a team
 * and a product may share an id, and two people of two companies the part before the @, which would be shorter.
 */
const usualTemplates: Naming['templates'] = {
  team: '{id}',
  'data-product': 'dp_{id}',
  application: 'app_{id}',
  person: '{email}',
};

/** A role of a database and a principal of a broker are two names of one consumer, so each kind has a field of its own. */
export function usualNaming(kind: string): Naming {
  return {
    field: kind === 'postgresql' ? 'databaseRole' : `${kind}Principal`,
    templates: usualTemplates,
  };
}

export interface NamingPlace {
  readonly kind: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The naming in a target's settings; what they leave out is as usual. Settings were judged when they were stored. */
export function namingOf({ kind, settings }: NamingPlace): Naming {
  const said = (settings['consumers'] ?? {}) as Partial<Record<string, unknown>>;
  const or = (value: unknown, usual: string): string =>
    typeof value === 'string' && value !== '' ? value : usual;
  const { field, templates } = usualNaming(kind);
  return {
    field: or(said['field'], field),
    templates: {
      team: or(said['team'], templates.team),
      'data-product': or(said['dataProduct'], templates['data-product']),
      application: or(said['application'], templates.application),
      person: or(said['person'], templates.person),
    },
  };
}

/** What is known about a consumer when its name at a target is looked for. */
export interface Named {
  readonly kind: Consumer['kind'];
  readonly id: string;
  /** Of a person. */
  readonly email: string | null;
  /** What its document says in the naming's field. */
  readonly field: string | null;
}

export function nameAtTarget(consumer: Named, naming: Naming): string {
  const said = consumer.field?.trim();
  if (said) return said;
  const email = consumer.email ?? '';
  const parts: Record<string, string> = {
    '{id}': consumer.id,
    '{email}': email,
    '{local}': email.split('@')[0]!,
  };
  return naming.templates[consumer.kind].replace(/\{(?:id|email|local)\}/g, (part) => parts[part]!);
}

/** What each role gives at a target. A role that is not in it reads. */
export type RoleLevels = ReadonlyMap<string, Level>;

/**
 * @param bound what the binding says, by role.
 * @param contract the contract's roles with the kind of access that it names, such as `read` or `write`.
 */
export function roleLevels(
  bound: unknown,
  contract: readonly { readonly role: string; readonly access: string | null }[],
): RoleLevels {
  const byContract = contract.map(
    ({ role, access }) => [role, /write/i.test(access ?? '') ? 'read-write' : 'read'] as const,
  );
  const byBinding = Object.entries((bound ?? {}) as Record<string, unknown>).map(
    ([role, level]) => [role, levels.find((one) => one === level) ?? 'read'] as const,
  );
  return new Map([...byContract, ...byBinding]);
}

/** The level that several roles give together. No role at all reads. */
export function levelOf(roles: readonly string[], given: RoleLevels): Level {
  return together(roles.map((role) => given.get(role) ?? 'read'));
}
