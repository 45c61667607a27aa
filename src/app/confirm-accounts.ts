// Looks people up at the identity provider again, because a session that began yesterday says nothing about today. The
// provider answers with the groups as they are now, or takes the token no more. Then sessions end at once; where the
// token was one that outlives sessions there, the person is unconfirmed: their keys rest, and if they do not sign in
// again within the time that the rules give, they have left. A provider that does not answer changes nothing.
import { isGone } from '../core/identity-provider.ts';
import { Problem } from '../core/problem.ts';
import type { Account, IdentityProvider, ProviderPorts } from './identity-provider.ts';

export interface ConfirmingPorts extends ProviderPorts {
  /** Hears of an account that could not be looked up. */
  readonly alarm: (sentence: string, facts: Record<string, unknown>) => void;
}

/** @returns how many accounts were due. */
export const confirmAccounts = (ports: ConfirmingPorts) => async (): Promise<number> => {
  const { provider, accounts, clock, alarm } = ports;
  if (!provider) return 0;
  const due = await accounts.takeDue(clock.now());
  for (const account of due) {
    try {
      await confirm(ports, provider, account);
    } catch (error) {
      if (error instanceof Problem && error.code === 'database_unavailable') throw error;
      alarm('an account could not be looked up at the identity provider', {
        person: account.person,
        err: error,
      });
      // It would not answer for the others either; they are due again in a moment.
      if (error instanceof Problem && error.code === 'provider_unavailable') break;
    }
  }
  return due.length;
};

async function confirm(ports: ProviderPorts, provider: IdentityProvider, account: Account): Promise<void> {
  const { accounts, clock } = ports;
  if (account.refusedAt !== null) {
    if (isGone(await accounts.rules(), account.refusedAt, clock.now()))
      await accounts.leave(account, clock.now());
    return;
  }
  if (account.refreshToken === null) return accounts.reapply(account, clock.now());
  const proof = await provider.refresh(account.refreshToken, account.subject);
  if (proof) return accounts.confirm(account, proof, clock.now());
  await accounts.refuse(account, clock.now());
  if (account.isOffline && isGone(await accounts.rules(), clock.now(), clock.now()))
    await accounts.leave(account, clock.now());
}
