// What a principal may do about the installation as a whole and about their keys, and if not, why: for the pages that
// offer it, by the same functions that judge the act. What needs a team or another person to be judged stands with those.
import { actionFrom, type Action } from './actions.ts';
import { mayEndKey, mayMakeKey, type KeySubject } from './api-key.ts';
import { mayAudit, mayRun, mayRunInPerson } from './governance.ts';
import type { PersonId } from './ids.ts';
import type { Principal } from './principal.ts';
import type { Roster } from './team.ts';

export type OwnActionName = 'makeKey' | 'makeOrganizationKey' | 'readLog' | 'readTargets';

/** `makeKey`: one of their own that also writes. `readLog`: all of it. */
export function ownActions(by: Principal): Record<OwnActionName, Action> {
  return {
    makeKey: actionFrom(mayMakeKey(by, keyOf('user', by), undefined)),
    makeOrganizationKey: actionFrom(mayMakeKey(by, keyOf('organization', by), undefined)),
    readLog: actionFrom(mayAudit(by)),
    readTargets: actionFrom(mayAudit(by)),
  };
}

/** Whether the principal may change the settings of the organization. */
export function maySet(by: Principal): Action {
  return actionFrom(mayRun(by));
}

/** Whether the principal may say what groups of the identity provider mean. */
export function mayRule(by: Principal): Action {
  return actionFrom(mayRunInPerson(by));
}

export function keyActions(
  by: Principal,
  key: KeySubject,
  roster: Roster | undefined,
): Record<'revoke', Action> {
  return { revoke: actionFrom(mayEndKey(by, key, roster)) };
}

function keyOf(kind: 'user' | 'organization', by: Principal): KeySubject {
  const person: PersonId | null = kind === 'user' && by.type === 'person' ? by.id : null;
  return { kind, readOnly: false, team: null, person };
}
