// What the groups of the identity provider mean, as administrators write it in a file. There is one of it in an
// installation, so it needs no id; it is the whole of it, and what it does not say goes back to the beginning.
//
//   kind: IdentityProvider
//   groups:
//     - { group: checkout-leads, team: checkout, role: Owner }   # role absent: Member
//     - { group: it-operations, installation: administrator }    # or auditor
//   admit: [staff]        # who may come in; absent: whoever the provider signs in
//   goneAfter: 3d         # when somebody for whom the provider stopped vouching has left; none: at once
import { z } from 'zod';
import type { Fault } from './fault.ts';
import { duration } from './own-shape.ts';
import { filledText, idText, list, maybe, readShape } from './shape.ts';

export interface IdentityProviderDocument {
  readonly id: typeof theOnlyOne;
  readonly groups: readonly {
    readonly group: string;
    readonly team: string | null;
    readonly role: string | null;
    readonly installation: 'administrator' | 'auditor' | null;
  }[];
  readonly admit: readonly string[] | null;
  readonly goneAfter: number | 'none' | null;
}

const theOnlyOne = 'identity-provider';

const shape = z.strictObject({
  groups: list(
    z
      .strictObject({
        group: filledText,
        team: maybe(idText),
        role: maybe(filledText),
        installation: maybe(z.enum(['administrator', 'auditor'])),
      })
      .refine(({ team, installation }) => (team === null) !== (installation === null), {
        error: 'names either a team or a role in the installation',
      })
      .refine(({ role, installation }) => role === null || installation === null, {
        error: 'has a role only with a team',
      }),
  ),
  admit: maybe(z.array(filledText).min(1)),
  goneAfter: maybe(
    z.union([z.literal('none'), duration], { error: 'has to be a duration such as 3d, or none' }),
  ),
});

/** The rules, or everything that is wrong with them. Never throws, whatever it is given. */
export function readIdentityProvider(body: unknown): IdentityProviderDocument | readonly Fault[] {
  const read = readShape(shape, body);
  return 'groups' in read ? { id: theOnlyOne, ...read } : read;
}
