// One round of telling: entries that wait, the situation of their accesses as it is now, the notices that the table
// gives, kept together with the end of the task. An entry that cannot be told holds up no other and is tried again, ever
// more seldom, with an alarm.
import { noticesOf, type Told } from '../core/notice.ts';
import type { AccessId, Mint } from '../core/ids.ts';
import { Problem } from '../core/problem.ts';
import type { Situation } from '../core/situation.ts';
import { hour, minute, second, type Instant } from '../core/time.ts';
import type { NewNotice, NoticeStore, NoticeTask } from './notices.ts';
import type { AccessStore, Clock } from './ports.ts';

export interface TellingPorts {
  readonly accesses: Pick<AccessStore, 'loadMany'>;
  readonly notices: NoticeStore;
  readonly clock: Clock;
  readonly mint: Mint;
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
  const found = tasks.flatMap((task) => newNotices(ports, task, situations, now));
  await ports.notices.keep(
    tasks.map(({ entry }) => entry.position),
    found,
    now,
  );
}

function newNotices(
  { mint }: TellingPorts,
  { entry }: NoticeTask,
  situations: ReadonlyMap<AccessId, Situation>,
  now: Instant,
): NewNotice[] {
  const situation = situations.get(entry.subject as AccessId);
  if (!situation) return [];
  const { type, at, actor, data = {}, after } = entry;
  const told: Told = { type, at, actor, data, after: (after ?? null) as Told['after'] };
  return noticesOf(told, situation, now).map(({ recipient, body }) => ({
    id: mint.id(),
    entry: entry.id,
    recipient,
    at,
    access: entry.subject,
    body,
    deliveries: [],
  }));
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
