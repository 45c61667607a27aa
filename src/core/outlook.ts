// What will happen at the target when a request is granted: who gets in there under which name, how far, and what stands
// in the way. It is the same naming and the same levels that a run goes by (consumer-name.ts), so the page that somebody
// decides on and what is then granted cannot differ, unless somebody changes the target in between.
import { levelOf, nameAtTarget, namingOf, roleLevels, type Named } from './consumer-name.ts';

/** What is known about a resource's target. */
export interface AtTarget {
  /** Null: the resource is bound to none. */
  readonly target: {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly settings: Readonly<Record<string, unknown>>;
    /** Nothing is changed there until an administrator has looked. */
    readonly frozen: boolean;
  } | null;
  /** What the resource is there. */
  readonly binding: Readonly<Record<string, unknown>>;
  /** Why the documents lead to no target, where they try to. */
  readonly unbound: string | null;
  readonly contractRoles: readonly { readonly role: string; readonly access: string | null }[];
}

export type Outlook =
  | { readonly status: 'unbound'; readonly sentence: string }
  | {
      readonly status: 'bound' | 'frozen';
      readonly target: { readonly id: string; readonly name: string; readonly kind: string };
      readonly principal: string;
      readonly level: 'read' | 'read-write';
      readonly sentence: string;
    };

/** The free field in which a consumer's document says its name at this target. */
export function namingField({ target }: AtTarget): string {
  return namingOf(target?.settings ?? {}).field;
}

/** @param roles those that are asked for, or granted where nothing is asked. */
export function outlookOf(at: AtTarget, consumer: Named, roles: readonly string[]): Outlook {
  const { target, binding, unbound, contractRoles } = at;
  if (!target)
    return {
      status: 'unbound',
      sentence: `Countersign changes nothing at a target: ${unbound ?? 'the resource is bound to none'}.`,
    };
  const { id, name, kind, settings, frozen } = target;
  const principal = nameAtTarget(consumer, namingOf(settings));
  const level = levelOf(roles, roleLevels(binding['roles'], contractRoles));
  const gets = `${principal} gets the right to ${level === 'read' ? 'read' : 'read and write'} at ${name}`;
  return {
    status: frozen ? 'frozen' : 'bound',
    target: { id, name, kind },
    principal,
    level,
    sentence: frozen ? `${gets} as soon as an administrator lets it be changed again.` : `${gets}.`,
  };
}
