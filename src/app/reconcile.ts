// One reconcile run: makes a target show exactly the union of live grants. The run takes no instructions: it is nudged
// by the log or by a timer and looks for itself. What is intended is read only after the target has let this run in
// alone, so that a run which was paused for an hour acts on what holds now and cannot bring back what ended meanwhile.
// What was granted and revoked is judged from what the target shows afterwards, not from statements that did not fail.
// Retries, back-off and keeping the outcome are left to the caller.
import type { Binding, Connector, Drift, Entitlement, Failure, Target, TargetSession } from './connector.ts';

/** The entitlements that live grants give at this moment. Repetitions are allowed: access is their union. */
export type ReadIntended = () => Promise<readonly Entitlement[]>;

export interface Reconciled {
  readonly granted: readonly Entitlement[];
  readonly revoked: readonly Entitlement[];
  readonly failed: readonly Failure[];
  readonly drift: readonly Drift[];
  readonly observed: readonly Entitlement[];
  readonly endedSessions: number;
}

/** What a run would do, without doing it. */
export interface Difference {
  readonly missing: readonly Entitlement[];
  readonly excess: readonly Entitlement[];
  readonly drift: readonly Drift[];
  readonly observed: readonly Entitlement[];
  readonly inLine: boolean;
}

/** Brings the target in line. Safe to run twice, and at once. Throws `TargetFailure`, or what `readIntended` threw. */
export async function reconcile(
  connector: Connector,
  target: Target,
  binding: Binding,
  readIntended: ReadIntended,
): Promise<Reconciled> {
  const { value, endedSessions, failed } = await connector.run(target, binding, async (session) =>
    act(session, await readIntended()),
  );
  return { ...value, endedSessions, failed: [...value.failed, ...failed] };
}

/** Compares and changes nothing: for targets that are frozen until somebody has looked, such as after a restore. */
export async function compare(
  connector: Connector,
  target: Target,
  binding: Binding,
  readIntended: ReadIntended,
): Promise<Difference> {
  const { value } = await connector.run(target, binding, async (session) => {
    const intended = await readIntended();
    const [difference, drift] = await Promise.all([
      differ(session, intended),
      session.drift(principals(intended)),
    ]);
    return { ...difference, drift };
  });
  return value;
}

async function act(
  session: TargetSession,
  intended: readonly Entitlement[],
): Promise<Omit<Reconciled, 'endedSessions'>> {
  const { observed, missing, excess, inLine } = await differ(session, intended);
  // Taking away comes first: it matters more, and it should not wait behind slow or failing grants.
  const failedRevokes = excess.length > 0 ? await session.revoke(excess) : [];
  const failedGrants = missing.length > 0 || !inLine ? await session.grant(missing) : [];
  const [after, drift] = await Promise.all([
    session.entitlements(),
    session.drift(principals([...intended, ...observed])),
  ]);
  return {
    granted: without(after, observed),
    revoked: without(observed, after),
    failed: [...failedRevokes, ...failedGrants],
    drift,
    observed: after,
  };
}

async function differ(
  session: TargetSession,
  wanted: readonly Entitlement[],
): Promise<Omit<Difference, 'drift'>> {
  const intended = [...new Map(wanted.map((entitlement) => [key(entitlement), entitlement])).values()];
  const [observed, inLine] = await Promise.all([session.entitlements(), session.isInLine()]);
  return { missing: without(intended, observed), excess: without(observed, intended), observed, inLine };
}

function without(these: readonly Entitlement[], those: readonly Entitlement[]): Entitlement[] {
  const taken = new Set(those.map(key));
  return these.filter((entitlement) => !taken.has(key(entitlement)));
}

const key = ({ principal, level }: Entitlement): string => `${level}\n${principal}`;

const principals = (entitlements: readonly Entitlement[]): string[] => [
  ...new Set(entitlements.map(({ principal }) => principal)),
];
