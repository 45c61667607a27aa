// What a broker answers to a fixed list of calls of its management API, and whom it lets in after them. The answers of a
// real broker lie beside this file in recorded.json; the conformance run compares a broker with them (or writes them, with
// RECORD=1), and `npm test` the broker in memory.
import { asAdministrator, makeUser, publishes, subscribes, type House } from './house.ts';

export const recorded = new URL('recorded.json', import.meta.url);

export async function factsOf(house: House): Promise<Readonly<Record<string, unknown>>> {
  const facts: Record<string, unknown> = {};
  const user = 'recorded';
  await makeUser(house, user);
  const note = async (method: string, path: string, body?: object): Promise<void> => {
    const { status, body: answer } = await asAdministrator(house, method, path, body);
    const all = Array.isArray(answer) ? answer.filter((row: { user?: string }) => row.user === user) : null;
    const error = (answer as { error?: string } | null)?.error;
    facts[`${Object.keys(facts).length}: ${method} ${path}`] = {
      status,
      ...(all && { all }),
      ...(error && { error }),
    };
  };
  const entry = async (name: string): Promise<void> => {
    facts[`${Object.keys(facts).length}: ${name}`] = {
      publishes: await publishes(house, user),
      publishesOther: await publishes(house, user, 'orders', 'stock.low'),
      publishesAtFanout: await publishes(house, user, 'news'),
      subscribes: await subscribes(house, user),
      subscribesToAll: await subscribes(house, user, 'orders', '#'),
    };
  };
  const permissions = `/permissions/%2F/${user}`;
  const topics = `/topic-permissions/%2F/${user}`;
  const topic = (write: string, read: string) => ({ exchange: 'orders', write, read });
  await entry('nothing');
  for (const [configure, write, read] of [
    ['', '', ''],
    ['', '^orders$', ''],
    ['', '(?#countersign:eyJ9)^(?:orders)$(?#countersign)|(?i)^NEWS$', ''],
    ['(?!)', '(?!)', '(?!)'],
    [`^${user}`, `^${user}`, `^${user}`],
    [`^${user}`, `^${user}`, `^${user}|^orders$`],
    ['.*', '.*', '.*'],
  ] as const) {
    await note('PUT', permissions, { configure, write, read });
    await entry(`configure ${configure}, write ${write}, read ${read}`);
  }
  await note('PUT', permissions, { configure: '(', write: '', read: '' });
  await note('PUT', '/permissions/%2F/nobody-at-all', { configure: '', write: '', read: '' });
  await note('GET', '/vhosts/%2F/permissions');
  for (const [write, read] of [
    ['^order\\.[^.]+$', '.*'],
    ['.*', '^order\\.[^.#]+$'],
    ['', ''],
  ] as const) {
    await note('PUT', topics, topic(write, read));
    await entry(`keys ${write}, ${read}`);
  }
  await note('GET', '/vhosts/%2F/topic-permissions');
  await note('GET', '/vhosts/elsewhere/permissions');
  await note('DELETE', `${topics}/orders`);
  await note('DELETE', `${topics}/orders`);
  await note('DELETE', permissions);
  await note('DELETE', permissions);
  await note('GET', `/connections/username/${user}`);
  await note('DELETE', `/connections/username/${user}`);
  await note('GET', '/exchanges/%2F/nowhere');
  await note('DELETE', `/users/${user}`);
  return facts;
}
