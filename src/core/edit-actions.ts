// What a principal may change about a team, a person or an application, and if not, why: for the pages that offer it. The
// same functions judge the change itself, so that a form is never offered in vain, nor withheld from somebody who may.
import { actionFrom, type Action } from './actions.ts';
import { mayEdit, mayRun, mayRunInPerson } from './governance.ts';
import { isLastAdministrator, type Person } from './person.ts';
import type { TeamId } from './ids.ts';
import type { Principal } from './principal.ts';
import { refused, type Refused } from './problem.ts';
import { same, type Sentence } from './sentence.ts';
import type { Roster } from './team.ts';

export type TeamActionName = 'edit' | 'move' | 'register' | 'delete';
export type PersonActionName = 'change' | 'leave' | 'invite' | 'erase';
export type ApplicationActionName = 'edit' | 'delete';

/** What stands in the way of deleting a team, the plainest first. */
export type TeamUse =
  | { readonly by: 'teams' | 'products' | 'contracts' | 'applications' | 'resources' | 'targets' }
  | { readonly by: 'policy'; readonly resource: string };

/**
 * `edit`: everything but its place in the tree, which is `move`. `register`: something that it owns, like an application.
 *
 * @param use what is known to stand in the way of deleting it, null for nothing.
 */
export function teamActions(
  by: Principal,
  roster: Roster,
  use: TeamUse | null,
): Record<TeamActionName, Action> {
  const edit = actionFrom(mayEdit(by, roster.team, roster));
  return {
    edit,
    move: actionFrom(mayRun(by)),
    register: edit,
    delete: actionFrom(mayDeleteTeam(by, use)),
  };
}

/** Refuses to delete a team that something hangs on: nothing may be left without an owner. */
export function mayDeleteTeam(by: Principal, use: TeamUse | null): Refused | undefined {
  return mayRun(by) ?? (use ? refused('in_use', useOfTeam(use)) : undefined);
}

function useOfTeam(use: TeamUse): Sentence {
  if (use.by !== 'policy') return inTheWay[use.by];
  const { en, de } = same(use.resource);
  return {
    en: `The team is named in the policy of ${en}. Take it out there first.`,
    de: `Das Team steht in der Richtlinie von ${de}. Nehmen Sie es dort zuerst heraus.`,
  };
}

const inTheWay: Record<Exclude<TeamUse['by'], 'policy'>, Sentence> = {
  teams: {
    en: 'The team has teams below it. Move or delete those first.',
    de: 'Unter dem Team stehen andere. Verschieben oder löschen Sie diese zuerst.',
  },
  products: ownsStill('data products', 'Datenprodukte'),
  contracts: ownsStill('data contracts', 'Datenverträge'),
  applications: ownsStill('applications', 'Anwendungen'),
  resources: ownsStill('resources', 'Ressourcen'),
  targets: ownsStill('targets', 'Ziele'),
};

function ownsStill(en: string, de: string): Sentence {
  return {
    en: `The team owns ${en}. Give those to another team first, or delete them.`,
    de: `Dem Team gehören ${de}. Geben Sie diese zuerst einem anderen Team, oder löschen Sie sie.`,
  };
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
