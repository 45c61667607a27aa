// The channels of teams: who may set them up, what is kept of them, and how they fare. Whoever may edit the team may set
// up its channels; everybody may see that there are some and whether they work, and nobody sees a webhook's address again.
import { mayEdit } from '../core/governance.ts';
import type { TeamId } from '../core/ids.ts';
import { masked, type NotificationChannel } from '../core/notification-channel.ts';
import { orThrow, Problem } from '../core/problem.ts';
import type { Roster } from '../core/team.ts';
import type { Instant } from '../core/time.ts';
import { invalid } from './documents.ts';
import type { Caller, Clock } from './ports.ts';

export type ChannelWish = Omit<NotificationChannel, 'failing' | 'lastSuccess'>;

export interface ChannelStore {
  /** By name; null when there is no such team. */
  of(team: TeamId): Promise<readonly NotificationChannel[] | null>;
  /**
   * In one transaction with its log entry.
   *
   * @param permit is given the team's people; null when there is no such team.
   * @param secret the whole address of a webhook; null: the stored one stays, and there has to be one.
   */
  put(
    team: TeamId,
    wish: ChannelWish,
    secret: string | null,
    caller: Caller,
    now: Instant,
    permit: Permit,
  ): Promise<void>;
  remove(team: TeamId, id: string, caller: Caller, now: Instant, permit: Permit): Promise<void>;
}

type Permit = (roster: Roster | null) => void;

export interface ChannelPorts {
  readonly channels: ChannelStore;
  readonly clock: Clock;
  /** Why an address can not be posted to. */
  readonly endpointFault: (address: string) => string | undefined;
}

/** @throws Problem `team_not_found`. */
export const channelsOf =
  ({ channels }: ChannelPorts) =>
  async (team: TeamId): Promise<readonly NotificationChannel[]> => {
    const found = await channels.of(team);
    if (!found) throw teamNotFound(team);
    return found;
  };

/** @throws Problem `team_not_found`, `channel_not_found`. */
export const channelOf =
  (ports: ChannelPorts) =>
  async (team: TeamId, id: string): Promise<NotificationChannel> => {
    const found = (await channelsOf(ports)(team)).find((one) => one.id === id);
    if (!found) throw channelNotFound(id);
    return found;
  };

/** @throws Problem `team_not_found`, `not_an_owner`, `invalid_field`, `secret_key_missing`. */
export const putChannel =
  ({ channels, clock, endpointFault }: ChannelPorts) =>
  async (team: TeamId, wish: ChannelWish, caller: Caller): Promise<void> => {
    if (wish.type === 'mail') {
      const address = wish.endpoint.replace(/^mailto:/, '');
      if (!/^[^\s@<>,;\p{Cc}]+@[^\s@<>,;\p{Cc}]+$/u.test(address) || address.length > 254)
        throw invalid([
          { path: 'endpoint', message: 'has to be one address such as mailto:team@example.com' },
        ]);
      const kept = { ...wish, endpoint: `mailto:${address}` };
      return channels.put(team, kept, null, caller, clock.now(), permitting(team, caller));
    }
    const keeps = wish.endpoint.endsWith('/***');
    const reason = keeps ? undefined : endpointFault(wish.endpoint);
    if (reason) throw invalid([{ path: 'endpoint', message: reason }]);
    const shown = keeps ? wish.endpoint : masked(wish.endpoint);
    const secret = keeps ? null : wish.endpoint;
    await channels.put(
      team,
      { ...wish, endpoint: shown },
      secret,
      caller,
      clock.now(),
      permitting(team, caller),
    );
  };

/** @throws Problem `team_not_found`, `not_an_owner`, `channel_not_found`. */
export const deleteChannel =
  ({ channels, clock }: ChannelPorts) =>
  (team: TeamId, id: string, caller: Caller): Promise<void> =>
    channels.remove(team, id, caller, clock.now(), permitting(team, caller));

function permitting(team: TeamId, { principal }: Caller): Permit {
  return (roster) => {
    if (!roster) throw teamNotFound(team);
    orThrow(mayEdit(principal, team, roster));
  };
}

export function channelNotFound(id: string): Problem {
  return new Problem('channel_not_found', { detail: `There is no notification channel "${id}".` });
}

function teamNotFound(team: TeamId): Problem {
  return new Problem('team_not_found', { detail: `There is no team "${team}".` });
}
