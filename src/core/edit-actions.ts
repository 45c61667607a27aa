// What a principal may change about a team or a person, and if not, why: for the pages that offer it. The same functions
// judge the change itself, so that a form is never offered in vain, nor withheld from somebody who may.
import { actionFrom, type Action } from './actions.ts';
import { mayEdit, mayRun, mayRunInPerson } from './governance.ts';
import { isLastAdministrator, type Person } from './person.ts';
import type { Principal } from './principal.ts';
import { refused } from './problem.ts';
import type { Roster } from './team.ts';

export type TeamActionName = 'edit' | 'move';
export type PersonActionName = 'change' | 'leave' | 'invite' | 'erase';

/** `edit`: everything but its place in the tree, which is `move`. */
export function teamActions(by: Principal, roster: Roster): Record<TeamActionName, Action> {
  return { edit: actionFrom(mayEdit(by, roster.team, roster)), move: actionFrom(mayRun(by)) };
}

/** Whether the principal may add a team at the top or a person. */
export function mayAdd(by: Principal): Action {
  return actionFrom(mayRun(by));
}

/** `leave` is also to come back, for whoever has left. */
export function personActions(
  by: Principal,
  person: Person,
  otherAdministrators: number,
): Record<PersonActionName, Action> {
  const last = isLastAdministrator(person, otherAdministrators) ? refused('last_administrator') : undefined;
  return {
    change: actionFrom(mayRun(by)),
    leave: actionFrom(mayRun(by) ?? last),
    invite: actionFrom(mayRunInPerson(by) ?? (person.disabledAt === null ? undefined : refused('disabled'))),
    erase: actionFrom(mayRunInPerson(by) ?? last),
  };
}
