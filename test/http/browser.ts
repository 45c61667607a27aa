// A browser as far as the server can tell: it keeps the cookies that it is given, adds the header that our own pages
// add, and says which site a call comes from. What a page of another site can make it send is `from`.
import type { LightMyRequestResponse } from 'fastify';
import type { World } from '../world.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Browser {
  readonly cookies: ReadonlyMap<string, string>;
  get(url: string): Promise<LightMyRequestResponse>;
  post(url: string, body?: object): Promise<LightMyRequestResponse>;
  delete(url: string): Promise<LightMyRequestResponse>;
  /** Any call with exactly these headers beside the cookies. */
  send(
    method: Method,
    url: string,
    headers: Record<string, string>,
    body?: object,
  ): Promise<LightMyRequestResponse>;
}

/** @param address where it sits in the network, for what is counted by address. */
export function openBrowser({ server }: Pick<World, 'server'>, address = '192.0.2.1'): Browser {
  const cookies = new Map<string, string>();
  const send: Browser['send'] = async (method, url, headers, body) => {
    const answer = await server.inject({
      method,
      url,
      cookies: Object.fromEntries(cookies),
      headers,
      remoteAddress: address,
      ...(body && { payload: body }),
    });
    for (const { name, value } of answer.cookies)
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    return answer;
  };
  const own = {
    'sec-fetch-site': 'same-origin',
    'x-countersign-client': 'web',
    'user-agent': 'Test browser',
  };
  return {
    cookies,
    send,
    get: (url) => send('GET', url, own),
    post: (url, body) => send('POST', url, own, body),
    delete: (url) => send('DELETE', url, own),
  };
}

/** Gives somebody of the cast a password by an invitation, as an administrator would, and signs them in with it. */
export async function signedIn(world: World, email: string, password: string): Promise<Browser> {
  const { body } = await world.as('dan').post(`/api/organization/members/${email}/invitation`);
  const browser = openBrowser(world);
  const token = new URL(body.url).hash.slice(1);
  const answer = await browser.post('/api/sign-in/link', { token, password });
  if (answer.statusCode !== 200) throw new Error(answer.payload);
  return browser;
}
