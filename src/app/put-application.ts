// Registers an application, or replaces what is said about it. Its agreements move with it when it changes hands, and what
// it asked for is looked at again by a follower of the log. Nothing here lets it in anywhere: what an application needs to
// show who it is, is between its team and the target.
import { isDeepStrictEqual } from 'node:util';
import type { TeamId } from '../core/ids.ts';
import type { Principal } from '../core/principal.ts';
import type { Instant } from '../core/time.ts';
import type { ApplicationRow, CatalogPorts, CatalogTx } from './catalog.ts';
import { changedFields } from './changed-fields.ts';
import { compareVersion } from './compare-version.ts';
import { named, orInvalid, type PublishedApplication } from './documents.ts';
import { permitOwner } from './permit-owner.ts';
import type { Caller } from './ports.ts';

/** @throws Problem `invalid_field`, `reference_unknown` for the team, `not_an_owner`, `version_mismatch`. */
export const putApplication =
  ({ catalog, documents, clock }: CatalogPorts) =>
  async (id: string, body: unknown, caller: Caller, ifMatch: number | null = null): Promise<void> => {
    const application = orInvalid(documents.readApplication(named(body, id)));
    const now = clock.now();
    await catalog.change(caller, now, (tx) =>
      registerApplication(tx, id, application, caller.principal, now, ifMatch),
    );
  };

/** The same as part of something larger. @throws Problem as above. */
export async function registerApplication(
  tx: CatalogTx,
  id: string,
  application: PublishedApplication,
  by: Principal,
  now: Instant,
  ifMatch: number | null = null,
): Promise<void> {
  const known = await tx.applications.lock(id);
  const before = known?.deleted === false ? known : null;
  compareVersion(ifMatch, before?.version ?? null);
  const owner = application.team as TeamId;
  await permitOwner(tx, owner, 'team', before?.owner, by);
  if (isDeepStrictEqual(before?.document, application.document)) return;
  await save(tx, id, known, application);
  // Also of one that comes back elsewhere: nobody renews what was granted to an application that is not theirs any more.
  if (known && known.owner !== owner) await tx.applications.moveConsumer(id, owner, now);
  tx.note({
    type: before ? 'application.updated' : 'application.created',
    subject: id,
    ...(before && { before: { owner: before.owner } }),
    after: { owner },
    data: { changed: changedFields(before?.document, application.document) },
  });
}

async function save(
  tx: CatalogTx,
  id: string,
  known: ApplicationRow | null,
  { team, ...application }: PublishedApplication,
): Promise<void> {
  const row = { ...application, owner: team as TeamId };
  await (known ? tx.applications.save(id, row) : tx.applications.add(id, row));
}
