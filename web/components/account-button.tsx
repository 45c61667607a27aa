// The button that stands for the person who is signed in.
import { Text, UnstyledButton } from '@mantine/core';
import type { ComponentProps } from 'react';
import type { Me } from '../api/client.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';

export function AccountButton({ me, ...rest }: { me: Me } & ComponentProps<'button'>) {
  const words = useWords();
  const name = accountName(me);
  return (
    <UnstyledButton className="account" aria-label={words.account.label(name)} {...rest}>
      <Icon name="person" />
      <Text component="span" size="sm" fw={600} truncate maw={140}>
        {name}
      </Text>
    </UnstyledButton>
  );
}

export function accountName(me: Me): string {
  return me.name ?? me.emailAddress ?? me.id;
}
