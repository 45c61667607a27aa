// Creates or changes a target: a system where access becomes real. Its settings are the connector's own words and judged
// by it. Secrets go in and never come out; a PUT without them leaves what is stored.
import { isDeepStrictEqual } from 'node:util';
import { mayRun } from '../core/governance.ts';
import type { TeamId } from '../core/ids.ts';
import { noSuch } from '../core/no-such.ts';
import { orThrow, Problem } from '../core/problem.ts';
import type { CatalogPorts, TargetRow } from './catalog.ts';
import { compareVersion } from './compare-version.ts';
import { invalid, named, type JsonObject } from './documents.ts';
import type { Caller } from './ports.ts';

export interface TargetWish {
  /** The id of the address, if it says one. */
  readonly id?: string | undefined;
  /** The connector that knows such systems. */
  readonly connector: string;
  readonly name?: string | undefined;
  /** The team whose owners may say what is there; null: only whoever runs the installation. */
  readonly owner?: string | null | undefined;
  readonly settings: JsonObject;
  /** By name, as the connector asks for them; null forgets them. */
  readonly secrets?: Readonly<Record<string, string>> | null | undefined;
}

/** @throws Problem `not_permitted`, `invalid_field`, `reference_unknown` for the team, `secret_key_missing`, `version_mismatch`. */
export const putTarget =
  (ports: CatalogPorts) =>
  async (id: string, wish: TargetWish, caller: Caller, ifMatch: number | null = null): Promise<void> => {
    orThrow(mayRun(caller.principal));
    named(wish, id);
    check(ports, id, wish);
    const secrets = sealed(ports, id, wish.secrets);
    await ports.catalog.change(caller, ports.clock.now(), async (tx) => {
      const before = await tx.targets.lock(id);
      compareVersion(ifMatch, before?.version ?? null);
      const owner = (wish.owner ?? null) as TeamId | null;
      if (owner !== null && !(await tx.teams.hold(owner)))
        throw new Problem('reference_unknown', { detail: noSuch('team', owner), field: 'owner' });
      if (before && before.kind !== wish.connector)
        throw invalid([{ path: 'connector', message: 'never changes' }]);
      const after = { kind: wish.connector, name: wish.name ?? id, owner, settings: wish.settings };
      const same = before && isDeepStrictEqual(compact(before), compact(after)) && before.name === after.name;
      if (same && (secrets === undefined || (secrets === null && !before.hasSecrets))) return;
      await (before ? tx.targets.save(id, after, secrets) : tx.targets.add(id, after, secrets ?? null));
      tx.note({
        type: before ? 'target.updated' : 'target.created',
        subject: id,
        ...(before && { before: compact(before) }),
        after: compact(after),
        data: { secrets: secrets === undefined ? 'kept' : secrets === null ? 'forgotten' : 'changed' },
      });
    });
  };

function check(
  { documents, connectors }: CatalogPorts,
  id: string,
  { connector: kind, settings, secrets }: TargetWish,
): void {
  const reason = documents.idFault(id);
  if (reason !== undefined) throw invalid([{ path: 'id', message: reason }]);
  const connector = connectors.get(kind);
  if (!connector)
    throw invalid([{ path: 'connector', message: `has to be one of ${[...connectors.keys()].join(', ')}` }]);
  const known = connector.describe().secrets;
  const faults = [
    ...connector
      .targetFaults(settings)
      .map(({ path, reason }) => ({ path: `settings${path && `.${path}`}`, message: reason })),
    ...Object.keys(secrets ?? {})
      .filter((name) => !known.includes(name))
      .map((name) => ({ path: `secrets.${name}`, message: `is none of ${known.join(', ')}` })),
  ];
  if (faults.length > 0) throw invalid(faults);
}

function sealed(
  { secrets: keeper }: CatalogPorts,
  id: string,
  secrets: TargetWish['secrets'],
): Buffer | null | undefined {
  if (secrets === undefined || secrets === null) return secrets;
  return keeper.encrypt(JSON.stringify(secrets), { table: 'target', row: id, column: 'secret' });
}

function compact({ kind, owner, settings }: Pick<TargetRow, 'kind' | 'owner' | 'settings'>): object {
  return { kind, owner, settings };
}
