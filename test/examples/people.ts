// The first chapter: who comes in. Dan takes people in, Alice sets a password and looks around, keys are made and ended.
import { emailOf } from '../cast.ts';
import type { Telling, Told, Voice } from './telling.ts';

const password = 'a horse, a battery and a staple';
const betterPassword = 'two horses, no battery and a staple';
const members = '/api/organization/members/{emailAddress}';

export async function tellOfPeople({ tell, meanwhile, steady, world }: Telling): Promise<void> {
  const frank = { path: { emailAddress: emailOf('frank') } };
  const alice = { path: { emailAddress: emailOf('alice') } };
  await tell('Dan takes in Frank, who will run fulfilment.', 'dan', `PUT ${members}`, {
    ...frank,
    body: { name: 'Frank', role: 'Member', auditor: false },
  });
  await world.pool.query('update person set created_at = $1', [new Date(world.clock.now())]);
  await tell('Alice looks up who Frank is.', 'alice', `GET ${members}`, frank);
  await tell('Alice lists everybody; the first two are shown.', 'alice', 'GET /api/organization/members', {
    keep: (people: unknown[]) => people.slice(0, 2),
  });
  const invitation = await tell('Dan makes a link for Alice.', 'dan', `POST ${members}/invitation`, alice);

  const token = new URL(invitation.body.url as string).hash.slice(1);
  steady.alias(token, 'works-once');
  const first = browserOf(
    await tell('Alice opens the link and chooses a password.', browser, 'POST /api/sign-in/link', {
      body: { token, password, name: 'Alice' },
    }),
  );
  await tell('Alice signs in on another computer.', browser, 'POST /api/sign-in', {
    body: { email: emailOf('alice'), password },
  });
  const me = await tell('Alice asks who she is here.', first, 'GET /api/me');
  const sessions = await tell('Alice looks where she is signed in.', first, 'GET /api/sessions');
  const other = sessions.body.find((one: { id: string }) => one.id !== me.body.sessionId).id;
  await tell('Alice ends the session on the other computer.', first, 'DELETE /api/sessions/{id}', {
    path: { id: other },
  });
  await tell('Alice changes her password.', first, 'POST /api/me/password', {
    body: { current: password, password: betterPassword },
  });
  await tell('Alice signs out.', first, 'POST /api/sign-out');

  const key = await tell('Bob makes a key for the pipelines of checkout.', 'bob', 'POST /api/api-keys', {
    body: { scope: 'team', teamId: 'checkout', displayName: 'Nightly export', expiresAt: '2027-03-31' },
  });
  await tell('Bob lists the keys he may know about; the newest is shown.', 'bob', 'GET /api/api-keys', {
    keep: (keys: unknown[]) => keys.slice(-1),
  });
  await tell('Bob revokes the key.', 'bob', 'DELETE /api/api-keys/{id}', {
    path: { id: key.body.organizationApiKeyId },
  });

  const mallory = { path: { emailAddress: emailOf('mallory') } };
  await meanwhile('dan', `PUT ${members}`, { ...mallory, body: { name: 'Mallory', disabled: true } });
  await tell('Mallory has left and asks to be forgotten.', 'dan', `POST ${members}/erase`, mallory);
}

/** What our own pages send beside the cookie. */
const browser = { 'x-countersign-client': 'web', 'sec-fetch-site': 'same-origin', 'user-agent': 'Firefox' };

function browserOf({ headers }: Told): Voice {
  const [cookie] = String([headers['set-cookie']].flat()[0]).split(';');
  return { ...browser, cookie: cookie! };
}
