// Accesses below each other. What is worth a column depends on the question that a page answers, so a page names its
// columns; what stands in those that pages share is here. On a narrow screen each access is a small block.
import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Access } from '../api/client.ts';
import { paths } from '../paths.ts';
import { usePlace } from '../ui/place.tsx';
import { Ago } from '../ui/time.tsx';
import { consumerName } from '../words/telling.ts';
import { useWords } from '../words/words.tsx';
import { KindMark } from './kind-mark.tsx';
import { Link } from './links.tsx';
import { AccessState } from './state-badge.tsx';

export interface AccessColumn {
  readonly title: string;
  readonly of: (access: Access) => ReactNode;
}

interface AccessTableProps {
  readonly rows: readonly Access[];
  readonly columns: readonly AccessColumn[];
}

export function AccessTable({ rows, columns }: AccessTableProps) {
  return (
    <table className="table">
      <thead>
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((access) => (
          <tr key={access.id}>
            {columns.map(({ title, of }, nth) => (
              <td key={title} data-title={nth === 0 ? undefined : title}>
                <div>{of(access)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What it leads to, with the way to its page. */
export function ResourceCell({ access: { id, approval } }: { access: Access }) {
  return (
    <>
      <Link to={paths.access(id)} fw={600}>
        {approval.resource.name}
      </Link>
      <div>
        <KindMark kind={approval.resource.kind} />
      </div>
    </>
  );
}

/** Who has it, with the way to its page. */
export function ConsumerCell({ access }: { access: Access }) {
  const words = useWords();
  return <Link to={paths.access(access.id)}>{consumerName(access, words)}</Link>;
}

export function StateCell({ access }: { access: Access }) {
  return (
    <Group gap={6}>
      <AccessState access={access} />
    </Group>
  );
}

const pressingMs = 7 * 86_400_000;

/** When what is granted ends; pressing in its last week. */
export function EndCell({ access: { approval } }: { access: Access }) {
  const words = useWords();
  const { now } = usePlace();
  const { standing, until } = approval;
  if (standing === 'None') return null;
  if (until === undefined) return <>{words.times.openEnd}</>;
  const left = Date.parse(until) - now;
  const isPressing = standing === 'Granted' && left > 0 && left < pressingMs;
  return isPressing ? (
    <strong>
      <Ago at={until} />
    </strong>
  ) : (
    <Ago at={until} />
  );
}
