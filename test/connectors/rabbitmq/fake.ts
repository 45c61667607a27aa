// A broker in memory that answers the management API as strictly as the real one: an operation that it does not know is an
// error of the test. What it answers, and whom it lets in, was recorded from RabbitMQ 3.10 (recorded.json, compared by a
// test). An empty expression is none but the empty name, a topic exchange without a topic row lets every key pass.
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { House, Said } from './house.ts';

type Row = Record<'configure' | 'write' | 'read', string>;
type TopicRow = Record<'write' | 'read', string>;

export async function openFake(): Promise<House> {
  const users = new Map([['admin', { password: 'admin-secret', tags: ['administrator'] }]]);
  const rows = new Map<string, Row>([['admin', { configure: '.*', write: '.*', read: '.*' }]]);
  const topics = new Map<string, Map<string, TopicRow>>();
  const exchanges = new Map<string, string>();
  const queues = new Set<string>();
  let connections: { name: string; user: string }[] = [];
  let opened = 0;

  const fits = (expression: string | undefined, name: string): boolean =>
    new RegExp((expression ?? '') === '' ? '^$' : withoutComments(expression!), 's').test(name);
  const may = (user: string, purpose: keyof Row, name: string): boolean =>
    rows.has(user) && fits(rows.get(user)![purpose], name);
  const mayKey = (user: string, purpose: keyof TopicRow, exchange: string, key: string): boolean => {
    const row = topics.get(user)?.get(exchange);
    return exchanges.get(exchange) !== 'topic' || row === undefined || fits(row[purpose], key);
  };

  function answer(
    user: string,
    method: string,
    parts: readonly string[],
    body: Record<string, string>,
  ): Said {
    const isAdministrator = users.get(user)!.tags.includes('administrator');
    const [noun, ...path] = parts;
    const is = (pattern: string): boolean => `${method} ${noun}` === pattern;
    if (is('GET whoami')) return ok({ name: user, tags: users.get(user)!.tags });
    if (is('POST exchanges') && path[2] === 'publish') {
      const [, exchange] = path as [string, string];
      if (!rows.has(user)) return noVhost;
      if (!may(user, 'write', exchange)) return refusedTo('exchange', exchange);
      return mayKey(user, 'write', exchange, body['routing_key']!)
        ? ok({ routed: false })
        : refusedTo('topic', exchange);
    }
    if (is('PUT queues')) {
      if (!rows.has(user)) return noVhost;
      if (!may(user, 'configure', path[1]!)) return refusedTo('queue', path[1]!);
      return queues.add(path[1]!) && { status: 201, body: null };
    }
    if (is('POST bindings')) {
      const [, , exchange, , queue] = path as [string, string, string, string, string];
      if (!rows.has(user)) return noVhost;
      if (!may(user, 'write', queue)) return refusedTo('queue', queue);
      if (!may(user, 'read', exchange)) return refusedTo('exchange', exchange);
      return mayKey(user, 'read', exchange, body['routing_key']!)
        ? { status: 201, body: null }
        : refusedTo('topic', exchange);
    }
    if (is('POST queues')) return may(user, 'read', path[1]!) ? ok([]) : refusedTo('queue', path[1]!);
    if (!isAdministrator)
      return { status: 401, body: { error: 'not_authorised', reason: 'Not administrator user' } };
    if (is('DELETE queues')) return queues.delete(path[1]!) ? done : missing;
    if (is('PUT users')) {
      users.set(path[0]!, { password: body['password']!, tags: body['tags']!.split(',') });
      return { status: 201, body: null };
    }
    if (is('DELETE users'))
      return users.delete(path[0]!) && (rows.delete(path[0]!), topics.delete(path[0]!), true)
        ? done
        : missing;
    if (is('GET users')) return ok([...users].map(([name, { tags }]) => ({ name, tags })));
    if (is('PUT exchanges')) return exchanges.set(path[1]!, body['type']!) && { status: 201, body: null };
    if (is('GET exchanges'))
      return exchanges.has(path[1]!) ? ok({ name: path[1], type: exchanges.get(path[1]!) }) : missing;
    if (is('GET vhosts') && path[0] !== '/') return missing;
    if (is('GET vhosts') && path[1] === 'permissions')
      return ok([...rows].map(([name, row]) => ({ vhost: '/', user: name, ...row })));
    if (is('GET vhosts') && path[1] === 'topic-permissions')
      return ok(
        [...topics].flatMap(([name, all]) =>
          [...all].map(([exchange, row]) => ({ vhost: '/', user: name, exchange, ...row })),
        ),
      );
    if (is('PUT permissions') || is('PUT topic-permissions')) {
      const name = path[1]!;
      if (!users.has(name))
        return { status: 400, body: { error: 'bad_request', reason: 'vhost_or_user_not_found' } };
      const { configure, write, read } = body as Row;
      for (const expression of [configure, write, read]) if (!isExpression(expression)) return invalid;
      if (noun === 'permissions') {
        const existed = rows.has(name);
        rows.set(name, { configure, write, read });
        return { status: existed ? 204 : 201, body: null };
      }
      const all = topics.get(name) ?? new Map<string, TopicRow>();
      const existed = all.size > 0;
      topics.set(name, all.set(body['exchange']!, { write, read }));
      return { status: existed ? 204 : 201, body: null };
    }
    if (is('DELETE permissions')) return rows.delete(path[1]!) ? done : missing;
    if (is('DELETE topic-permissions')) {
      const all = topics.get(path[1]!);
      const went = all?.delete(path[2]!) ?? false;
      if (all?.size === 0) topics.delete(path[1]!);
      return went ? done : missing;
    }
    if (is('GET connections'))
      return ok(connections.filter((one) => one.user === path[1]).map((one) => ({ ...one, vhost: '/' })));
    if (is('DELETE connections') && path[0] !== 'username') {
      const had = connections.length;
      connections = connections.filter(({ name }) => name !== path[0]);
      return connections.length < had ? done : missing;
    }
    if (is('DELETE connections')) {
      connections = connections.filter((one) => one.user !== path[1]);
      return done;
    }
    throw new Error(`${method} ${parts.join('/')} is unknown`);
  }

  async function hear(request: IncomingMessage): Promise<Said> {
    const [user, password] = Buffer.from(request.headers.authorization?.slice(6) ?? '', 'base64')
      .toString()
      .split(/:(.*)/s);
    if (users.get(user!)?.password !== password)
      return { status: 401, body: { error: 'not_authorised', reason: 'Login failed' } };
    const parts = request.url!.replace('/api/', '').split('/').map(decodeURIComponent);
    const body =
      request.method === 'PUT' || request.method === 'POST'
        ? ((await json(request)) as Record<string, string>)
        : {};
    return answer(user!, request.method!, parts, body);
  }

  const server = createServer((request, response) => {
    hear(request).then(
      ({ status, body }) => response.writeHead(status).end(body === null ? '' : JSON.stringify(body)),
      (error: Error) => response.writeHead(500).end(JSON.stringify({ error: error.message })),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    administrator: { user: 'admin', password: 'admin-secret' },
    async connect(user) {
      const name = `connection ${(opened += 1)}`;
      connections.push({ name, user });
      return async () => connections.some((one) => one.name === name);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const ok = (body: unknown): Said => ({ status: 200, body });
const done: Said = { status: 204, body: null };
const missing: Said = { status: 404, body: { error: 'Object Not Found', reason: 'Not Found' } };
const invalid: Said = { status: 400, body: { error: 'bad_request', reason: ['invalid_regexp'] } };
const noVhost: Said = {
  status: 401,
  body: { error: 'not_authorised', reason: 'User not authorised to access virtual host' },
};

const refusedTo = (what: string, name: string): Said => ({
  status: 400,
  body: {
    error: 'bad_request',
    reason: `403 ACCESS_REFUSED - access to ${what} '${name}' in vhost '/' refused`,
  },
});

/** The broker's dialect has comments, and options in the middle, which ours has not. */
const withoutComments = (expression: string): string =>
  expression.replace(/\(\?#[^)]*\)/g, '').replace(/\(\?i\)(.*)$/s, '(?i:$1)');

function isExpression(text: string | undefined): boolean {
  try {
    void new RegExp(withoutComments(text ?? ''));
    return true;
  } catch {
    return false;
  }
}
