// Which events of the Entropy API an entry of the log means, in the order in which a reader gets them: the one table of
// it. It follows the last paragraph of design 3.2. With a grant, the wire shows an access as approved for good, so a
// change or renewal that is refused is no more than an update; suspending and every end deactivate, resuming activates,
// because other people's connectors follow that. What only this house knows (reminders, policies, targets) is not told
// here: the log has it.
import { grantIn, type AccessFactType } from '../../core/fact.ts';
import type { EventName } from '../../app/feed.ts';
import type { AccessEntry } from '../../app/log.ts';
import type { EntryHead } from './entry-head.ts';

/** The names of the entry's events, without prefix and the ending `Event`. At most 256, since a byte counts them. */
export function eventsOf(head: EntryHead): readonly EventName[] {
  const meant = events.get(head.type) ?? [];
  return typeof meant === 'function' ? meant(head) : meant;
}

type Meant = readonly EventName[] | ((head: EntryHead) => readonly EventName[]);

/** Where the type alone says what it means, the entry is not even looked at. */
const accessEvents: Record<AccessFactType, Meant> = {
  'request.filed': (head) => [isBirth(head) ? 'AccessCreated' : 'AccessUpdated', 'AccessRequested'],
  'request.semi_granted': ['AccessUpdated'],
  'request.granted': ['AccessUpdated', 'AccessApproved'],
  'request.rejected': by(closed),
  'request.withdrawn': by(closed),
  'request.expired': by(closed),
  'request.allow_void': ['AccessUpdated'],
  'request.waiting': [],
  'access.activated': ['AccessActivated'],
  'access.deactivated': ['AccessDeactivated'],
  'access.suspended': by((entry) => ['AccessUpdated', ...when(isLive(entry, 'before'), 'AccessDeactivated')]),
  'access.resumed': by((entry) => ['AccessUpdated', ...when(isLive(entry, 'after'), 'AccessActivated')]),
  'access.revoked': ['AccessCanceled', 'AccessDeactivated'],
  'access.expired': ['AccessDeactivated'],
  'access.shortened': ['AccessUpdated'],
  'access.expiring': [],
  'access.updated': ['AccessUpdated'],
  'access.deleted': ['AccessDeleted'],
  'access.imported': by((entry) => ['AccessCreated', ...takenOver(entry)]),
};

const otherEvents: Record<string, readonly EventName[]> = {
  'provisioning.started': ['AccessProvisioningStarted'],
  'provisioning.provisioned': ['AccessProvisioned'],
  'provisioning.failed': ['AccessProvisioningFailed'],
  'provisioning.deprovisioning_started': ['AccessDeprovisioningStarted'],
  'provisioning.deprovisioned': ['AccessDeprovisioned'],
  'provisioning.deprovisioning_failed': ['AccessDeprovisioningFailed'],
  'team.created': ['TeamCreated'],
  'team.updated': ['TeamUpdated'],
  'team.deleted': ['TeamDeleted'],
  'dataproduct.created': ['DataProductCreated'],
  'dataproduct.updated': ['DataProductUpdated'],
  'dataproduct.deleted': ['DataProductDeleted'],
  'outputport.created': ['OutputPortCreated'],
  'outputport.updated': ['OutputPortUpdated'],
  'outputport.deleted': ['OutputPortDeleted'],
  'datacontract.created': ['DataContractCreated'],
  'datacontract.updated': ['DataContractUpdated'],
  'datacontract.deleted': ['DataContractDeleted'],
};

const events = new Map<string, Meant>(Object.entries({ ...accessEvents, ...otherEvents }));

/** Where it takes the whole entry to say what it means. */
function by(meant: (entry: AccessEntry) => readonly EventName[]): Meant {
  return ({ entry }) => meant(entry() as AccessEntry);
}

/** The access was not there before, as its first version tells at once, or only as the tombstone of an earlier one. */
function isBirth({ version, entry }: EntryHead): boolean {
  if (version === 1) return true;
  const { before } = entry() as AccessEntry;
  return before === null || before.deleted;
}

/** A request that ended: `rejected` on the wire only where nothing was ever granted. */
function closed({ after, data }: AccessEntry): readonly EventName[] {
  // Another request has taken its place in the same moment, and that one's entry says so.
  if (data?.['supersededBy'] !== undefined) return [];
  return ['AccessUpdated', ...when(after.standing === 'None', 'AccessRejected')];
}

/** An agreement that was made elsewhere tells at once how far it had come there. */
function takenOver(entry: AccessEntry): readonly EventName[] {
  const { standing, request } = entry.after;
  if (standing === 'None') return [request === 'Rejected' ? 'AccessRejected' : 'AccessRequested'];
  return ['AccessUpdated', 'AccessApproved', ...when(isLive(entry, 'after'), 'AccessActivated')];
}

function isLive({ at, ...entry }: AccessEntry, when: 'before' | 'after'): boolean {
  return grantIn(entry[when], at) !== null;
}

function when(condition: boolean, name: EventName): readonly EventName[] {
  return condition ? [name] : [];
}
