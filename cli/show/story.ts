// Log entries as sentences: who did what, and what they said about it. Types that this program does not know yet are
// shown by their name, because a line too many is better than a gap in the story.
import { plain, type Paint } from './paint.ts';
import { distance, exactMoment, moment, zoneAt } from './times.ts';
import { wrapped } from './facts.ts';

/** A log entry as the API shows it. */
export interface LogEntry {
  readonly at: string;
  readonly type: string;
  readonly subject: string;
  readonly actor: {
    readonly type: string;
    readonly id: string;
    readonly email?: string;
    readonly name?: string;
  };
  readonly channel: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly texts?: Readonly<Record<string, string | null>>;
  readonly after?: unknown;
}

/** The entries as a list, oldest first: when, what, and what was said. */
export function storyLines(
  entries: readonly LogEntry[],
  paint: Paint,
  width: number | null,
  tell: (entry: LogEntry) => string = sentenceOf,
): string {
  let day = '';
  return entries
    .map((entry) => {
      const [date, time] = exactMoment(entry.at).split(' ') as [string, string];
      const when = date === day ? ' '.repeat(date.length) : date;
      day = date;
      const indent = 2 + date.length + 1 + time.length + 2;
      const [first = '', ...rest] = wrapped(tell(entry), width === null ? null : width - indent);
      const said = saidIn(entry).flatMap((text) =>
        wrapped(`"${text}"`, width === null ? null : width - indent),
      );
      const more = [...rest, ...said.map((line) => paint('cyan', line))].map(
        (line) => `${' '.repeat(indent)}${line}\n`,
      );
      return `  ${paint('dim', `${when} ${time}`)}  ${first}\n${more.join('')}`;
    })
    .join('');
}

export function sentenceOf(entry: LogEntry): string {
  const who = actorOf(entry);
  const tell = sentences[entry.type];
  return tell ? tell(who, entry) : `${who}: ${plain(entry.type)}`;
}

function actorOf({ actor }: LogEntry): string {
  if (actor.type === 'system') return 'Countersign';
  const name = plain(actor.name ?? actor.email ?? actor.id);
  return actor.type === 'person'
    ? name
    : `${actor.type === 'team-key' ? 'A team’s key' : 'An organization key'} (${name})`;
}

type Tell = (who: string, entry: LogEntry) => string;

const sentences: Readonly<Record<string, Tell>> = {
  'request.filed': (who, entry) => `${who} asked${naturesOf(entry)}`,
  'request.semi_granted': (who) => `${who} allowed it; another person has to agree`,
  'request.granted': (who, entry) =>
    entry.actor.type === 'system' || isAutomatic(entry)
      ? 'Granted at once by the policy'
      : `${who} allowed it`,
  'request.rejected': (who) => `${who} denied it`,
  'request.withdrawn': (who) => `${who} withdrew the request`,
  'request.expired': () => 'The request waited too long and has expired',
  'request.allow_void': (who) =>
    who === 'Countersign' ? 'An allow does not count any more' : `${who} took the allow back`,
  'request.waiting': () => 'The request still waits; whoever may decide was reminded',
  'access.activated': (_who, entry) => `Access begins${untilIn(entry)}`,
  'access.deactivated': () => 'Access ends',
  'access.suspended': (who) => `${who} suspended the access`,
  'access.resumed': (who) => `${who} resumed the access`,
  'access.revoked': (who) => `${who} ended the access`,
  'access.expired': () => 'The access has expired',
  'access.shortened': (who, entry) => `${who} shortened the access${untilIn(entry)}`,
  'access.expiring': (_who, entry) => `Both sides were reminded that it ends${untilIn(entry)}`,
  'access.updated': (who) => `${who} changed notes`,
  'access.deleted': (who) => `${who} deleted the agreement`,
  'access.imported': (who) => `${who} imported the agreement as granted`,
  'provisioning.started': () => 'The target is being opened',
  'provisioning.provisioned': (_who, entry) => `The target is open${reference(entry)}`,
  'provisioning.failed': (_who, entry) => `The target could not be opened${diagnostics(entry)}`,
  'provisioning.deprovisioning_started': () => 'The target is being closed',
  'provisioning.deprovisioned': () => 'The target is closed',
  'provisioning.deprovisioning_failed': (_who, entry) =>
    `The target could not be closed${diagnostics(entry)}`,
  'key.created': (who) => `${who} made an API key`,
  'key.revoked': (who) => `${who} revoked an API key`,
  'policy.changed': (who) => `${who} changed the policy`,
  'policy.proposed': (who) => `${who} proposed to loosen the policy; a second owner has to agree`,
};

function naturesOf({ data }: LogEntry): string {
  switch (data?.['nature']) {
    case 'change':
      return ' for a change';
    case 'renewal':
      return ' for more time';
    default:
      return '';
  }
}

/** Granted by the rules, although somebody's call was the occasion. */
function isAutomatic({ data }: LogEntry): boolean {
  const decision = data?.['decision'] as { by?: { type?: string } } | undefined;
  return decision?.by?.type === 'system';
}

/** The end stands in the entry's data, or in what the access amounts to afterwards. */
function untilIn({ data, after, at }: LogEntry): string {
  const until = data?.['until'] ?? (after as { until?: unknown } | undefined)?.until;
  if (typeof until !== 'number' && typeof until !== 'string') return '';
  return `, until ${moment(until)} ${zoneAt(until)} (${distance(until, Date.parse(at))})`;
}

function reference({ data }: LogEntry): string {
  const name = data?.['reference'];
  return typeof name === 'string' ? ` (${plain(name)})` : '';
}

function diagnostics({ data }: LogEntry): string {
  const words = data?.['diagnostics'] ?? data?.['reason'];
  return typeof words === 'string' ? `: ${plain(words)}` : '';
}

function saidIn({ texts }: LogEntry): string[] {
  return ['purpose', 'comment'].flatMap((field) => {
    const text = texts?.[field];
    return text === undefined ? [] : [text === null ? '(erased)' : plain(text)];
  });
}
