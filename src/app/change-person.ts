// Changing what somebody is to the installation, and erasing what is personal about them. Both end sessions and keys
// where the person leaves by it; what follows from that for their agreements (personal grants revoked, first allows
// void) is done by a follower of the log, from `person.left`.
import { nobodyKnownAs } from '../core/no-such.ts';
import { changePerson, type Person, type PersonChange } from '../core/person.ts';
import { Problem } from '../core/problem.ts';
import type { IdentityPorts } from './identity.ts';
import type { Caller } from './ports.ts';

/** Creates or changes a person. @throws Problem `last_administrator`, `invalid_field`. */
export const putPerson =
  ({ people, clock }: IdentityPorts) =>
  async (email: string, change: PersonChange, caller: Caller): Promise<Person> => {
    const now = clock.now();
    return people.change(email, caller, now, (person, others) => changePerson(person, change, others, now));
  };

/**
 * Makes the person leave and erases name, address, password and everything they wrote. There is no way back.
 *
 * @throws Problem `person_not_found`, `last_administrator`.
 */
export const erasePerson =
  ({ people, clock }: IdentityPorts) =>
  async (email: string, caller: Caller): Promise<void> => {
    const known = await people.byEmail(email);
    if (!known) throw new Problem('person_not_found', { detail: nobodyKnownAs(email) });
    const now = clock.now();
    await people.erase(email, caller, now, (person, others) =>
      changePerson(person, { administrator: false, disabled: true }, others, now),
    );
  };
