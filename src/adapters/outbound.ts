// Posting to addresses that people have entered. Nothing of this machine's neighbourhood is reached that way: the name is
// resolved, every address it has must be a public one, and the connection goes to the address that was looked at. Nobody
// is followed to another place. Networks that the operator names are allowed all the same, also without TLS.
import { lookup as resolve, type LookupAddress } from 'node:dns';
import { request as requestPlainly } from 'node:http';
import { request as requestSecurely } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

export interface Outbound {
  /** Why an address can not be posted to, as far as it shows without looking its name up; undefined when it can. */
  fault(address: string): string | undefined;
  /** @returns the status of the answer. @throws Error in a sentence without the address, when there was no answer. */
  post(address: string, body: unknown): Promise<number>;
}

const timeoutMs = 10_000;

/** @param networks addresses or networks such as 10.0.0.0/8 that may be reached although they are private. */
export function openOutbound(networks: readonly string[]): Outbound {
  const allowed = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    allowed.addSubnet(address, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family);
  }
  const isAllowed = (address: string, isSecure: boolean): boolean => {
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    return allowed.check(address, family) || (isSecure && !unreachable.check(address, family));
  };
  const look =
    (isSecure: boolean): LookupFunction =>
    (hostname, options, done) =>
      resolve(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
        if (error) return done(error, []);
        if (found.length === 0 || !found.every(({ address }) => isAllowed(address, isSecure)))
          return done(new Error('The name leads to an address that may not be reached.'), []);
        if (options.all) return done(null, found);
        done(null, found[0]!.address, found[0]!.family);
      });
  const fault = (address: string): string | undefined => {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (!url || !/^https?:$/.test(url.protocol) || url.username)
      return 'has to be an address that begins with https://';
    if (url.protocol === 'http:' && networks.length === 0)
      return 'has to be an address that begins with https://';
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) && !isAllowed(host, url.protocol === 'https:'))
      return 'leads to an address that may not be reached';
    return undefined;
  };
  return {
    fault,
    post: (address, body) => {
      const reason = fault(address);
      if (reason) return Promise.reject(new Error(`The address ${reason}.`));
      const isSecure = address.startsWith('https:');
      const text = JSON.stringify(body);
      return new Promise((settle, reject) => {
        const call = (isSecure ? requestSecurely : requestPlainly)(
          address,
          {
            method: 'POST',
            agent: false,
            lookup: look(isSecure),
            signal: AbortSignal.timeout(timeoutMs),
            headers: {
              'content-type': 'application/json; charset=utf-8',
              'content-length': Buffer.byteLength(text),
              'user-agent': 'Countersign',
            },
          },
          (answer) => {
            answer.destroy();
            settle(answer.statusCode ?? 0);
          },
        );
        call.on('error', (error) => reject(new Error(sentenceOf(error), { cause: error })));
        call.end(text);
      });
    },
  };
}

/** Messages of sockets name hosts and ports, which is more than a page needs to show. */
function sentenceOf(error: Error & { code?: string }): string {
  if (error.name === 'AbortError' || error.name === 'TimeoutError')
    return 'There was no answer within ten seconds.';
  return error.code ? `The address could not be reached (${error.code}).` : error.message;
}

/** What is not public: RFC 6890 and the registries it began. Addresses of IPv4 within IPv6 are judged as such. */
const unreachable = new BlockList();
for (const network of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
])
  unreachable.addSubnet(network.split('/')[0]!, Number(network.split('/')[1]), 'ipv4');
for (const network of [
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
])
  unreachable.addSubnet(network.split('/')[0]!, Number(network.split('/')[1]), 'ipv6');
