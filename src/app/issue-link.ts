// Making one-time links. The first administrator's link is for whoever starts the server and can read what it prints:
// it exists only while nobody can run the installation, and every start may make one of its own. Invitations are made
// by administrators for a person, who sets or resets a password with it; the log says who made one.
import { nobodyKnownAs } from '../core/no-such.ts';
import { Problem } from '../core/problem.ts';
import { firstLinkLife, invitationLife } from '../core/session.ts';
import type { Instant } from '../core/time.ts';
import type { IdentityPorts } from './identity.ts';
import type { Caller } from './ports.ts';

export interface Link {
  readonly token: string;
  readonly expiresAt: Instant;
}

/** A link for the first administrator, or null when somebody runs this installation already. */
export const issueFirstLink =
  ({ links, tokens, clock }: IdentityPorts) =>
  async (): Promise<Link | null> => {
    if (await links.administratorExists()) return null;
    const token = tokens.fresh('');
    const now = clock.now();
    await links.keepFirst(token, now, now + firstLinkLife);
    return { token, expiresAt: now + firstLinkLife };
  };

/** @throws Problem `person_not_found`, or `disabled` for somebody who has left. */
export const invitePerson =
  ({ links, people, tokens, clock }: IdentityPorts) =>
  async (email: string, caller: Caller): Promise<Link> => {
    const person = await people.byEmail(email);
    if (!person) throw new Problem('person_not_found', { detail: nobodyKnownAs(email) });
    if (person.disabledAt !== null) throw new Problem('disabled');
    const token = tokens.fresh('');
    const now = clock.now();
    await links.keepInvitation(person, token, caller, now, now + invitationLife);
    return { token, expiresAt: now + invitationLife };
  };
