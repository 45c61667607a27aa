// Takes over an agreement that was made elsewhere (core/import.ts). Safe to repeat: an access that is here already stays
// as it is, whatever has become of it since. Nobody is asked and nobody gets a mail; the log says `access.imported`.
import type { AccessId } from '../core/ids.ts';
import { importAccess as takeOver, type Imported } from '../core/import.ts';
import { actOnAccess } from './act-on-access.ts';
import type { Caller, Ports } from './ports.ts';

/** @returns whether it is new here. */
export const importAccess =
  (ports: Ports) =>
  async (id: AccessId, wanted: Imported, origin: string, caller: Caller): Promise<boolean> => {
    const birth = { resource: wanted.resource, consumer: wanted.consumer, origin };
    // An Idempotency-Key belongs to the call that brings many agreements, and each of them is safe to repeat anyway.
    const byImport: Caller = { ...caller, channel: 'import', repetition: null };
    let isNew = false;
    await actOnAccess(ports, { id, birth, ifMatch: null }, byImport, (situation, act) => {
      isNew = situation.access.version === 0;
      return takeOver(situation, wanted, act, ports.mint);
    });
    return isNew;
  };
