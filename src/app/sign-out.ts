// Signing out ends the session here whatever happens, and where it came from the identity provider says where a browser
// signs out there too. A provider that does not answer keeps nobody signed in here.
import type { ProviderPorts } from './identity-provider.ts';

/** @returns where to sign out at the provider; null where there is nothing to do there. */
export const signOut =
  ({ accounts, sessions, provider }: ProviderPorts) =>
  async (token: string): Promise<string | null> => {
    const there = await accounts.signOut(token);
    await sessions.endByToken(token);
    if (!there || !provider) return null;
    return provider.signOutUrl(there.idToken).catch(() => null);
  };
