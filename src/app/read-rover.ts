// How a Rover file stands: which of its exposures count, and how far each of its subscriptions has come, with who has to
// act next. It changes nothing, and asks for nothing.
import { noSuch } from '../core/no-such.ts';
import { activeOf, exposureBlocked } from '../core/rover.ts';
import { Problem } from '../core/problem.ts';
import type { Ports } from './ports.ts';
import { exposedFrom, placeOf } from './rover-exposures.ts';
import { standingOutcome } from './rover-subscriptions.ts';
import type { ExposureOutcome, ExposureRow, KeptRover, RoverOutcome, RoverPorts, RoverRow } from './rover.ts';

export interface ReadRover {
  readonly rover: RoverRow;
  readonly outcome: RoverOutcome;
}

/** @throws Problem `rover_not_found`. */
export const readRover =
  ({ rovers, accesses, clock }: Pick<RoverPorts, 'rovers'> & Pick<Ports, 'accesses' | 'clock'>) =>
  async (id: string): Promise<ReadRover> => {
    const kept = await rovers.one(id);
    if (!kept) throw new Problem('rover_not_found', { detail: noSuch('Rover file', id) });
    const ids = kept.subscriptions.flatMap(({ access }) => access ?? []);
    const loaded = ids.length > 0 ? await accesses.loadMany(ids, clock.now()) : [];
    const now = Math.max(clock.now(), ...loaded.map(({ notBefore }) => notBefore));
    const situations = new Map(loaded.map(({ situation }) => [situation.access.id, situation]));
    const { team, name } = kept.rover;
    const outcome: RoverOutcome = {
      id,
      team,
      name,
      change: 'unchanged',
      exposures: kept.exposures.map((row) => exposureOutcome(kept, row)),
      subscriptions: kept.subscriptions.map((row) =>
        standingOutcome(row, row.access && situations.get(row.access), now),
      ),
      at: now,
    };
    return { rover: kept.rover, outcome };
  };

function exposureOutcome({ others }: KeptRover, row: ExposureRow): ExposureOutcome {
  const { kind, key, strategy } = row.body;
  const mine = exposedFrom(row, undefined);
  const rivals = others
    .filter((one) => placeOf(one) === placeOf(row))
    .map((one) => exposedFrom(one, undefined));
  const blocked =
    row.resource === null ? (exposureBlocked(mine, activeOf([mine, ...rivals])!) ?? null) : null;
  return {
    kind,
    key,
    change: row.resource === null ? 'blocked' : 'unchanged',
    resource: row.resource,
    strategy,
    policy: row.proposed ? 'proposed' : null,
    blocked,
    lookedAtAgain: 0,
  };
}
