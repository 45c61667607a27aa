// Who may call an operation at all. Every route names one audience; the permission table in test/output is generated
// from it, and a test calls every operation as every role to see that it holds. An audience is only the door: what a
// person may do to a particular access, team or product is a rule of the core or of the use case behind it.
import { mayAudit, mayRun, mayRunInPerson } from '../../core/governance.ts';
import { mayWrite, type Principal } from '../../core/principal.ts';
import { refused, type Refused } from '../../core/problem.ts';

export const audiences = {
  /** Anybody, signed in or not. */
  public: () => undefined,
  /** Whoever is signed in or has a key. */
  reads: () => undefined,
  /** Whoever may change something; whether this very thing is decided further in. */
  writes: mayWrite,
  /** People, by session or by a key of their own: their inbox, their sessions. */
  people: (principal) => (principal.type === 'person' ? undefined : refused('not_permitted')),
  /** People, auditors among them, who change what is their own: end a session, set a password. No key that only reads. */
  self: (principal) =>
    keyReadsOnly(principal) ?? (principal.type === 'person' ? undefined : refused('not_permitted')),
  /** Whoever may have keys made or ended, auditors among them; which ones is decided further in. */
  credentials: (principal) => keyReadsOnly(principal),
  /** Programs that ask what somebody may do: keys of the organization and of teams, of either kind. */
  checks: (principal) =>
    principal.type === 'organization-key' || principal.type === 'team-key'
      ? undefined
      : refused('not_permitted'),
  /** Administrators, and organization keys, which have their rights (Entropy API). */
  administers: mayRun,
  /** Administrators as people, with no key of the organization. */
  administrators: mayRunInPerson,
  /** Administrators and auditors, and organization keys of either kind. */
  audits: mayAudit,
  /** Programs that apply the Rover files of their team, by a token that they got for it. They are nowhere else. */
  rover: (principal) => (isRover(principal) ? undefined : refused('not_permitted')),
} satisfies Record<string, (principal: Principal) => Refused | undefined>;

export type Audience = keyof typeof audiences;

/** Whether the door of an operation opens. */
export function mayEnter(audience: Audience, principal: Principal): Refused | undefined {
  if (isRover(principal) && audience !== 'rover' && audience !== 'public') return refused('not_permitted');
  return audiences[audience](principal);
}

function isRover(principal: Principal): boolean {
  return principal.type === 'team-key' && principal.rover === true;
}

function keyReadsOnly(principal: Principal): Refused | undefined {
  return principal.type !== 'system' && principal.readOnly ? refused('read_only') : undefined;
}
