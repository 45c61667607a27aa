// Why a principal could not be granted or revoked, with the SQL by which somebody at the target can mend it.
import type { Failure, TargetFailure } from '../../../app/connector.ts';
import type { Group } from './group.ts';
import type { Membership } from './members.ts';
import { quoted } from './names.ts';

export type Reason = Omit<Failure, 'principal' | 'level'>;

export const asReason = ({ code, message, mend }: TargetFailure): Reason => ({
  code,
  sentence: message,
  mend,
});

/** A name that cannot be the role of a consumer; `fault` says why, see names.ts. */
export const unusable = (fault: string): Reason => ({
  code: 'principal_unusable',
  sentence: fault,
  mend: null,
});

export function unknownRole(name: string, notCreated: TargetFailure | undefined): Reason {
  const because = notCreated ? ` It could not be created: ${notCreated.message}` : '';
  const sentence = `Role "${name}" does not exist at the target.${because}`;
  return { code: 'principal_unknown', sentence, mend: `create role ${quoted(name)}` };
}

/** A membership that is there and not as it should be. */
export function unsound({ principal, grantor, effective }: Membership, group: Group): Reason {
  const member = `Role "${principal}"`;
  if (!effective) {
    const sentence = `${member} is a member of "${group.name}" but NOINHERIT, so that on PostgreSQL 15 it has nothing from it.`;
    return { code: 'principal_inherits_nothing', sentence, mend: `alter role ${quoted(principal)} inherit` };
  }
  const sentence = `${member} has a membership in "${group.name}" that "${grantor}" granted and only that role may revoke.`;
  const mend = `revoke ${quoted(group.name)} from ${quoted(principal)} granted by ${quoted(grantor)} cascade`;
  return { code: 'granted_by_other', sentence, mend };
}
