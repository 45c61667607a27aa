// Evidence for auditors: who had access to what at an instant, and everything that is known about one access. Both come
// from the log, whose entries carry the whole state of an access each; what was deleted since is found all the same.
import type { Consumer } from '../core/consumer.ts';
import type { GrantShown } from '../core/fact.ts';
import type { AccessId, PersonId, ResourceId } from '../core/ids.ts';
import type { Actor, Channel } from '../core/principal.ts';
import type { Instant } from '../core/time.ts';
import type { Place } from './log.ts';

/** One access that let its consumer in at the instant. */
export interface Holding {
  readonly access: AccessId;
  readonly resource: ResourceId;
  readonly consumer: Consumer;
  readonly grant: GrantShown;
  /** What was asked for; null where nothing was written, or it was erased. */
  readonly purpose: string | null;
  /** The allows that gave the grant. */
  readonly decisions: readonly { readonly by: Actor; readonly channel: Channel; readonly at: Instant }[];
  /** The entry of the log that says so. */
  readonly entry: Place & { readonly id: string };
}

export interface HoldingPage {
  readonly holdings: readonly Holding[];
  /** Where the next page begins; null after the last one. */
  readonly next: AccessId | null;
}

export interface Evidence {
  /** Accesses in order of their ids, as they were at the instant. */
  holdings(at: Instant, after: AccessId | null): Promise<HoldingPage>;
  /** Everything that is stored about one access; null when there never was such an access. */
  dossier(access: AccessId): Promise<Readonly<Record<string, unknown>> | null>;
  names(
    ids: readonly PersonId[],
  ): Promise<ReadonlyMap<PersonId, { readonly email: string; readonly name: string | null }>>;
}
