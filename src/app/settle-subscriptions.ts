// Goes on with subscriptions whose counterpart has changed: what waited is asked for, what does not fit any more ends.
// The transaction that exposes something only marks who subscribes to it; the asking is done here, afterwards and one by
// one. So a provider's file is applied as fast for ten thousand waiting subscribers as for none, is never refused for
// anybody else's sake, and takes no locks on what others have; and nothing is lost in between, because the mark commits
// with the exposure. It is asked in the name of whoever applied the consumer's file: nobody decides about that later.
import { minute } from '../core/time.ts';
import { landscapeOf } from './apply-rover.ts';
import { bySystem } from './by-system.ts';
import type { RoverPorts, SubscriptionPlace } from './rover.ts';
import { settleAll } from './rover-subscriptions.ts';

export interface SettlingPorts extends RoverPorts {
  /** Hears of a subscription that could not be gone on with. */
  readonly alarm: (sentence: string, facts: Record<string, unknown>) => void;
}

const batch = 50;

/** @returns how many were due. */
export const settleSubscriptions = (ports: SettlingPorts) => async (): Promise<number> => {
  const { rovers, clock } = ports;
  const due = await rovers.due(clock.now(), batch);
  for (const place of due) await settleOne(ports, place);
  return due.length;
};

async function settleOne(ports: SettlingPorts, place: SubscriptionPlace): Promise<void> {
  const now = ports.clock.now();
  try {
    await ports.rovers.change(bySystem, now, async (tx) => {
      const row = await tx.subscriptions.lockDue(place, now);
      const rover = row && (await tx.rovers.read(place.rover));
      if (!rover) return;
      const settings = await tx.catalog.organization.settings();
      const context = {
        tx,
        ports,
        landscape: landscapeOf(settings),
        timeZone: settings.timeZone,
        rover,
        asker: rover.appliedBy,
        caller: { ...bySystem, channel: 'rover' as const },
        now,
      };
      await settleAll(context, [row]);
    });
  } catch (error) {
    ports.alarm('a subscription could not be gone on with', { ...place, err: error });
    await ports.rovers.change(bySystem, now, async (tx) => {
      await tx.subscriptions.putOff(place, now + minute);
    });
  }
}
