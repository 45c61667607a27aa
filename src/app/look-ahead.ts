// What somebody wants to know before they decide and the access itself does not say: what its consumer has already, here
// and elsewhere with the same owner, and what will happen at the target.
import { openRequest, shownTerms, type Access } from '../core/access.ts';
import { sideOf, type Consumer, type Side } from '../core/consumer.ts';
import type { Named } from '../core/consumer-name.ts';
import type { ResourceId, TeamId } from '../core/ids.ts';
import { namingField, outlookOf, type AtTarget, type Outlook } from '../core/outlook.ts';
import type { Instant } from '../core/time.ts';
import { mostTeams, type AgreementReads, type Held } from './agreements.ts';

export interface LookAhead {
  /** Null: there is no such resource. */
  atTarget(resource: ResourceId): Promise<AtTarget | null>;
  named(consumer: Consumer, field: string): Promise<Named>;
}

export interface Ahead {
  /** The resource itself comes first. */
  readonly held: readonly Held[];
  readonly outlook: Outlook | null;
}

/** How many agreements are named, at the resource and elsewhere each. */
const mostHeld = 10;

export const lookAheadOf =
  (agreements: AgreementReads, ahead: LookAhead) =>
  async (access: Access, owner: TeamId, now: Instant): Promise<Ahead> => {
    const [held, outlook] = await Promise.all([
      heldBy(agreements, access, owner),
      outlookFor(ahead, access, now),
    ]);
    return { held, outlook };
  };

async function heldBy(agreements: AgreementReads, access: Access, owner: TeamId): Promise<Held[]> {
  const { id, resource, consumer } = access;
  return agreements.held({ access: id, resource, owner }, await sidesAround(agreements, consumer), mostHeld);
}

/** A person also has what their teams have. */
async function sidesAround(agreements: AgreementReads, consumer: Consumer): Promise<Side[]> {
  const own = sideOf(consumer);
  if (consumer.kind !== 'person') return [own];
  const teams = await agreements.teamsOf(consumer.id, mostTeams);
  return [own, ...teams.map(({ team }) => `team:${team}` as const)];
}

async function outlookFor(ahead: LookAhead, access: Access, now: Instant): Promise<Outlook | null> {
  const at = await ahead.atTarget(access.resource);
  if (!at) return null;
  const roles = openRequest(access, now)?.ask.roles ?? shownTerms(access, now).roles;
  return outlookOf(at, await ahead.named(access.consumer, namingField(at)), roles);
}
