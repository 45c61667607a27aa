// A Rover file: what an application exposes and what it subscribes to, in the shape that teams have for Telekom's control
// plane. Whatever else stands in it is kept and given back; what concerns approval is read strictly, because a misspelt
// strategy that nobody reads would leave a door open. Three fields are our own and optional: `purpose` and `until` of a
// subscription, `policy` of an exposure.
//
//   apiVersion: tcp.ei.telekom.de/v1
//   kind: Rover
//   metadata: { name: order-service }
//   spec:
//     zone: dataplane1
//     exposures:
//       - type: api
//         basePath: /checkout/orders/v1
//         upstream: https://orders.fernlane.example
//         visibility: ENTERPRISE        # WORLD, ENTERPRISE or ZONE
//         approval: FOUREYES            # AUTO, SIMPLE or FOUREYES
//         trustedTeams: [{ team: analytics }]
//         policy: { maximumDuration: 180d }     # ours: as in a Policy document
//     subscriptions:
//       - type: event
//         eventType: fernlane.orders.created.v1
//         purpose: Counts orders for the weekly report.   # ours
//         until: 2027-03-31                               # ours: the last day
import { z } from 'zod';
import type { Exposure, RoverDocument, RoverPolicy, Subscription } from '../../app/rover.ts';
import { labelOf, spaceOf, type RoverKind } from '../../core/rover.ts';
import { fault, isFaults, type Fault } from './fault.ts';
import { policyBody } from './policy-document.ts';
import {
  anyObject,
  calendarDay,
  idText,
  isObject,
  list,
  maybe,
  readShape,
  text,
  type JsonObject,
} from './shape.ts';

/** As many as one transaction takes in a few seconds. */
export const mostParts = 1000;
const longestKey = 200;
const mostScopes = 100;

const strategies = { AUTO: 'Auto', SIMPLE: 'Simple', FOUREYES: 'FourEyes' } as const;

const scopeText = text.min(1).max(256);

const basePath = text
  .max(longestKey)
  .regex(/^\/[^\s?#]*$/, { error: 'has to begin with a slash and to hold no blanks, "?" or "#"' })
  .refine((path) => labelOf(path) !== '', { error: 'names nothing' });
const eventType = text
  .max(longestKey)
  .regex(/^[^\s/]+$/, { error: 'may hold no blanks and no slashes' })
  .refine((type) => labelOf(type) !== '', { error: 'names nothing' });

const oauth = z.looseObject({ scopes: list(scopeText).pipe(z.array(z.string()).max(mostScopes)) });
const security = maybe(z.looseObject({ scopes: list(scopeText), oauth2: maybe(oauth) }));

const visibility = maybe(z.enum(['ENTERPRISE', 'WORLD', 'ZONE'])).transform((value) => value ?? 'ENTERPRISE');
const approval = maybe(z.enum(['AUTO', 'SIMPLE', 'FOUREYES'])).transform(
  (value) => strategies[value ?? 'SIMPLE'],
);
const trustedTeams = list(z.looseObject({ team: idText }));
const ownPolicy = maybe(anyObject);

const common = { visibility, approval, trustedTeams, policy: ownPolicy };
const exposureShapes = {
  api: z.looseObject({ ...common, basePath, security }),
  ai: z.looseObject({
    ...common,
    basePath,
    security,
    variant: maybe(z.enum(['MCP', 'TELECONTEXTMCP', 'AGENT'])),
  }),
  event: z.looseObject({ ...common, eventType, scopes: list(z.looseObject({ name: scopeText })) }),
};

const own = {
  purpose: maybe(text.trim().min(1).max(10_000)),
  until: maybe(calendarDay),
};
const subscriptionShapes = {
  api: z.looseObject({ ...own, basePath, security }),
  ai: z.looseObject({ ...own, basePath, security }),
  event: z.looseObject({ ...own, eventType, scopes: list(scopeText) }),
};

const roverName = text
  .min(2)
  .max(90)
  .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, {
    error: 'has to consist of small letters, digits and hyphens, and to begin and end with no hyphen',
  })
  .refine((name) => !name.includes('--'), { error: 'may not hold two hyphens in a row' });

const parts = (what: string) =>
  maybe(z.array(z.unknown())).transform((value, context) => {
    if (value !== null && value.length > mostParts) {
      const message = `holds ${value.length} ${what}; a file may hold ${mostParts}`;
      context.issues.push({ code: 'custom', message, input: value });
      return [];
    }
    return value ?? [];
  });

const rover = z.looseObject({
  apiVersion: maybe(z.literal('tcp.ei.telekom.de/v1')),
  kind: maybe(z.literal('Rover')),
  metadata: z.looseObject({ name: roverName, namespace: maybe(text) }),
  spec: z.looseObject({
    zone: text.min(1).max(100),
    icto: maybe(text.regex(/^icto-[0-9]+$/, { error: 'has to be like icto-1234' })),
    psiid: maybe(text.regex(/^PSI-[0-9]{6}$/, { error: 'has to be like PSI-123456' })),
    exposures: parts('exposures'),
    subscriptions: parts('subscriptions'),
  }),
});

/** A Rover file, or everything that is wrong with it. Never throws, whatever it is given. */
export function readRover(body: unknown): RoverDocument | readonly Fault[] {
  const head = readShape(rover, body);
  // What is wrong in the head is no reason to say nothing about the rest.
  const spec = isObject(body) && isObject(body['spec']) ? body['spec'] : {};
  const exposures = partsOf(spec['exposures'], readExposure, ['spec', 'exposures']);
  const subscriptions = partsOf(spec['subscriptions'], readSubscription, ['spec', 'subscriptions']);
  const faults = [...(isFaults(head) ? head : []), ...exposures.faults, ...subscriptions.faults];
  if (isFaults(head) || faults.length > 0) return faults.slice(0, mostFaultsOfFile);
  return {
    name: head.metadata.name,
    namespace: head.metadata.namespace,
    zone: head.spec.zone,
    exposures: exposures.read,
    subscriptions: subscriptions.read,
    document: withoutSecrets(body) as JsonObject,
  };
}

/** Everybody wants to see all of them at once; a hostile file could have a million. */
const mostFaultsOfFile = 500;

interface Parts<T> {
  readonly read: readonly T[];
  readonly faults: readonly Fault[];
}

function partsOf<T extends { kind: RoverKind; key: string }>(
  value: unknown,
  read: (part: unknown, path: readonly (string | number)[]) => T | readonly Fault[],
  path: readonly string[],
): Parts<T> {
  const items = Array.isArray(value) && value.length <= mostParts ? (value as unknown[]) : [];
  const found: T[] = [];
  const faults: Fault[] = [];
  const first = new Map<string, number>();
  for (const [nth, item] of items.entries()) {
    const one = read(item, [...path, nth]);
    if (isFaults(one)) {
      faults.push(...one);
      continue;
    }
    const word = `${spaceOf(one.kind)} ${labelOf(one.key)}`;
    const before = first.get(word);
    if (before === undefined) first.set(word, nth);
    else
      faults.push(
        fault(
          [...path, nth, fieldOf(one.kind)],
          `is said before, in ${path.at(-1)}[${before}], or differs only in case or signs`,
        ),
      );
    found.push(one);
  }
  return { read: found, faults };
}

function fieldOf(kind: RoverKind): 'basePath' | 'eventType' {
  return kind === 'event' ? 'eventType' : 'basePath';
}

function readExposure(part: unknown, path: readonly (string | number)[]): Exposure | readonly Fault[] {
  const kind = kindOf(part, path);
  if (typeof kind !== 'string') return kind;
  const named =
    kind === 'event' ? namedEvent(part, exposureShapes.event) : namedPath(part, exposureShapes[kind]);
  const read = at(path, named);
  if (isFaults(read)) return read;
  const policy = policyOf(read.rest.policy, path);
  if (isFaults(policy)) return policy;
  return {
    kind,
    key: read.key,
    visibility: read.rest.visibility,
    strategy: read.rest.approval,
    trusted: [...new Set(read.rest.trustedTeams.map(({ team }) => team))],
    scopes: read.scopes,
    policy,
  };
}

interface Read<Rest> {
  readonly key: string;
  readonly scopes: readonly string[];
  readonly rest: Rest;
}

type SecurityShape = z.output<typeof security>;

function namedPath<Rest extends { basePath: string; security: SecurityShape }>(
  part: unknown,
  shape: z.ZodType<Rest>,
): Read<Rest> | readonly Fault[] {
  const read = readShape(shape, part);
  return isFaults(read) ? read : { key: read.basePath, scopes: scopesOf(read.security), rest: read };
}

function namedEvent<Rest extends { eventType: string; scopes: readonly (string | { name: string })[] }>(
  part: unknown,
  shape: z.ZodType<Rest>,
): Read<Rest> | readonly Fault[] {
  const read = readShape(shape, part);
  if (isFaults(read)) return read;
  const scopes = read.scopes.map((scope) => (typeof scope === 'string' ? scope : scope.name));
  return { key: read.eventType, scopes: [...new Set(scopes)], rest: read };
}

function policyOf(
  said: JsonObject | null,
  path: readonly (string | number)[],
): RoverPolicy | null | readonly Fault[] {
  if (!said) return null;
  const elsewhere = saidElsewhere(said, path);
  if (elsewhere.length > 0) return elsewhere;
  const read = at([...path, 'policy'], readShape(policyBody, said));
  if (isFaults(read)) return read;
  const { strategy: _, trusted: __, external: ___, ...policy } = read;
  return policy;
}

/** What the file has words of its own for. */
function saidElsewhere(policy: JsonObject, path: readonly (string | number)[]): Fault[] {
  const words = { strategy: 'approval', trusted: 'trustedTeams', external: '' } as const;
  return Object.entries(words).flatMap(([field, word]) =>
    policy[field] === undefined || policy[field] === null
      ? []
      : [
          fault(
            [...path, 'policy', field],
            word === '' ? 'cannot be said in a Rover file' : `is said with ${word} beside it`,
          ),
        ],
  );
}

function readSubscription(
  part: unknown,
  path: readonly (string | number)[],
): Subscription | readonly Fault[] {
  const kind = kindOf(part, path);
  if (typeof kind !== 'string') return kind;
  const named =
    kind === 'event' ? namedEvent(part, subscriptionShapes.event) : namedPath(part, subscriptionShapes[kind]);
  const read = at(path, named);
  if (isFaults(read)) return read;
  const { purpose, until } = read.rest;
  return { kind, key: read.key, scopes: read.scopes, purpose, until };
}

/** What is said, or what the name of it leaves no doubt about. */
function kindOf(part: unknown, path: readonly (string | number)[]): RoverKind | readonly Fault[] {
  if (!isObject(part)) return [fault(path, 'has to be an object')];
  const { type, basePath: base, eventType: event } = part;
  if (type === 'api' || type === 'event' || type === 'ai') return type;
  if (type !== undefined && type !== null)
    return [fault([...path, 'type'], 'has to be "api" or "event" or "ai"')];
  if (typeof base === 'string') return 'api';
  if (typeof event === 'string') return 'event';
  return [fault([...path, 'type'], 'is missing')];
}

function scopesOf(said: SecurityShape): readonly string[] {
  return [...new Set([...(said?.scopes ?? []), ...(said?.oauth2?.scopes ?? [])])];
}

function at<T>(path: readonly (string | number)[], read: T | readonly Fault[]): T | readonly Fault[] {
  if (!isFaults(read)) return read;
  const prefix = fault(path, '').path;
  return read.map((one) => ({
    ...one,
    path:
      one.path === '' ? prefix : one.path.startsWith('[') ? `${prefix}${one.path}` : `${prefix}.${one.path}`,
  }));
}

const secretFields = new Set(['clientSecret', 'clientKey', 'password', 'refreshToken']);

/** Secrets are between the gateway and the upstream: Countersign has no use for them, so it does not keep them. */
function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      secretFields.has(key) && typeof item === 'string' ? '[secret]' : withoutSecrets(item),
    ]),
  );
}
