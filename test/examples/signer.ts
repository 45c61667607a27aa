// The key with which the story's server signs. It is made anew in every run and kept nowhere.
import { generateKeyPairSync } from 'node:crypto';
import { signerFrom } from '../../src/adapters/signing-key.ts';

export const signer = signerFrom(
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
);
