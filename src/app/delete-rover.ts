// Takes a Rover file away: what it subscribes to is given back, what it exposes is exposed no more, and its application is
// gone. Others who have access to what it exposed lose it; a follower of the log ends that, with its history.
import { mayEdit } from '../core/governance.ts';
import { noSuch } from '../core/no-such.ts';
import { orThrow, Problem } from '../core/problem.ts';
import type { Instant } from '../core/time.ts';
import { landscapeOf } from './apply-rover.ts';
import type { Caller } from './ports.ts';
import { expose } from './rover-exposures.ts';
import { subscribeAll } from './rover-subscriptions.ts';
import type { RoverOutcome, RoverPorts, RoverTx } from './rover.ts';

/** Undefined when an Idempotency-Key was repeated. @throws Problem `rover_not_found`, `not_an_owner`. */
export const deleteRover =
  (ports: RoverPorts) =>
  (id: string, caller: Caller): Promise<RoverOutcome | undefined> => {
    const now = ports.clock.now();
    return ports.rovers.change(caller, now, (tx) => remove(ports, tx, id, caller, now));
  };

/** What deleting it would do now. @throws Problem as deleting does. */
export const planRoverDeletion =
  (ports: RoverPorts) =>
  (id: string, caller: Caller): Promise<RoverOutcome> => {
    const now = ports.clock.now();
    return ports.rovers.rehearse(caller, now, (tx) => remove(ports, tx, id, caller, now));
  };

async function remove(
  ports: RoverPorts,
  tx: RoverTx,
  id: string,
  caller: Caller,
  now: Instant,
): Promise<RoverOutcome> {
  const rover = await tx.rovers.lock(id);
  if (!rover) throw new Problem('rover_not_found', { detail: noSuch('Rover file', id) });
  const { team, name, zone } = rover;
  const by = caller.principal;
  orThrow(mayEdit(by, team, await tx.catalog.teams.roster(team)));
  const settings = await tx.catalog.organization.settings();
  const landscape = landscapeOf(settings);
  const exposed = await tx.exposures.of(id);
  const subscribed = await tx.subscriptions.of(id);
  await tx.rovers.holdNames([...exposed, ...subscribed]);
  const context = {
    tx,
    ports,
    landscape,
    timeZone: settings.timeZone,
    rover: { id, team, zone },
    asker: by,
    caller: { ...caller, channel: 'rover' as const, repetition: null },
    now,
  };
  const exposures = await expose({ tx, settings, landscape, people: new Map(), by, now }, exposed, []);
  const subscriptions = await subscribeAll(context, subscribed, [], false);
  const application = await tx.catalog.applications.lock(id);
  if (application && !application.deleted) {
    await tx.catalog.applications.remove(id, now);
    tx.catalog.note({ type: 'application.deleted', subject: id, before: { owner: application.owner } });
  }
  await tx.rovers.remove(id);
  tx.catalog.note({ type: 'rover.deleted', subject: id, before: { zone } });
  return { id, team, name, change: 'deleted', exposures, subscriptions, at: now };
}
