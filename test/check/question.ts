// What the tests of the check ask, in few words: `application:reports` may `access` on `api:checkout-api`.
import assert from 'node:assert/strict';
import type { KeyName } from '../cast.ts';
import type { Answer, World } from '../world.ts';

/** An entity of a question: `type:id`. */
export function entity(word: string, properties?: object) {
  const colon = word.indexOf(':');
  return { type: word.slice(0, colon), id: word.slice(colon + 1), ...(properties && { properties }) };
}

export function question(subject: string, action: string, resource: string) {
  return { subject: entity(subject), action: { name: action }, resource: entity(resource) };
}

export const ask = (world: World, body: unknown, as: KeyName = 'organization-reads'): Promise<Answer> =>
  world.as(as).post('/access/v1/evaluation', body);

/** True, or the code of the reason. */
export async function verdict(world: World, ...words: Parameters<typeof question>): Promise<true | string> {
  await world.seal();
  const answer = await ask(world, question(...words));
  assert.equal(answer.status, 200, answer.text);
  return answer.body.decision || answer.body.context.code;
}

/** Registers the API of the checkout and the application that reads it. */
export async function openShop(world: World): Promise<void> {
  const dan = world.as('dan');
  const api = { id: 'checkout-api', type: 'api', name: 'Checkout API', owner: 'checkout' };
  const offers = ['orders:read', 'orders:write'];
  const put = await dan.put('/api/resources/checkout-api', { ...api, offers });
  assert.equal(put.status, 200, put.text);
  const reports = { id: 'reports', team: 'analytics', name: 'Report builder' };
  assert.equal((await dan.put('/api/applications/reports', reports)).status, 200);
}

/** Asks for access and has Bob grant it. */
export async function grant(world: World, id: string, consumer: object, more: object = {}): Promise<void> {
  const asked = { id, resource: 'checkout-api', purpose: 'Figures of the week', consumer, ...more };
  const answer = await world.as('organization').post('/api/access', asked);
  assert.ok(answer.status < 300, answer.text);
  const allowed = await world.as('bob').post(`/api/access/${id}/approve`);
  assert.equal(allowed.status, 200, allowed.text);
}
