// The Kafka connector: what a resource is there are topics, and a grant is ACLs for them and for the consumer groups of its
// principal. A run reads every ACL, acts, and reads again. Kafka has no lock that we could hold and no transactions: runs
// take turns by the database of Countersign, and each change is real at once.
import { z } from 'zod';
import { levels, type Level } from '../../../core/level.ts';
import type { Connector, TakeTurns } from '../../../app/connector.ts';
import { checkTarget } from './check.ts';
import type { Connect } from './cluster.ts';
import { openSession } from './session.ts';
import { bindingSettings, faultsIn, readPlace, readTarget, targetSettings } from './settings.ts';

const operations: Record<Level, string> = { read: 'READ', write: 'WRITE', 'read-write': 'READ and WRITE' };

/** The client takes half a second and 50 MB, which are for those who have a cluster. */
const connectToReal: Connect = async (settings, password) =>
  (await import('./connection.ts')).connectTo(settings, password);

/** @param connect absent: to real clusters. */
export const kafka = (takeTurns: TakeTurns, connect: Connect = connectToReal): Connector => ({
  kind: 'kafka',
  describe: () => ({
    kind: 'kafka',
    title: 'Apache Kafka',
    levels,
    secrets: ['password'],
    target: z.toJSONSchema(targetSettings, { io: 'input' }),
    binding: z.toJSONSchema(bindingSettings, { io: 'input' }),
  }),
  targetFaults: (settings) => faultsIn(targetSettings, settings),
  bindingFaults: (settings) => faultsIn(bindingSettings, settings),
  reference: (_, binding, level) => `${operations[level]} on ${readPlace(binding).topics.join(', ')}`,
  check: (target, bindings) => checkTarget(target, bindings, connect),
  async run(target, binding, work) {
    const settings = readTarget(target);
    const place = readPlace(binding);
    await using cluster = await connect(settings, target.secret('password'));
    const value = await takeTurns(target.id, async (stillOurs) => {
      const session = openSession(cluster, settings, place, stillOurs);
      try {
        return await work(session);
      } catch (error) {
        // What stood in the way of the work says more than what stands in the way of this.
        await session.undo().catch(() => {});
        throw error;
      }
    });
    // Every fetch and every produce is judged anew, so there is nothing to end.
    return { value, endedSessions: 0, failed: [] };
  },
});
