// People as this installation knows them: who they are, what they may run, and what may be changed about it. A person
// comes into being when a team or an access names an e-mail address; an account (a password) is something that comes
// later or never. Names and addresses are personal data and can be erased; the id stays, because the log names it.
import type { PersonId } from './ids.ts';
import { refused, type Refused } from './problem.ts';
import type { Instant } from './time.ts';

export interface Person {
  readonly id: PersonId;
  readonly email: string;
  readonly name: string | null;
  /** Free fields that connectors look into, such as the person's name at a target. */
  readonly custom: Readonly<Record<string, string>>;
  /** Runs the installation; has no say in any decision by that. */
  readonly administrator: boolean;
  /** Reads everything and changes nothing. */
  readonly auditor: boolean;
  readonly disabledAt: Instant | null;
  readonly createdAt: Instant;
  /** Whether they can sign in with a password. */
  readonly hasAccount: boolean;
  /** True while the identity provider by which they come in has stopped vouching for them. */
  readonly unconfirmed: boolean;
}

/** What an administrator may change; a member that is missing stays as it is. */
export interface PersonChange {
  readonly name?: string | undefined;
  readonly custom?: Readonly<Record<string, string>> | undefined;
  readonly administrator?: boolean | undefined;
  readonly auditor?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

export type PersonFactType = 'person.added' | 'person.changed' | 'person.left' | 'person.returned';

/** The part of a person that the log shows: no name, no address. */
export interface PersonStanding {
  readonly administrator: boolean;
  readonly auditor: boolean;
  readonly disabled: boolean;
}

export interface ChangedPerson {
  readonly person: Person;
  readonly facts: readonly PersonFactType[];
}

/**
 * Applies a change. Refuses to leave the installation without an administrator who may sign in, and to make somebody
 * administrator and auditor at once: an auditor changes nothing, so such an administrator could not run anything.
 */
export function changePerson(
  person: Person,
  change: PersonChange,
  otherAdministrators: number,
  now: Instant,
): ChangedPerson | Refused {
  const disabled = change.disabled ?? person.disabledAt !== null;
  const after: Person = {
    ...person,
    name: change.name ?? person.name,
    custom: change.custom ?? person.custom,
    administrator: change.administrator ?? person.administrator,
    auditor: change.auditor ?? person.auditor,
    disabledAt: disabled ? (person.disabledAt ?? now) : null,
  };
  if (after.administrator && after.auditor)
    return refused(
      'invalid_field',
      {
        en: 'An auditor changes nothing, so an administrator cannot be one.',
        de: 'Wer prüft, ändert nichts; darum kann niemand zugleich verwalten.',
      },
      'auditor',
    );
  if (isLastAdministrator(person, otherAdministrators) && !runs(after)) return refused('last_administrator');
  return { person: after, facts: factsOf(person, after) };
}

/** Whether nobody would run the installation without them. */
export function isLastAdministrator(person: Person, otherAdministrators: number): boolean {
  return runs(person) && otherAdministrators === 0;
}

/** Whether this is an administrator who has not left. */
export function runs(person: Person): boolean {
  return person.administrator && person.disabledAt === null;
}

export function standingOf(person: Person): PersonStanding {
  const { administrator, auditor, disabledAt } = person;
  return { administrator, auditor, disabled: disabledAt !== null };
}

const shortestPassword = 12;
const longestPassword = 256;

/** Refuses a password that is too easy to guess or too long to hash. Length is what counts; no kinds of characters are demanded. */
export function checkPassword(password: string): Refused | undefined {
  const { length } = Array.from(password);
  if (length >= shortestPassword && length <= longestPassword && new Set(password).size > 3) return undefined;
  return refused(
    'invalid_field',
    {
      en: `A password has ${shortestPassword} to ${longestPassword} characters, not always the same ones.`,
      de: `Ein Passwort hat ${shortestPassword} bis ${longestPassword} Zeichen, nicht immer dieselben.`,
    },
    'password',
  );
}

function factsOf(before: Person, after: Person): PersonFactType[] {
  const facts: PersonFactType[] = [];
  const { disabledAt: left, ...rest } = after;
  const { disabledAt: _, ...old } = before;
  if (JSON.stringify(rest) !== JSON.stringify(old)) facts.push('person.changed');
  if (before.disabledAt === null && left !== null) facts.push('person.left');
  if (before.disabledAt !== null && left === null) facts.push('person.returned');
  return facts;
}
