// Signing in with address and password. An attempt is counted before the password is looked at, an unknown address
// costs as much time as a known one, and both get the same answer, so that nothing here tells which addresses exist.
// Sign-ins are not written to the log: it is kept for ever, and when people work is nobody's business for ever; the
// list of sessions shows them while they last.
import type { PersonId } from '../core/ids.ts';
import { Problem } from '../core/problem.ts';
import { sessionLife, type Session } from '../core/session.ts';
import { second } from '../core/time.ts';
import type { IdentityPorts, NewSession } from './identity.ts';

export interface Visitor {
  /** Network address, for counting attempts. */
  readonly address: string;
  readonly agent: string | null;
  /** The token of a session that this one replaces. */
  readonly replaced: string | null;
}

export interface Started {
  /** Given to the browser once, in a cookie. */
  readonly token: string;
  readonly session: Session;
}

/** @throws Problem `too_many_attempts`, `wrong_credentials`, or `disabled` or `unconfirmed` when the password was right. */
export const signIn =
  (ports: IdentityPorts) =>
  async (email: string, password: string, visitor: Visitor): Promise<Started> => {
    const person = await ports.people.byEmail(email);
    // One account is counted as one, however many spellings of its address the database takes for the same.
    const account = person?.email ?? email;
    const wait = await ports.attempts.begin(account, visitor.address, ports.clock.now());
    if (wait > 0) throw tooMany(wait);
    const stored = person && (await ports.people.password(person.id));
    const right = await ports.passwords.verify(password, stored);
    if (!right || !person) throw new Problem('wrong_credentials');
    await ports.attempts.forget(account, visitor.address);
    if (person.disabledAt !== null) throw new Problem('disabled');
    if (person.unconfirmed) throw new Problem('unconfirmed');
    return startSession(ports)(person.id, visitor);
  };

/** Without a word about it: by a password, now, for as long as a session lasts. */
type How = Pick<NewSession, 'signedIn' | 'account' | 'life'>;

/** Starts a session for somebody who has proved who they are. */
export const startSession =
  ({ sessions, tokens, clock }: Pick<IdentityPorts, 'sessions' | 'tokens' | 'clock'>) =>
  async (person: PersonId, visitor: Visitor, how: Partial<How> = {}): Promise<Started> => {
    const token = tokens.fresh('');
    const now = clock.now();
    const { signedIn = { at: now, acr: null }, account = null, life = sessionLife } = how;
    const session = { person, agent: visitor.agent, signedIn, account, life };
    return { token, session: await sessions.start(session, token, visitor.replaced, now) };
  };

function tooMany(wait: number): Problem {
  const retryAfter = Math.ceil(wait / second);
  return new Problem('too_many_attempts', {
    detail: {
      en: `Too many attempts; the next one counts in ${retryAfter} s.`,
      de: `Zu viele Versuche; der nächste zählt in ${retryAfter} s.`,
    },
    facts: { retryAfter },
  });
}
