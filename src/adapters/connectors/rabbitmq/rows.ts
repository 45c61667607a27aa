// What one user has in a virtual host, read into shares and written back: its row of permissions and its rows of topic
// permissions. A topic exchange without a topic row lets everything pass; the first row that is made for it closes that,
// also for what others had given by the row of permissions. So where a row is ours, a share keeps open for them what was.
import {
  means,
  nothing,
  readExpression,
  writeExpression,
  type Expression,
  type Share,
  type Tag,
} from './expression.ts';
import type { Management, PermissionRow, TopicRow } from './management.ts';

export type Field = 'configure' | 'write' | 'read';
type TopicField = 'write' | 'read';

const fields: readonly Field[] = ['configure', 'write', 'read'];
const topicFields: readonly TopicField[] = ['write', 'read'];

export type Permissions = Readonly<Record<Field, Expression>>;
export type TopicPermissions = Readonly<Record<TopicField, Expression>>;

export interface Rows {
  readonly user: string;
  readonly permissions: Permissions | null;
  readonly topics: ReadonlyMap<string, TopicPermissions>;
}

/** What an entitlement consists of: a share in some of the fields. */
export interface Wanted {
  readonly permissions: Readonly<Partial<Record<Field, string>>>;
  readonly topic: Readonly<Partial<Record<TopicField, string>>>;
}

const empty: Expression = { shares: [], others: '' };

export function readRows(
  permissions: readonly PermissionRow[],
  topics: readonly TopicRow[],
): Map<string, Rows> {
  const byUser = Map.groupBy(topics, ({ user }) => user);
  const known = new Map(permissions.map((row) => [row.user, row]));
  return new Map(
    [...new Set([...known.keys(), ...byUser.keys()])].map((user) => {
      const row = known.get(user);
      return [
        user,
        {
          user,
          permissions: row
            ? {
                configure: readExpression(row.configure),
                write: readExpression(row.write),
                read: readExpression(row.read),
              }
            : null,
          topics: new Map(
            (byUser.get(user) ?? []).map(({ exchange, write, read }) => [
              exchange,
              { write: readExpression(write), read: readExpression(read) },
            ]),
          ),
        },
      ];
    }),
  );
}

/** Every share that stands for an entitlement or its ending. */
export function sharesIn({ permissions, topics }: Rows): Share[] {
  const expressions = [
    ...(permissions ? Object.values(permissions) : []),
    ...[...topics.values()].flatMap((one) => Object.values(one)),
  ];
  return expressions.flatMap(({ shares }) => shares);
}

export function holds(rows: Rows, tag: Tag, wanted: Wanted): boolean {
  const has = (expression: Expression | undefined, body: string | undefined): boolean => {
    const found = (expression ?? empty).shares.filter(
      (share) => share.kind === 'grant' && same(share.tag, tag),
    );
    return body === undefined ? found.length === 0 : found.length === 1 && found[0]!.body === body;
  };
  const topic = rows.topics.get(tag.exchange);
  return (
    fields.every((field) => has(rows.permissions?.[field], wanted.permissions[field])) &&
    topicFields.every((field) => has(topic?.[field], wanted.topic[field]))
  );
}

/** With the entitlement, and without an earlier one of the same tag. */
export function withShare(rows: Rows, tag: Tag, wanted: Wanted): Rows {
  const base = withoutShare(rows, tag);
  const give = (expression: Expression, body: string | undefined): Expression =>
    body === undefined
      ? expression
      : { ...expression, shares: [...expression.shares, { tag, kind: 'grant', body }] };
  const permissions = base.permissions ?? {
    configure: { shares: [{ tag: null, kind: 'row', body: nothing }], others: '' },
    write: empty,
    read: empty,
  };
  const topic = base.topics.get(tag.exchange) ?? {
    write: { shares: [{ tag: null, kind: 'row', body: nothing }], others: '' },
    read: empty,
  };
  return tidy({
    ...base,
    permissions: mapFields(fields, (field) => give(permissions[field], wanted.permissions[field])),
    topics: new Map([
      ...base.topics,
      [tag.exchange, mapFields(topicFields, (field) => give(topic[field], wanted.topic[field]))],
    ]),
  });
}

/** Without what stands for it, wherever that is. */
export function withoutShare(rows: Rows, tag: Tag): Rows {
  const drop = (expression: Expression): Expression => ({
    ...expression,
    shares: expression.shares.filter((share) => !same(share.tag, tag)),
  });
  return tidy({
    ...rows,
    permissions: rows.permissions && mapFields(fields, (field) => drop(rows.permissions![field])),
    topics: new Map(
      [...rows.topics].map(([exchange, topic]) => [
        exchange,
        mapFields(topicFields, (field) => drop(topic[field])),
      ]),
    ),
  });
}

/** Notes that the connections of the user are still to be closed. */
export function withEnding(rows: Rows, tag: Tag): Rows {
  const permissions = rows.permissions ?? {
    configure: { shares: [{ tag: null, kind: 'row', body: nothing } as const], others: '' },
    write: empty,
    read: empty,
  };
  const { configure } = permissions;
  const ending = { tag, kind: 'ending', body: nothing } as const;
  return {
    ...rows,
    permissions: { ...permissions, configure: { ...configure, shares: [...configure.shares, ending] } },
  };
}

/** Makes the broker show the rows. What is wider than before comes last when giving, what is narrower first when taking. */
export async function write(
  management: Management,
  before: Rows | undefined,
  after: Rows,
  order: 'give' | 'take',
): Promise<void> {
  const own = () => writePermissions(management, before?.permissions ?? null, after);
  const topics = () => writeTopics(management, before?.topics ?? new Map(), after);
  for (const step of order === 'give' ? [topics, own] : [own, topics]) await step();
}

async function writePermissions(
  management: Management,
  before: Permissions | null,
  { user, permissions }: Rows,
): Promise<void> {
  if (permissions === null) {
    if (before !== null) await management.remove(user);
    return;
  }
  const texts = mapFields(fields, (field) => writeExpression(permissions[field]));
  if (before && fields.every((field) => writeExpression(before[field]) === texts[field])) return;
  await management.put({ user, ...texts });
}

async function writeTopics(
  management: Management,
  before: ReadonlyMap<string, TopicPermissions>,
  { user, topics }: Rows,
): Promise<void> {
  for (const exchange of before.keys())
    if (!topics.has(exchange)) await management.removeTopic(user, exchange);
  for (const [exchange, topic] of topics) {
    const texts = mapFields(topicFields, (field) => writeExpression(topic[field]));
    const old = before.get(exchange);
    if (old && topicFields.every((field) => writeExpression(old[field]) === texts[field])) continue;
    await management.putTopic({ user, exchange, ...texts });
  }
}

/** Rows that are there because of us go with the last share; in those that stay, what others had is kept open. */
function tidy(rows: Rows): Rows {
  const topics = new Map<string, TopicPermissions>();
  for (const [exchange, topic] of rows.topics) {
    const all = topicFields.flatMap((field) => topic[field].shares);
    const isOurs =
      all.some(({ kind }) => kind === 'row') && topicFields.every((field) => topic[field].others === '');
    if (isOurs && !all.some(({ kind }) => kind === 'grant')) continue;
    topics.set(
      exchange,
      mapFields(topicFields, (field) => {
        const shares = topic[field].shares.filter(({ kind }) => kind !== 'open');
        const open = isOurs && means(rows.permissions?.[field].others ?? '', exchange);
        return {
          ...topic[field],
          shares: open ? [...shares, { tag: null, kind: 'open', body: '.*' }] : shares,
        };
      }),
    );
  }
  return { ...rows, permissions: tidied(rows.permissions), topics };
}

function tidied(permissions: Permissions | null): Permissions | null {
  if (permissions === null) return null;
  const shares = fields.flatMap((field) => permissions[field].shares);
  const isOurs =
    shares.some(({ kind }) => kind === 'row') && fields.every((field) => permissions[field].others === '');
  return isOurs && shares.every(({ kind }) => kind === 'row') ? null : permissions;
}

function mapFields<F extends string, T>(names: readonly F[], make: (name: F) => T): Record<F, T> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<F, T>;
}

function same(one: Tag | null, other: Tag): boolean {
  return (
    one !== null &&
    one.installation === other.installation &&
    one.resource === other.resource &&
    one.level === other.level &&
    one.exchange === other.exchange
  );
}
