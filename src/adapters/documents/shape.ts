// The bricks of which the shapes in this folder are built, and the one place where zod's findings become faults. Shapes
// here are loose: what we do not read may be anything. An optional field that is null counts as absent, because many
// clients write null for nothing. A list or an object that is missing although something in it is needed is read as
// an empty one, so that the fault names the field that is really missing.
import { z } from 'zod';
import { fault, mostFaults, type Fault } from './fault.ts';
import { idFault } from './id.ts';

/** Reads a value by a shape: what the shape makes of it, or everything that is wrong with it. */
export function readShape<S extends z.ZodType>(shape: S, value: unknown): z.output<S> | readonly Fault[] {
  const parsed = shape.safeParse(value, { error: phrase });
  return parsed.success ? parsed.data : faultsOf(parsed.error.issues);
}

export const text = z.string();
export const filledText = z.string().check(z.refine((value) => value.trim() !== '', { error: 'is empty' }));

/** The longest text, in characters, that an index has to hold: PostgreSQL's take some two thousand bytes. */
export const longestName = 500;
export const nameText = z.string().max(longestName);

/** An id that stands in an address. */
export const idText = z.string().check((context) => {
  const reason = idFault(context.value);
  if (reason !== undefined) context.issues.push({ code: 'custom', message: reason, input: context.value });
});

/** Null when the field is absent or null. */
export function maybe<S extends z.ZodType>(shape: S) {
  return shape.nullish().transform((value) => value ?? null);
}

/** Empty when the list is absent or null. */
export function list<S extends z.ZodType>(shape: S) {
  return z
    .array(shape)
    .nullish()
    .transform((value): z.output<S>[] => value ?? []);
}

/** An object that is read as empty when it is absent or null. */
export function part<S extends z.ZodType>(shape: S) {
  return z.preprocess((value) => value ?? {}, shape);
}

/** The places at which a word occurs once more. */
export function repetitions(words: readonly string[]): number[] {
  const seen = new Set<string>();
  return words.flatMap((word, index) => {
    if (seen.has(word)) return [index];
    seen.add(word);
    return [];
  });
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Any object, handed on untouched. */
export const anyObject = z.custom<JsonObject>(isObject, { error: 'has to be an object' });

/** A version: people write `version: 2` in YAML and mean text. */
export const versionText = z.union([z.string(), z.number()], { error: 'has to be text' }).transform(String);

/** A calendar day of the wire, such as 2026-12-31. */
export const calendarDay = z
  .string()
  .refine(isCalendarDay, { error: 'has to be a calendar day such as 2026-12-31' });

function isCalendarDay(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match || Number(match[1]) < 1900) return false;
  const instant = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(value);
}

function faultsOf(issues: readonly z.core.$ZodIssue[]): Fault[] {
  const faults = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => fault([...issue.path, key], 'is not known here'))
      : [fault(issue.path, issue.message)],
  );
  // Where two shapes look at the same value, both complain.
  const distinct = new Map(faults.map((one) => [`${one.path} ${one.message}`, one]));
  return [...distinct.values()].slice(0, mostFaults);
}

function phrase(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type')
    return issue.input === undefined
      ? 'is missing'
      : `has to be ${inWords(issue.expected)}, not ${kindOf(issue.input)}`;
  if (issue.code === 'invalid_value')
    return issue.input === undefined
      ? 'is missing'
      : `has to be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
  if (issue.code === 'too_small') return issue.minimum === 1 ? 'is empty' : `is below ${issue.minimum}`;
  if (issue.code === 'too_big')
    return issue.origin === 'string' || issue.origin === 'array'
      ? `is longer than ${issue.maximum}`
      : `is above ${issue.maximum}`;
  return 'is not what it has to be';
}

const words: Record<string, string> = {
  string: 'text',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  array: 'a list',
};

const inWords = (expected: string): string => words[expected] ?? expected;

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return words[typeof value] ?? typeof value;
}
