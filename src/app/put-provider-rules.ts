// Says what the groups of the identity provider mean here. Everybody who comes in by it is judged by the new rules within
// moments, by what the provider said last or says then, so a rule that is taken away takes what it gave.
import type { ProviderRules } from '../core/identity-provider.ts';
import type { ProviderPorts } from './identity-provider.ts';
import type { Caller } from './ports.ts';

/** @throws Problem `reference_unknown`, naming the field, for a team that does not exist. */
export const putProviderRules =
  ({ accounts, clock }: ProviderPorts) =>
  (rules: ProviderRules, caller: Caller): Promise<void> =>
    accounts.putRules(rules, caller, clock.now());
