// What the person has at a resource of the catalog, in a word or two.
import { Group } from '@mantine/core';
import type { CatalogItem } from '../api/resources.ts';
import { catalogWords } from '../words/catalog.ts';
import { useWordsOf } from '../words/words.tsx';
import { StateMark } from './state-badge.tsx';

/** Whether there is anything to mark. */
export function hasMine({ mine }: CatalogItem): boolean {
  return mine.live || mine.waiting;
}

export function MineMark({ item: { mine } }: { item: CatalogItem }) {
  const texts = useWordsOf(catalogWords);
  return (
    <Group gap={6}>
      {mine.live && (
        <StateMark look="good" icon="check">
          {texts.have}
        </StateMark>
      )}
      {mine.waiting && (
        <StateMark look="wait" icon="clock">
          {texts.asked}
        </StateMark>
      )}
    </Group>
  );
}
