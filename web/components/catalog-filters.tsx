// By what the catalog is narrowed: words, kind, owner, tag, and what the person has already. What can be chosen, and how
// much would be left, is what the API counts among everything else that was chosen; where there is more than it counts,
// no number is shown, because it would be too small.
import { Chip, Group, NativeSelect, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../api/client.ts';
import { facetsQuery, type CatalogFilter } from '../api/resources.ts';
import { Icon } from '../ui/icon.tsx';
import { catalogWords } from '../words/catalog.ts';
import { useWords, useWordsOf } from '../words/words.tsx';

const kinds = ['output-port', 'api', 'event', 'action'] as const;
const accesses = ['live', 'waiting', 'none'] as const;

/** What stands in the address. */
export interface CatalogSearch {
  readonly q?: string;
  readonly kind?: string;
  readonly owner?: string;
  readonly tag?: string;
  readonly access?: string;
}

export function filterOf({ q, kind, owner, tag, access }: CatalogSearch): CatalogFilter {
  const type = kinds.find((one) => one === kind);
  const mine = accesses.find((one) => one === access);
  return {
    ...(q !== undefined && { q }),
    ...(type !== undefined && { type: [type] }),
    ...(owner !== undefined && { owner: [owner] }),
    ...(tag !== undefined && { tag: [tag] }),
    ...(mine !== undefined && { access: mine }),
  };
}

interface FilterProps {
  readonly search: CatalogSearch;
  readonly change: (search: CatalogSearch) => void;
}

const typingMs = 250;

export function CatalogFilters({ search, change }: FilterProps) {
  const texts = useWordsOf(catalogWords);
  const [text, setText] = useState(search.q ?? '');
  const look = useDebouncedCallback((q: string) => change({ ...search, q: q.trim() }), typingMs);
  return (
    <div className="filters" role="search">
      <TextInput
        type="search"
        label={texts.search}
        placeholder={texts.searchHint}
        leftSection={<Icon name="search" />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          look(event.currentTarget.value);
        }}
      />
      <Owners search={search} change={change} />
      <Tags search={search} change={change} />
      <NativeSelect
        label={texts.access}
        value={search.access ?? ''}
        onChange={(event) => change({ ...search, access: event.currentTarget.value })}
        data={Object.entries(texts.accesses).map(([value, label]) => ({ value, label }))}
      />
      <Kinds search={search} change={change} />
    </div>
  );
}

function Owners({ search, change }: FilterProps) {
  const texts = useWordsOf(catalogWords);
  const { owner, ...others } = search;
  const { data } = useQuery(facetsQuery(filterOf(others)));
  return (
    <Select
      label={texts.owner}
      placeholder={texts.anyOwner}
      clearable
      searchable
      clearButtonProps={{ 'aria-label': texts.anyOwner }}
      value={owner ?? null}
      onChange={(value) => change({ ...others, owner: value ?? '' })}
      data={withChosen(
        owner,
        (data?.owners ?? []).map(({ value, name, count }) => ({
          value,
          label: numbered(name ?? value, count, data, texts),
        })),
      )}
    />
  );
}

function Tags({ search, change }: FilterProps) {
  const texts = useWordsOf(catalogWords);
  const { tag, ...others } = search;
  const { data } = useQuery(facetsQuery(filterOf(others)));
  return (
    <Select
      label={texts.tag}
      placeholder={texts.anyTag}
      clearable
      searchable
      clearButtonProps={{ 'aria-label': texts.anyTag }}
      value={tag ?? null}
      onChange={(value) => change({ ...others, tag: value ?? '' })}
      data={withChosen(
        tag,
        (data?.tags ?? []).map(({ value, count }) => ({
          value,
          label: numbered(value, count, data, texts),
        })),
      )}
    />
  );
}

function Kinds({ search, change }: FilterProps) {
  const words = useWords();
  const texts = useWordsOf(catalogWords);
  const { kind, ...others } = search;
  const { data } = useQuery(facetsQuery(filterOf(others)));
  const countOf = (one: string) => data?.types.find(({ value }) => value === one)?.count ?? 0;
  return (
    <Chip.Group value={kind ?? ''} onChange={(chosen) => change({ ...others, kind: chosen })}>
      <Group gap={6} role="radiogroup" aria-label={texts.kind} className="filters-kinds">
        <Chip value="" size="sm">
          {texts.all}
        </Chip>
        {kinds.map((one) => (
          <Chip key={one} value={one} size="sm">
            {data ? numbered(words.kindsOf[one] ?? one, countOf(one), data, texts) : words.kindsOf[one]}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}

type Facets = Schemas['CatalogFacets'];

function numbered(
  name: string,
  count: number,
  facets: Facets | undefined,
  texts: { readonly counted: (name: string, count: number) => string },
): string {
  return facets?.complete ? texts.counted(name, count) : name;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What was chosen can be seen and taken away even where nothing of it is left. */
function withChosen(chosen: string | undefined, choices: Choice[]): Choice[] {
  const isThere = chosen === undefined || choices.some(({ value }) => value === chosen);
  return isThere ? choices : [{ value: chosen, label: chosen }, ...choices];
}
