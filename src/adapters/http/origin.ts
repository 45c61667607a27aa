// Which host a call is for and which site caused it. A page of another site can make a browser send its cookies along
// with a write; every browser then says so in `Sec-Fetch-Site` or at least `Origin`, and such a write is refused. A call
// with an API key is exempt, because no browser adds a key by itself. A server that people reach on this machine only
// also refuses every foreign name, which stops pages that point a name of theirs at 127.0.0.1.
import type { FastifyRequest } from 'fastify';
import { Problem } from '../../core/problem.ts';

export interface Sites {
  /** Where people reach the web app. */
  readonly publicUrl: string;
  /** The only host names this server answers for, without ports; null = any. */
  readonly hosts: readonly string[] | null;
}

/** @throws Problem `misdirected_host` (421), `foreign_origin` (403). */
export function checkSite(request: FastifyRequest, { publicUrl, hosts }: Sites): void {
  if (hosts !== null && !hosts.includes(nameOf(request.headers.host)))
    throw new Problem('misdirected_host', { detail: `This server answers for ${hosts.join(', ')} only.` });
  if (isWrite(request) && (hosts !== null || keyOf(request) === null)) refuseForeign(request, publicUrl);
}

export function isWrite({ method }: FastifyRequest): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method);
}

/** The API key that a call carries. A header that holds none, such as `Authorization: Basic …`, makes no call exempt. */
export function keyOf({ headers }: Pick<FastifyRequest, 'headers'>): string | null {
  const key = headers['x-api-key'];
  if (typeof key === 'string' && key !== '') return key;
  return /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}

function refuseForeign(request: FastifyRequest, publicUrl: string): void {
  const site = request.headers['sec-fetch-site'];
  const isOwnSite = site === undefined || site === 'same-origin' || site === 'none';
  if (isOwnSite && isOwnOrigin(request, publicUrl)) return;
  throw new Problem('foreign_origin');
}

/** Without an `Origin` it is no browser, or a page of our own. Schemes may differ where a proxy ends TLS. */
function isOwnOrigin(request: FastifyRequest, publicUrl: string): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return true;
  const host = URL.canParse(origin) ? new URL(origin).host : '';
  return host !== '' && [request.host, new URL(publicUrl).host].includes(host);
}

/** `[::1]:8700` is `[::1]`, `localhost:8700` is `localhost`. */
function nameOf(host: string | undefined): string {
  return host?.replace(/:\d*$/, '').toLowerCase() ?? '';
}
