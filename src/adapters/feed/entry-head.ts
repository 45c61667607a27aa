// The head of an entry: what every event tells, and all that most of them need. It stands at the beginning of the stored
// text, always in the same order (db/log-entry.ts), so it is read from there and the rest of the text, which is most of
// it, is parsed only where an event depends on it. What does not begin like that, or has an escape in it, is parsed as
// well: then this is slower, and never wrong.
import type { Entry, EntryText } from '../../app/log.ts';
import type { Actor } from '../../core/principal.ts';

/** No event depends on the hash. */
type Unplaced = Omit<Entry, 'hash'>;

export interface EntryHead {
  readonly id: string;
  /** As it is written on the wire. */
  readonly at: string;
  readonly type: string;
  readonly subject: string;
  readonly actor: Pick<Actor, 'type' | 'id'>;
  /** Of an entry about an access: which version it made, where that could be read. */
  readonly version: number | null;
  /** The entry itself, parsed when it is asked for. */
  readonly entry: () => Unplaced;
}

const plain = String.raw`[^"\\]*`;
const beginning = new RegExp(
  `^\\{"id":"([0-9a-f-]{36})","at":"(${plain}Z)","type":"(${plain})","subject":"(${plain})","actor":\\{"type":"([a-z-]+)","id":"(${plain})"(?:,"person":(?:null|"${plain}")\\},"channel":"${plain}","access":\\{"version":(\\d+),)?`,
);

export function headOf(read: EntryText): EntryHead {
  const found = beginning.exec(read.text);
  const entry = () => entryOf(read);
  if (!found) return parsedHead(entry());
  const [, id, at, type, subject, actorType, actorId, version] = found as unknown as string[];
  return {
    id: id!,
    at: at!,
    type: type!,
    subject: subject!,
    actor: { type: actorType as Actor['type'], id: actorId! },
    version: version === undefined ? null : Number(version),
    entry,
  };
}

function parsedHead(entry: Unplaced): EntryHead {
  const { id, at, type, subject, actor } = entry;
  return { id, at: new Date(at).toISOString(), type, subject, actor, version: null, entry: () => entry };
}

function entryOf({ position, text }: EntryText): Unplaced {
  const said = JSON.parse(text) as Omit<Unplaced, 'at' | 'position'> & { at: string };
  return { ...said, at: Date.parse(said.at), position };
}
