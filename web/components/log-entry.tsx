// One entry of the log: when, what, about what, on which way, and what was said. Whoever wants more unfolds everything
// that the entry holds, with what it changed, where it stands in the chain, and the ways to more of the same.
import { Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { LogEntry } from '../api/client.ts';
import type { LogFilter } from '../api/log.ts';
import { paths } from '../paths.ts';
import { Facts } from '../ui/panel.tsx';
import { usePlace } from '../ui/place.tsx';
import { Clock, Moment, exact } from '../ui/time.tsx';
import { logWords } from '../words/log.ts';
import { useWords, useWordsOf } from '../words/words.tsx';
import { Link } from './links.tsx';
import { LogSubject } from './log-subject.tsx';
import { SaidIn, sentenceOf, whoOf } from './timeline.tsx';

export function LogRow({ entry }: { entry: LogEntry }) {
  const words = useWords();
  const texts = useWordsOf(logWords);
  const [isOpen, setOpen] = useState(false);
  const channel = entry.actor.type === 'system' ? undefined : words.channels[entry.channel];
  return (
    <li className="log-row">
      <Text component="div" size="sm" c="dimmed" className="log-time">
        <Clock at={entry.at} />
      </Text>
      <div className="page-heading">
        <div>{sentenceOf(entry, words, texts.types)}</div>
        <Text component="div" size="sm" c="dimmed">
          <LogSubject entry={entry} />
          {channel && `, ${channel}`}
        </Text>
        <SaidIn entry={entry} />
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{texts.details}</summary>
          {isOpen && <Details entry={entry} />}
        </details>
      </div>
    </li>
  );
}

function Details({ entry }: { entry: LogEntry }) {
  const words = useWords();
  const texts = useWordsOf(logWords);
  const { locale, timeZone } = usePlace();
  const { facts } = texts;
  const { actor, subject, position, hash } = entry;
  const who = whoOf(entry, words);
  const changes = changesIn(entry['before'], entry['after']);
  const data = Object.entries((entry['data'] ?? {}) as Record<string, unknown>);
  const byActor: LogFilter = { actor: actor.email ?? actor.id };
  return (
    <div className="log-details">
      <Facts
        facts={[
          [facts.at, exact(entry.at, locale, timeZone)],
          [facts.type, <code key="type">{entry.type}</code>],
          [facts.actor, actor.email ?? actor.id],
          [facts.subject, subject],
          [facts.position, position === null ? texts.unsealed : position],
          [facts.hash, hash !== null && <code key="hash">{hash}</code>],
          [facts.changed, changes.length > 0 && <Changes key="changes" changes={changes} />],
          [
            facts.data,
            data.length > 0 && (
              <ul key="data" className="plain-list">
                {data.map(([name, value]) => (
                  <li key={name}>
                    {name}: <Value value={value} />
                  </li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
      <Group gap="md">
        <Link to={paths.log()} search={{ ...byActor }} size="sm">
          {texts.onlyActor(who)}
        </Link>
        <Link to={paths.log()} search={{ subject }} size="sm">
          {texts.onlySubject}
        </Link>
      </Group>
    </div>
  );
}

interface Change {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <ul className="plain-list">
      {changes.map(({ name, before, after }) => (
        <li key={name}>
          {name}:{' '}
          {before !== undefined && (
            <del>
              <Value value={before} />
            </del>
          )}
          {before !== undefined && after !== undefined && ' → '}
          {after !== undefined && (
            <ins>
              <Value value={after} />
            </ins>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Member by member where both are objects: what is the same in both says nothing. */
function changesIn(before: unknown, after: unknown): Change[] {
  const [was, is] = [membersOf(before), membersOf(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map((name) => ({ name, before: was[name], after: is[name] }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
}

function membersOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** No other number in an entry is that large: instants are in milliseconds. */
const leastInstant = 1e12;

function Value({ value }: { value: unknown }): ReactNode {
  if (typeof value === 'number' && value > leastInstant) return <Moment at={new Date(value).toISOString()} />;
  if (typeof value === 'string') return <bdi>{value}</bdi>;
  return <code>{JSON.stringify(value)}</code>;
}
