// "Can I use it now, and if not, how": what the caller has at a resource by themself and through their teams, which
// refusals bind them there, and what asking would do for each side that they may ask for. Products and applications ask
// as their team does, so a team stands for them.
import type { Consumer } from '../core/consumer.ts';
import type { AccessId, ResourceId } from '../core/ids.ts';
import { noSuch } from '../core/no-such.ts';
import { Problem } from '../core/problem.ts';
import type { Principal } from '../core/principal.ts';
import {
  sidesWith,
  teamsSpokenFor,
  type AgreementReads,
  type Refusal,
  type SpokenFor,
} from './agreements.ts';
import type { Caller, Ports } from './ports.ts';
import { previewConsumer, type Previewed } from './preview-request.ts';

export interface StandingAt {
  /** What runs or waits, the newest first. */
  readonly held: readonly AccessId[];
  readonly refusals: readonly Refusal[];
  /** Who may be asked for, with what asking would do; a person comes before their teams. */
  readonly asking: readonly Asking[];
  /** True: the caller speaks for more teams than are shown. */
  readonly more: boolean;
}

export interface Asking extends Previewed {
  readonly consumer: Consumer;
  /** Of a team. */
  readonly name: string | null;
}

/** For how many teams it is said what asking would do, and how many agreements are shown. */
const mostAsking = 20;
const mostHeld = 100;

/** @throws Problem `resource_not_found`. */
export const standAtResource =
  (ports: Ports, reads: AgreementReads) =>
  async (resource: ResourceId, caller: Caller): Promise<StandingAt> => {
    const { principal } = caller;
    const [found, teams] = await Promise.all([reads.resource(resource), teamsSpokenFor(reads, principal)]);
    if (!found) throw new Problem('resource_not_found', { detail: noSuch('resource', resource) });
    const sides = sidesWith(principal, teams);
    const preview = previewConsumer(ports);
    const [held, refusals, asking] = await Promise.all([
      reads.at(resource, sides, mostHeld),
      reads.refusals(resource, sides),
      // Loads of one moment share a statement.
      Promise.all(
        consumersOf(principal, teams.slice(0, mostAsking)).map(async (one) => ({
          ...one,
          ...(await preview({ resource, consumer: one.consumer, origin: null }, caller)),
        })),
      ),
    ]);
    return { held, refusals, asking, more: teams.length > mostAsking };
  };

function consumersOf(principal: Principal, teams: readonly SpokenFor[]): Pick<Asking, 'consumer' | 'name'>[] {
  const self: Consumer[] =
    principal.type === 'person' ? [{ kind: 'person', id: principal.id, team: null }] : [];
  return [
    ...self.map((consumer) => ({ consumer, name: null })),
    ...teams.map(({ team, name }) => ({ consumer: { kind: 'team', id: team, team } as const, name })),
  ];
}
