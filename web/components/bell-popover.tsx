// What the bell opens: what the person was told, the newest first, each leading to the agreement it is about. Opening one
// marks it as read. It is open when it comes (bell.tsx).
import { Button, Group, Popover, ScrollArea, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { noticesQuery, useReadNotices, type Notice } from '../api/notices.ts';
import { paths } from '../paths.ts';
import { Ago } from '../ui/time.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { useWords } from '../words/words.tsx';
import { BellButton } from './bell-button.tsx';
import { FaultNote } from './fault-note.tsx';
import { Link } from './links.tsx';

export function BellPopover() {
  const words = useWords();
  const [isOpen, setOpen] = useState(true);
  return (
    <Popover
      position="bottom-end"
      width={380}
      withinPortal={false}
      trapFocus
      shadow="md"
      opened={isOpen}
      onChange={setOpen}
    >
      <Popover.Target>
        <BellButton onClick={() => setOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown aria-label={words.notices.label} maw="calc(100vw - 1rem)">
        <Notices onGo={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Notices({ onGo }: { onGo: () => void }) {
  const words = useWords();
  const notices = useInfiniteQuery(noticesQuery);
  const read = useReadNotices();
  if (notices.error) return <FaultNote error={notices.error} retry={() => void notices.refetch()} />;
  if (!notices.data) return <WaitingRows rows={3} height={44} />;
  const { pages } = notices.data;
  const items = pages.flatMap((page) => page.items);
  const { unread = 0, latest = 0 } = pages[0] ?? {};
  return (
    <Stack gap="xs">
      {items.length === 0 && <Text c="dimmed">{words.notices.none}</Text>}
      {unread > 0 && (
        <Group justify="flex-end">
          <Button
            size="compact-sm"
            variant="default"
            loading={read.isPending}
            onClick={() => read.mutate({ upTo: latest })}
          >
            {words.notices.allRead}
          </Button>
        </Group>
      )}
      {read.error && <FaultNote error={read.error} />}
      {items.length > 0 && (
        <ScrollArea.Autosize mah="60vh" type="auto">
          <ul className="plain-rows notices">
            {items.map((notice) => (
              <One
                key={notice.id}
                notice={notice}
                onGo={() => {
                  read.mutate({ ids: [notice.id] });
                  onGo();
                }}
              />
            ))}
          </ul>
        </ScrollArea.Autosize>
      )}
      <Text size="sm">
        <Link to={paths.noticeSetting()} onClick={onGo}>
          {words.notices.settings}
        </Link>
      </Text>
      {notices.hasNextPage && (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={notices.isFetchingNextPage}
          onClick={() => void notices.fetchNextPage()}
        >
          {words.notices.more}
        </Button>
      )}
    </Stack>
  );
}

function One({ notice, onGo }: { notice: Notice; onGo: () => void }) {
  const words = useWords();
  const { title, access, at, lines, readAt, side } = notice;
  // Whoever can decide wants to know why; whoever has asked, how it ended.
  const said = lines.slice(side === 'deciders' ? 3 : 1).slice(0, 2);
  return (
    <li data-unread={readAt === null}>
      <Link to={paths.access(access)} fw={readAt === null ? 600 : 400} onClick={onGo}>
        <bdi>{title}</bdi>
      </Link>
      <Text size="sm" c="dimmed" component="div" lineClamp={2}>
        {said.map(({ label, text }) => (
          <span key={label}>
            {label}: <bdi>{text}</bdi>{' '}
          </span>
        ))}
      </Text>
      <Text size="sm" c="dimmed" component="div">
        <Ago at={at} />
        {readAt === null && ` · ${words.notices.unread}`}
      </Text>
    </li>
  );
}
