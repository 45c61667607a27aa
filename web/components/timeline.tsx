// Everything that happened to an access, the newest first: what, by whom, on which way, when, and what they said.
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LogEntry } from '../api/client.ts';
import { historyQuery } from '../api/access.ts';
import { Said } from '../ui/panel.tsx';
import { Ago } from '../ui/time.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { named } from '../words/named.ts';
import { useWords, type Words } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';
import { SaidLinks } from './said-links.tsx';

export function Timeline({ id }: { id: string }) {
  const { data, error, isPending } = useQuery(historyQuery(id));
  if (isPending) return <WaitingRows rows={4} height={38} />;
  if (error) return <FaultNote error={error} />;
  return (
    <ol className="story">
      {data.toReversed().map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </ol>
  );
}

function Entry({ entry }: { entry: LogEntry }) {
  const words = useWords();
  const channel = entry.actor.type === 'system' ? undefined : words.channels[entry.channel];
  return (
    <li>
      <div>{sentenceOf(entry, words)}</div>
      <Text component="div" size="sm" c="dimmed">
        <Ago at={entry.at} />
        {channel && `, ${channel}`}
      </Text>
      <SaidIn entry={entry} />
      {detailOf(entry) !== null && (
        <Text component="div" size="sm">
          {detailOf(entry)}
        </Text>
      )}
    </li>
  );
}

/** What people wrote, and their systems. */
export function SaidIn({ entry }: { entry: LogEntry }) {
  const words = useWords();
  return Object.entries(entry.texts).map(([field, said]) => (
    <div className="quote" key={field}>
      {said !== null && holdsNames.has(field) ? (
        <SaidLinks links={namesIn(said)} />
      ) : (
        <Said text={said ?? words.erased} lines={8} />
      )}
    </div>
  ));
}

/** These hold names with values: what a system keeps about its decision, and notes. */
const holdsNames: ReadonlySet<string> = new Set(['facts', 'notes']);

/** By their names, where groups of them lie below the name of the group. */
function namesIn(said: string): Record<string, string> {
  const parts = (value: unknown, name: string): [string, string][] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([key, one]) => parts(one, key))
      : [[name, typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : String(value)]];
  return Object.fromEntries(parts(JSON.parse(said), ''));
}

/**
 * A type that this app does not know yet is shown by its name: a line too many is better than a gap.
 *
 * @param more sentences for what belongs to no agreement.
 */
export function sentenceOf(entry: LogEntry, words: Words, more: Words['timeline'] = {}): string {
  const { type, actor } = entry;
  const data = (entry['data'] ?? {}) as { nature?: string; decision?: { by?: { type?: string } } };
  const isAutomatic =
    type === 'request.granted' && (actor.type === 'system' || data.decision?.by?.type === 'system');
  const tell =
    words.timeline[`${type}.${isAutomatic ? 'auto' : (data.nature ?? '')}`] ??
    words.timeline[type] ??
    more[type];
  const who = actor.type === 'person' ? whoOf(entry, words) : capital(whoOf(entry, words));
  return tell ? tell(who) : `${who}: ${type}`;
}

/** Where a sentence begins with it; names are written as their people write them. */
function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export function whoOf({ actor }: LogEntry, { people }: Words): string {
  if (actor.type === 'system') return people.system;
  const name = named(actor.name ?? actor.email ?? actor.id);
  if (actor.type === 'person') return name;
  return actor.type === 'team-key' ? people.teamKey : people.organizationKey;
}

function detailOf(entry: LogEntry): string | null {
  const data = (entry['data'] ?? {}) as { diagnostics?: unknown; reason?: unknown; reference?: unknown };
  const said = data.diagnostics ?? data.reason ?? data.reference;
  return typeof said === 'string' ? said : null;
}
