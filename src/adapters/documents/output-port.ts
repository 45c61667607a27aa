// The shape of an output port, the same for both formats: what a port is called is typed alike in both, and the facts
// are looked for in the places of both. Whether its id is fit and unique is judged over the whole list, in port-ids.ts.
import { z } from 'zod';
import type { OutputPort } from './data-product.ts';
import { portFacts } from './port-facts.ts';
import { list, maybe, nameText, text, versionText } from './shape.ts';

// An intersection, because both halves are then read whatever is wrong with the other one: all faults at once.
export const outputPort = z
  .intersection(
    z.object({
      id: maybe(text),
      name: maybe(text),
      description: maybe(text),
      type: maybe(text),
      version: maybe(versionText),
      tags: list(nameText),
    }),
    portFacts,
  )
  .transform((port): OutputPort => ({ ...port, ...named(port) }));

/** The id and the name of a port, each standing in for the other. */
export function named(port: { id: string | null; name: string | null }): { id: string; name: string } {
  const id = port.id ?? port.name ?? '';
  return { id, name: port.name ?? id };
}
