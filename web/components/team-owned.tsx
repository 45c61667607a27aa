// The data products and applications of a team, and how another application is registered.
import { Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ownedQuery, type TeamRoster } from '../api/teams.ts';
import { paths } from '../paths.ts';
import { ButtonWithReason } from '../ui/button-with-reason.tsx';
import { Panel } from '../ui/panel.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { teamWords } from '../words/team.ts';
import { useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';
import { Link } from './links.tsx';
import { RegisterApplication } from './register-application.tsx';
import { ShowMore } from './show-more.tsx';

interface TeamOwnedProps {
  readonly id: string;
  /** Undefined while nobody knows what one may do. */
  readonly register: TeamRoster['actions']['register'] | undefined;
}

export function TeamOwned({ id, register }: TeamOwnedProps) {
  const texts = useWordsOf(teamWords);
  const [isRegistering, setRegistering] = useState(false);
  return (
    <Panel
      title={texts.owned}
      beside={
        register &&
        !isRegistering && (
          <ButtonWithReason
            size="xs"
            variant="default"
            reason={register.allowed ? null : register.reason}
            onClick={() => setRegistering(true)}
          >
            {texts.register}
          </ButtonWithReason>
        )
      }
    >
      <div className="stacked">
        {isRegistering && <RegisterApplication team={id} onClose={() => setRegistering(false)} />}
        <Owned id={id} />
      </div>
    </Panel>
  );
}

function Owned({ id }: { id: string }) {
  const texts = useWordsOf(teamWords);
  const owned = useInfiniteQuery(ownedQuery(id));
  if (owned.error) return <FaultNote error={owned.error} retry={() => void owned.refetch()} />;
  if (!owned.data) return <WaitingRows rows={1} height={40} />;
  const items = owned.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Text c="dimmed">{texts.ownedNothing}</Text>;
  return (
    <div>
      <ul className="plain-rows">
        {items.map((item) => (
          <li key={`${item.kind} ${item.id}`}>
            <Group gap="0 10px">
              <Link
                to={item.kind === 'application' ? paths.application(item.id) : paths.dataProduct(item.id)}
                fw={600}
              >
                <bdi>{item.name}</bdi>
              </Link>
              <Text component="span" size="sm" c="dimmed">
                {texts.ownedKinds[item.kind]}
              </Text>
            </Group>
          </li>
        ))}
      </ul>
      <ShowMore of={owned} />
    </div>
  );
}
