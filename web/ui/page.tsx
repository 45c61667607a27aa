// The frame of a page: its heading, what belongs beside it, and the title of the browser's tab. Pages are as wide as
// lines can be read, or as wide as a table needs.
import { Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  /** One word or badge above the title. */
  readonly kicker?: ReactNode;
  readonly lead?: ReactNode;
  /** Buttons that belong to the page as a whole. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, kicker, lead, beside, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Countersign`;
  }, [title]);
  return (
    <Stack gap="lg" maw={1080} mx="auto" w="100%">
      <Group justify="space-between" align="flex-start" gap="md">
        <div className="page-heading">
          {kicker && (
            <Group gap="xs" mb={4}>
              {kicker}
            </Group>
          )}
          <Title order={1}>{title}</Title>
          {lead && (
            <Text component="div" c="dimmed" mt={4}>
              {lead}
            </Text>
          )}
        </div>
        {beside}
      </Group>
      {children}
    </Stack>
  );
}
