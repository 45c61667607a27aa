// The facts about an output port which both formats tell, each in its own place: DPS as fields of the port, ODPS as
// `customProperties`, and in practice each also in the other's way. A field of the port itself counts before a custom
// property. The plain map `custom` is never asked whether a port approves by itself: only the places that the formats
// define for it may open a door.
import { z } from 'zod';
import { customMap, customOf, customProperties, textOf, type Custom } from './custom.ts';
import type { OutputPort } from './data-product.ts';
import type { Step } from './fault.ts';
import { longestName } from './shape.ts';
import { isPostgres, postgresFaults, readServer, serverObject, type Server } from './server.ts';

type PortFacts = Pick<
  OutputPort,
  | 'autoApprove'
  | 'containsPii'
  | 'environment'
  | 'status'
  | 'contractId'
  | 'contractVersion'
  | 'contractServer'
  | 'server'
  | 'title'
  | 'custom'
>;

/** Reads the facts of one port. What cannot be meant is a fault at the place where it was said. */
export const portFacts = z
  .looseObject({
    customProperties: customProperties([
      'autoApprove',
      'containsPii',
      'server',
      'contractId',
      'contractVersion',
      'contractServer',
      'environment',
      'status',
    ]),
    custom: customMap,
  })
  .transform((port, context): PortFacts => {
    const complain: Complain = (path, message, input) =>
      context.issues.push({ code: 'custom', path: [...path], message, input });
    return {
      autoApprove: flag(port, 'autoApprove', complain),
      containsPii: flag(port, 'containsPii', complain),
      environment: word(port, ['environment'], complain),
      status: word(port, ['status'], complain),
      contractId: word(port, ['contractId', 'dataContractId'], complain),
      contractVersion: word(port, ['contractVersion', 'dataContractVersion'], complain),
      contractServer: word(port, ['contractServer'], complain),
      title: word(port, ['displayName'], complain),
      server: serverOf(port, complain),
      custom: { ...port.custom, ...customOf(port.customProperties) },
    };
  });

interface Port {
  readonly [field: string]: unknown;
  readonly customProperties: z.output<ReturnType<typeof customProperties>>;
  readonly custom: Custom;
}

interface Said {
  readonly value: unknown;
  readonly path: readonly Step[];
}

type Complain = (path: readonly Step[], message: string, input: unknown) => void;

/** What the port says about one fact, and where; undefined when it says nothing. */
function said(port: Port, name: string): Said | undefined {
  const field = Object.hasOwn(port, name) ? port[name] : undefined;
  if (field !== undefined && field !== null) return { value: field, path: [name] };
  const property = port.customProperties.get(name);
  if (property === undefined || (property.value ?? null) === null) return undefined;
  return { value: property.value, path: ['customProperties', property.index, 'value'] };
}

function flag(port: Port, name: string, complain: Complain): boolean | null {
  const found = said(port, name);
  if (!found) return null;
  if (typeof found.value === 'boolean') return found.value;
  if (found.value === 'true' || found.value === 'false') return found.value === 'true';
  complain(found.path, 'has to be true or false', found.value);
  return null;
}

/** The first of several names under which a word may stand; the map `custom` is asked last. */
function word(port: Port, names: readonly string[], complain: Complain): string | null {
  const found = names.map((name) => said(port, name)).find((one) => one !== undefined);
  const name = names.find((name) => Object.hasOwn(port.custom, name));
  const { value, path } = found ?? { value: name && port.custom[name], path: ['custom', name ?? ''] };
  if (value === undefined) return null;
  const plain = textOf(value);
  if (plain === null) complain(path, 'has to be text', value);
  if (plain !== null && plain.length > longestName) complain(path, `is longer than ${longestName}`, value);
  return plain === '' ? null : plain;
}

/** The server of a port: an object, or the single properties that describe one where the port is PostgreSQL. */
function serverOf(port: Port, complain: Complain): Server | null {
  const type = textOf(port['type']);
  const found = said(port, 'server');
  if (!found) return isPostgres(type) ? serverFromProperties(port) : null;
  const raw = serverObject(found.value);
  if (raw === null) {
    if (typeof found.value !== 'object' || Array.isArray(found.value))
      complain(found.path, 'has to be an object', found.value);
    return null;
  }
  const server = readServer(raw);
  if (isPostgres(server.type ?? type))
    for (const { field, message } of postgresFaults(raw))
      complain([...found.path, field], message, raw[field]);
  return server;
}

const serverFields = ['host', 'port', 'database', 'schema', 'table', 'tables', 'view', 'views'];

function serverFromProperties(port: Port): Server | null {
  const fields = serverFields
    .map((field) => [field, port.customProperties.get(field)?.value ?? port.custom[field]] as const)
    .filter(([, value]) => value !== undefined);
  return fields.length > 0 ? readServer(Object.fromEntries(fields)) : null;
}
