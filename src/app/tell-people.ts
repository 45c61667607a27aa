// One round of telling: entries that wait, the situation of their accesses as it is now, the notices that the table
// gives, kept together with the end of the task. An entry that cannot be told holds up no other and is tried again, ever
// more seldom, with an alarm.
import { noticesOf, type Addressed, type Told } from '../core/notice.ts';
import type { AccessId, Mint, PersonId } from '../core/ids.ts';
import { mailTime, type Day } from '../core/notice-setting.ts';
import { wants } from '../core/notification-channel.ts';
import { Problem } from '../core/problem.ts';
import type { Situation } from '../core/situation.ts';
import { hour, minute, second, type Instant } from '../core/time.ts';
import type {
  NewDelivery,
  NewNotice,
  NoticeSettings,
  NoticeStore,
  NoticeTask,
  TeamChannels,
} from './notices.ts';
import type { AccessStore, Clock } from './ports.ts';

export interface TellingPorts {
  readonly accesses: Pick<AccessStore, 'loadMany'>;
  readonly notices: NoticeStore;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly settings: NoticeSettings;
  readonly channels: TeamChannels;
  /** Whether there is a mail server; without one nothing is sent by mail. */
  readonly hasMail: boolean;
  /** What the clocks of the organization show at an instant. */
  readonly dayAt: (instant: Instant) => Promise<Day>;
  /** Hears of an entry that could not be told. */
  readonly alarm: (sentence: string, facts: Record<string, unknown>) => void;
}

const most = 100;
const lease = minute;

/** @returns how many entries were taken. @throws Problem `database_unavailable`; the round is done again then. */
export const tellPeople = (ports: TellingPorts) => async (): Promise<number> => {
  const { accesses, notices, clock } = ports;
  const now = clock.now();
  const tasks = await notices.take(now, lease, most);
  if (tasks.length === 0) return 0;
  const ids = [...new Set(tasks.map(({ entry }) => entry.subject as AccessId))];
  const loaded = await accesses.loadMany(ids, now);
  const situations = new Map(loaded.map(({ situation }) => [situation.access.id, situation]));
  try {
    await tell(ports, tasks, situations, now);
  } catch (error) {
    if (isUnavailable(error)) throw error;
    // One of them is at fault, and only one by one can tell which.
    for (const task of tasks)
      // oxlint-disable-next-line no-await-in-loop
      await tell(ports, [task], situations, now).catch((fault: unknown) => putOff(ports, task, fault, now));
  }
  return tasks.length;
};

async function tell(
  ports: TellingPorts,
  tasks: readonly NoticeTask[],
  situations: ReadonlyMap<AccessId, Situation>,
  now: Instant,
): Promise<void> {
  const found = tasks.flatMap((task) =>
    addressed(task, situations, now).map((one) => ({ ...one, entry: task.entry })),
  );
  const deliveries = await planner(ports, found, now);
  const notices = found
    .map(({ entry, ...one }): NewNotice => ({
      id: ports.mint.id(),
      entry: entry.id,
      recipient: one.recipient,
      at: entry.at,
      access: entry.subject,
      body: one.body,
      deliveries: deliveries(one),
    }))
    // A team reads no list, so what has no channel to go through is for nobody.
    .filter(({ recipient, deliveries: ways }) => personIn(recipient) !== null || ways.length > 0);
  await ports.notices.keep(
    tasks.map(({ entry }) => entry.position),
    notices,
    now,
  );
}

function addressed(
  { entry }: NoticeTask,
  situations: ReadonlyMap<AccessId, Situation>,
  now: Instant,
): readonly Addressed[] {
  const situation = situations.get(entry.subject as AccessId);
  if (!situation) return [];
  const { type, at, actor, data = {}, after } = entry;
  return noticesOf({ type, at, actor, data, after: (after ?? null) as Told['after'] }, situation, now);
}

type Plan = (one: Addressed) => readonly NewDelivery[];

/** On which ways each recipient is reached, and when. */
async function planner(
  { mint, settings, channels: channelsOf, hasMail, dayAt }: TellingPorts,
  found: readonly Addressed[],
  now: Instant,
): Promise<Plan> {
  const people = new Set(found.flatMap(({ recipient }) => personIn(recipient) ?? []));
  const teams = new Set(found.flatMap(({ recipient }) => teamIn(recipient) ?? []));
  const [settingOf, day, channels] = await Promise.all([
    settings.of(hasMail ? [...people] : []),
    dayAt(now),
    teams.size === 0 ? () => [] : channelsOf([...teams]),
  ]);
  return ({ recipient, channels: ways, body }) => {
    const team = teamIn(recipient);
    if (team !== null)
      return channels(team)
        .filter((channel) => wants(channel, body.event) && (hasMail || channel.type !== 'mail'))
        .map(({ id }) => ({ id: mint.id(), way: `channel:${id}`, nextRun: now, together: false }));
    const person = personIn(recipient);
    const time = person && hasMail && ways.includes('mail') ? mailTime(settingOf(person), now, day) : null;
    return time ? [{ id: mint.id(), way: 'mail', ...time }] : [];
  };
}

function personIn(recipient: Addressed['recipient']): PersonId | null {
  return recipient.startsWith('person:') ? (recipient.slice('person:'.length) as PersonId) : null;
}

function teamIn(recipient: Addressed['recipient']): string | null {
  return recipient.startsWith('team:') ? recipient.slice('team:'.length) : null;
}

async function putOff(ports: TellingPorts, task: NoticeTask, fault: unknown, now: Instant): Promise<void> {
  if (isUnavailable(fault)) throw fault;
  const { position, type } = task.entry;
  const pause = Math.min(second * 2 ** task.failures, hour);
  await ports.notices.postpone(position, String(fault), now + pause);
  ports.alarm('nobody could be told of an entry of the log', { position, type, err: fault });
}

function isUnavailable(error: unknown): boolean {
  return error instanceof Problem && error.kind === 'unavailable';
}
