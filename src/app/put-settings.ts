// Changes the organization's settings. Whether organization keys decide is for a person to say: such a key could
// otherwise give itself that right back.
import { isDeepStrictEqual } from 'node:util';
import { mayRun } from '../core/governance.ts';
import { refused, orThrow } from '../core/problem.ts';
import type { CatalogPorts } from './catalog.ts';
import type { Settings } from './organization.ts';
import type { Caller } from './ports.ts';

/** Writes what is named and leaves the rest. @throws Problem `not_permitted`. */
export const putSettings =
  ({ catalog, clock }: CatalogPorts) =>
  async (wish: Partial<Settings>, caller: Caller): Promise<void> => {
    orThrow(mayRun(caller.principal));
    await catalog.change(caller, clock.now(), async (tx) => {
      const before = await tx.organization.lock();
      const after = { ...before, ...wish };
      if (isDeepStrictEqual(before, after)) return;
      if (
        before.organizationKeysDecide !== after.organizationKeysDecide &&
        caller.principal.type === 'organization-key'
      )
        orThrow(
          refused(
            'not_permitted',
            {
              en: 'An administrator changes this, not a key.',
              de: 'Das ändert jemand, der Countersign verwaltet, kein Schlüssel.',
            },
            'organizationKeysDecide',
          ),
        );
      await tx.organization.save(after);
      tx.note({
        type: 'organization.changed',
        subject: 'organization',
        before: compact(before),
        after: compact(after),
      });
    });
  };

/** An address is personal data and stays out of the log. */
function compact({ supportEmailAddress: _, ...settings }: Settings): object {
  return settings;
}
