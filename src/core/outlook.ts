// What will happen at the target when a request is granted: who gets in there under which name, how far, and what stands
// in the way. It is the same naming and the same levels that a run goes by (consumer-name.ts), so the page that somebody
// decides on and what is then granted cannot differ, unless somebody changes the target in between.
import { levelOf, nameAtTarget, namingOf, roleLevels, type Named } from './consumer-name.ts';
import type { Level } from './level.ts';
import type { Sentence } from './sentence.ts';

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
  | { readonly status: 'unbound'; readonly sentence: Sentence }
  | {
      readonly status: 'bound' | 'frozen';
      readonly target: { readonly id: string; readonly name: string; readonly kind: string };
      readonly principal: string;
      readonly level: Level;
      readonly sentence: Sentence;
    };

/** The free field in which a consumer's document says its name at this target. */
export function namingField({ target }: AtTarget): string {
  return namingOf(target ?? { kind: '', settings: {} }).field;
}

/** @param roles those that are asked for, or granted where nothing is asked. */
export function outlookOf(at: AtTarget, consumer: Named, roles: readonly string[]): Outlook {
  const { target, binding, unbound, contractRoles } = at;
  if (!target)
    return {
      status: 'unbound',
      sentence: {
        en: `Countersign changes nothing at a target: ${withoutStop(unbound) ?? 'the resource is bound to none'}.`,
        de: `Countersign ändert nichts an einem Ziel: ${withoutStop(unbound) ?? 'die Ressource ist an keines gebunden'}.`,
      },
    };
  const { id, name, kind, frozen } = target;
  const principal = nameAtTarget(consumer, namingOf(target));
  const level = levelOf(roles, roleLevels(binding['roles'], contractRoles));
  return {
    status: frozen ? 'frozen' : 'bound',
    target: { id, name, kind },
    principal,
    level,
    sentence: getsSentence(principal, level, name, frozen),
  };
}

function getsSentence(principal: string, level: Level, at: string, isFrozen: boolean): Sentence {
  const rights = {
    read: ['read', 'lesen'],
    write: ['write', 'schreiben'],
    'read-write': ['read and write', 'lesen und schreiben'],
  } as const;
  const [en, de] = rights[level];
  const gets = {
    en: `${principal} gets the right to ${en} at ${at}`,
    de: `${principal} darf ${de} auf ${at}`,
  };
  if (!isFrozen) return { en: `${gets.en}.`, de: `${gets.de}.` };
  return {
    en: `${gets.en} as soon as an administrator lets it be changed again.`,
    de: `${gets.de}, sobald jemand, der Countersign verwaltet, dort wieder ändern lässt.`,
  };
}

/** What stands within a sentence ends with it. */
function withoutStop(said: string | null): string | undefined {
  return said?.replace(/\.$/, '');
}
