// Changing the key of a team for a token: what `roverctl` does before it does anything else (RFC 6749, 4.4). The key of
// a client is checked here and nowhere else; it opens nothing by itself.
import { tokenLife } from '../core/rover-token.ts';
import { Problem } from '../core/problem.ts';
import { second, type Milliseconds } from '../core/time.ts';
import type { IdentityPorts } from './identity.ts';

export interface IssuedToken {
  readonly token: string;
  /** For how long it works from now on. */
  readonly life: Milliseconds;
}

/** @throws Problem `client_unknown`, whatever is wrong about the client: whoever guesses learns nothing from it. */
export const issueRoverToken =
  ({ roverTokens, tokens, clock }: Pick<IdentityPorts, 'roverTokens' | 'tokens' | 'clock'>) =>
  async (client: { readonly id: string; readonly secret: string }): Promise<IssuedToken> => {
    const now = clock.now();
    const token = tokens.fresh('cst_');
    const until = await roverTokens.keep(client, token, now, now + tokenLife);
    if (until === null) throw new Problem('client_unknown');
    return { token, life: Math.floor((until - now) / second) * second };
  };
