// Who may govern: edit teams, publish products, set policies. Running the installation and owning something are two
// different things (design 3.4). Administrators and organization keys may edit whatever is registered, because somebody
// has to mend it; what decides about access, the policy, belongs to the owners of the team alone. An organization key
// counts as owner there as well, since existing pipelines publish `autoApprove` with one, unless the organization says
// that its keys decide nothing.
import type { TeamId } from './ids.ts';
import { mayWrite, type Principal } from './principal.ts';
import { refused, type Refused } from './problem.ts';
import type { Sentence } from './sentence.ts';
import { isOwner, type Roster } from './team.ts';

/** Refuses whoever does not run the installation: administrators and organization keys do. */
export function mayRun(by: Principal): Refused | undefined {
  return mayWrite(by) ?? (runs(by) ? undefined : refused('not_permitted', whoRuns));
}

/**
 * Refuses whoever is not an administrator in person; a key of the organization is none. Whoever makes an invitation can
 * sign in as the invited, and whoever could do that by a key would be two people where two have to agree.
 */
export function mayRunInPerson(by: Principal): Refused | undefined {
  const may = by.type === 'person' && by.administrator;
  return mayWrite(by) ?? (may ? undefined : refused('not_permitted', whoRuns));
}

/** Refuses whoever may not read everything: who runs the installation and who audits it may, whatever they can write. */
export function mayAudit(by: Principal): Refused | undefined {
  const may = runs(by) || (by.type === 'person' && by.auditor);
  return may ? undefined : refused('not_permitted', whoAudits);
}

const whoRuns: Sentence = {
  en: 'This is for the administrators of Countersign.',
  de: 'Das ist denen vorbehalten, die Countersign betreiben.',
};

const whoAudits: Sentence = {
  en: 'This is for the administrators and auditors of Countersign.',
  de: 'Das ist denen vorbehalten, die Countersign betreiben oder prüfen.',
};

/** Refuses whoever may not edit what the team owns: neither one of its owners, nor its key, nor who runs the installation. */
export function mayEdit(by: Principal, team: TeamId, roster: Roster | undefined): Refused | undefined {
  return mayWrite(by) ?? (runs(by) || owns(by, team, roster) ? undefined : refused('not_an_owner'));
}

/** Refuses whoever may not say how access to the team's resources is decided. Administrators may not, as such. */
export function maySetPolicy(
  by: Principal,
  team: TeamId,
  roster: Roster | undefined,
  organizationKeysDecide: boolean,
): Refused | undefined {
  if (by.type === 'organization-key')
    return mayWrite(by) ?? (organizationKeysDecide ? undefined : refused('keys_do_not_decide'));
  return (
    mayWrite(by) ?? (by.type === 'system' || owns(by, team, roster) ? undefined : refused('not_an_owner'))
  );
}

/**
 * Refuses whoever may not say what the team's resource is at a target. Whoever names a schema there opens it to
 * everybody who is let in, so it takes rights over the target, not over the resource: the owners of the team that owns
 * the target; at a target that nobody owns, only who runs the installation.
 */
export function mayBind(
  by: Principal,
  targetOwner: TeamId | null,
  roster: Roster | undefined,
): Refused | undefined {
  const may = runs(by) || (targetOwner !== null && owns(by, targetOwner, roster));
  return mayWrite(by) ?? (may ? undefined : refused('not_permitted'));
}

function runs(by: Principal): boolean {
  return by.type === 'system' || by.type === 'organization-key' || (by.type === 'person' && by.administrator);
}

function owns(by: Principal, team: TeamId, roster: Roster | undefined): boolean {
  if (by.type === 'team-key') return by.team === team;
  return by.type === 'person' && isOwner(roster, by.id);
}
