// The first look at anything that comes from outside, before somebody tries to understand it. It refuses what no honest
// client sends and what would break something further down: nesting that overflows a stack, text that PostgreSQL
// cannot store (NUL, halves of surrogate pairs), keys that change an object's prototype, numbers that JSON cannot
// write back, and ids that cannot stand in an address. It judges no meaning, and it is finite for any input, even for
// a structure that contains itself.
import { fault, mostFaults, type Fault, type Step } from './fault.ts';
import { idFault, slashedIdFault } from './id.ts';
import { isObject } from './shape.ts';

export const deepestNesting = 64;
/** More values than the largest permitted body can hold honestly; a bound on work where parts are shared by reference. */
const mostValues = 1_000_000;

/** What makes a body dangerous, ids included: an id may hold no slash because it stands in an address. */
export function refuseHostile(body: unknown): readonly Fault[] {
  return withIds(body, idFault);
}

/** The same for tags and definitions, whose ids are made of several parts with slashes between them. */
export function refuseHostileWithSlashes(body: unknown): readonly Fault[] {
  return withIds(body, slashedIdFault);
}

/** The common part: depth, text, keys, numbers. No id is looked at. */
function refuseHostileValue(value: unknown): readonly Fault[] {
  const walk: Walk = { steps: [], faults: [], values: 0 };
  visit(value, walk);
  return walk.faults;
}

interface Walk {
  readonly steps: Step[];
  readonly faults: Fault[];
  values: number;
}

function visit(value: unknown, walk: Walk): void {
  walk.values += 1;
  if (walk.values === mostValues) walk.faults.push(fault([], `holds more than ${mostValues} values`));
  if (walk.values >= mostValues || walk.faults.length >= mostFaults) return;
  const reason = scalarFault(value);
  if (reason !== undefined) walk.faults.push(fault(walk.steps, reason));
  else if (typeof value === 'object' && value !== null) visitParts(value, walk);
}

function visitParts(value: object, walk: Walk): void {
  if (walk.steps.length >= deepestNesting) {
    walk.faults.push(fault(walk.steps, `is nested deeper than ${deepestNesting} levels`));
    return;
  }
  if (Array.isArray(value)) value.forEach((item, index) => visitStep(index, item, walk));
  else for (const [key, item] of Object.entries(value)) visitMember(key, item, walk);
}

function visitMember(key: string, item: unknown, walk: Walk): void {
  const reason = keyFault(key, item);
  if (reason === undefined) visitStep(key, item, walk);
  else walk.faults.push(fault([...walk.steps, key], reason));
}

function visitStep(step: Step, item: unknown, walk: Walk): void {
  walk.steps.push(step);
  visit(item, walk);
  walk.steps.pop();
}

function keyFault(key: string, item: unknown): string | undefined {
  if (key === '__proto__' || (key === 'constructor' && isObject(item) && Object.hasOwn(item, 'prototype')))
    return 'is a key that is not accepted';
  const reason = textFault(key);
  return reason && `has a key that ${reason}`;
}

function scalarFault(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return textFault(value);
    case 'number':
      return Number.isFinite(value) ? undefined : 'is a number that JSON cannot hold';
    case 'boolean':
    case 'undefined':
      return undefined;
    case 'object':
      return isPlain(value) ? undefined : 'is not a value that JSON can hold';
    default:
      return 'is not a value that JSON can hold';
  }
}

function isPlain(value: object | null): boolean {
  if (value === null || Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function textFault(value: string): string | undefined {
  if (value.includes('\0')) return 'contains a NUL character';
  if (!value.isWellFormed()) return 'contains half of a surrogate pair';
  return undefined;
}

/** Where bodies of the wire carry ids: their own, and those of both sides of an agreement. */
const idPlaces: readonly (readonly string[])[] = [
  ['id'],
  ['provider', 'dataProductId'],
  ['provider', 'outputPortId'],
  ['provider', 'teamId'],
  ['provider', 'dataContractId'],
  ['consumer', 'dataProductId'],
  ['consumer', 'teamId'],
  ['consumer', 'userId'],
];

function withIds(body: unknown, judge: (id: string) => string | undefined): Fault[] {
  const faults = refuseHostileValue(body);
  const said = new Set(faults.map(({ path }) => path));
  return [...faults, ...idsIn(body, judge).filter(({ path }) => !said.has(path))].slice(0, mostFaults);
}

function idsIn(body: unknown, judge: (id: string) => string | undefined): Fault[] {
  return idPlaces.flatMap((place) => {
    const id = place.reduce<unknown>((value, key) => memberOf(value, key), body);
    const reason = typeof id === 'string' ? judge(id) : undefined;
    return reason === undefined ? [] : [fault(place, reason)];
  });
}

function memberOf(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
