// The first chapter: who comes in. Dan takes people in, Alice sets a password and looks around, keys are made and ended.
import { emailOf } from '../cast.ts';
import type { Telling, Told, Voice } from './telling.ts';

const password = 'a horse, a battery and a staple';
const betterPassword = 'two horses, no battery and a staple';
const provider = '/api/sign-in/provider';
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
  await tell('The sign-in page asks what it has to offer.', 'nobody', 'GET /api/sign-in');
  await tell(
    'Alice lets her account at the identity provider be hers here, too.',
    first,
    `POST ${provider}/connection`,
    {
      body: { returnTo: '/settings' },
      keep: () => ({ url: 'https://login.fernlane.example/auth?client_id=countersign&scope=openid&state=…' }),
    },
  );
  await tell('Alice looks which accounts at the provider are hers.', first, `GET ${provider}/connection`);
  await tell('Alice ends whatever other sessions she has.', first, 'DELETE /api/sessions');
  await tell('Alice signs out.', first, 'POST /api/sign-out');
  await tell('Bob goes to the identity provider.', browser, `GET ${provider}`, {
    query: { returnTo: '/access/churn', acr: 'mfa', maxAge: 900 },
  });
  await tell('A sign-in that nobody began ends at the sign-in page.', browser, `GET ${provider}/callback`, {
    query: { state: 'nobody-began-this' },
  });
  await tell('Dan says what groups mean.', 'dan', 'PUT /api/identity-provider', {
    body: {
      groups: [
        { group: 'checkout-leads', team: 'checkout', role: 'Owner' },
        { group: 'it-operations', installation: 'administrator' },
      ],
      admit: ['staff'],
      goneAfter: '3d',
    },
  });
  await tell('Ivy reads how people come in.', 'ivy', 'GET /api/identity-provider', {
    keep: (answer: { configured: object }) => ({
      ...answer,
      configured: { ...answer.configured, issuer: 'https://login.fernlane.example' },
    }),
  });

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
