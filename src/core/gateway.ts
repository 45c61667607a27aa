// What a gateway asks: may this client call this API now, and what is to be known about it on the way. The client is an
// application; the API is named, or found by the longest base path that the call is at or below. An address that could
// be read in two ways is refused, because the gateway's upstream might read it the other way.
import { denials, type Denial, type Permitted } from './check.ts';

export type GatewayDenial = Denial | 'client_unknown' | 'address_ambiguous' | 'api_unknown';

export const gatewayDenials: Readonly<Record<GatewayDenial, string>> = {
  ...denials,
  client_unknown: 'The call does not say in a way that can be trusted which application it comes from.',
  address_ambiguous: 'The address can be read in more than one way.',
  api_unknown: 'No API is exposed at this address.',
};

/** The path of an address without its query; null when it can be read in more than one way. */
export function plainPath(address: string): string | null {
  const path = address.split(/[?#]/, 1)[0]!;
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for.
  if (!path.startsWith('/') || path.includes('//') || /[\\;\u0000-\u0020\u007f]/.test(path)) return null;
  if (/%(?:2e|2f|5c|3b|25|00)/i.test(path)) return null;
  if (path.split('/').some((part) => part === '.' || part === '..')) return null;
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

export interface Rates {
  readonly second?: number | undefined;
  readonly minute?: number | undefined;
  readonly hour?: number | undefined;
}

/** `5;w=1, 100;w=60`: so many calls within so many seconds. Null where nothing is limited. */
export function ratesText(rates: Rates | undefined): string | null {
  const spans = [
    [rates?.second, 1],
    [rates?.minute, 60],
    [rates?.hour, 3600],
  ] as const;
  const said = spans
    .filter(([calls]) => Number.isSafeInteger(calls))
    .map(([calls, span]) => `${calls};w=${span}`);
  return said.length > 0 ? said.join(', ') : null;
}

/** What the gateway is told about a call that may pass, by the name of a header. */
export function passFacts(
  client: string,
  permitted: Permitted,
  facts: {
    readonly visibility: string | null;
    readonly rateLimits: {
      readonly provider?: Rates;
      readonly consumerDefault?: Rates;
      readonly consumers?: readonly (Rates & { readonly id?: string })[];
    } | null;
  } | null,
): Readonly<Record<string, string>> {
  const limits = facts?.rateLimits;
  const own = limits?.consumers?.find(({ id }) => id === client) ?? limits?.consumerDefault;
  const said = {
    'x-countersign-client': client,
    'x-countersign-access': permitted.access,
    'x-countersign-roles': permitted.roles.join(' '),
    'x-countersign-until': permitted.until === null ? null : new Date(permitted.until).toISOString(),
    'x-countersign-visibility': facts?.visibility ?? null,
    'x-countersign-rate-limit': ratesText(own),
    'x-countersign-rate-limit-provider': ratesText(limits?.provider),
  };
  return Object.fromEntries(
    Object.entries(said)
      .filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== '')
      .map(([name, value]) => [name, headerText(value)]),
  );
}

/** Headers carry ASCII; whatever is not is written as in an address. */
function headerText(value: string): string {
  return /^[\x20-\x7e]*$/.test(value) ? value : encodeURIComponent(value.toWellFormed());
}
