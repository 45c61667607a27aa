// Which entries somebody has to be told of. Who that is depends on teams and policies, so it is found out when the entry
// is told (tell-people.ts); the job is the entry's place in the log.
import { isTold, noticeTable } from '../../core/notice.ts';
import type { Follower } from '../follower.ts';

export interface ToTell {
  readonly position: number;
}

export const noticesFollower: Follower<ToTell> = {
  name: 'notices',
  nouns: [...new Set(Object.keys(noticeTable).map((type) => type.split('.')[0]!))],
  map: ({ type, position }) => (isTold(type) ? [{ position }] : []),
};
