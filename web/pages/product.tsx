// One data product: what it is and whose, what one can ask for of it, what it reads and what reads it, and its document.
import { Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useLiveSubject } from '../api/live.tsx';
import { productDocumentQuery, productQuery } from '../api/products.ts';
import { ButtonLink, Link } from '../components/links.tsx';
import { PortList } from '../components/port-list.tsx';
import { ProductLineage } from '../components/product-lineage.tsx';
import { StoredDocument } from '../components/stored-document.tsx';
import { paths } from '../paths.ts';
import { Page } from '../ui/page.tsx';
import { Facts, Panel, Said } from '../ui/panel.tsx';
import { productWords } from '../words/product.ts';
import { useWords, useWordsOf } from '../words/words.tsx';

export function ProductPage() {
  const { id } = useParams({ from: '/inside/dataproducts/$id' });
  const words = useWords();
  const texts = useWordsOf(productWords);
  const { data: product } = useSuspenseQuery(productQuery(id));
  useLiveSubject(id);
  const { owner, description, status, tags } = product;
  return (
    <Page
      title={product.name}
      kicker={
        <Text component="span" size="sm" c="dimmed">
          {texts.kind}{' '}
          <Link to={paths.team(owner.id)} c="dimmed">
            {words.access.ownedBy(owner.name)}
          </Link>
        </Text>
      }
      lead={description && <Said text={description} />}
      beside={
        <ButtonLink to={paths.mesh()} search={{ at: `data-product:${id}` }} variant="default">
          {texts.inMesh}
        </ButtonLink>
      }
    >
      <div className="columns">
        <div>
          <Panel title={texts.ports}>
            <PortList of={{ dataProductId: id }} none={texts.noPorts} />
          </Panel>
          <ProductLineage id={id} />
          <StoredDocument query={productDocumentQuery(id)} />
        </div>
        <div>
          <Panel title={texts.what}>
            <Facts
              facts={[
                [texts.owner, <Link to={paths.team(owner.id)}>{owner.name}</Link>],
                [texts.id, <bdi>{id}</bdi>],
                [texts.status, status && <bdi>{status}</bdi>],
                [texts.tags, tags.length > 0 && <bdi>{tags.map((tag) => `#${tag}`).join(' ')}</bdi>],
              ]}
            />
          </Panel>
        </div>
      </div>
    </Page>
  );
}
