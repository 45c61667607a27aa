// For whoever may not read the whole log: why, as the API says it, and what is theirs to look at, one thing at a time.
import { Alert, Stack } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { myAccessQuery } from '../api/access.ts';
import type { Fault } from '../api/fault.ts';
import { meQuery } from '../api/me.ts';
import { paths } from '../paths.ts';
import { Facts, Panel } from '../ui/panel.tsx';
import { logWords } from '../words/log.ts';
import { consumerName } from '../words/telling.ts';
import { useWords, useWordsOf } from '../words/words.tsx';
import { Link } from './links.tsx';

export function OwnSubjects({ fault }: { fault: Fault }) {
  const words = useWords();
  const texts = useWordsOf(logWords);
  const { own } = texts;
  const { data: me } = useSuspenseQuery(meQuery);
  const mine = useInfiniteQuery(myAccessQuery('all'));
  const accesses = mine.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack gap="md">
      <Alert color="gray">{fault.message}</Alert>
      <Panel title={own.title}>
        <Facts
          facts={[
            [own.self, <Subject key="self" id={me.id} name={me.name ?? me.emailAddress ?? me.id} />],
            [
              own.teams,
              me.teams.length > 0 && (
                <List
                  key="teams"
                  items={me.teams.map(({ id, name }) => (
                    <Subject key={id} id={id} name={name} />
                  ))}
                />
              ),
            ],
            [
              own.accesses,
              accesses.length > 0 && (
                <List
                  key="accesses"
                  items={accesses.map((access) => (
                    <Subject
                      key={access.id}
                      id={access.id}
                      name={words.access.title(consumerName(access, words), access.approval.resource.name)}
                    />
                  ))}
                />
              ),
            ],
          ]}
        />
      </Panel>
    </Stack>
  );
}

function List({ items }: { items: readonly React.ReactElement[] }) {
  return (
    <ul className="plain-list">
      {items.map((item) => (
        <li key={item.key}>{item}</li>
      ))}
    </ul>
  );
}

function Subject({ id, name }: { id: string; name: string }) {
  return (
    <Link to={paths.log()} search={{ subject: id }}>
      {name}
    </Link>
  );
}
