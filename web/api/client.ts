// The REST API with the types that are made from its description, and one way to take its answers: the data, or a Fault
// that is thrown. Nothing else in the app calls fetch, but for the door of the demo, which is in no description.
//
// Beside this file, each noun has one of its own: what is read of it, as a query whose key begins with the noun, so that
// whatever happens to it makes exactly that old (live.tsx), and what is done to it. Pages name no address themselves.
import createClient from 'openapi-fetch';
import type { components, paths } from '../../client/api.gen.ts';
import { chosenLanguage } from '../words/words.tsx';
import { faultFrom, unreachable } from './fault.ts';

export type Schemas = components['schemas'];
export type Access = Schemas['Access'];
export type LogEntry = Schemas['LogEntry'];
export type Me = Schemas['Me'];
export type NamedPerson = Schemas['NamedPerson'];
export type Policy = Schemas['Policy'];
export type Resource = Schemas['Resource'];

/**
 * Browsers add no such header by themselves, so the server knows that a write is meant. What it says to people it says in
 * the language of the app.
 */
const own = { 'x-countersign-client': 'web', 'accept-language': chosenLanguage() };

export const api = createClient<paths>({ baseUrl: location.origin, headers: own });

/** The data of an answer. @throws Fault for everything that is not a yes. */
export async function answerOf<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  return (await pageOf(call)).data;
}

/** The data of one page of a list, and where the next one begins, as the Link header says. */
export async function pageOf<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<{ data: NonNullable<T>; next: URLSearchParams | null }> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    throw unreachable(cause);
  });
  if (!response.ok) throw faultFrom(response.status, error);
  const link = /<([^>]+)>; *rel="?next"?/.exec(response.headers.get('link') ?? '')?.[1];
  const next = link === undefined ? null : new URL(link, location.origin).searchParams;
  return { data: data as NonNullable<T>, next };
}

/** A call to the demo's door. @throws Fault */
export async function atTheDoor<T>(path: string, body?: object): Promise<T> {
  const answer = await fetch(path, {
    headers: { ...own, 'content-type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw unreachable(cause);
  });
  const said: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok) throw faultFrom(answer.status, said);
  return said as T;
}
