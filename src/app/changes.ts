// What has changed, for pages that stand open: which thing, and its version where it has one, and nothing of what is in
// it; whoever may read the thing reads it again. It comes from the log, so a page and an auditor see the same facts. Each
// change names the sides it concerns, by which a page can ask for its own only.
import type { Consumer } from '../core/consumer.ts';
import type { InboxSide } from '../core/inbox.ts';
import type { Principal } from '../core/principal.ts';
import type { Milliseconds } from '../core/time.ts';
import type { Entry, Place } from './log.ts';

/** The nouns of the API, one for each kind of page. */
export const changeNouns = [
  'access',
  'resource',
  'policy',
  'data-product',
  'data-contract',
  'application',
  'team',
  'person',
  'target',
  'key',
  'organization',
] as const;

export type ChangeNoun = (typeof changeNouns)[number];

export interface Change {
  readonly position: number;
  readonly hash: string;
  readonly noun: ChangeNoun;
  readonly id: string;
  /** Of an access: the ETag it has now. */
  readonly version: number | null;
  /** Type of the entry, such as `request.granted`. */
  readonly type: string;
  /** Of an access: where it leads. */
  readonly resource: string | null;
  /** Of an access: the id of the product, application, team or person that has it. */
  readonly consumer: string | null;
  readonly sides: readonly InboxSide[];
  /** The person who did it, as far as there is one. */
  readonly by: string | null;
}

/** Who has a say about a resource: sides of its owner and of those whom its policy names. */
export type SidesOfResources = (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly InboxSide[]>>;

/** Changes as this server has read them, for any number of pages. */
export interface ChangeBoard {
  /**
   * What came after a place; waits when there is nothing yet. `lost` when the place is too far behind, or not in this log:
   * the page has to read everything again and goes on from `place`.
   */
  after(place: Place, waitMs: Milliseconds, signal: AbortSignal): Promise<Changes>;
  /** Where the log ends now. */
  head(): Promise<Place>;
  holds(place: Place): Promise<boolean>;
}

export interface Changes {
  readonly changes: readonly Change[];
  readonly place: Place;
  readonly lost: boolean;
}

/** What an entry changes, without the sides that only a look at the catalog can tell; null: nothing that has a page. */
export function changeOf(entry: Entry): Change | null {
  const { position, hash, type, subject, access, actor } = entry;
  const noun = access ? 'access' : nounOf[type.split('.')[0]!];
  if (!noun) return null;
  return {
    position,
    hash,
    noun,
    id: subject,
    version: access?.version ?? null,
    type,
    resource: access?.resource ?? (noun === 'resource' || noun === 'policy' ? subject : null),
    consumer: access?.consumer.id ?? null,
    sides: access ? [consumerSide(access.consumer)] : ownSides(noun, entry),
    by: actor.person,
  };
}

/**
 * Whether a principal may learn that this has changed. What anybody signed in may read, anybody may hear of; targets are
 * for those who audit, and a key is its maker's.
 */
export function mayHear(by: Principal, change: Change, audits: boolean): boolean {
  if (change.noun === 'target') return audits;
  if (change.noun === 'key') return audits || (by.type === 'person' && change.by === by.id);
  return true;
}

/** The latest change of each thing, in the order in which they came. */
export function latest(changes: readonly Change[]): Change[] {
  const last = new Map(changes.map((change) => [`${change.noun} ${change.id}`, change]));
  return changes.filter((change) => last.get(`${change.noun} ${change.id}`) === change);
}

const nounOf: Readonly<Record<string, ChangeNoun | undefined>> = {
  resource: 'resource',
  outputport: 'resource',
  policy: 'policy',
  dataproduct: 'data-product',
  datacontract: 'data-contract',
  application: 'application',
  team: 'team',
  person: 'person',
  target: 'target',
  key: 'key',
  organization: 'organization',
};

function consumerSide(consumer: Consumer): InboxSide {
  return consumer.kind === 'person' ? `person:${consumer.id}` : `team:${consumer.team}`;
}

function ownSides(noun: ChangeNoun, { subject, before, after }: Entry): InboxSide[] {
  if (noun === 'team') return [`team:${subject}`];
  if (noun === 'person') return [`person:${subject}`];
  const owners = [before, after].map((state) => (state as { owner?: unknown } | null | undefined)?.owner);
  return owners.filter((owner) => typeof owner === 'string').map((owner) => `team:${owner}` as const);
}
