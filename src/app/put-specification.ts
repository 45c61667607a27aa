// Registers the description of an API or of an event type: what scopes there are, and of which category it is. Of several
// descriptions of one name the oldest counts. Exposures of the name, and those who subscribe to it, are looked at again.
import { isDeepStrictEqual } from 'node:util';
import { mayEdit } from '../core/governance.ts';
import { noSuch } from '../core/no-such.ts';
import { orThrow, Problem } from '../core/problem.ts';
import { categoryFaultOf, labelOf, splitRoverId, type Space } from '../core/rover.ts';
import { landscapeOf } from './apply-rover.ts';
import { changedFields } from './changed-fields.ts';
import { invalid, orInvalid } from './documents.ts';
import { permitOwner } from './permit-owner.ts';
import type { Caller } from './ports.ts';
import { reconsiderName } from './rover-exposures.ts';
import type { RoverPorts, RoverTx } from './rover.ts';

/**
 * @param space what it describes: `path` an API, `event` an event type.
 * @throws Problem `invalid_field`, `reference_unknown` for the team, `not_an_owner`.
 */
export const putSpecification =
  (ports: RoverPorts) =>
  async (space: Space, id: string, body: unknown, caller: Caller): Promise<void> => {
    const { documents, rovers, clock } = ports;
    const place = splitRoverId(id);
    if (!place) throw invalid([{ path: 'id', message: 'has to be the id of the team, "--", and a name' }]);
    const specification = orInvalid(
      space === 'path' ? documents.readApiSpecification(body) : documents.readEventSpecification(body),
    );
    const now = clock.now();
    await rovers.change(caller, now, async (tx) => {
      const { team } = place;
      await permitOwner(tx.catalog, team, 'id', undefined, caller.principal);
      const settings = await tx.catalog.organization.settings();
      const label = labelOf(specification.key);
      await tx.rovers.holdNames([{ space, label }]);
      const before = await tx.specifications.lock(id);
      if (before && before.space !== space)
        throw invalid([{ path: 'id', message: 'is taken by something else' }]);
      const category = await tx.rovers.teamCategory(team);
      const fault = categoryFaultOf(specification, { team, category }, landscapeOf(settings));
      if (fault) throw invalid([{ path: 'info.x-api-category', message: fault }]);
      if (before && isDeepStrictEqual(before.document, specification.document)) return;
      await tx.specifications.save(
        { ...specification, id, team, createdAt: before?.createdAt ?? now },
        label,
      );
      tx.catalog.note({
        type: before ? 'specification.updated' : 'specification.created',
        subject: id,
        after: { space, key: specification.key, version: specification.version },
        data: { changed: changedFields(before?.document, specification.document) },
      });
      const names = [labelOf(before?.key ?? specification.key), label];
      await reconsider(tx, space, names, now);
    });
  };

/** @throws Problem `specification_not_found`, `not_an_owner`. */
export const deleteSpecification =
  (ports: RoverPorts) =>
  async (space: Space, id: string, caller: Caller): Promise<void> => {
    const now = ports.clock.now();
    await ports.rovers.change(caller, now, async (tx) => {
      const before = await tx.specifications.lock(id);
      if (!before || before.space !== space)
        throw new Problem('specification_not_found', { detail: noSuch('specification', id) });
      orThrow(mayEdit(caller.principal, before.team, await tx.catalog.teams.roster(before.team)));
      await tx.specifications.remove(id);
      tx.catalog.note({ type: 'specification.deleted', subject: id, before: { space, key: before.key } });
      await reconsider(tx, space, [labelOf(before.key)], now);
    });
  };

async function reconsider(tx: RoverTx, space: Space, labels: readonly string[], now: number): Promise<void> {
  const settings = await tx.catalog.organization.settings();
  const landscape = landscapeOf(settings);
  for (const label of new Set(labels))
    await reconsiderName({ tx, settings, landscape, now }, { space, label });
}
