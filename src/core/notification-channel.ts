// Where a team wants to be told beside the app: a chat or a mailbox. The names are those of the Entropy API, which knows
// the first three types; `mail` is ours.
import type { NoticeEvent } from './notice.ts';
import type { Language } from './sentence.ts';
import type { Instant } from './time.ts';

export const channelTypes = ['slack', 'teams', 'googlechat', 'mail'] as const;
export type ChannelType = (typeof channelTypes)[number];

/** What a channel may be narrowed to. */
export const noticePurposes = ['requests', 'access', 'provisioning'] as const;
export type NoticePurpose = (typeof noticePurposes)[number];

export function purposeOf(event: NoticeEvent): NoticePurpose {
  const noun = event.split('.')[0];
  return noun === 'request' ? 'requests' : noun === 'access' ? 'access' : 'provisioning';
}

export interface NotificationChannel {
  readonly id: string;
  readonly name: string;
  readonly type: ChannelType;
  /** As it may be shown: of a webhook only where it leads, because whoever knows all of it can post there. */
  readonly endpoint: string;
  readonly enabled: boolean;
  readonly language: Language;
  /** Null: everything. */
  readonly purposes: readonly NoticePurpose[] | null;
  /** Since when messages have not got through, and why. */
  readonly failing: { readonly since: Instant; readonly error: string } | null;
  readonly lastSuccess: Instant | null;
}

/** What is shown of a webhook's address; sent back in its place, it means the one that is stored. */
export function masked(endpoint: string): string {
  const { origin } = new URL(endpoint);
  return `${origin}/***`;
}

/** Whether a channel wants to hear of an event. */
export function wants(
  { enabled, purposes }: Pick<NotificationChannel, 'enabled' | 'purposes'>,
  event: NoticeEvent,
): boolean {
  return enabled && (purposes === null || purposes.includes(purposeOf(event)));
}
