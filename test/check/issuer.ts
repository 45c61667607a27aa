// The issuer of a gateway, as small as one can be: a discovery document, a set of keys, and tokens signed with one of them.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';

export interface Issuer extends AsyncDisposable {
  readonly url: string;
  /** How often its keys were fetched. */
  readonly fetched: () => number;
  sign(claims: JWTPayload, ends: number): Promise<string>;
  /** Signed with a key that the issuer does not have. */
  forge(claims: JWTPayload, ends: number): Promise<string>;
}

export async function openIssuer(): Promise<Issuer> {
  const [own, other] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
  let fetched = 0;
  const server = createServer((request, answer) => {
    if (request.url === '/keys') fetched++;
    answer.setHeader('content-type', 'application/json');
    answer.end(
      JSON.stringify(request.url === '/keys' ? { keys: [jwk] } : { issuer: url, jwks_uri: `${url}/keys` }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const signed = (key: CryptoKey) => (claims: JWTPayload, ends: number) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .setIssuer(claims.iss ?? url)
      .setExpirationTime(Math.floor(ends / 1000))
      .sign(key);
  return {
    url,
    fetched: () => fetched,
    sign: signed(own.privateKey),
    forge: signed(other.privateKey),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
