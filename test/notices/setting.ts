// What stories about notices share: everything that happened is sealed, followed and told, as a server does by itself.
import { followOnce } from '../../src/adapters/db/log/follow.ts';
import { sealAll } from '../../src/adapters/db/log/seal.ts';
import { keepToTell } from '../../src/adapters/db/notices/store.ts';
import { noticesFollower } from '../../src/app/followers/notices.ts';
import { sweepDue } from '../../src/app/sweep-due.ts';
import { tellPeople } from '../../src/app/tell-people.ts';
import type { KeyName } from '../cast.ts';
import type { Answer, World } from '../world.ts';

/** Brings what happened to everybody who has to know. */
export async function tellAll(world: Telling): Promise<void> {
  await sealAll(world.pool);
  await follow(world);
  while ((await tellPeople(world.telling)()) > 0);
}

type Telling = Pick<World, 'pool' | 'telling'>;

export async function follow(world: Telling): Promise<void> {
  const following = {
    follower: noticesFollower,
    keep: (client: Parameters<typeof keepToTell>[0], jobs: Parameters<typeof keepToTell>[1]) =>
      keepToTell(client, jobs, world.telling.clock.now()),
    alarm: () => {},
  };
  while ((await followOnce(world.pool, following)).state === 'moved');
}

/** Lets time act on what is due. */
export async function sweep(world: World): Promise<void> {
  await sweepDue(world.ports)();
}

export const ask = (world: World, id: string, more: object = {}, as: KeyName = 'alice'): Promise<Answer> =>
  world.as(as).post('/api/access', {
    id,
    resource: 'orders/latest',
    purpose: 'Weekly report',
    consumer: { teamId: 'analytics' },
    ...more,
  });

/** What somebody was told, the newest first. */
export async function toldTo(world: World, person: KeyName, query = '') {
  const { body } = await world.as(person).get(`/api/me/notices?${query}`);
  return body as {
    items: {
      id: string;
      event: string;
      side: string;
      access: string;
      title: string;
      lines: { label: string; text: string }[];
      button: string;
      url: string;
      readAt: string | null;
    }[];
    next: number | null;
    unread: number;
    latest: number;
  };
}

/** Only what it was about, the oldest first. */
export async function eventsOf(world: World, person: KeyName): Promise<string[]> {
  const { items } = await toldTo(world, person);
  return items.map(({ event }) => event).toReversed();
}
