// What an identity provider says about somebody, and what follows from it here: whose account it is, which teams and
// roles its groups give, whether somebody may come in at all. An account is known by issuer and subject. An e-mail
// address leads to a person only once, at the first sign-in, and only where the provider vouches for it: whoever could
// write any address into their profile could otherwise become anybody. What the groups give is kept apart from what
// people have written by hand, so that a lost group takes away exactly what it gave.
import type { PersonId, TeamId } from './ids.ts';
import type { Person } from './person.ts';
import { refused, type Refused } from './problem.ts';
import { strengthOf } from './team.ts';
import { day, minute, type Instant, type Milliseconds } from './time.ts';

/** What the provider says about who signed in, or about who is still known there. */
export interface Vouched {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly name: string | null;
  /** Null where the provider does not say, because there are too many: they stay as they were. */
  readonly groups: readonly string[] | null;
}

export type GroupRule =
  | { readonly group: string; readonly team: TeamId; readonly role: string }
  | { readonly group: string; readonly installation: 'administrator' | 'auditor' };

/** What an administrator says about groups, and about people who are gone at the provider. */
export interface ProviderRules {
  readonly groups: readonly GroupRule[];
  /** Who may come in; null = whoever the provider signs in. */
  readonly admit: readonly string[] | null;
  /** How long after the provider has stopped vouching for somebody they have left; 0 = at once. */
  readonly goneAfter: Milliseconds;
}

export const initialRules: ProviderRules = { groups: [], admit: null, goneAfter: 3 * day };

/** How often everybody is looked up at the provider. */
export const confirmEvery: Milliseconds = 5 * minute;

/** A sign-in has to be finished within this time of its beginning. */
export const signInPatience: Milliseconds = 10 * minute;

/** A session whose person cannot be looked up again lasts this long. */
export const unconfirmedSessionLife: Milliseconds = day / 2;

export interface Given {
  readonly teams: readonly { readonly team: TeamId; readonly role: string }[];
  readonly administrator: boolean;
  readonly auditor: boolean;
}

/** What somebody's groups give. Of two roles in one team the stronger one counts; unknown groups give nothing. */
export function givenBy({ groups: rules }: ProviderRules, groups: readonly string[]): Given {
  const mine = rules.filter((rule) => groups.includes(rule.group));
  const roles = new Map<TeamId, string>();
  for (const rule of mine) {
    if (!('team' in rule)) continue;
    const before = roles.get(rule.team);
    if (before === undefined || strengthOf(rule.role) > strengthOf(before)) roles.set(rule.team, rule.role);
  }
  const has = (what: 'administrator' | 'auditor') =>
    mine.some((rule) => 'installation' in rule && rule.installation === what);
  return {
    teams: [...roles]
      .map(([team, role]) => ({ team, role }))
      .sort((one, other) => (one.team < other.team ? -1 : 1)),
    administrator: has('administrator'),
    auditor: has('auditor'),
  };
}

export function isAdmitted({ admit }: ProviderRules, groups: readonly string[]): boolean {
  return admit === null || groups.some((group) => admit.includes(group));
}

/** The groups that no rule knows. */
export function unknownGroups({ groups: rules, admit }: ProviderRules, groups: readonly string[]): string[] {
  const known = new Set([...rules.map((rule) => rule.group), ...(admit ?? [])]);
  return groups.filter((group) => !known.has(group));
}

export interface InstallationRoles {
  readonly administrator: boolean;
  readonly auditor: boolean;
}

/**
 * The roles in the installation after what the groups gave is replaced by what they give now. What was written by hand
 * stays, and whoever would be both is an auditor: that is the one who can do less.
 *
 * @returns what the person is then, and which of it the groups gave.
 */
export function rolesAfter(
  person: Pick<Person, 'administrator' | 'auditor'>,
  gave: InstallationRoles,
  gives: InstallationRoles,
): { readonly is: InstallationRoles; readonly gave: InstallationRoles } {
  const byHand = {
    administrator: person.administrator && !gave.administrator,
    auditor: person.auditor && !gave.auditor,
  };
  const auditor = byHand.auditor || (gives.auditor && !byHand.administrator);
  const administrator = byHand.administrator || (gives.administrator && !auditor);
  return {
    is: { administrator, auditor },
    gave: {
      administrator: administrator && !byHand.administrator,
      auditor: auditor && !byHand.auditor,
    },
  };
}

/** What is known when somebody signs in with an account. */
export interface Acquainted {
  /** Whose account it is already. */
  readonly account: PersonId | null;
  /** Who has the e-mail address. */
  readonly byEmail: PersonId | null;
  /** Whether that person comes in by another account of this provider. */
  readonly hasOther: boolean;
  /** Who is signed in already and proves once more who they are, or connects an account; null for a first proof. */
  readonly signedIn: PersonId | null;
  /** Whether they asked for the account to become theirs. */
  readonly connects: boolean;
}

/** Whose account it is from now on; `new` for somebody who was not known. */
export function ownerOf(known: Acquainted, { email, emailVerified }: Vouched): PersonId | 'new' | Refused {
  if (known.account !== null)
    return known.signedIn === null || known.signedIn === known.account
      ? known.account
      : refused('account_of_another');
  if (known.connects && known.signedIn !== null) return known.signedIn;
  if (email === null)
    return refused('email_unverified', {
      en: 'The identity provider told no e-mail address.',
      de: 'Der Anbieter nannte keine E-Mail-Adresse.',
    });
  if (!emailVerified) return refused('email_unverified');
  if (known.signedIn !== null && known.byEmail !== known.signedIn) return refused('account_of_another');
  if (known.byEmail === null) return 'new';
  return known.hasOther ? refused('email_claimed') : known.byEmail;
}

/** Whether somebody for whom the provider has stopped vouching has left by now. */
export function isGone({ goneAfter }: ProviderRules, refusedAt: Instant, now: Instant): boolean {
  return now >= refusedAt + goneAfter;
}
