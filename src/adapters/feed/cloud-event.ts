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
export function cloudEvents(entry: Entry, style: EventStyle): FeedEvent[] {
  return eventsOf(entry).map((name, nth) => cloudEvent(entry, name, nth, style));
}

function cloudEvent(
  entry: Entry,
  name: string,
  nth: number,
  { publicUrl, typePrefix }: EventStyle,
): FeedEvent {
  const time = new Date(entry.at).toISOString();
  const { subject, ...data } = aboutOf(entry);
  return {
    specversion: '1.0',
    id: eventId(entry.id, nth),
    type: `${typePrefix}${name}Event`,
    source: publicUrl,
    subject,
    time,
    datacontenttype: 'application/json',
    dataschema: `${publicUrl}/openapi.json#/components/schemas/${name}Event`,
    principal: principalOf(entry.actor),
    data: { ...data, timestamp: time },
  };
}

/** An output port is told as a part of its data product; a provisioning report says how far it is and where. */
function aboutOf({ type, subject, data }: Entry): { subject: string } & Record<string, unknown> {
  if (type.startsWith('outputport.')) {
    const product = String(data?.['dataProductId']);
    return { subject: product, id: product, outputPortId: data?.['outputPortId'] };
  }
  if (type.startsWith('provisioning.'))
    return { subject, id: subject, status: data?.['status'], platform: data?.['platform'] };
  return { subject, id: subject };
}

function principalOf({ type, id }: Actor): string {
  if (type === 'system') return 'system';
  return type === 'person' ? `user:${id}` : `api-key:${id}`;
}
