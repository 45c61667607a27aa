// The sign-in that a policy demands, as every surface of HTTP shows it: what has to be true of it, and the address at
// which a browser signs in so. The address is the same whether an identity provider is set up or not; what stands behind
// it knows where to send the browser. A caller adds `returnTo` itself, because only it knows what its page is called.
import type { StepUp } from '../../core/problem.ts';
import { formatDuration, second } from '../../core/time.ts';

export interface WireStepUp {
  readonly acr: string[] | null;
  readonly maxAge: string | null;
  readonly url: string;
}

export const providerPath = '/api/sign-in/provider';

export function wireStepUp({ acr, maxAge }: StepUp): WireStepUp {
  const query = new URLSearchParams();
  if (acr) query.set('acr', acr.join(' '));
  if (maxAge !== null) query.set('maxAge', String(Math.floor(maxAge / second)));
  return {
    acr: acr && [...acr],
    maxAge: maxAge === null ? null : formatDuration(maxAge),
    url: `${providerPath}?${query.toString()}`,
  };
}
