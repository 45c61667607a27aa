// What stands where a list would be empty: that it is so, and what one can do about it.
import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export function Nothing(props: {
  icon: IconName;
  title: string;
  hint: string;
  /** 1 where nothing else is on the page. */
  order?: 1 | 2;
  children?: ReactNode;
}) {
  const { icon, title, hint, order = 2, children } = props;
  return (
    <div className="nothing">
      <Icon name={icon} size={32} />
      <Title order={order} size="h2">
        {title}
      </Title>
      <Text c="dimmed" maw={420}>
        {hint}
      </Text>
      {children}
    </div>
  );
}
