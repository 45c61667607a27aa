// The plan: for each document what it would do here and now. Documents are taken apart into steps, one write each, in the
// order in which they have to happen; each step is compared with what the server has. A plan promises nothing: somebody
// else may be faster, and what may not be done is found out when it is done.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { FileFault, YamlDocument } from '../../src/adapters/documents/yaml-file.ts';
import { misused, refusal } from '../failure.ts';
import type { Io } from '../io.ts';
import type { Server } from '../server.ts';
import { differencesOf, type Difference } from './difference.ts';
import { kinds, type AppliedKind, type Json } from './kinds.ts';

export interface Step {
  readonly kind: AppliedKind;
  readonly subject: string;
  readonly path: string;
  readonly body: Json;
  readonly change: 'create' | 'change' | 'unchanged';
  readonly differences: readonly Difference[];
  /** Where in the files a field of the body stands. */
  readonly placeOf: (field: string) => Pick<FileFault, 'file' | 'line' | 'column'>;
}

export async function planFor(documents: readonly YamlDocument[], server: Server, io: Io): Promise<Step[]> {
  const steps: Step[] = [];
  for (const wish of inOrder(documents.flatMap(wishesIn))) steps.push(await stepFor(wish, server, io));
  return steps;
}

/** One write that a document asks for. */
interface Wish {
  readonly kind: AppliedKind;
  readonly subject: string;
  readonly raw: Json;
  readonly document: YamlDocument;
  /** Where in the document it stands. */
  readonly prefix: string;
}

function wishesIn(document: YamlDocument): Wish[] {
  const { kind, subject, raw } = document;
  const own: Wish = { kind, subject, raw, document, prefix: '' };
  if (kind === 'Resource' && raw['policy'])
    return [own, { kind: 'Policy', subject, raw: raw['policy'] as Json, document, prefix: 'policy.' }];
  if (kind !== 'Target') return [own];
  const bindings = document.value.bindings.map(({ resource, levels, settings }, index): Wish => {
    const roles = Object.keys(levels).length > 0 ? { roles: levels } : {};
    const target = { id: subject, binding: { ...settings, ...roles } };
    return { kind: 'Binding', subject: resource, raw: { target }, document, prefix: `bindings[${index}].` };
  });
  return [own, ...bindings];
}

/** Earlier kinds before later ones, teams above before those below; else as they were given. */
function inOrder(wishes: readonly Wish[]): Wish[] {
  const order = Object.keys(kinds);
  const depths = depthsOf(wishes);
  const rank = ({ kind, subject }: Wish) =>
    order.indexOf(kind) * wishes.length + (kind === 'Team' ? (depths.get(subject) ?? 0) : 0);
  return wishes.toSorted((one, other) => rank(one) - rank(other));
}

function depthsOf(wishes: readonly Wish[]): Map<string, number> {
  const parents = new Map(wishes.map(({ subject, raw }) => [subject, raw['parent']]));
  const depth = (id: unknown, above: number): number =>
    typeof id === 'string' && parents.has(id) && above < wishes.length
      ? depth(parents.get(id), above + 1)
      : above;
  return new Map([...parents].map(([id, parent]) => [id, depth(parent, 0)]));
}

async function stepFor(
  { kind, subject, raw, document, prefix }: Wish,
  server: Server,
  io: Io,
): Promise<Step> {
  const { path, body: bodyFrom, form } = kinds[kind];
  const plain = bodyFrom(raw);
  const present = await presentAt(server, path(subject), kind);
  const differences = present === null ? [] : differencesOf(form(present, plain), form(plain, plain));
  const isNew = present === null;
  const change = isNew ? 'create' : differences.length > 0 ? 'change' : 'unchanged';
  const secrets = kind === 'Target' && change !== 'unchanged' ? await secretsOf(document, io) : {};
  return {
    kind,
    subject,
    path: path(subject),
    body: { ...plain, ...secrets },
    change,
    differences,
    placeOf: (field) => ({
      file: document.file,
      ...document.positionOf(`${prefix}${field}`.replace(/\.$/, '')),
    }),
  };
}

async function presentAt(server: Server, path: string, kind: AppliedKind): Promise<Json | null> {
  const answer = await server.reach(path);
  if (answer.status === 404) return null;
  const body = (await answer.json().catch(() => null)) as Json;
  if (!answer.ok) throw refusal(answer.status, server.url, body);
  const isDeleted = kind === 'Access' && (body['approval'] as Json | undefined)?.['deletedAt'] !== undefined;
  return isDeleted ? null : body;
}

/** Secrets are fetched where the file says, at the last moment, and go nowhere but to the server. */
async function secretsOf(document: YamlDocument, io: Io): Promise<Json> {
  const places = document.kind === 'Target' ? Object.entries(document.value.secrets) : [];
  if (places.length === 0) return {};
  const read = await Promise.all(
    places.map(async ([name, place]) => {
      const text = 'env' in place ? io.env[place.env] : await textOf(resolve(io.folder, place.file));
      if (text) return [name, text] as const;
      const where = 'env' in place ? `the environment variable ${place.env}` : `the file ${place.file}`;
      throw misused(
        `The secret "${name}" of target ${document.subject} should stand in ${where}, and does not.`,
      );
    }),
  );
  return { secrets: Object.fromEntries(read) };
}

async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').then(
    (text) => text.trimEnd(),
    () => undefined,
  );
}
