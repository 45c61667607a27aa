// What the targets have to look at again: after everything that changes who has access, what a resource is at a target,
// what a target is, or what a consumer is called there. The job names what changed and not what to do; a run compares
// the grants with the target as it finds it (reconcile.ts). Reminders, and what is only asked, change nothing there.
import type { AccessFactType } from '../../core/fact.ts';
import type { Follower } from '../follower.ts';
import type { Entry } from '../log.ts';

export type Changed =
  | { readonly resource: string }
  | { readonly target: string }
  | { readonly consumer: string }
  /** Roles that a contract names lead to levels at the target. */
  | { readonly contract: string };

export const provisioningFollower: Follower<Changed> = { name: 'provisioning', map: changedBy };

const changesAccess = new Set<string>([
  'request.granted',
  'access.activated',
  'access.deactivated',
  'access.suspended',
  'access.resumed',
  'access.revoked',
  'access.expired',
  'access.shortened',
  'access.deleted',
  'access.imported',
] satisfies AccessFactType[]);

/** What matters about people at a target: what they are called there, and whether they are still here. */
const aboutPeople = new Set(['changed', 'left', 'returned', 'erased']);

function changedBy({ type, subject, access }: Entry): readonly Changed[] {
  if (access) return changesAccess.has(type) ? [{ resource: access.resource }] : [];
  const [noun, verb] = type.split('.') as [string, string];
  switch (noun) {
    case 'resource':
    case 'outputport':
      return [{ resource: subject }];
    // A proposal is no change yet.
    case 'policy':
      return verb === 'changed' ? [{ resource: subject }] : [];
    case 'target':
      // What a run found out about a target is no reason for another run.
      return verb === 'alarm' || verb === 'recovered' ? [] : [{ target: subject }];
    case 'dataproduct':
    case 'application':
    case 'team':
      return [{ consumer: subject }];
    case 'person':
      return aboutPeople.has(verb) ? [{ consumer: subject }] : [];
    case 'datacontract':
      return [{ contract: subject }];
    default:
      return [];
  }
}
