// What `roverctl` takes as ROVER_TOKEN: who the team is, with which key it gets tokens and where, and the server, as
// Base64 of JSON behind a readable beginning. That program looks at the beginning first, and cannot read it without one.
import type { ApiKey } from '../../../core/api-key.ts';
import { nameInFiles } from '../../../core/rover-token.ts';
import { second } from '../../../core/time.ts';

export const tokenPath = '/oauth2/token';

/** @param secret the text of the key. */
export function roverTokenText(
  { id, team, createdAt }: Pick<ApiKey, 'id' | 'team' | 'createdAt'>,
  secret: string,
  publicUrl: string,
): string {
  const { group, team: name } = nameInFiles(team!)!;
  const known = {
    environment,
    group,
    team: name,
    client_id: id,
    client_secret: secret,
    token_url: `${publicUrl}${tokenPath}`,
    server_url: publicUrl,
    generated_at: Math.floor(createdAt / second),
  };
  return `${environment}--${group}--${name}.${Buffer.from(JSON.stringify(known)).toString('base64')}`;
}

/** There is one; the program wants it named. */
export const environment = 'countersign';
