// A broker as the tests of the connector want it: the real one of the conformance run, and the strict one of `npm test`.
// Both answer HTTP, and whether somebody gets in is tried over HTTP with the user's own credentials, which the broker
// judges as it judges AMQP.
export interface House extends AsyncDisposable {
  readonly url: string;
  readonly administrator: { readonly user: string; readonly password: string };
  /** Opens a connection as the user, and returns how to ask whether it is still open; null where that cannot be tried. */
  readonly connect: ((user: string) => Promise<() => Promise<boolean>>) | null;
}

export const secretOf = (user: string): string => `${user}-secret`;

export interface Said {
  readonly status: number;
  readonly body: unknown;
}

export async function call(
  { url }: Pick<House, 'url'>,
  user: string,
  password: string,
  method: string,
  path: string,
  body?: object,
): Promise<Said> {
  const answer = await fetch(`${url}/api${path}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
}

export async function asAdministrator(
  house: House,
  method: string,
  path: string,
  body?: object,
): Promise<Said> {
  const { user, password } = house.administrator;
  return call(house, user, password, method, path, body);
}

/** Countersign's own user, and the exchanges of Fernlane. */
export async function prepare(house: House): Promise<void> {
  const put = (path: string, body: object) => asAdministrator(house, 'PUT', path, body);
  await put('/users/countersign', { password: countersign.password, tags: 'administrator' });
  for (const [name, type] of [
    ['orders', 'topic'],
    ['invoices', 'topic'],
    ['news', 'fanout'],
  ])
    await put(`/exchanges/%2F/${name}`, { type, durable: true });
}

export const countersign = { user: 'countersign', password: 'correct horse battery staple' };

export async function makeUser(house: House, name: string): Promise<void> {
  await asAdministrator(house, 'PUT', `/users/${name}`, { password: secretOf(name), tags: 'management' });
}

export async function publishes(
  house: House,
  user: string,
  exchange = 'orders',
  key = 'order.created',
): Promise<boolean> {
  const message = { properties: {}, routing_key: key, payload: 'an event', payload_encoding: 'string' };
  return permitted(
    await call(house, user, secretOf(user), 'POST', `/exchanges/%2F/${exchange}/publish`, message),
  );
}

/** Makes a queue of its own, binds and reads it. */
export async function subscribes(
  house: House,
  user: string,
  exchange = 'orders',
  key = 'order.created',
): Promise<boolean> {
  const queue = `${user}.tries`;
  const as = (method: string, path: string, body: object) =>
    call(house, user, secretOf(user), method, path, body);
  try {
    return (
      permitted(await as('PUT', `/queues/%2F/${queue}`, { durable: true })) &&
      permitted(await as('POST', `/bindings/%2F/e/${exchange}/q/${queue}`, { routing_key: key })) &&
      permitted(
        await as('POST', `/queues/%2F/${queue}/get`, {
          count: 1,
          ackmode: 'ack_requeue_true',
          encoding: 'auto',
        }),
      )
    );
  } finally {
    await asAdministrator(house, 'DELETE', `/queues/%2F/${queue}`);
  }
}

function permitted({ status, body }: Said): boolean {
  if (status < 300) return true;
  if (status === 401 || /ACCESS_REFUSED|not_authorised|access to vhost/.test(JSON.stringify(body)))
    return false;
  throw new Error(`${status} ${JSON.stringify(body)}`);
}
