// The ids of the output ports of one product, judged over the whole list. An agreement is about one port for years, so
// its id must be there, must be able to stand in an address, and must be unique. Where a port has no id its name is the
// id; the standard allows several versions of one name, and then each needs an id of its own, because an id that
// followed from the versions which happen to be listed would move agreements from one port to another.
import { fault, type Fault } from './fault.ts';
import { idFault } from './id.ts';
import { isObject } from './shape.ts';

/** Judges the raw list, so that these faults are found whatever else is wrong with the ports. */
export function portIdFaults(ports: unknown): Fault[] {
  if (!Array.isArray(ports)) return [];
  const first = new Map<string, number>();
  return ports.flatMap((port: unknown, index) => {
    const { id, from } = idOf(port);
    if (id === null) return [];
    const reason = id === undefined ? 'is missing' : (idFault(id) ?? repeated(id, first.get(id)));
    if (id !== undefined && !first.has(id)) first.set(id, index);
    return reason === undefined ? [] : [fault(['outputPorts', index, from], reason)];
  });
}

/** Undefined: the port has neither id nor name. Null: one of them is no text, which the shape complains about. */
function idOf(port: unknown): { id: string | null | undefined; from: 'id' | 'name' } {
  if (!isObject(port)) return { id: null, from: 'id' };
  for (const from of ['id', 'name'] as const) {
    const value = Object.hasOwn(port, from) ? (port[from] ?? undefined) : undefined;
    if (value !== undefined) return { id: typeof value === 'string' ? value : null, from };
  }
  return { id: undefined, from: 'name' };
}

function repeated(id: string, index: number | undefined): string | undefined {
  return index === undefined
    ? undefined
    : `is the same as that of outputPorts[${index}]; give each of them an id of its own`;
}
