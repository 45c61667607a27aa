// Spending a one-time link: whoever has it sets a password and is signed in. The first administrator's link also says
// who that is; an invitation was made for a person. Password hashing is slow, so the link is looked at before it, and
// spent after it; of two browsers at once only one gets through.
import { checkPassword } from '../core/person.ts';
import { orThrow, Problem } from '../core/problem.ts';
import type { IdentityPorts } from './identity.ts';
import { startSession, type Started, type Visitor } from './sign-in.ts';

export interface NewAccountForm {
  readonly token: string;
  readonly password: string;
  readonly name: string | null;
  /** Needed with the first administrator's link only. */
  readonly email: string | null;
}

/** @throws Problem `link_spent`; `invalid_field` for a poor password, or when the first administrator has no address. */
export const useLink =
  (ports: IdentityPorts) =>
  async (form: NewAccountForm, visitor: Visitor): Promise<Started> => {
    const { links, passwords, clock } = ports;
    const link = await links.read(form.token, clock.now());
    if (!link) throw new Problem('link_spent');
    if (link.person === null && form.email === null)
      throw new Problem('invalid_field', {
        field: 'email',
        detail: 'The first administrator needs an e-mail address.',
      });
    orThrow(checkPassword(form.password));
    const passwordHash = await passwords.hash(form.password);
    const account = { email: form.email, name: form.name, passwordHash };
    const person = await links.spend(form.token, account, clock.now());
    return startSession(ports)(person, visitor);
  };
