// What a principal may change about a team, a person or an application, and if not, why: for the pages that offer it. The
// same functions judge the change itself, so that a form is never offered in vain, nor withheld from somebody who may.
import { actionFrom, type Action } from './actions.ts';
import { mayEdit, mayRun, mayRunInPerson } from './governance.ts';
import { isLastAdministrator, type Person } from './person.ts';
import type { TeamId } from './ids.ts';
import type { Principal } from './principal.ts';
import { refused, type Refused } from './problem.ts';
import type { Sentence } from './sentence.ts';
import type { Roster } from './team.ts';

export type TeamActionName = 'edit' | 'move' | 'register';
export type PersonActionName = 'change' | 'leave' | 'invite' | 'erase';
export type ApplicationActionName = 'edit' | 'delete';

/** `edit`: everything but its place in the tree, which is `move`. `register`: something that it owns, like an application. */
export function teamActions(by: Principal, roster: Roster): Record<TeamActionName, Action> {
  const edit = actionFrom(mayEdit(by, roster.team, roster));
  return { edit, move: actionFrom(mayRun(by)), register: edit };
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

/** @param live how many active accesses the application has. */
export function applicationActions(
  by: Principal,
  owner: TeamId,
  roster: Roster | undefined,
  live: number,
): Record<ApplicationActionName, Action> {
  return {
    edit: actionFrom(mayEdit(by, owner, roster)),
    delete: actionFrom(mayDeleteApplication(by, owner, roster, live)),
  };
}

/** Refuses to delete what has active access: whoever relies on it should hear first that it ends. */
export function mayDeleteApplication(
  by: Principal,
  owner: TeamId,
  roster: Roster | undefined,
  live: number,
): Refused | undefined {
  return mayEdit(by, owner, roster) ?? (live > 0 ? refused('in_use', activeAccesses(live)) : undefined);
}

function activeAccesses(live: number): Sentence {
  return live === 1
    ? { en: 'It has an active access. End that first.', de: 'Sie hat einen Zugang. Beenden Sie ihn zuerst.' }
    : {
        en: `It has ${live} active accesses. End those first.`,
        de: `Sie hat ${live} Zugänge. Beenden Sie diese zuerst.`,
      };
}
