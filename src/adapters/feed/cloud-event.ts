// Events in the shape that clients of the Entropy API read: CloudEvents whose data holds little more than the id, because
// clients fetch the object itself. `id` has to be a UUID, `source` and `dataschema` addresses, `time` a date-time. They
// are written as text around what the entry says, since whoever catches up reads many thousands of them.
import type { EventName } from '../../app/feed.ts';
import type { EntryText } from '../../app/log.ts';
import { headOf, type EntryHead } from './entry-head.ts';
import { eventId } from './event-id.ts';
import { eventsOf } from './event-table.ts';

export interface EventStyle {
  /** Where this installation is found, without a slash at the end. */
  readonly publicUrl: string;
  /** What comes before the name in `type`. Old clients compare the whole of it. */
  readonly typePrefix: string;
}

/** All events of an entry, in order, each as JSON. */
export type ToCloudEvents = (read: EntryText) => string[];

export function cloudEvents(style: EventStyle): ToCloudEvents {
  const kinds = new Map<EventName, Kind>();
  const kindOf = (name: EventName): Kind => {
    const kind = kinds.get(name) ?? kindFor(name, style);
    kinds.set(name, kind);
    return kind;
  };
  return (read) => {
    const head = headOf(read);
    const names = eventsOf(head);
    if (names.length === 0) return [];
    const data = dataOf(head);
    const told = `"subject":${JSON.stringify(data.id)},"time":"${head.at}"`;
    const about = `"principal":${JSON.stringify(principalOf(head))},"data":${JSON.stringify(data)}}`;
    return names.map((name, nth) => {
      const { type, schema } = kindOf(name);
      return `{"specversion":"1.0","id":"${eventId(head.id, nth)}",${type},${told},${schema},${about}`;
    });
  };
}

/** What all events of one name have in common, as it stands in each. */
interface Kind {
  readonly type: string;
  readonly schema: string;
}

function kindFor(name: EventName, { publicUrl, typePrefix }: EventStyle): Kind {
  return {
    type: members({ type: `${typePrefix}${name}Event`, source: publicUrl }),
    schema: members({
      datacontenttype: 'application/json',
      dataschema: `${publicUrl}/openapi.json#/components/schemas/${name}Event`,
    }),
  };
}

/** The members of an object, without its braces. */
function members(object: Readonly<Record<string, string>>): string {
  return JSON.stringify(object).slice(1, -1);
}

/** An output port is told as a part of its data product; a provisioning report says how far it is and where. */
function dataOf({ type, subject: id, at: timestamp, entry }: EntryHead): {
  readonly id: string;
} & Record<string, unknown> {
  if (type.startsWith('outputport.')) {
    const { data } = entry();
    return { id: String(data?.['dataProductId']), outputPortId: data?.['outputPortId'], timestamp };
  }
  if (type.startsWith('provisioning.')) {
    const { data } = entry();
    return { id, status: data?.['status'], platform: data?.['platform'], timestamp };
  }
  return { id, timestamp };
}

function principalOf({ actor: { type, id } }: EntryHead): string {
  if (type === 'system') return 'system';
  return type === 'person' ? `user:${id}` : `api-key:${id}`;
}
