// One event in the shape that clients of the Entropy API read: a CloudEvent whose data holds little more than the id,
// because clients fetch the object itself. `id` has to be a UUID, `source` and `dataschema` addresses, `time` a date-time.
import type { FeedEvent } from '../../app/feed.ts';
import type { Entry } from '../../app/log.ts';
import type { Actor } from '../../core/principal.ts';
import { eventId } from './event-id.ts';
import { eventsOf } from './event-table.ts';

export interface EventStyle {
  /** Where this installation is found, without a slash at the end. */
  readonly publicUrl: string;
  /** What comes before the name in `type`. Old clients compare the whole of it. */
  readonly typePrefix: string;
}

/** All events of an entry, in order. */
export function cloudEvents(entry: Entry, { publicUrl, typePrefix }: EventStyle): FeedEvent[] {
  const names = eventsOf(entry);
  if (names.length === 0) return [];
  const time = new Date(entry.at).toISOString();
  const data = dataOf(entry, time);
  const principal = principalOf(entry.actor);
  return names.map((name, nth) => ({
    specversion: '1.0',
    id: eventId(entry.id, nth),
    type: `${typePrefix}${name}Event`,
    source: publicUrl,
    subject: data.id,
    time,
    datacontenttype: 'application/json',
    dataschema: `${publicUrl}/openapi.json#/components/schemas/${name}Event`,
    principal,
    data,
  }));
}

/** An output port is told as a part of its data product; a provisioning report says how far it is and where. */
function dataOf(
  { type, subject: id, data }: Entry,
  timestamp: string,
): { readonly id: string } & Record<string, unknown> {
  if (type.startsWith('outputport.'))
    return { id: String(data?.['dataProductId']), outputPortId: data?.['outputPortId'], timestamp };
  if (type.startsWith('provisioning.'))
    return { id, status: data?.['status'], platform: data?.['platform'], timestamp };
  return { id, timestamp };
}

function principalOf({ type, id }: Actor): string {
  if (type === 'system') return 'system';
  return type === 'person' ? `user:${id}` : `api-key:${id}`;
}
