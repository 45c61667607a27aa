// The board of changes: one reader of the log for all pages that stand open at this server, so that a thousand of them
// cost what one costs. It reads when the log has grown and somebody is there to be told, keeps the last few thousand
// changes in memory, and sends whoever is further behind to read everything again, which is cheaper than what it missed.
import type pg from 'pg';
import {
  changeOf,
  type Change,
  type ChangeBoard,
  type Changes,
  type SidesOfResources,
} from '../../../app/changes.ts';
import type { Entry, LogReader, LogWatch, Place } from '../../../app/log.ts';
import type { InboxSide } from '../../../core/inbox.ts';
import type { Approvers } from '../../../core/policy.ts';

const batch = 500;

/** @param most how many changes are kept. */
export function changeBoard(
  log: Pick<LogReader, 'after' | 'head' | 'holds'>,
  watch: LogWatch,
  sidesOf: SidesOfResources,
  most = 5000,
): ChangeBoard {
  let kept: readonly Change[] = [];
  /** Nothing after `begin` is missing in what is kept, up to `end`. */
  let begin: Place | null = null;
  let end: Place | null = null;
  let turn: Promise<void> = Promise.resolve();

  const isKept = (place: Place): boolean =>
    begin !== null && end !== null && begin.position <= place.position && place.position < end.position;

  const readOn = async (place: Place): Promise<void> => {
    if (isKept(place)) return;
    const head = await log.head();
    // A page that was open before this server began, or comes back after a while, may be behind what is kept.
    if (!begin || !end || place.position < begin.position || head.position < end.position) {
      const start = isNear(place, head, most) ? place : head;
      [kept, begin, end] = [[], start, start];
    }
    while (end.position < head.position) {
      const entries = await log.after(end.position, batch);
      const last = entries.at(-1);
      if (!last) return;
      kept = [...kept, ...(await changesIn(entries, sidesOf))];
      end = { position: last.position, hash: last.hash };
      const dropped = kept.at(-most - 1);
      if (dropped) begin = { position: dropped.position, hash: dropped.hash };
      kept = kept.slice(-most);
    }
  };
  /** One page after the other; those that come behind the first usually find that all is read. */
  const inTurn = (place: Place): Promise<void> =>
    (turn = turn.then(
      () => readOn(place),
      () => readOn(place),
    ));

  return {
    head: () => log.head(),
    holds: (place) => log.holds(place),
    after: async (place, waitMs, signal): Promise<Changes> => {
      if (!(await watch.beyond(place.position, waitMs, signal))) return { changes: [], place, lost: false };
      await inTurn(place);
      const now = end!;
      if (place.position < begin!.position || place.position > now.position)
        return { changes: [], place: now, lost: true };
      return { changes: kept.filter(({ position }) => position > place.position), place: now, lost: false };
    },
  };
}

function isNear(place: Place, head: Place, most: number): boolean {
  return place.position <= head.position && head.position - place.position <= most;
}

async function changesIn(entries: readonly Entry[], sidesOf: SidesOfResources): Promise<Change[]> {
  const changes = entries.map(changeOf).filter((change) => change !== null);
  const resources = [...new Set(changes.flatMap(({ resource }) => resource ?? []))];
  const sides = resources.length === 0 ? new Map<string, InboxSide[]>() : await sidesOf(resources);
  return changes.map((change) =>
    change.resource === null
      ? change
      : { ...change, sides: [...new Set([...change.sides, ...(sides.get(change.resource) ?? [])])] },
  );
}

interface SidesRow {
  id: string;
  owner_team: string;
  parent: string | null;
  approvers: Approvers | null;
  fallback: Approvers | null;
}

/** The owner, those whom the policy names, and the team above, which decides where too few may. */
export function sidesOfResources(pool: Pick<pg.Pool, 'query'>): SidesOfResources {
  return async (ids) => {
    const { rows } = await pool.query<SidesRow>(sidesText, [ids]);
    return new Map(
      rows.map(({ id, owner_team, parent, approvers, fallback }) => [
        id,
        [
          `team:${owner_team}` as const,
          ...(parent === null ? [] : [`team:${parent}` as const]),
          ...chosen(approvers),
          ...chosen(fallback),
        ],
      ]),
    );
  };
}

function chosen(approvers: Approvers | null): InboxSide[] {
  return [
    ...(approvers?.people ?? []).map((person) => `person:${person}` as const),
    ...(approvers?.teams ?? []).map((team) => `team:${team}` as const),
  ];
}

/** $1 resources. */
const sidesText = `
select r.id, r.owner_team, t.parent, nullif(p.body -> 'approvers', 'null') as approvers, nullif(p.body -> 'fallback', 'null') as fallback
from resource r left join policy p on p.resource_id = r.id left join team t on t.id = r.owner_team
where r.id = any($1::text[])
`;
