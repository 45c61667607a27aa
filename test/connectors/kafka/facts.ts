// What a cluster answers to a fixed list of calls, and whom it lets in after them. The answers of a real broker lie beside
// this file in recorded.json; the conformance run compares a broker with them (or writes them, with RECORD=1), and
// `npm test` the cluster in memory.
import { aclKey, type Acl } from '../../../src/adapters/connectors/kafka/acl.ts';
import { targetSettings } from '../../../src/adapters/connectors/kafka/settings.ts';
import { TargetFailure } from '../../../src/app/connector.ts';
import { acl, type House } from './house.ts';

export type Facts = Readonly<Record<string, unknown>>;

export const recorded = new URL('recorded.json', import.meta.url);

export async function factsOf(house: House): Promise<Facts> {
  const { admin } = house;
  const facts: Record<string, unknown> = {};
  const user = 'recorded';
  const as = `User:${user}`;
  await house.user(user);
  const note = async (name: string, call: () => Promise<unknown>): Promise<void> => {
    facts[name] = await call().catch((error: unknown) => {
      if (!(error instanceof TargetFailure)) throw error;
      return {
        failure: error.code,
        sentence: error.message.replace(/127\.0\.0\.1:\d+/, 'HOST'),
      };
    });
  };
  const own = async (): Promise<string[]> =>
    (await admin.acls())
      .filter(({ principal }) => principal === as)
      .map(aclKey)
      .toSorted();
  const clear = async (): Promise<unknown> =>
    admin.remove((await admin.acls()).filter(({ principal }) => principal === as));
  const entry = async () => ({
    readsOrders: await house.reads(user, 'orders'),
    writesOrders: await house.writes(user, 'orders'),
    writesReturns: await house.writes(user, 'orders.returns'),
  });
  const connectAs = (name: string, password: string) =>
    house.connect(targetSettings.parse({ ...house.settings, user: name }), password);

  const read = acl(as, 'READ', 'TOPIC', 'orders');
  await note('an ACL made twice', () => admin.create([read, read]));
  await note('is one', own);
  await note('a principal without a type, and a name that is empty', () =>
    admin.create([acl(user, 'READ', 'TOPIC', 'orders'), acl(as, 'READ', 'TOPIC', '')]),
  );
  await note('taking away what is there, and what is not', () =>
    admin.remove([read, acl(as, 'WRITE', 'TOPIC', 'orders')]),
  );
  await note('users that have credentials', async () => [...(await admin.users([user, 'nobody-at-all']))]);
  await note('nobody whom no ACL permits', entry);
  const sets: Record<string, readonly Acl[]> = {
    'the topic without the group': [read],
    'the topic and the group': [read, acl(as, 'READ', 'GROUP', user)],
    'the beginning of a group’s name': [read, acl(as, 'READ', 'GROUP', 'rec', { pattern: 'PREFIXED' })],
    'to write': [acl(as, 'WRITE', 'TOPIC', 'orders')],
    'the beginning of names': [acl(as, 'WRITE', 'TOPIC', 'orders', { pattern: 'PREFIXED' })],
    'the star': [acl(as, 'ALL', 'TOPIC', '*'), acl(as, 'ALL', 'GROUP', '*')],
    'from another host': [acl(as, 'WRITE', 'TOPIC', 'orders', { host: '10.0.0.1' })],
    'to describe': [acl(as, 'DESCRIBE', 'TOPIC', 'orders')],
    'allowed and denied': [
      acl(as, 'ALL', 'TOPIC', 'orders'),
      acl(as, 'WRITE', 'TOPIC', 'ord', { pattern: 'PREFIXED', permission: 'DENY' }),
    ],
    'a marker beside it': [
      acl(as, 'WRITE', 'TOPIC', 'orders'),
      acl(as, 'DESCRIBE', 'TRANSACTIONAL_ID', 'countersign:{"level":"write"}', { permission: 'DENY' }),
    ],
  };
  for (const [name, acls] of Object.entries(sets)) {
    await note(`${name}: made`, () => admin.create(acls));
    await note(`${name}: kept`, own);
    await note(`${name}: gives`, entry);
    await note(`${name}: taken away`, clear);
  }
  await using stranger = await connectAs(user, `${user}-secret`);
  await note('somebody without rights reads ACLs', () => stranger.acls());
  await note('somebody without rights makes one', () => stranger.create([read]));
  await note('somebody without rights takes one away', () => stranger.remove([read]));
  await note('somebody without rights asks for users', () => stranger.users([user]));
  await note('a wrong password', () => connectAs(user, 'guessed'));
  return facts;
}
