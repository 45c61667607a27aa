// One run at a virtual host: observing, granting and revoking for one exchange. All rows are read at once; a user's rows are
// written whole, with what others wrote in them as it was. RabbitMQ has no transactions; what this run has granted is taken
// back if its work fails.
import type { Drift, Entitlement, Failure, TargetSession } from '../../../app/connector.ts';
import { together, type Level } from '../../../core/level.ts';
import { keysBody, means, namesBody, type Tag } from './expression.ts';
import type { Management } from './management.ts';
import {
  holds,
  readRows,
  sharesIn,
  withEnding,
  withoutShare,
  withShare,
  write,
  type Rows,
  type Wanted,
} from './rows.ts';
import type { Place, TargetSettings } from './settings.ts';

export interface RabbitSession extends TargetSession {
  /** Takes back what this run has granted. */
  undo(): Promise<void>;
  /** Closes the connections of users that lost access. A run that only looked closes none. */
  endConnections(): Promise<{ count: number; failed: readonly Failure[] }>;
}

export function openSession(
  management: Management,
  settings: TargetSettings,
  place: Place,
  stillOurs: () => Promise<void>,
): RabbitSession {
  let known: Promise<Map<string, Rows>> | null = null;
  let acted = false;
  let stale = false;
  const given: Entitlement[] = [];
  const look = (): Promise<Map<string, Rows>> =>
    (known ??= Promise.all([management.permissions(), management.topicPermissions()]).then((all) =>
      readRows(...all),
    ));
  /** As the broker shows it now, also after acting. */
  const lookAgain = (): Promise<Map<string, Rows>> => {
    if (stale) known = null;
    stale = false;
    return look();
  };

  const tagOf = ({ level }: Pick<Entitlement, 'level'>): Tag => ({
    installation: place.installation,
    resource: place.resource,
    level,
    exchange: place.exchange,
  });
  const wantedOf = ({ principal, level }: Entitlement): Wanted => wanted(settings, place, principal, level);
  const isSound = (rows: Rows, tag: Tag): boolean =>
    tag.exchange === place.exchange && holds(rows, tag, wantedOf({ principal: rows.user, level: tag.level }));

  async function change(user: string, edit: (rows: Rows) => Rows, order: 'give' | 'take'): Promise<void> {
    await stillOurs();
    const all = await look();
    const before = all.get(user);
    const after = edit(before ?? { user, permissions: null, topics: new Map() });
    stale = true;
    await write(management, before, after, order);
    all.set(user, after);
  }

  /** Takes these away, and notes whose connections are to be closed. */
  async function end(ending: readonly (readonly [user: string, tag: Tag])[]): Promise<void> {
    for (const [user, tag] of ending)
      await change(user, (rows) => withEnding(withoutShare(rows, tag), tag), 'take');
  }

  return {
    async entitlements() {
      const all = [...(await lookAgain()).values()];
      return all
        .flatMap((rows) =>
          tagsIn(rows, place)
            .filter((tag) => isSound(rows, tag))
            .map(({ level }) => ({ principal: rows.user, level })),
        )
        .toSorted(byName);
    },

    async isInLine() {
      const all = [...(await lookAgain()).values()];
      return all.every(
        (rows) =>
          tagsIn(rows, place).every((tag) => isSound(rows, tag)) && endingsIn(rows, place).length === 0,
      );
    },

    async drift(watched) {
      const [rows, users] = await Promise.all([lookAgain(), management.users()]);
      const isOfInterest = (user: string): boolean =>
        user !== settings.user && (watched.includes(user) || !users.get(user)?.includes('administrator'));
      return driftIn([...rows.values()], place, isOfInterest);
    },

    async grant(entitlements) {
      acted = true;
      const failures: Failure[] = [];
      const users = entitlements.length > 0 ? await management.users() : new Map<string, readonly string[]>();
      for (const entitlement of entitlements) {
        const reason = unfit(entitlement.principal, settings.user, users);
        if (reason) failures.push({ ...reason, ...entitlement });
        else {
          given.push(entitlement);
          await change(
            entitlement.principal,
            (rows) => withShare(rows, tagOf(entitlement), wantedOf(entitlement)),
            'give',
          );
        }
      }
      // What is left of an earlier binding, or of somebody's hand; what was just given is sound.
      for (const rows of (await look()).values())
        await end(
          tagsIn(rows, place)
            .filter((tag) => !isSound(rows, tag))
            .map((tag) => [rows.user, tag]),
        );
      return failures;
    },

    async revoke(entitlements) {
      acted = true;
      const ending = new Set(entitlements.map(keyOf));
      for (const rows of (await look()).values())
        await end(
          tagsIn(rows, place)
            .filter(({ level }) => ending.has(keyOf({ principal: rows.user, level })))
            .map((tag) => [rows.user, tag]),
        );
      return [];
    },

    async undo() {
      stale = true;
      await lookAgain();
      await end(given.map((entitlement) => [entitlement.principal, tagOf(entitlement)]));
    },

    async endConnections() {
      if (!acted) return { count: 0, failed: [] };
      const failed: Failure[] = [];
      let count = 0;
      for (const rows of (await lookAgain()).values()) {
        const endings = endingsIn(rows, place);
        if (endings.length === 0) continue;
        const before = await management.connections(rows.user);
        const alive = await close(management, rows.user, before);
        count += before.length - alive;
        if (alive > 0) failed.push(notEnded({ principal: rows.user, level: endings[0]!.level }));
        else
          await change(
            rows.user,
            (now) => endings.reduce((left, tag) => withoutEnding(left, tag), now),
            'take',
          );
      }
      return { count, failed };
    },
  };
}

/** An ending has the tag of what has ended, which may have been granted again meanwhile; then there is nothing to close. */
function withoutEnding(rows: Rows, tag: Tag): Rows {
  return tagsIn(rows, { installation: tag.installation, resource: tag.resource }).some(
    (one) => one.level === tag.level && one.exchange === tag.exchange,
  )
    ? rows
    : withoutShare(rows, tag);
}

function wanted(
  settings: TargetSettings,
  { exchange, routingKeys }: Place,
  principal: string,
  level: Level,
): Wanted {
  const queues = settings.queues.map((text) => text.replaceAll('{principal}', () => principal));
  const own = namesBody(queues);
  const both = namesBody([...queues, exchange]);
  const publishes = { write: namesBody([exchange]) };
  // Binding a queue to an exchange writes to the queue and reads the exchange.
  const subscribes = { configure: own, write: own, read: both };
  const keys = (purpose: 'write' | 'read') => ({ [purpose]: keysBody(routingKeys, purpose) });
  if (level === 'write') return { permissions: publishes, topic: keys('write') };
  if (level === 'read') return { permissions: subscribes, topic: keys('read') };
  return { permissions: { ...subscribes, write: both }, topic: { ...keys('write'), ...keys('read') } };
}

type Whose = Pick<Place, 'installation' | 'resource'>;

const tagsIn = (rows: Rows, whose: Whose): Tag[] => ofKind(rows, 'grant', whose);
const endingsIn = (rows: Rows, whose: Whose): Tag[] => ofKind(rows, 'ending', whose);

function ofKind(rows: Rows, kind: 'grant' | 'ending', { installation, resource }: Whose): Tag[] {
  const tags = sharesIn(rows)
    .filter((share) => share.kind === kind)
    .map(({ tag }) => tag)
    .filter((tag) => tag !== null && tag.installation === installation && tag.resource === resource) as Tag[];
  return [...new Map(tags.map((tag) => [`${tag.level}\n${tag.exchange}`, tag])).values()];
}

/** Administrators get in by nature, since they may permit themselves everything; they matter where they are consumers. */
function driftIn(
  all: readonly Rows[],
  { installation, exchange }: Place,
  isOfInterest: (user: string) => boolean,
): Drift[] {
  return all
    .filter(({ user }) => isOfInterest(user))
    .flatMap(({ user, permissions }): Drift[] => {
      if (permissions === null) return [];
      // Shares of other installations are somebody else's, too.
      const gives = (field: 'read' | 'write'): boolean =>
        means(permissions[field].others, exchange) ||
        permissions[field].shares.some(
          ({ tag, kind, body }) =>
            kind === 'grant' && tag !== null && tag.installation !== installation && means(body, exchange),
        );
      const levels: Level[] = [
        ...(gives('read') ? ['read' as const] : []),
        ...(gives('write') ? ['write' as const] : []),
      ];
      if (levels.length === 0) return [];
      const level = together(levels);
      const sentence = `User "${user}" may ${verbs[level]} ${exchange}, by a permission that Countersign did not give.`;
      return [{ principal: user, level, how: 'privilege', through: null, on: [exchange], sentence }];
    })
    .toSorted((one, other) => (one.principal < other.principal ? -1 : 1));
}

const verbs: Record<Level, string> = { read: 'read', write: 'write to', 'read-write': 'read and write to' };

function unfit(
  name: string,
  own: string,
  users: ReadonlyMap<string, unknown>,
): Omit<Failure, 'principal' | 'level'> | null {
  const unusable = (sentence: string) => ({ code: 'principal_unusable', sentence, mend: null });
  if (name === '') return unusable('A name is empty.');
  if (name === own) return unusable(`User "${name}" is Countersign's own and cannot be a consumer.`);
  if (name.includes('*') || /\p{Cc}/u.test(name) || !name.isWellFormed())
    return unusable(`The name ${JSON.stringify(name)} holds a star, or is not plain text.`);
  if (users.has(name)) return null;
  return {
    code: 'principal_unknown',
    sentence: `User "${name}" does not exist at the broker.`,
    mend: /^[\w.@-]+$/.test(name) ? `rabbitmqctl add_user ${name}` : null,
  };
}

const patienceMs = 3_000;

/**
 * Closes these, and returns how many are alive after a moment; others that the user has opened since are no matter. A
 * client that does not answer the broker's goodbye is told again, which ends it.
 */
async function close(management: Management, user: string, names: readonly string[]): Promise<number> {
  const deadline = performance.now() + patienceMs;
  for (let alive = names; ;) {
    for (const name of alive) await management.closeConnection(user, name);
    const now = new Set(alive.length > 0 ? await management.connections(user) : []);
    alive = alive.filter((name) => now.has(name));
    if (alive.length === 0 || performance.now() > deadline) return alive.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const notEnded = (entitlement: Entitlement): Failure => ({
  ...entitlement,
  code: 'session_not_ended',
  sentence: `A connection of user "${entitlement.principal}" could not be closed.`,
  mend: `rabbitmqctl list_connections name user`,
});

const keyOf = ({ principal, level }: Entitlement): string => `${level}\n${principal}`;

function byName(one: Entitlement, other: Entitlement): number {
  if (one.principal !== other.principal) return one.principal < other.principal ? -1 : 1;
  return one.level < other.level ? -1 : 1;
}
