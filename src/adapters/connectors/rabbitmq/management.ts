// The few calls of RabbitMQ's management API that are needed, by plain HTTP. A user has one row of permissions in a virtual
// host (three regular expressions) and one row of topic permissions for each exchange (two more).
import { TargetFailure } from '../../../app/connector.ts';
import type { TargetSettings } from './settings.ts';

export interface PermissionRow {
  readonly user: string;
  readonly configure: string;
  readonly write: string;
  readonly read: string;
}

export interface TopicRow {
  readonly user: string;
  readonly exchange: string;
  readonly write: string;
  readonly read: string;
}

export interface Management {
  permissions(): Promise<readonly PermissionRow[]>;
  topicPermissions(): Promise<readonly TopicRow[]>;
  put(row: PermissionRow): Promise<void>;
  putTopic(row: TopicRow): Promise<void>;
  remove(user: string): Promise<void>;
  removeTopic(user: string, exchange: string): Promise<void>;
  /** All users with their tags. */
  users(): Promise<ReadonlyMap<string, readonly string[]>>;
  /** The type of an exchange; null when there is none of the name. */
  exchangeType(name: string): Promise<string | null>;
  /** The tags of Countersign's own user. */
  ownTags(): Promise<readonly string[]>;
  /** The names of the user's connections in this virtual host. */
  connections(user: string): Promise<readonly string[]>;
  /** Tells one to close; one that is too young to be known by its name takes the user's others along. */
  closeConnection(user: string, name: string): Promise<void>;
}

const requestMs = 10_000;

export function managementAt(settings: TargetSettings, password: string | null): Management {
  const { url, virtualHost, user: own } = settings;
  const place = `RabbitMQ at ${new URL(url).host}`;
  const base = `${url.replace(/\/$/, '')}/api`;
  const authorization = `Basic ${Buffer.from(`${own}:${password ?? ''}`).toString('base64')}`;
  const e = encodeURIComponent;
  const vhost = e(virtualHost);

  async function call(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; answer: unknown }> {
    const response = await fetch(base + path, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(requestMs),
      ...(body && { body: JSON.stringify(body) }),
    }).catch((error: unknown) => Promise.reject(unreached(error, place)));
    const text = await response.text();
    const answer: unknown = text === '' ? null : parsed(text);
    if (response.ok || response.status === 404) return { status: response.status, answer };
    throw refused(response.status, answer, place, own);
  }

  const list = async <T>(path: string, what: string): Promise<readonly T[]> => {
    const { status, answer } = await call('GET', path);
    if (status === 404 || !Array.isArray(answer))
      throw new TargetFailure('settings_wrong', `${place} has no ${what}.`);
    return answer as readonly T[];
  };
  const inVhost = `virtual host "${virtualHost}"`;

  return {
    permissions: () => list(`/vhosts/${vhost}/permissions`, inVhost),
    topicPermissions: () => list(`/vhosts/${vhost}/topic-permissions`, inVhost),
    async put({ user, configure, write, read }) {
      await call('PUT', `/permissions/${vhost}/${e(user)}`, { configure, write, read });
    },
    async putTopic({ user, exchange, write, read }) {
      await call('PUT', `/topic-permissions/${vhost}/${e(user)}`, { exchange, write, read });
    },
    async remove(user) {
      await call('DELETE', `/permissions/${vhost}/${e(user)}`);
    },
    async removeTopic(user, exchange) {
      await call('DELETE', `/topic-permissions/${vhost}/${e(user)}/${e(exchange)}`);
    },
    users: async () =>
      new Map(
        (await list<Tagged & { name: string }>('/users', 'users')).map((one) => [one.name, tagsOf(one)]),
      ),
    async exchangeType(name) {
      const { status, answer } = await call('GET', `/exchanges/${vhost}/${e(name)}`);
      return status === 404 ? null : (answer as { type: string }).type;
    },
    async ownTags() {
      const { answer } = await call('GET', '/whoami');
      return tagsOf(answer ?? {});
    },
    connections: async (user) =>
      (await list<{ name: string; vhost: string }>(`/connections/username/${e(user)}`, 'connections'))
        .filter(({ vhost: where }) => where === virtualHost)
        .map(({ name }) => name),
    async closeConnection(user, name) {
      const { status } = await call('DELETE', `/connections/${e(name)}`);
      if (status === 404) await call('DELETE', `/connections/username/${e(user)}`);
    },
  };
}

interface Tagged {
  readonly tags?: readonly string[] | string;
}

/** A text with commas before RabbitMQ 3.9. */
function tagsOf({ tags = [] }: Tagged): readonly string[] {
  return typeof tags === 'string' ? tags.split(',') : tags;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refused(status: number, answer: unknown, place: string, user: string): TargetFailure {
  const { reason } = (answer ?? {}) as { reason?: unknown };
  const why = typeof reason === 'string' ? `: ${reason.replace(/\.$/, '')}` : '';
  if (status === 401 && why.includes('Not ')) return notPermitted(place, user);
  if (status === 401)
    return new TargetFailure('sign_in_refused', `${place} does not let user "${user}" in${why}.`);
  if (status === 403) return notPermitted(place, user);
  if (status >= 500) return new TargetFailure('unreachable', `${place} answers with an error (${status}).`);
  return new TargetFailure('refused', `${place} refused${why || ` (${status})`}.`);
}

function notPermitted(place: string, user: string): TargetFailure {
  return new TargetFailure('not_permitted', `${place} does not permit user "${user}" to keep permissions.`, {
    mend: `rabbitmqctl set_user_tags ${/^[\w.@-]+$/.test(user) ? user : `'${user.replaceAll("'", `'\\''`)}'`} administrator`,
  });
}

function unreached(error: unknown, place: string): TargetFailure {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  if (name === 'TimeoutError') return new TargetFailure('timed_out', `${place} did not answer in time.`);
  return new TargetFailure('unreachable', `${place} cannot be reached: ${cause?.code ?? 'no answer'}.`);
}
