// Ways to the topics of a resource that Countersign did not give: ACLs of users, of everybody, and of prefixes and the star
// that reach these topics, too. They are reported and never taken away. Rights that entitlements of this installation stand
// for are no drift, also where they belong to another resource. Super users get in by nature; a cluster keeps their names
// to itself, so they cannot be reported.
import type { Drift, Level } from '../../../app/connector.ts';
import { together } from '../../../core/level.ts';
import { aclKey, overlap, patternOf, patternText, type Acl } from './acl.ts';
import { allowed, givenBy, type Marker } from './marker.ts';
import { nameOf, principalOf } from './principal.ts';
import type { Place } from './settings.ts';

/** @param ours the markers of this installation. @param own Countersign's user, which is no drift. */
export function driftIn(
  acls: readonly Acl[],
  ours: readonly Marker[],
  { topics }: Place,
  own: string,
): Drift[] {
  const given = new Set(
    ours.flatMap((marker) => givenBy(marker).map((right) => aclKey(allowed(marker.principal, right)))),
  );
  const bound = topics.map(patternOf);
  const ways = acls.filter(
    (acl) =>
      acl.permission === 'ALLOW' &&
      acl.kind === 'TOPIC' &&
      levelsOf(acl) !== null &&
      acl.principal !== principalOf(own) &&
      !given.has(aclKey(acl)) &&
      bound.some((pattern) => overlap(pattern, acl)),
  );
  const byPrincipal = Map.groupBy(ways, ({ principal }) => principal);
  return [...byPrincipal]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([who, held]) => wayOf(who, held));
}

function wayOf(who: string, acls: readonly Acl[]): Drift {
  const level = together(acls.map((acl) => levelsOf(acl)!));
  const on = [...new Set(acls.map(patternText))].toSorted();
  const everybody = who === 'User:*';
  const what = `${verbs[level]} ${on.length > 5 ? `${on.slice(0, 5).join(', ')} and ${on.length - 5} more` : on.join(', ')}`;
  const hosts = [...new Set(acls.map(({ host }) => host))];
  const from = hosts.includes('*') ? '' : `, from ${hosts.join(', ')}`;
  return {
    principal: nameOf(who),
    level,
    how: everybody ? 'everybody' : 'privilege',
    through: null,
    on,
    sentence: everybody
      ? `Every user may ${what}${from}, by an ACL of User:*.`
      : `User "${nameOf(who)}" may ${what}${from}, by an ACL of its own.`,
  };
}

const verbs: Record<Level, string> = {
  read: 'read',
  write: 'write to',
  'read-write': 'read and write to',
};

/** What an ACL on a topic opens; null: nothing of what is in it. */
function levelsOf({ operation }: Acl): Level | null {
  if (operation === 'ALL') return 'read-write';
  return operation === 'READ' ? 'read' : operation === 'WRITE' ? 'write' : null;
}
