// A document as it is kept here, folded: few want to read it, and it may be long, so it is fetched when somebody unfolds it.
import { useQuery, type QueryKey, type UseQueryOptions } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../ui/panel.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { productWords } from '../words/product.ts';
import { useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';

interface StoredDocumentProps<Key extends QueryKey> {
  readonly query: UseQueryOptions<string, Error, string, Key>;
}

export function StoredDocument<Key extends QueryKey>({ query }: StoredDocumentProps<Key>) {
  const texts = useWordsOf(productWords);
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({ ...query, enabled: isOpen });
  return (
    <Panel title={texts.document}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{texts.showDocument}</summary>
        {error && <FaultNote error={error} retry={() => void refetch()} />}
        {isOpen && !data && !error && <WaitingRows rows={1} height={160} />}
        {data !== undefined && (
          // What has to be scrolled has to be reached by the keyboard.
          <pre className="document" tabIndex={0} aria-label={texts.document}>
            <bdi>{data}</bdi>
          </pre>
        )}
      </details>
    </Panel>
  );
}
