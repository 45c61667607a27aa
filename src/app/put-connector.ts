// Keeps the registration and the state of somebody else's connector. State is saved twice per event by the Java SDK, so
// it leaves no entry in the log. Whoever registered a connector writes it, and who runs the installation; anybody else
// could make it skip events.
import { mayRun } from '../core/governance.ts';
import { noSuch } from '../core/no-such.ts';
import { actorOf, mayWrite, type Principal } from '../core/principal.ts';
import { orThrow, Problem } from '../core/problem.ts';
import type { CatalogPorts, ConnectorRow } from './catalog.ts';
import { named, orInvalid } from './documents.ts';
import type { Caller } from './ports.ts';

/** @throws Problem `invalid_field`, `not_permitted`. */
export const putConnector =
  ({ catalog, documents, clock }: CatalogPorts) =>
  async (id: string, body: unknown, caller: Caller): Promise<void> => {
    const { document } = orInvalid(documents.readConnector(named(body, id)));
    await catalog.change(caller, clock.now(), async (tx) => {
      const before = await tx.connectors.lock(id);
      if (!before) return tx.connectors.add(id, { document, ...registrationBy(caller.principal) });
      permit(before, caller.principal);
      return tx.connectors.save(id, document);
    });
  };

/** @throws Problem `connector_not_found`, `not_permitted`. */
export const deleteConnector =
  ({ catalog, clock }: CatalogPorts) =>
  async (id: string, caller: Caller): Promise<void> => {
    await catalog.change(caller, clock.now(), async (tx) => {
      const before = await tx.connectors.lock(id);
      if (!before) throw new Problem('connector_not_found', { detail: noSuch('connector', id) });
      permit(before, caller.principal);
      await tx.connectors.remove(id);
    });
  };

function permit({ registeredBy, person }: ConnectorRow, by: Principal): void {
  orThrow(mayWrite(by));
  const mine = registrationBy(by);
  const isMine = mine.registeredBy === registeredBy || (person !== null && mine.person === person);
  if (!isMine) orThrow(mayRun(by));
}

function registrationBy(by: Principal): Omit<ConnectorRow, 'document'> {
  const { type, id, person } = actorOf(by);
  return { registeredBy: `${type}:${id}`, person };
}
