// Everything that access can be asked for: search, kind, owner and tag stand in the address, so that a search can be
// shared and the way back leads to it.
import { Anchor, Button, Chip, Group, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Resource } from '../api/client.ts';
import { resourcesQuery, type ResourceFilter } from '../api/resources.ts';
import { teamsQuery } from '../api/teams.ts';
import { FaultNote } from '../components/fault-note.tsx';
import { KindMark } from '../components/kind-mark.tsx';
import { ButtonLink, Link } from '../components/links.tsx';
import { paths } from '../paths.ts';
import { Icon } from '../ui/icon.tsx';
import { Nothing } from '../ui/nothing.tsx';
import { Page } from '../ui/page.tsx';
import { Said } from '../ui/panel.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { catalogWords } from '../words/catalog.ts';
import { useWords, useWordsOf } from '../words/words.tsx';

const kinds = ['output-port', 'api', 'event', 'action'] as const;

interface Search {
  readonly q?: string;
  readonly kind?: string;
  readonly owner?: string;
  readonly tag?: string;
}

export function CatalogPage() {
  const texts = useWordsOf(catalogWords);
  const search = useSearch({ from: '/inside/catalog' });
  const change = useChange();
  const found = useInfiniteQuery(resourcesQuery(filterOf(search)));
  const resources = found.data?.pages.flatMap((page) => page.data) ?? [];
  const isFiltered = Object.keys(search).length > 0;
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Filters search={search} change={change} />
      {found.error && <FaultNote error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <WaitingRows rows={5} height={92} />}
      {found.data && (
        <Text size="sm" c="dimmed" role="status">
          {resources.length > 0 && texts.results(resources.length, found.hasNextPage)}
        </Text>
      )}
      {found.data && resources.length === 0 && isFiltered && (
        <Nothing icon="search" title={texts.emptyTitle} hint={texts.emptyHint}>
          <ButtonLink to={paths.catalog()} variant="default" mt="sm">
            {texts.clear}
          </ButtonLink>
        </Nothing>
      )}
      {found.data && resources.length === 0 && !isFiltered && (
        <Nothing icon="book" title={texts.firstTitle} hint={texts.firstHint} />
      )}
      <ul className="rows">
        {resources.map((resource) => (
          <Row key={resource.id} resource={resource} onTag={(tag) => change({ ...search, tag })} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Group justify="center">
          <Button
            variant="default"
            loading={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {texts.more}
          </Button>
        </Group>
      )}
    </Page>
  );
}

function filterOf({ q, kind, owner, tag }: Search): ResourceFilter {
  const type = kinds.find((one) => one === kind);
  return {
    ...(q !== undefined && { q }),
    ...(type !== undefined && { type: [type] }),
    ...(owner !== undefined && { owner: [owner] }),
    ...(tag !== undefined && { tag: [tag] }),
  };
}

/** A changed search is a new address, but no step of the way back. */
function useChange() {
  const navigate = useNavigate();
  return (search: Search) => {
    const named = Object.fromEntries(Object.entries(search).filter(([, value]) => value));
    void navigate({ to: paths.catalog(), search: named, replace: true });
  };
}

const typingMs = 250;

function Filters({ search, change }: { search: Search; change: (search: Search) => void }) {
  const words = useWords();
  const texts = useWordsOf(catalogWords);
  const [text, setText] = useState(search.q ?? '');
  const teams = useQuery(teamsQuery);
  const look = useDebouncedCallback((q: string) => change({ ...search, q: q.trim() }), typingMs);
  return (
    <Group gap="sm" align="flex-end" role="search">
      <TextInput
        type="search"
        label={texts.search}
        placeholder={texts.searchHint}
        leftSection={<Icon name="search" />}
        className="grows"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          look(event.currentTarget.value);
        }}
      />
      <Select
        label={texts.owner}
        placeholder={texts.anyOwner}
        clearable
        searchable
        clearButtonProps={{ 'aria-label': texts.anyOwner }}
        value={search.owner ?? null}
        onChange={(owner) => change({ ...search, owner: owner ?? '' })}
        data={(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Chip.Group value={search.kind ?? ''} onChange={(kind) => change({ ...search, kind })}>
        <Group gap={6} role="radiogroup" aria-label={texts.kind} w="100%">
          <Chip value="" size="sm">
            {texts.all}
          </Chip>
          {kinds.map((kind) => (
            <Chip key={kind} value={kind} size="sm">
              {words.kindsOf[kind]}
            </Chip>
          ))}
          {search.tag && (
            <Button
              size="compact-sm"
              variant="default"
              rightSection={<Icon name="cross" size={12} />}
              onClick={() => change({ ...search, tag: '' })}
            >
              {texts.tag}: {search.tag}
            </Button>
          )}
        </Group>
      </Chip.Group>
    </Group>
  );
}

function Row({ resource, onTag }: { resource: Resource; onTag: (tag: string) => void }) {
  const words = useWords();
  const { id, type, name, owner, description, tags, strategy } = resource;
  return (
    <li className="row">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div className="page-heading">
          <Group gap={8}>
            <KindMark kind={type} />
            <Text component="span" size="sm" c="dimmed">
              {words.access.ownedBy(owner)}
            </Text>
          </Group>
          <Text component="h2" fw={650} fz="lg" lh={1.3}>
            <Link to={paths.resource(id)}>{name}</Link>
          </Text>
          {description && <Said text={description} lines={2} />}
          {tags.length > 0 && (
            <Group gap={8} mt={4}>
              {tags.map((tag) => (
                <Anchor
                  key={tag}
                  component="button"
                  type="button"
                  size="sm"
                  c="dimmed"
                  onClick={() => onTag(tag)}
                >
                  #{tag}
                </Anchor>
              ))}
            </Group>
          )}
        </div>
        <Text size="sm" c="dimmed">
          {strategy && words.strategies[strategy]}
        </Text>
      </Group>
    </li>
  );
}
