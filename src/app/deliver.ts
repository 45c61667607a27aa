// Deliveries: notices on their way out of the house. Each is a row that is due; it is taken with a lease, sent, and noted
// as sent or put off, ever longer. What is refused for good, or fails for days, is set aside where an administrator
// finds it and can send it again. A kill between sending and noting sends it a second time, with the same id.
import type { PersonId, TeamId } from '../core/ids.ts';
import type { ChannelType } from '../core/notification-channel.ts';
import type { Language } from '../core/sentence.ts';
import { approversOf, type Roster } from '../core/team.ts';
import { hour, minute, type Instant, type Milliseconds } from '../core/time.ts';
import type { NoticeReads, Recipient, ShownNotice } from './notices.ts';
import type { Clock } from './ports.ts';

/** Why something could not be delivered; `final`: trying again will not help. */
export class DeliveryFault extends Error {
  readonly final: boolean;

  constructor(message: string, final: boolean, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DeliveryFault';
    this.final = final;
  }
}

export interface DueDelivery {
  readonly id: string;
  readonly notice: string;
  readonly recipient: Recipient;
  readonly way: string;
  readonly together: boolean;
  readonly attempts: number;
}

export interface DeliveryStore {
  /** Takes what has been due for longest; nobody else gets it until the lease is over. */
  take(now: Instant, lease: Milliseconds, limit: number): Promise<readonly DueDelivery[]>;
  sent(ids: readonly string[], now: Instant): Promise<void>;
  /** Puts them off, or with no next run sets them aside. */
  failed(ids: readonly string[], error: string, nextRun: Instant | null, now: Instant): Promise<void>;
  /** There is nobody any more who could get them. */
  drop(ids: readonly string[]): Promise<void>;
  /** Where a person is reached, and in which language; null when they have left. */
  mailboxOf(person: PersonId): Promise<{ readonly address: string; readonly language: Language } | null>;
}

/** What goes out as one message. */
export interface Parcel {
  /** The first delivery's: a message that is sent again has it again. */
  readonly id: string;
  readonly notices: readonly ShownNotice[];
}

export interface Carrier {
  /** @throws DeliveryFault */
  carry(parcel: Parcel, to: { readonly address: string; readonly language: Language }): Promise<void>;
}

/** A channel of a team, with the address that is otherwise sealed. */
export type OpenChannel = {
  readonly name: string;
  readonly language: Language;
  readonly endpoint: string;
} & {
  readonly type: ChannelType;
};

/** @throws DeliveryFault */
export type ChatCarrier = (
  notice: ShownNotice,
  to: OpenChannel & { readonly type: Exclude<ChannelType, 'mail'> },
) => Promise<void>;

export interface ChannelStates {
  /** Null when it is gone or off. */
  open(team: TeamId, id: string): Promise<OpenChannel | null>;
  worked(team: TeamId, id: string, now: Instant): Promise<void>;
  /** Returns whether that turned it from working to failing. */
  failed(team: TeamId, id: string, error: string, isFinal: boolean, now: Instant): Promise<boolean>;
  /** Has what a channel did not take go by mail to these people of the team, unless it came to them so already. */
  fallBack(
    delivery: string,
    team: TeamId,
    people: (roster: Roster) => readonly PersonId[],
    now: Instant,
  ): Promise<void>;
}

export interface DeliveringPorts {
  readonly deliveries: DeliveryStore;
  readonly notices: Pick<NoticeReads, 'byIds'>;
  /** Null where no mail server is set up. */
  readonly mail: Carrier | null;
  readonly chat: ChatCarrier;
  readonly channels: ChannelStates;
  readonly clock: Clock;
  readonly alarm: (sentence: string, facts: Record<string, unknown>) => void;
}

const most = 50;
const lease = 5 * minute;
/** Fifty hours and more: a mail server that is gone over a weekend loses nothing. */
const mostAttempts = 18;
/** A quarter of an hour: then people get it by mail instead. */
const mostAttemptsInChat = 5;

/** One round. Returns how many deliveries were taken. */
export const deliverDue = (ports: DeliveringPorts) => async (): Promise<number> => {
  const { deliveries, clock } = ports;
  const due = await deliveries.take(clock.now(), lease, most);
  const parcels = parcelsOf(due);
  // A few at a time, as many as a mail server is asked to hear at once.
  for (let at = 0; at < parcels.length; at += 5)
    // oxlint-disable-next-line no-await-in-loop
    await Promise.all(parcels.slice(at, at + 5).map((parcel) => deliver(ports, parcel)));
  return due.length;
};

/** What may go together and is for the same recipient, on the same way, is one parcel. */
function parcelsOf(due: readonly DueDelivery[]): (readonly [DueDelivery, ...DueDelivery[]])[] {
  const parcels = Map.groupBy(due, ({ id, recipient, way, together }) =>
    together ? `${recipient} ${way}` : id,
  );
  return [...parcels.values()] as unknown as (readonly [DueDelivery, ...DueDelivery[]])[];
}

async function deliver(
  ports: DeliveringPorts,
  parcel: readonly [DueDelivery, ...DueDelivery[]],
): Promise<void> {
  const { deliveries, clock } = ports;
  const ids = parcel.map(({ id }) => id);
  try {
    if (await carry(ports, parcel)) await deliveries.sent(ids, clock.now());
    else await deliveries.drop(ids);
  } catch (error) {
    if (!(error instanceof DeliveryFault)) throw error;
    const [{ attempts, recipient, way }] = parcel;
    const channel = channelIn(parcel[0]);
    const isOver = error.final || attempts + 1 >= (channel ? mostAttemptsInChat : mostAttempts);
    const nextRun = isOver ? null : clock.now() + pauseAfter(attempts);
    await deliveries.failed(ids, error.message, nextRun, clock.now());
    if (channel) await noteFailure(ports, channel, error);
    if (isOver && channel && ports.mail)
      await ports.channels.fallBack(ids[0]!, channel.team, approversOf, clock.now());
    if (isOver) ports.alarm('a notice could not be delivered', { ids, recipient, way, err: error });
  }
}

interface ChannelName {
  readonly team: TeamId;
  readonly id: string;
}

function channelIn({ recipient, way }: DueDelivery): ChannelName | null {
  if (!way.startsWith('channel:')) return null;
  return { team: recipient.slice('team:'.length) as TeamId, id: way.slice('channel:'.length) };
}

async function noteFailure(
  { channels, clock, alarm }: DeliveringPorts,
  { team, id }: ChannelName,
  error: DeliveryFault,
): Promise<void> {
  if (await channels.failed(team, id, error.message, error.final, clock.now()))
    alarm('a notification channel fails', { team, channel: id, err: error });
}

async function carryToChannel(
  { channels, notices, mail, chat, clock }: DeliveringPorts,
  { id, notice }: DueDelivery,
  name: ChannelName,
): Promise<boolean> {
  const [channel, [shown]] = await Promise.all([channels.open(name.team, name.id), notices.byIds([notice])]);
  if (!channel || !shown) return false;
  const { type } = channel;
  if (type !== 'mail') await chat(shown, { ...channel, type });
  else if (mail) await mail.carry({ id, notices: [shown] }, { ...channel, address: channel.endpoint });
  else throw new DeliveryFault('No mail server is set up.', false);
  await channels.worked(name.team, name.id, clock.now());
  return true;
}

/** False: there is nobody to carry it to. */
async function carry(
  ports: DeliveringPorts,
  parcel: readonly [DueDelivery, ...DueDelivery[]],
): Promise<boolean> {
  const [{ id, recipient }] = parcel;
  const { deliveries, notices, mail } = ports;
  const channel = channelIn(parcel[0]);
  if (channel) return carryToChannel(ports, parcel[0], channel);
  const shown = await notices.byIds(parcel.map(({ notice }) => notice));
  if (!mail) throw new DeliveryFault('No mail server is set up.', false);
  const to = await deliveries.mailboxOf(recipient.slice('person:'.length) as PersonId);
  if (!to || shown.length === 0) return false;
  await mail.carry({ id, notices: shown }, to);
  return true;
}

function pauseAfter(attempts: number): Milliseconds {
  return Math.min(minute * 2 ** attempts, 6 * hour);
}
