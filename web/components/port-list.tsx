// Output ports below each other, of a data product or under a contract: what each is, and what one has there or how to ask
// for it.
import { Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { catalogQuery, type CatalogFilter, type CatalogItem } from '../api/resources.ts';
import { paths } from '../paths.ts';
import { Said } from '../ui/panel.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { productWords } from '../words/product.ts';
import { useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';
import { ButtonLink, Link } from './links.tsx';
import { hasMark, hasMine, MineMark } from './mine-mark.tsx';
import { ShowMore } from './show-more.tsx';

interface PortListProps {
  readonly of: Pick<CatalogFilter, 'dataProductId' | 'dataContractId'>;
  /** What is said where there are none. */
  readonly none: string;
}

export function PortList({ of, none }: PortListProps) {
  const found = useInfiniteQuery(catalogQuery({ ...of, limit: 20 }));
  if (found.error) return <FaultNote error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <WaitingRows rows={2} height={48} />;
  const items = found.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Text c="dimmed">{none}</Text>;
  return (
    <>
      <ul className="plain-rows parted">
        {items.map((item) => (
          <Port key={item.id} item={item} product={of.dataProductId === undefined} />
        ))}
      </ul>
      <ShowMore of={found} />
    </>
  );
}

function Port({ item, product }: { item: CatalogItem; product: boolean }) {
  const texts = useWordsOf(productWords);
  const { id, name, description, dataProductId } = item;
  return (
    <li>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div className="page-heading">
          <Link to={paths.resource(id)} fw={600}>
            <bdi>{name}</bdi>
          </Link>
          {product && dataProductId !== undefined && (
            <Text component="div" size="sm">
              <Link to={paths.dataProduct(dataProductId)} c="dimmed">
                {texts.ofProduct(dataProductId)}
              </Link>
            </Text>
          )}
          {description && (
            <Text component="div" size="sm" c="dimmed">
              <Said text={description} lines={2} />
            </Text>
          )}
        </div>
        {hasMark(item) && <MineMark item={item} />}
        {!hasMine(item) && (
          <ButtonLink
            to={paths.requestAccess(id)}
            size="xs"
            variant="default"
            aria-label={texts.askFor(name)}
          >
            {texts.ask}
          </ButtonLink>
        )}
      </Group>
    </li>
  );
}
