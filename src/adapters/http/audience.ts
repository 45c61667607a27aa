// Who may call an operation at all. Every route names one audience; the permission table in test/output is generated
// from it, and a test calls every operation as every role to see that it holds. An audience is only the door: what a
// person may do to a particular access, team or product is a rule of the core or of the use case behind it.
import { mayWrite, type Principal } from '../../core/principal.ts';
import { refused, type Refused } from '../../core/problem.ts';

export const audiences = {
  /** Anybody, signed in or not. */
  public: () => undefined,
  /** Whoever is signed in or has a key. */
  reads: () => undefined,
  /** Whoever may change something; whether this very thing is decided further in. */
  writes: mayWrite,
  /** People who are signed in themselves: their own sessions, keys and inbox. */
  people: (principal) => (principal.type === 'person' ? undefined : refused('not_permitted')),
  /** Administrators, and organization keys, which have their rights (Entropy API). */
  administers: (principal) =>
    mayWrite(principal) ?? (isAdministrator(principal) ? undefined : refused('not_permitted')),
  /** Administrators and auditors, and organization keys of either kind. */
  audits: (principal) =>
    isAdministrator(principal) || (principal.type === 'person' && principal.auditor)
      ? undefined
      : refused('not_permitted'),
} satisfies Record<string, (principal: Principal) => Refused | undefined>;

export type Audience = keyof typeof audiences;

function isAdministrator(principal: Principal): boolean {
  return principal.type === 'organization-key' || (principal.type === 'person' && principal.administrator);
}
