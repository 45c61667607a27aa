// The way to the next page of a list, where there is one.
import { Button, Group } from '@mantine/core';
import { useWords } from '../words/words.tsx';

interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

export function ShowMore({ of }: { of: Paged }) {
  const words = useWords();
  if (!of.hasNextPage) return null;
  return (
    <Group justify="center" mt="sm">
      <Button variant="default" loading={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
        {words.more}
      </Button>
    </Group>
  );
}
