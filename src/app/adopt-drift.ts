// Turns a way in that a target has and nobody agreed to into an agreement: an access that is granted as of now, with the
// origin `adopted`. Only what the last run has really seen there can be adopted, and only for a consumer who is called
// so at that target. The way in itself is left alone; when its owner takes it away later, the agreement carries on.
import { levelOf, nameAtTarget, namingOf, roleLevels } from '../core/consumer-name.ts';
import type { Consumer } from '../core/consumer.ts';
import type { AccessId, ResourceId } from '../core/ids.ts';
import { adoptAccess } from '../core/import.ts';
import { together, type Level } from '../core/level.ts';
import { orThrow, Problem, type Refused } from '../core/problem.ts';
import { asAsked, periodAt } from '../core/terms.ts';
import type { Instant } from '../core/time.ts';
import { actOnAccess, type Acted } from './act-on-access.ts';
import { freshId } from './fresh-id.ts';
import type { Caller, Ports } from './ports.ts';
import { findTarget, type TargetPorts } from './target-work.ts';

export interface Adoption {
  readonly resource: ResourceId;
  readonly principal: string;
  readonly consumer: Consumer;
  readonly purpose: string;
  /** Null: those of the resource's that lead to the level that was seen. */
  readonly roles: readonly string[] | null;
  readonly until: Instant | null;
}

/**
 * @throws Problem `target_not_found`, `drift_not_found`, `principal_differs`, `role_unknown` when roles have to be named;
 *   what the core refuses.
 */
export const adoptDrift =
  (ports: Ports, { targets }: Pick<TargetPorts, 'targets'>) =>
  async (target: string, adoption: Adoption, caller: Caller): Promise<Acted> => {
    const { resource, consumer, principal } = adoption;
    const naming = namingOf(await findTarget({ targets }, target));
    const seen = await targets.seen(target, resource, consumer, naming.field);
    if (!seen)
      throw new Problem('drift_not_found', {
        detail: {
          en: `"${resource}" is not bound to "${target}", or was not looked at yet.`,
          de: `»${resource}« ist nicht an »${target}« gebunden oder wurde noch nicht angesehen.`,
        },
        field: 'resource',
      });
    const name = nameAtTarget(seen.named, naming);
    if (name !== principal)
      throw new Problem('principal_differs', {
        detail: {
          en: `At this target the consumer is called "${name}", not "${principal}".`,
          de: `An diesem Ziel heißt der Nutzer »${name}«, nicht »${principal}«.`,
        },
        field: 'principal',
      });
    const level = levelSeen(seen, principal);
    const levels = roleLevels(seen.binding['roles'], seen.contractRoles);
    const roles = orThrow(adoption.roles ?? rolesFor(level, seen.offers, levels));
    const birth = { resource, consumer, origin: 'adopted' };
    const id = freshId(ports.mint, caller) as AccessId;
    return actOnAccess(ports, { id, birth, ifMatch: null }, caller, (situation, act) => {
      const wish = {
        purpose: '',
        purposeGenerated: false,
        roles: [],
        from: null,
        until: adoption.until,
        duration: null,
      };
      const period = periodAt(wish, asAsked, situation.policy, act.now);
      if ('refused' in period) return period;
      return adoptAccess(
        situation,
        { resource, consumer, status: 'granted', purpose: adoption.purpose, roles, ...period, notes: {} },
        act,
        ports.mint,
      );
    });
  };

function levelSeen(
  seen: { readonly ways: readonly { readonly principal: string; readonly level: Level }[] },
  principal: string,
): Level {
  const ways = seen.ways.filter((way) => way.principal === principal);
  if (ways.length === 0)
    throw new Problem('drift_not_found', {
      detail: {
        en: `The last run has seen no way in of "${principal}" that is not agreed.`,
        de: `Der letzte Lauf hat von »${principal}« keinen Zugang gesehen, der nicht vereinbart ist.`,
      },
      field: 'principal',
    });
  return together(ways.map(({ level }) => level));
}

/** The one role that leads to the level; where there are several, only a person can know which is meant. */
function rolesFor(
  level: Level,
  offers: readonly string[],
  levels: ReturnType<typeof roleLevels>,
): readonly string[] | Refused {
  const fitting = offers.filter((role) => levelOf([role], levels) === level);
  if (offers.length === 0 && level === 'read') return [];
  if (fitting.length === 1) return fitting;
  const detail =
    fitting.length === 0
      ? {
          en: `No role of "${level}" access is offered.`,
          de: `Keine Rolle mit Zugang »${level}« wird angeboten.`,
        }
      : {
          en: `Name the roles: ${fitting.join(', ')} lead to "${level}" access.`,
          de: `Nennen Sie die Rollen: ${fitting.join(', ')} führen zu »${level}«.`,
        };
  return { refused: 'role_unknown', detail, field: 'roles' };
}
