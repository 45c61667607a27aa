// What of the log is shown: what kind of event, by whom, about what, on which days. All of it stands in the address, so
// that a search can be sent to somebody.
import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import type { LogFilter } from '../api/log.ts';
import { logWords, type LogWords } from '../words/log.ts';
import { useWords, useWordsOf, type Words } from '../words/words.tsx';

const typingMs = 400;

export function LogFilters({
  filter,
  change,
}: {
  filter: LogFilter;
  change: (next: { [name in keyof LogFilter]: string }) => void;
}) {
  const words = useWords();
  const texts = useWordsOf(logWords);
  return (
    <div className="fields" role="search" aria-label={texts.filter}>
      <Select
        label={texts.type}
        placeholder={texts.anyType}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': texts.anyType }}
        value={filter.type ?? null}
        onChange={(type) => change({ type: type ?? '' })}
        data={choicesOf(filter.type, words, texts)}
      />
      {(['actor', 'subject'] as const).map((name) => (
        <TypedField
          // What a link has put into the address stands in the field, too.
          key={`${name} ${filter[name] ?? ''}`}
          label={texts[name]}
          hint={name === 'actor' ? texts.actorHint : texts.subjectHint}
          value={filter[name] ?? ''}
          onChange={(value) => change({ [name]: value })}
        />
      ))}
      {(['from', 'until'] as const).map((name) => (
        <TextInput
          key={name}
          type="date"
          label={texts[name]}
          value={filter[name]?.slice(0, 10) ?? ''}
          onChange={(event) => change({ [name]: event.currentTarget.value })}
        />
      ))}
      {Object.keys(filter).length > 0 && (
        <Button
          variant="default"
          onClick={() => change({ type: '', actor: '', subject: '', from: '', until: '' })}
        >
          {texts.clear}
        </Button>
      )}
    </div>
  );
}

function TypedField(props: {
  label: string;
  hint: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { label, hint, value, onChange } = props;
  const [text, setText] = useState(value);
  const look = useDebouncedCallback((typed: string) => onChange(typed.trim()), typingMs);
  return (
    <TextInput
      type="search"
      label={label}
      placeholder={hint}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        look(event.currentTarget.value);
      }}
    />
  );
}

interface Choices {
  readonly group: string;
  readonly items: { readonly value: string; readonly label: string }[];
}

/** Kinds of events by their family; each is called by the sentence that tells of it. */
function choicesOf(chosen: string | undefined, words: Words, texts: LogWords): Choices[] {
  const tells = { ...words.timeline, ...texts.types };
  const known = Object.entries(texts.families).map(([family, group]) => {
    const items = Object.entries(tells)
      .filter(([type]) => type.startsWith(`${family}.`) && type.split('.').length === 2)
      .map(([type, tell]) => ({ value: type, label: tell(texts.somebody) }));
    const all = { value: family, label: texts.everyOne(group) };
    return { group, items: items.length > 1 ? [all, ...items] : items };
  });
  const isKnown = known.some(({ items }) => items.some(({ value }) => value === chosen));
  if (chosen === undefined || isKnown) return known;
  return [{ group: '', items: [{ value: chosen, label: chosen }] }, ...known];
}
