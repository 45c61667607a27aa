// What a data product reads and what reads it: one line for each granted agreement with another product, with the way to
// both, and the input ports that its document names without anything granted. What is further away is in the mesh.
import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lineageQuery, type Lineage, type LineageEdge } from '../api/products.ts';
import { paths } from '../paths.ts';
import { Panel } from '../ui/panel.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { productWords } from '../words/product.ts';
import { useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';
import { Link } from './links.tsx';
import { StateBadge } from './state-badge.tsx';

const atMost = 50;

export function ProductLineage({ id }: { id: string }) {
  const texts = useWordsOf(productWords);
  const { data, error, refetch } = useQuery(lineageQuery(id));
  const shown = error ? (
    <FaultNote error={error} retry={() => void refetch()} />
  ) : (
    !data && <WaitingRows rows={2} height={28} />
  );
  return (
    <>
      <Panel title={texts.reads} beside={<InMesh id={id} way="upstream" />}>
        {shown}
        {data && <Edges edges={data.upstream} end="provider" lineage={data} none={texts.readsNothing} />}
        {data && <Declared lineage={data} />}
      </Panel>
      <Panel title={texts.readBy} beside={<InMesh id={id} way="downstream" />}>
        {shown}
        {data && <Edges edges={data.downstream} end="consumer" lineage={data} none={texts.readByNothing} />}
      </Panel>
    </>
  );
}

function InMesh({ id, way }: { id: string; way: 'upstream' | 'downstream' }) {
  const texts = useWordsOf(productWords);
  return (
    <Link to={paths.mesh()} search={{ at: `data-product:${id}`, way }} aria-label={texts.inMeshOf[way]}>
      {texts.further}
    </Link>
  );
}

interface EdgesProps {
  readonly edges: readonly LineageEdge[];
  /** Which end is the other product. */
  readonly end: 'provider' | 'consumer';
  readonly lineage: Lineage;
  readonly none: string;
}

function Edges({ edges, end, lineage: { products }, none }: EdgesProps) {
  const texts = useWordsOf(productWords);
  if (edges.length === 0) return <Text c="dimmed">{none}</Text>;
  const names = new Map(products.map(({ id, name }) => [id, name]));
  return (
    <>
      <ul className="plain-rows parted">
        {edges.slice(0, atMost).map((edge) => (
          <li key={edge.accessId}>
            <Group gap="0 8px">
              <Link to={paths.dataProduct(edge[end])} fw={600}>
                <bdi>{names.get(edge[end]) ?? edge[end]}</bdi>
              </Link>
              {edge.suspended && <StateBadge state="Suspended" />}
            </Group>
            <Text component="div" size="sm" c="dimmed">
              {texts.by}{' '}
              <Link to={paths.resource(`${edge.provider}/${edge.outputPortId}`)}>
                <bdi>{edge.outputPortId}</bdi>
              </Link>
              {' · '}
              <Link to={paths.access(edge.accessId)}>{texts.agreement}</Link>
            </Text>
          </li>
        ))}
      </ul>
      {edges.length > atMost && (
        <Text size="sm" c="dimmed" mt="xs">
          {texts.more(edges.length - atMost)}
        </Text>
      )}
    </>
  );
}

/** What the document says that it reads, whether or not anybody has granted it. */
function Declared({ lineage: { inputPorts } }: { lineage: Lineage }) {
  const texts = useWordsOf(productWords);
  const declared = inputPorts.filter(({ origin }) => origin === 'document').slice(0, atMost);
  if (declared.length === 0) return null;
  return (
    <Text component="div" size="sm" c="dimmed" mt="sm">
      {texts.declared}
      <ul className="plain-list">
        {declared.map(({ id, name, dataContractId }) => (
          <li key={id}>
            <bdi>{typeof name === 'string' ? name : id}</bdi>
            {typeof dataContractId === 'string' && (
              <>
                {', '}
                <Link to={paths.dataContract(dataContractId)}>{texts.underContract(dataContractId)}</Link>
              </>
            )}
          </li>
        ))}
      </ul>
    </Text>
  );
}
