// What a gateway is answered: 200 and the call passes, 401 and it says first who it is, 403 and it does not pass. Nothing
// else, because gateways take every other status for a fault of theirs. The gateway itself shows its own API key; which
// application calls is told by a token that was verified here, or by a header that a trusted proxy has set from the
// client's certificate.
import { BlockList, isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { Checks } from '../../../app/check.ts';
import { gatewayDenials, passFacts, plainPath, type GatewayDenial } from '../../../core/gateway.ts';
import { admit } from './answers.ts';

export interface GatewayDeps {
  readonly checks: Checks;
  /** Null where no issuer is set up. */
  readonly tokens: { clientOf(token: string): Promise<string | null> } | null;
  /** The header that names the client of a connection with a certificate, and who is believed it; null: nobody. */
  readonly clientHeader: { readonly name: string; readonly proxies: readonly string[] } | null;
}

export interface GatewayAnswer {
  readonly status: 200 | 401 | 403;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What is called, as the gateway tells it. */
export interface Called {
  readonly method: string;
  readonly address: string;
}

/** @throws Problem `check_key_needed`, `not_permitted` for the key of the gateway itself. */
export function openGateway(deps: GatewayDeps) {
  const clientOf = clientReader(deps);
  return async (request: FastifyRequest, { method, address }: Called): Promise<GatewayAnswer> => {
    const { checks } = deps;
    await checks.upToDate();
    const key = request.headers['x-api-key'];
    admit(checks, typeof key === 'string' && key !== '' ? key : null);
    const client = await clientOf(request);
    if (client === null) return denied('client_unknown');
    const path = plainPath(address);
    if (path === null) return denied('address_ambiguous');
    const api = textOf(request, 'x-countersign-resource') ?? checks.apiAt(path);
    if (api === null) return denied('api_unknown');
    const verdict = checks.evaluate({
      subjectKind: 'application',
      subject: client,
      action: textOf(request, 'x-countersign-action') ?? 'access',
      resourceKind: 'api',
      resource: api,
      said: { action: { method, path } },
    });
    if (!verdict.decision) return denied(verdict.because);
    return { status: 200, headers: passFacts(client, verdict, checks.facts(api)), text: 'It may pass.' };
  };
}

function denied(because: GatewayDenial): GatewayAnswer {
  const isUnknown = because === 'client_unknown';
  return {
    status: isUnknown ? 401 : 403,
    headers: { 'x-countersign-reason': because, ...(isUnknown && { 'www-authenticate': 'Bearer' }) },
    text: gatewayDenials[because],
  };
}

function clientReader({ tokens, clientHeader }: GatewayDeps) {
  const isProxy = clientHeader ? inside(clientHeader.proxies) : () => false;
  return async (request: FastifyRequest): Promise<string | null> => {
    const token = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token !== undefined) return tokens ? tokens.clientOf(token) : null;
    if (!clientHeader || !isProxy(request.socket.remoteAddress)) return null;
    const said = textOf(request, clientHeader.name);
    return said === null ? null : nameIn(said);
  };
}

/** A client's certificate is told as its whole name (RFC 4514), or as what the proxy took of it. */
function nameIn(said: string): string | null {
  if (!said.includes('=')) return said;
  const names = [...said.matchAll(/(?:^|,|\+)\s*CN=([^,+\\="]+)(?=$|,|\+)/gi)];
  return names.length === 1 ? names[0]![1]!.trim() : null;
}

/** Of a header that stands there twice, both come as one text, which is the name of nothing. */
function textOf(request: FastifyRequest, name: string): string | null {
  const { [name.toLowerCase()]: value } = request.headers;
  return typeof value === 'string' && value !== '' ? value : null;
}

function inside(networks: readonly string[]): (address: string | undefined) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    list.addSubnet(address, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family);
  }
  return (address) => {
    if (address === undefined) return false;
    const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
    return list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
  };
}
