// The main job at a broker, over the API and with applications' own credentials: a publisher and a subscriber are refused,
// asked for, approved and let in, suspended and refused, resumed, and revoked for good. What is tried is tried in the
// broker's own way. How long it takes from the answer to a decision until the broker acts on it is told, not asserted.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { startProvisioning, type Worker } from '../../src/app/provision-due.ts';
import { makeDue } from '../../src/adapters/db/provisioning/due.ts';
import type { Connector, TakeTurns } from '../../src/app/connector.ts';
import { openWorld, type World } from '../world.ts';

export interface BrokerParts {
  readonly connector: (takeTurns: TakeTurns) => Connector;
  readonly settings: object;
  readonly password: string;
  /** What the resource is there; roles are added. */
  readonly binding: object;
  /** Makes a user that can sign in. */
  user(name: string): Promise<void>;
  publishes(user: string): Promise<boolean>;
  subscribes(user: string): Promise<boolean>;
}

export function brokerStory(name: string, open: () => Promise<BrokerParts>): void {
  test(`${name}: who may publish and subscribe is what was agreed, at every step`, async (context) => {
    const parts = await open();
    await using world = await openWorld({
      secretKey: randomBytes(32),
      connectors: (turns) => [parts.connector(turns)],
    });
    await using worker = workerOf(world);
    const [dan, bob, alice] = [world.as('dan'), world.as('bob'), world.as('alice')];
    const is = async (answer: Promise<{ status: number; text: string }>, status = 200) => {
      const { status: seen, text } = await answer;
      assert.equal(seen, status, text);
    };
    const { settings, password } = parts;
    const kind = parts.connector(async (_, work) => work(async () => {})).kind;
    await is(dan.put('/api/targets/events', { connector: kind, settings, secrets: { password } }));
    const { rows } = await world.pool.query('select secret, settings from target');
    assert.ok(rows[0].secret && !rows[0].secret.includes(password), 'encrypted at rest');
    assert.ok(!JSON.stringify(rows[0].settings).includes(password));

    const resource = 'orders.created';
    const roles = { publisher: 'write', subscriber: 'read' };
    await is(
      bob.put(`/api/resources/${resource}`, {
        type: 'event',
        name: 'Orders created',
        owner: 'checkout',
        offers: Object.keys(roles),
      }),
    );
    const target = { id: 'events', binding: { ...parts.binding, roles } };
    await is(
      dan.put(`/api/resources/${resource}`, {
        type: 'event',
        name: 'Orders created',
        owner: 'checkout',
        offers: Object.keys(roles),
        target,
      }),
    );
    const { body: check } = await dan.get('/api/targets/events/check');
    assert.deepEqual([check.ready, check.lacks], [true, []]);

    const field = `${kind}Principal`;
    for (const [application, user] of [
      ['shipping', 'shipping-service'],
      ['reports', 'reports-service'],
    ] as const) {
      await is(
        world.as('analytics-key').put(`/api/applications/${application}`, {
          id: application,
          name: application,
          team: 'analytics',
          custom: { [field]: user },
        }),
      );
      await parts.user(user);
    }
    const may = async () => [
      await parts.publishes('shipping-service'),
      await parts.subscribes('shipping-service'),
      await parts.publishes('reports-service'),
      await parts.subscribes('reports-service'),
    ];
    await worker.settle();
    assert.deepEqual(await may(), [false, false, false, false], 'refused');

    const ask = (id: string, application: string, role: string) =>
      is(
        alice.post('/api/access', {
          id,
          resource,
          purpose: 'Parcels',
          consumer: { applicationId: application },
          roles: [role],
        }),
        201,
      );
    await ask('publish', 'shipping', 'publisher');
    await ask('subscribe', 'reports', 'subscriber');
    await worker.settle();
    assert.deepEqual(await may(), [false, false, false, false], 'asked for is not granted');

    const since = async (what: string, act: () => Promise<void>, done: () => Promise<boolean>) => {
      await act();
      const began = performance.now();
      await worker.follow();
      while (!(await done())) {
        assert.ok(performance.now() - began < 20_000, `${what}: not within 20 s`);
        await new Promise((resolve) => setImmediate(resolve));
      }
      context.diagnostic(`${what} ${Math.round(performance.now() - began)} ms after the answer`);
    };
    const act = (id: string, what: string, body?: object) => () =>
      is(bob.post(`/api/access/${id}/${what}`, body));
    const publishes = () => parts.publishes('shipping-service');
    const subscribes = () => parts.subscribes('reports-service');
    const not = (question: () => Promise<boolean>) => async () => !(await question());
    await since('published', act('publish', 'approve'), publishes);
    await since('subscribed', act('subscribe', 'approve'), subscribes);
    assert.deepEqual(await may(), [true, false, false, true], 'approved, and to nothing else');
    await since('no longer published', act('publish', 'suspend', { comment: 'A flood' }), not(publishes));
    await since(
      'no longer subscribed',
      act('subscribe', 'suspend', { comment: 'An audit' }),
      not(subscribes),
    );
    assert.deepEqual(await may(), [false, false, false, false], 'suspended');
    await since('published again', act('publish', 'resume'), publishes);
    await since('subscribed again', act('subscribe', 'resume'), subscribes);
    await since('publishing revoked', act('publish', 'cancel'), not(publishes));
    await since('subscribing revoked', act('subscribe', 'cancel'), not(subscribes));
    await worker.settle();
    assert.deepEqual(await may(), [false, false, false, false], 'revoked');

    const [difference] = (await dan.get('/api/targets/events/drift')).body;
    assert.deepEqual(
      [difference.missing, difference.excess, difference.failed, difference.drift],
      [[], [], [], []],
    );
    const shown = await alice.get('/api/access/publish');
    assert.equal(shown.body.provisioning.status, 'deprovisioned');
    assert.ok(!shown.text.includes(password));
  });
}

interface Working extends AsyncDisposable {
  /** What the follower does with a new entry of the log. */
  follow(): Promise<void>;
  /** Until nothing is due any more. */
  settle(): Promise<void>;
}

function workerOf(world: World): Working {
  let idle = Promise.withResolvers<void>();
  const worker: Worker = startProvisioning({
    ...world.provisioning,
    ran: () => idle.resolve(),
  });
  const follow = async (): Promise<void> => {
    await makeDue(world.pool, [{ target: 'events' }], world.clock.now());
    worker.nudge();
  };
  return {
    follow,
    async settle() {
      await world.provisioning.provisioning.align(world.clock.now());
      idle = Promise.withResolvers();
      await follow();
      await idle.promise;
    },
    [Symbol.asyncDispose]: () => worker.stop(),
  };
}
