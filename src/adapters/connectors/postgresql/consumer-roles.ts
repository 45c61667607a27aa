// Creating roles for consumers that the target does not know. It is off unless an operator configures it, and it signs in
// with a credential of its own: who may create roles may also take part in them, which the role that grants every day has
// no business doing. The roles can do nothing by themselves; they are never dropped, because by then they may own things.
import { TargetFailure, type Target } from '../../../app/connector.ts';
import { connect, type Limits } from './connection.ts';
import { sqlState } from './failure.ts';
import { literal, quoted } from './names.ts';
import type { Port, TargetSettings } from './settings.ts';

/** Creates roles at the target and returns those that failed. */
export type CreateRoles = (names: readonly string[]) => Promise<Map<string, TargetFailure>>;

/** Creates the roles in a transaction of their own. Returns the names that failed; all of them when nothing could be done. */
export async function createConsumerRoles(
  target: Target,
  settings: TargetSettings,
  port: Port,
  names: readonly string[],
  limits: Limits,
): Promise<Map<string, TargetFailure>> {
  const creator = settings.createConsumerRoles;
  if (!creator || names.length === 0) return new Map();
  const failed = new Map<string, TargetFailure>();
  try {
    await using connection = await connect(
      settings,
      { user: creator.user, password: target.secret('creatorPassword') },
      limits,
    );
    await connection.transaction(async () => {
      for (const name of names) {
        const comment = `Created by Countersign (installation ${port.installationId}) for a consumer.`;
        const failure = await connection.attempt(() =>
          connection.query(
            `create role ${quoted(name)} ${creator.login ? 'login' : 'nologin'}; comment on role ${quoted(name)} is ${literal(comment)}`,
          ),
        );
        // Another run may have been faster, which is just as good.
        if (failure && sqlState(failure) !== '42710' && sqlState(failure) !== '23505')
          failed.set(name, failure);
      }
    });
    return failed;
  } catch (error) {
    if (!(error instanceof TargetFailure)) throw error;
    return new Map(names.map((name) => [name, error]));
  }
}
