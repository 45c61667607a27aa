// Who speaks in Rover files. A team makes a key for them, which a program changes for a token that lasts minutes (OAuth 2,
// client credentials); the token applies the files of its team and does nothing else. `roverctl` takes everything that it
// has to know from one text, ROVER_TOKEN, and addresses what it applies as `group--team--name`. Our teams have one id:
// where it is `group--team`, as in teams that come from there, the two parts are those; elsewhere a group that means
// nothing stands in front, because that program cannot do without one.
import type { TeamId } from './ids.ts';
import { minute } from './time.ts';

/** How long a token works. The program asks for the next one by itself. */
export const tokenLife = 15 * minute;

/** What stands in front of a team that is in no group. */
export const groupOfNone = 'teams';

export interface NameInFiles {
  readonly group: string;
  readonly team: string;
}

/** A team as that program knows it; undefined where its id cannot stand in an address of that form. */
export function nameInFiles(id: TeamId): NameInFiles | undefined {
  const [first = '', second, ...more] = id.split('--');
  if (more.length > 0 || ![first, second ?? first].every((part) => plain.test(part))) return undefined;
  return second === undefined ? { group: groupOfNone, team: first } : { group: first, team: second };
}

/** The name behind `group--team--`, where these are the team's; undefined where the id is of another team, or none. */
export function nameOfOwn(id: string, team: TeamId): string | undefined {
  const own = nameInFiles(team);
  const start = own && `${own.group}--${own.team}--`;
  if (!start?.length || !id.startsWith(start)) return undefined;
  const name = id.slice(start.length);
  return name === '' ? undefined : name;
}

/** The same as we call it elsewhere: the id of the team, two hyphens, and the name. */
export function idOfOwn(team: TeamId, name: string): string {
  return `${team}--${name}`;
}

const plain = /^[A-Za-z0-9._~]+(?:-[A-Za-z0-9._~]+)*$/;
