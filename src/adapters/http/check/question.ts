// Questions of the check as they are written (AuthZEN Authorization API 1.0): read and judged by hand, because this is
// the one operation that is called for every click of other programs, and a general validator would cost as much as all
// the rest of it. What cannot be read for certain is refused and never answered: no UTF-8, no JSON, a member that stands
// twice (RFC 7493; of two ids one reader would take the first and another the last), a type that is not the one it has to be.
import { isUtf8 } from 'node:buffer';
import type { Question } from '../../../core/check.ts';
import type { ConsumerKind } from '../../../core/consumer.ts';
import type { ResourceKind } from '../../../core/resource.ts';

/** Why a message cannot be answered: what is at fault, and how. */
export class Unreadable extends Error {
  readonly field: string;

  constructor(field: string, what: string) {
    super(field === '' ? what : `${field} ${what}`);
    this.field = field;
  }
}

export type Json = Readonly<Record<string, unknown>>;

/** What questions call things, beside our own words. */
export interface Types {
  readonly subjects: Readonly<Record<string, ConsumerKind>>;
  readonly resources: Readonly<Record<string, ResourceKind>>;
}

const ownTypes: Types = {
  subjects: {
    person: 'person',
    user: 'person',
    team: 'team',
    application: 'application',
    'data-product': 'data-product',
    data_product: 'data-product',
  },
  resources: {
    api: 'api',
    event: 'event',
    action: 'action',
    'output-port': 'output-port',
    output_port: 'output-port',
  },
};

/** @param others further words for kinds of resources, as an installation has set them. */
export function typesWith(others: Readonly<Record<string, ResourceKind>>): Types {
  return {
    subjects: { ...ownTypes.subjects, __proto__: null } as unknown as Types['subjects'],
    resources: { ...ownTypes.resources, ...others, __proto__: null } as unknown as Types['resources'],
  };
}

const deepest = 32;

/** Reads a body as JSON with one object. @throws Unreadable */
export function readBody(contentType: string | undefined, body: Buffer): Json {
  if (contentType === undefined || !/^application\/json *(;|$)/i.test(contentType))
    throw new Unreadable('Content-Type', 'has to be application/json');
  if (body.length === 0) throw new Unreadable('', 'The body is empty.');
  if (!isUtf8(body)) throw new Unreadable('', 'The body is not UTF-8.');
  const text = body.toString('utf8');
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    throw new Unreadable('', `The body is not JSON: ${(error as Error).message}`);
  }
  if (!isObject(read)) throw new Unreadable('', 'The body has to be a JSON object.');
  if (colonsIn(text) !== membersOf(read, 0)) throw new Unreadable('', 'The body names a member twice.');
  return read;
}

/** The one question of an evaluation. @throws Unreadable */
export function readQuestion(body: Json, types: Types): Question {
  const subject = objectAt(body, 'subject');
  const action = objectAt(body, 'action');
  const resource = objectAt(body, 'resource');
  return {
    subjectKind: types.subjects[textAt(subject, 'type', 'subject')] ?? null,
    subject: textAt(subject, 'id', 'subject'),
    action: textAt(action, 'name', 'action'),
    resourceKind: types.resources[textAt(resource, 'type', 'resource')] ?? null,
    resource: textAt(resource, 'id', 'resource'),
    said: {
      subject: propertiesOf(subject, 'subject'),
      action: propertiesOf(action, 'action'),
      resource: propertiesOf(resource, 'resource'),
      context: contextOf(body),
    },
  };
}

/** What is searched for has only its type, whatever else it says about itself; of actions nothing is said. */
export type Searched = 'subject' | 'resource' | 'action';

/** @throws Unreadable */
export function readSearch(body: Json, types: Types, searched: Searched): Question {
  const subject = objectAt(body, 'subject');
  const resource = objectAt(body, 'resource');
  const action = searched === 'action' ? nothing : objectAt(body, 'action');
  return {
    subjectKind: types.subjects[textAt(subject, 'type', 'subject')] ?? null,
    subject: searched === 'subject' ? '' : textAt(subject, 'id', 'subject'),
    action: searched === 'action' ? '' : textAt(action, 'name', 'action'),
    resourceKind: types.resources[textAt(resource, 'type', 'resource')] ?? null,
    resource: searched === 'resource' ? '' : textAt(resource, 'id', 'resource'),
    said: {
      subject: propertiesOf(subject, 'subject'),
      action: propertiesOf(action, 'action'),
      resource: propertiesOf(resource, 'resource'),
      context: contextOf(body),
    },
  };
}

/** @throws Unreadable unless it is there and an object. */
export function objectAt(body: Json, name: string): Json {
  const value = body[name];
  if (value === undefined) throw new Unreadable(name, 'is missing');
  if (!isObject(value)) throw new Unreadable(name, 'has to be an object');
  return value;
}

/** @throws Unreadable unless it is there and a text with something in it. */
export function textAt(object: Json, name: string, within: string): string {
  const value = object[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new Unreadable(`${within}.${name}`, value === undefined ? 'is missing' : 'has to be a text');
}

function propertiesOf(entity: Json, within: string): Json {
  const value = entity['properties'];
  if (value === undefined) return nothing;
  if (!isObject(value)) throw new Unreadable(`${within}.properties`, 'has to be an object');
  return value;
}

function contextOf(body: Json): Json {
  const value = body['context'];
  if (value === undefined) return nothing;
  if (!isObject(value)) throw new Unreadable('context', 'has to be an object');
  return value;
}

const nothing: Json = {};

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;

/** As many as there are members, in a text that is JSON: colons outside of strings. */
function colonsIn(text: string): number {
  let colons = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === colon) colons++;
    else if (code === quote)
      for (at++; text.charCodeAt(at) !== quote; at++) if (text.charCodeAt(at) === backslash) at++;
  }
  return colons;
}

function membersOf(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > deepest) throw new Unreadable('', `The body is nested more than ${deepest} deep.`);
  let members = 0;
  if (Array.isArray(value)) {
    for (const one of value) members += membersOf(one, depth + 1);
    return members;
  }
  for (const name in value) members += 1 + membersOf((value as Json)[name], depth + 1);
  return members;
}
