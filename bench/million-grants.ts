// A million live grants: a hundred thousand applications with ten APIs each, of ten thousand. They are written by rows and
// not by people, because only what is in force matters here.
import type pg from 'pg';
import { question } from '../test/check/question.ts';

export const millionGrants = 1_000_000;
const applications = 100_000;
const apis = 10_000;

/** The pair of the nth grant. */
export function pairOf(nth: number): { application: string; api: string } {
  const api = (nth * 7 + Math.floor(nth / applications) * 131) % apis;
  return { application: `application-${nth % applications}`, api: `api-${api}` };
}

/** A question about the nth grant, which is permitted. */
export function questionOf(nth: number) {
  const { application, api } = pairOf(nth);
  return question(`application:${application}`, 'read', `api:${api}`);
}

export async function fillGrants(pool: pg.Pool): Promise<void> {
  for (const text of [
    `insert into application (id, owner_team, name, document) select 'application-' || n, 'analytics', 'Application', '{}' from generate_series(0, ${applications - 1}) n`,
    `insert into resource (id, kind, owner_team, name, offers) select 'api-' || n, 'api', 'checkout', 'API ' || n, '{read,write}' from generate_series(0, ${apis - 1}) n`,
    `insert into access (id, version, resource_id, consumer_kind, consumer_id, consumer_team, standing, created_at, updated_at, notes)
     select gen_random_uuid(), 1, 'api-' || (n * 7 + n / ${applications} * 131) % ${apis}, 'application', 'application-' || n % ${applications}, 'analytics', 'Granted', now(), now(), '{}'
     from generate_series(0, ${millionGrants - 1}) n`,
    `insert into access_grant (id, access_id, from_at, until_at, roles) select 'g' || id, id, now() - interval '1 day', now() + interval '1 year', '{read}' from access`,
    'analyze',
  ])
    await pool.query(text);
}
