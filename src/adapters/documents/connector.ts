// A connector of somebody else, as it registers itself: a name, what it is, and a state that it keeps with us, such as
// the last event it has handled. The state is any object and is given back as it was sent. It is an object or not
// there at all: clients call methods on it, so null is read as absent and is not stored.
import { z } from 'zod';
import { fault, isFaults, type Fault } from './fault.ts';
import { anyObject, filledText, idText, isObject, maybe, readShape, text, type JsonObject } from './shape.ts';

export interface ConnectorDocument {
  readonly id: string;
  readonly info: {
    readonly type: string;
    readonly description: string | null;
    readonly connectorVersion: string | null;
  };
  readonly state?: JsonObject;
  readonly custom?: JsonObject;
  /** As sent, except that a state or custom of null is left out. */
  readonly document: JsonObject;
}

const connector = z.object({
  id: idText,
  info: z.object({ type: filledText, description: maybe(text), connectorVersion: maybe(text) }),
  state: maybe(anyObject),
  custom: maybe(anyObject),
});

/** A connector, or everything that is wrong with it. Never throws, whatever it is given. */
export function readConnector(body: unknown): ConnectorDocument | readonly Fault[] {
  if (!isObject(body)) return [fault([], 'has to be an object')];
  const read = readShape(connector, body);
  if (isFaults(read)) return read;
  const { id, info, state, custom } = read;
  return { id, info, ...(state && { state }), ...(custom && { custom }), document: withoutNulls(body) };
}

function withoutNulls(body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body).filter(([name, value]) => value !== null || (name !== 'state' && name !== 'custom')),
  );
}
