// Changing one's own password. The present one has to be known, because an unattended browser or a leaked key must not
// be enough to take the account over; wrong guesses count like attempts to sign in. Every other session ends.
import type { PersonId } from '../core/ids.ts';
import { checkPassword } from '../core/person.ts';
import { orThrow, Problem } from '../core/problem.ts';
import { second } from '../core/time.ts';
import type { IdentityPorts } from './identity.ts';
import type { Caller } from './ports.ts';

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
  readonly address: string;
  /** The session in which this happens; it stays. */
  readonly session: string | null;
}

/** @throws Problem `too_many_attempts`, `wrong_credentials`, `invalid_field` for a poor password. */
export const changePassword =
  ({ people, passwords, attempts, clock }: IdentityPorts) =>
  async (id: PersonId, change: PasswordChange, caller: Caller): Promise<void> => {
    orThrow(checkPassword(change.next));
    const person = await people.byId(id);
    if (!person) throw new Problem('person_not_found');
    const wait = await attempts.begin(person.email, change.address, clock.now());
    if (wait > 0) throw new Problem('too_many_attempts', { facts: { retryAfter: Math.ceil(wait / second) } });
    const right = await passwords.verify(change.current, await people.password(id));
    if (!right) throw new Problem('wrong_credentials', { field: 'current' });
    await attempts.forget(person.email, change.address);
    const hash = await passwords.hash(change.next);
    await people.setPassword(id, hash, change.session, caller, clock.now());
  };
