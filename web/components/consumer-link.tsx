// For whom an access is, as the way to their page: a team, a data product, an application. People have none.
import { paths } from '../paths.ts';
import { consumerName } from '../words/telling.ts';
import { useWords } from '../words/words.tsx';
import { Link } from './links.tsx';

type Consuming = Parameters<typeof consumerName>[0];

export function ConsumerLink({ of }: { of: Consuming }) {
  const words = useWords();
  const to = pageOf(of.consumer);
  const name = <bdi>{consumerName(of, words)}</bdi>;
  return to === null ? name : <Link to={to}>{name}</Link>;
}

function pageOf({ userId, applicationId, dataProductId, teamId }: Consuming['consumer']): string | null {
  if (userId !== undefined) return null;
  if (applicationId !== undefined) return paths.application(applicationId);
  if (dataProductId !== undefined) return paths.dataProduct(dataProductId);
  return teamId === undefined ? null : paths.team(teamId);
}
