// What the person has at a resource of the catalog, in a word or two, each leading to its agreement.
import { Group } from '@mantine/core';
import type { CatalogItem } from '../api/resources.ts';
import { paths } from '../paths.ts';
import type { IconName } from '../ui/icon.tsx';
import { catalogWords } from '../words/catalog.ts';
import { useWordsOf } from '../words/words.tsx';
import { Link } from './links.tsx';
import { StateMark, type Look } from './state-badge.tsx';

/** Whether something runs or waits, so that there is nothing to ask for. */
export function hasMine({ mine }: CatalogItem): boolean {
  return mine.live || mine.waiting;
}

/** Whether there is anything to mark: also that the owner said no. */
export function hasMark({ mine: { agreements } }: CatalogItem): boolean {
  return Object.keys(agreements).length > 0;
}

const marks = [
  ['live', 'good', 'check'],
  ['suspended', 'bad', 'pause'],
  ['waiting', 'wait', 'clock'],
  ['refused', 'bad', 'cross'],
] as const satisfies readonly (readonly [string, Look, IconName])[];

export function MineMark({ item }: { item: CatalogItem }) {
  const texts = useWordsOf(catalogWords);
  const { agreements } = item.mine;
  return (
    <Group gap={6}>
      {marks.map(([kind, look, icon]) => {
        const id = agreements[kind];
        // A no of before says nothing any more where something runs or waits again.
        if (id === undefined || (kind === 'refused' && hasMine(item))) return null;
        return (
          <Link key={kind} to={paths.access(id)}>
            <StateMark look={look} icon={icon}>
              {texts.marks[kind]}
            </StateMark>
          </Link>
        );
      })}
    </Group>
  );
}
