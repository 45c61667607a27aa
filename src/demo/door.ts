// The demo's open door: whoever is on this machine chooses who they want to be. It exists in the demo only, which
// listens on loopback, answers for no other host name, and refuses a store that is not a demo's. With a token it is
// closed to everybody who has not read what the demo printed. Whoever comes in gets a session for the browser and a key
// for the command line, random and new with every start; keys of earlier starts are revoked.
import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { sessionCookie } from '../adapters/http/session-cookie.ts';
import { createKey, revokeKey } from '../app/keep-keys.ts';
import type { Caller } from '../app/ports.ts';
import { startSession } from '../app/sign-in.ts';
import type { Person } from '../core/person.ts';
import { Problem } from '../core/problem.ts';
import type { Countersign } from '../server.ts';

export interface DoorOptions {
  readonly url: string;
  /** Null: open to every local user. */
  readonly token: string | null;
}

const keyName = 'demo';

export function openDoor({ server, identity, ports }: Countersign, { url, token }: DoorOptions): void {
  const cookie = sessionCookie(url);
  const keys = new Map<string, Promise<string>>();
  const config = { audience: 'public' } as const;

  server.addHook('onRequest', async (_request, reply) => {
    void reply.header('x-countersign-demo', '1');
  });

  void server.register(async (routes) => {
    routes.get('/demo/people', { config, schema: { hide: true } }, async () => {
      const { items } = await identity.people.page(0, 1000);
      return Promise.all(items.map((person) => shown(identity, person)));
    });

    routes.post(
      '/demo/sign-in',
      {
        config,
        schema: {
          hide: true,
          body: z.looseObject({ person: z.string().max(254), token: z.string().max(200).optional() }),
        },
      },
      async (request, reply) => {
        const { person: wanted, token: given } = request.body as { person: string; token?: string };
        if (token !== null && !isSame(token, given ?? '')) throw new Problem('demo_closed');
        const person = await personCalled(identity, wanted);
        const visitor = {
          address: request.ip,
          agent: request.headers['user-agent']?.slice(0, 200) ?? null,
          replaced: cookie.read(request),
        };
        const started = await startSession(identity)(person.id, visitor);
        cookie.set(reply, started.token, started.session.endsAt);
        const key = await (keys.get(person.id) ?? remember(keys, person.id, freshKey(person)));
        return { ...(await shown(identity, person)), key };
      },
    );
  });

  /** One key for each person and start: whoever signs in often does not use up the keys that a person may have. */
  async function freshKey(person: Person): Promise<string> {
    const caller = callerFor(person);
    const { items } = await identity.keys.page(caller.principal, 0, 1000, ports.clock.now());
    for (const { id, displayName, person: owner } of items.map(({ key }) => key))
      if (displayName === keyName && owner === person.id) await revokeKey(identity)(id, caller);
    const scope = person.auditor ? 'user_read' : 'user';
    const wanted = { scope, displayName: keyName, team: null, expiresAt: null } as const;
    return (await createKey(identity, ports.mint)(wanted, caller)).token;
  }
}

/** A key that could not be made is not remembered. */
function remember(keys: Map<string, Promise<string>>, person: string, key: Promise<string>): Promise<string> {
  keys.set(person, key);
  key.catch(() => keys.delete(person));
  return key;
}

function callerFor({ id, administrator, auditor }: Person): Caller {
  return {
    principal: { type: 'person', id, administrator, auditor, readOnly: false },
    channel: 'web',
    repetition: null,
  };
}

/** By first name, e-mail address, or what stands before the @. */
async function personCalled({ people }: Countersign['identity'], wanted: string): Promise<Person> {
  const name = wanted.trim().toLowerCase();
  const { items } = await people.page(0, 1000);
  const found = items.find((person) =>
    [person.email, shortName(person), person.name ?? ''].some((one) => one.toLowerCase() === name),
  );
  if (found) return found;
  const known = items.map(shortName).sort().join(', ');
  throw new Problem('person_not_found', {
    detail: `Nobody here is called "${wanted.slice(0, 60)}". There are: ${known}.`,
    field: 'person',
  });
}

async function shown({ people }: Countersign['identity'], person: Person) {
  return {
    person: shortName(person),
    name: person.name,
    emailAddress: person.email,
    administrator: person.administrator,
    auditor: person.auditor,
    teams: await people.teamsOf(person.id),
  };
}

function shortName({ email }: Person): string {
  return email.split('@')[0]!;
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
