// The RabbitMQ connector: what a resource is there is an exchange, and a grant is a share in the permissions of the
// consumer's user. Runs take turns by the database of Countersign, since all of a user lies in one row. Connections of users
// that lost access are closed in the same turn, because a subscription that was allowed once goes on by itself.
import { z } from 'zod';
import { levels } from '../../../core/level.ts';
import {
  TargetFailure,
  type Binding,
  type Connector,
  type Lack,
  type TakeTurns,
  type Target,
} from '../../../app/connector.ts';
import { managementAt } from './management.ts';
import { openSession } from './session.ts';
import { bindingSettings, faultsIn, readPlace, readTarget, targetSettings } from './settings.ts';

export const rabbitmq = (takeTurns: TakeTurns): Connector => ({
  kind: 'rabbitmq',
  describe: () => ({
    kind: 'rabbitmq',
    title: 'RabbitMQ',
    levels,
    secrets: ['password'],
    target: z.toJSONSchema(targetSettings, { io: 'input' }),
    binding: z.toJSONSchema(bindingSettings, { io: 'input' }),
  }),
  targetFaults: (settings) => faultsIn(targetSettings, settings),
  bindingFaults: (settings) => faultsIn(bindingSettings, settings),
  reference: (_, binding) => `permissions on exchange ${readPlace(binding).exchange}`,
  check: checkTarget,
  async run(target, binding, work) {
    const settings = readTarget(target);
    const place = readPlace(binding);
    const management = managementAt(settings, target.secret('password'));
    return takeTurns(target.id, async (stillOurs) => {
      const session = openSession(management, settings, place, stillOurs);
      try {
        const value = await work(session);
        const { count, failed } = await session.endConnections();
        return { value, endedSessions: count, failed };
      } catch (error) {
        // What stood in the way of the work says more than what stands in the way of this.
        await session.undo().catch(() => {});
        throw error;
      }
    });
  },
});

async function checkTarget(target: Target, bindings: readonly Binding[]): Promise<readonly Lack[]> {
  const lacks: Lack[] = [];
  const collect = async (look: () => Promise<void>): Promise<void> => {
    await look().catch((error: unknown) => {
      if (!(error instanceof TargetFailure)) throw error;
      lacks.push({ code: error.code, sentence: error.message, mend: error.mend });
    });
  };
  await collect(async () => {
    const settings = readTarget(target);
    const management = managementAt(settings, target.secret('password'));
    const tags = await management.ownTags();
    if (!tags.includes('administrator'))
      lacks.push({
        code: 'not_permitted',
        sentence: `User "${settings.user}" may not keep permissions: it has not the tag administrator.`,
        mend: `rabbitmqctl set_user_tags ${settings.user} administrator`,
      });
    else await management.permissions();
    for (const binding of bindings)
      await collect(async () => {
        const { exchange, routingKeys } = readPlace(binding);
        const type = await management.exchangeType(exchange);
        if (type === null)
          lacks.push({
            code: 'exchange_missing',
            sentence: `There is no exchange "${exchange}".`,
            mend: null,
          });
        else if (routingKeys !== null && type !== 'topic')
          lacks.push({
            code: 'exchange_not_topic',
            sentence: `Exchange "${exchange}" is of type ${type}, at which routing keys limit nobody.`,
            mend: null,
          });
      });
  });
  return [...new Map(lacks.map((lack) => [lack.sentence, lack])).values()];
}
