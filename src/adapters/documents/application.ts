// An application as a file or a REST client describes it: a program of a team, which gets access as itself and not as its
// team. It is a document of our own, so it is strict, and it is kept as it was understood.
//
//   kind: Application
//   id: reports
//   team: analytics                    # id of the team that owns it and asks for it
//   name: Report builder
//   description: Writes the figures of the week.
//   tags: [reports]
//   custom: { databaseRole: reports }  # free fields; targets look into them for the name it has there
import { z } from 'zod';
import { isFaults, type Fault } from './fault.ts';
import {
  anyObject,
  filledText,
  idText,
  list,
  longestName,
  maybe,
  readShape,
  text,
  type JsonObject,
} from './shape.ts';

export interface Application {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  readonly description: string | null;
  readonly tags: readonly string[];
  /** As it is kept and given back: what says nothing is left out. */
  readonly document: JsonObject;
}

const shape = z.strictObject({
  id: idText,
  team: idText,
  name: filledText.max(longestName),
  description: maybe(text),
  tags: list(text),
  custom: maybe(anyObject),
});

/** An application, or everything that is wrong with it. Never throws, whatever it is given. */
export function readApplication(body: unknown): Application | readonly Fault[] {
  const read = readShape(shape, body);
  if (isFaults(read)) return read;
  const { custom: _, ...application } = read;
  const said = Object.entries(read).filter(([, value]) => value !== null);
  return { ...application, document: Object.fromEntries(said) };
}
