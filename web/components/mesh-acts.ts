// What one can do with a thing or a connection of the mesh, wherever it is shown: drawn, in the table, in the panel.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createContext, use, useMemo } from 'react';
import { behindQuery } from '../api/mesh.ts';
import { meshStates } from '../api/mesh-words.ts';
import { paths } from '../paths.ts';
import { meshWords, type MeshWords } from '../words/mesh.ts';
import { useWordsOf } from '../words/words.tsx';
import { totalOf, type Connection, type Thing } from './mesh-picture.ts';
import { centredAt, type MeshSearch, type MeshViewing } from './use-mesh-view.ts';

export interface MeshActs {
  /** Unfolds a team, or folds it again. */
  readonly toggle: (team: Thing) => void;
  /** Opens the agreement, or lists them where there are several. */
  readonly open: (connection: Connection) => void;
  /** The address of what is near a thing; null where there is no such picture. */
  readonly near: (thing: Thing) => MeshSearch | null;
}

export const MeshActsContext = createContext<MeshActs | null>(null);

export function useMeshActs(): MeshActs {
  const acts = use(MeshActsContext);
  if (!acts) throw new Error('not in the mesh');
  return acts;
}

export function useMeshActing({ view, search, go }: MeshViewing): MeshActs {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMemo(
    () => ({
      toggle: ({ id }) =>
        go({ open: view.open.includes(id) ? view.open.filter((one) => one !== id) : [...view.open, id] }),
      open: (connection) => {
        const list = () => go({ edge: { from: connection.from.name, to: connection.to.name } });
        const openOne = (id: string) => void navigate({ to: paths.access(id) });
        if (connection.access !== null) return openOne(connection.access);
        if (totalOf(connection.counts) > 1) return list();
        // Teams are drawn without the agreements between them, so which one it is has to be asked.
        client.fetchInfiniteQuery(behindQuery(endsOf(connection), view.states)).then(({ pages: [page] }) => {
          const [one, ...others] = page?.items ?? [];
          return one && others.length === 0 ? openOne(one.id) : list();
        }, list);
      },
      near: (thing) => (zoomable.has(thing.kind) ? search(centredAt(thing.name)) : null),
    }),
    [client, navigate, view, search, go],
  );
}

export function endsOf({ from, to, own }: Pick<Connection, 'from' | 'to' | 'own'>) {
  return { provider: from.name, consumer: to.name, own };
}

const zoomable: ReadonlySet<string> = new Set([
  'team',
  'data-product',
  'api',
  'event',
  'action',
  'application',
]);

/** What people call it. */
export function titleOf({ kind, id, title }: Pick<Thing, 'kind' | 'id' | 'title'>, texts: MeshWords): string {
  if (kind === 'people') return texts.people;
  return title ?? (kind === 'person' ? texts.erased : id);
}

/** `2 granted, 1 suspended`. */
export function countsInWords({ counts }: Connection, texts: MeshWords): string {
  return meshStates
    .filter((state) => counts[state] > 0)
    .map((state) => texts.counted[state](counts[state]))
    .join(', ');
}

export function useMeshWords(): MeshWords {
  return useWordsOf(meshWords);
}
