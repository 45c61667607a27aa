// Signing what leaves the house as proof: heads of the log and evidence about an access. The key is not in the database,
// so that whoever can write there cannot make a proof that fits what they wrote.

export interface Signer {
  /** The key that verifies it, as SPKI in PEM. */
  readonly publicKey: string;
  /** Ed25519 over the bytes of the text (UTF-8). */
  sign(text: string): Buffer;
  /** A compact JWS (RFC 7515, EdDSA) whose payload is the text. */
  jws(text: string, type: string): string;
}
