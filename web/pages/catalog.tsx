// Everything that access can be asked for, and what one has of it: the search and every filter stand in the address, so
// that they can be shared and the way back leads to them.
import { Anchor, Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { catalogQuery, type CatalogItem } from '../api/resources.ts';
import { CatalogFilters, filterOf, type CatalogSearch } from '../components/catalog-filters.tsx';
import { FaultNote } from '../components/fault-note.tsx';
import { KindMark } from '../components/kind-mark.tsx';
import { ButtonLink, Link } from '../components/links.tsx';
import { ShowMore } from '../components/show-more.tsx';
import { hasMark, MineMark } from '../components/mine-mark.tsx';
import { paths } from '../paths.ts';
import { Nothing } from '../ui/nothing.tsx';
import { Page } from '../ui/page.tsx';
import { Said } from '../ui/panel.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { catalogWords } from '../words/catalog.ts';
import { useWords, useWordsOf } from '../words/words.tsx';

export function CatalogPage() {
  const texts = useWordsOf(catalogWords);
  const search = useSearch({ from: '/inside/catalog' });
  const change = useChange();
  const found = useInfiniteQuery(catalogQuery(filterOf(search)));
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={texts.title} lead={texts.lead}>
      <CatalogFilters search={search} change={change} />
      {found.error && <FaultNote error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <WaitingRows rows={5} height={92} />}
      {found.data && (
        <Text size="sm" c="dimmed" role="status">
          {items.length > 0 && texts.results(items.length, found.hasNextPage)}
        </Text>
      )}
      {found.data && items.length === 0 && <NothingFound search={search} />}
      <ul className="rows">
        {items.map((item) => (
          <Row key={item.id} item={item} onTag={(tag) => change({ ...search, tag })} />
        ))}
      </ul>
      <ShowMore of={found} />
    </Page>
  );
}

/** A changed search is a new address, but no step of the way back. */
function useChange() {
  const navigate = useNavigate();
  return (search: CatalogSearch) => {
    const named = Object.fromEntries(Object.entries(search).filter(([, value]) => value));
    void navigate({ to: paths.catalog(), search: named, replace: true });
  };
}

function NothingFound({ search }: { search: CatalogSearch }) {
  const texts = useWordsOf(catalogWords);
  if (Object.keys(search).length === 0)
    return <Nothing icon="book" title={texts.firstTitle} hint={texts.firstHint} />;
  const { access } = filterOf(search);
  return (
    <Nothing icon="search" title={texts.emptyTitle} hint={access ? texts.emptyOf[access] : texts.emptyHint}>
      <ButtonLink to={paths.catalog()} variant="default" mt="sm">
        {texts.clear}
      </ButtonLink>
    </Nothing>
  );
}

function Row({ item, onTag }: { item: CatalogItem; onTag: (tag: string) => void }) {
  const words = useWords();
  const { id, type, name, owner, ownerName, description, tags } = item;
  return (
    <li className="row">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div className="page-heading">
          <Group gap={8}>
            <KindMark kind={type} />
            <Text component="span" size="sm" c="dimmed">
              {words.access.ownedBy(ownerName ?? owner)}
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
        <Mine item={item} />
      </Group>
    </li>
  );
}

/** What the person has there; where that is nothing, what asking would come to. */
function Mine({ item }: { item: CatalogItem }) {
  const words = useWords();
  if (hasMark(item)) return <MineMark item={item} />;
  return (
    <Text size="sm" c="dimmed">
      {words.strategies[item.strategy]}
    </Text>
  );
}
