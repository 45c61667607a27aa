// The button of the bell, with how much is unread; its list is in bell-popover.tsx.
import { Indicator, UnstyledButton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { noticesQuery } from '../api/notices.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';

/** As many as are counted. */
const most = 100;

export function BellButton(props: ComponentProps<'button'>) {
  const words = useWords();
  const { data } = useInfiniteQuery(noticesQuery);
  const unread = data?.pages[0]?.unread ?? 0;
  const areMore = unread >= most;
  return (
    <Indicator
      label={areMore ? `${most - 1}+` : unread}
      disabled={unread === 0}
      size={16}
      offset={3}
      zIndex={1}
      processing={false}
    >
      <UnstyledButton className="account" aria-label={words.notices.count(unread, areMore)} {...props}>
        <Icon name="bell" />
      </UnstyledButton>
    </Indicator>
  );
}
