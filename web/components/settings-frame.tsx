// What every settings page begins with: its heading, and the ways to the others. Where one may look and not change, the
// reason stands above.
import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { Icon } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';
import { settingsWaysWords } from '../words/settings-ways.ts';
import { useWordsOf } from '../words/words.tsx';
import { SettingsWays } from './settings-ways.tsx';

/** As the API says it. */
export type May = Schemas['OrganizationSettings']['actions']['change'];

export function SettingsFrame(props: { title: string; lead: string; children: ReactNode }) {
  return (
    <Page title={props.title} lead={props.lead}>
      <SettingsWays />
      {props.children}
    </Page>
  );
}

/** Nothing where one may. */
export function WhyNot({ may }: { may: May }) {
  const texts = useWordsOf(settingsWaysWords);
  if (may.allowed) return null;
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start" c="dimmed">
      <Icon name="key" />
      <span>{texts.readOnly(may.reason)}</span>
    </Group>
  );
}
