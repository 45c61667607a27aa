// The agreements behind a line of the mesh, each with the way to its page.
import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { MeshState } from '../api/mesh-words.ts';
import { behindQuery, type Ends } from '../api/mesh.ts';
import { Panel } from '../ui/panel.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { AccessTable, EndCell, ResourceCell, StateCell } from './access-table.tsx';
import { ConsumerLink } from './consumer-link.tsx';
import { FaultNote } from './fault-note.tsx';
import { useWords } from '../words/words.tsx';
import { useMeshWords } from './mesh-acts.ts';
import { ShowMore } from './show-more.tsx';

interface MeshBehindProps {
  readonly ends: Ends;
  readonly states: readonly MeshState[];
  readonly from: string;
  readonly to: string;
  readonly close: () => void;
}

export function MeshBehind({ ends, states, from, to, close }: MeshBehindProps) {
  const words = useWords();
  const texts = useMeshWords();
  const place = useRef<HTMLDivElement>(null);
  const list = useInfiniteQuery(behindQuery(ends, states));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  // Whoever picked a line goes on here, wherever on the page they were.
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [ends.provider, ends.consumer]);
  return (
    <div ref={place} tabIndex={-1} className="mesh-behind">
      <Panel
        title={texts.picked(from, to)}
        beside={
          <Button size="xs" variant="default" onClick={close}>
            {texts.close}
          </Button>
        }
      >
        {list.error && <FaultNote error={list.error} retry={() => void list.refetch()} />}
        {list.isPending && <WaitingRows rows={2} height={40} />}
        {list.data && rows.length === 0 && <Text c="dimmed">{texts.behindEmpty}</Text>}
        {rows.length > 0 && (
          <AccessTable
            rows={rows}
            columns={[
              { title: words.access.resource, of: (access) => <ResourceCell access={access} /> },
              { title: words.access.consumer, of: (access) => <ConsumerLink of={access} /> },
              { title: texts.agreements, of: (access) => <StateCell access={access} /> },
              { title: texts.until, of: (access) => <EndCell access={access} /> },
            ]}
          />
        )}
        <ShowMore of={list} />
      </Panel>
    </div>
  );
}
