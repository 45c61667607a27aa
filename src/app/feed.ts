// The event feed as HTTP knows it (http-feeds.org): batches of CloudEvents after the last one that a client handled.
// Which entry of the log means which events, and how an unknown id is understood, is the adapter's business.
import type { Milliseconds } from '../core/time.ts';

/** Every event there is, without prefix and the ending `Event`. */
export const eventNames = [
  'AccessCreated',
  'AccessUpdated',
  'AccessDeleted',
  'AccessRequested',
  'AccessApproved',
  'AccessRejected',
  'AccessActivated',
  'AccessDeactivated',
  'AccessCanceled',
  'AccessProvisioningStarted',
  'AccessProvisioned',
  'AccessProvisioningFailed',
  'AccessDeprovisioningStarted',
  'AccessDeprovisioned',
  'AccessDeprovisioningFailed',
  'TeamCreated',
  'TeamUpdated',
  'TeamDeleted',
  'DataProductCreated',
  'DataProductUpdated',
  'DataProductDeleted',
  'OutputPortCreated',
  'OutputPortUpdated',
  'OutputPortDeleted',
  'DataContractCreated',
  'DataContractUpdated',
  'DataContractDeleted',
] as const;

export type EventName = (typeof eventNames)[number];

export interface FeedBatch {
  /** Events as text: a JSON array of CloudEvents, because building objects first would cost most of the time. */
  readonly text: string;
  /** A full batch: what follows the id that was asked for will never be anything else. */
  readonly full: boolean;
}

export interface Feed {
  /**
   * The events after one, oldest first, a thousand at most.
   *
   * @param lastEventId as the client sent it; absent, empty or unreadable means from the beginning, and an id that is
   *   unknown here means from shortly before the time in it.
   * @param waitMs how long to wait for an event when there is none.
   */
  read(lastEventId: string | undefined, waitMs: Milliseconds, signal?: AbortSignal): Promise<FeedBatch>;
}
