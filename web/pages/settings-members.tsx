// Everybody whom Countersign knows, in the order of their names: what they are, in which teams, how they sign in, and for
// administrators what can be changed about them. What is searched for stands in the address.
import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { meQuery } from '../api/me.ts';
import { directoryQuery } from '../api/members.ts';
import { AddMember } from '../components/add-member.tsx';
import { FaultNote } from '../components/fault-note.tsx';
import { MemberRow } from '../components/member-row.tsx';
import { SettingsWays } from '../components/settings-ways.tsx';
import { ShowMore } from '../components/show-more.tsx';
import { paths } from '../paths.ts';
import { ButtonWithReason } from '../ui/button-with-reason.tsx';
import { Icon } from '../ui/icon.tsx';
import { Nothing } from '../ui/nothing.tsx';
import { Page } from '../ui/page.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { membersWords } from '../words/members.ts';
import { useWordsOf } from '../words/words.tsx';

export function MembersPage() {
  const texts = useWordsOf(membersWords);
  const { q = '' } = useSearch({ from: '/inside/settings/members' });
  const navigate = useNavigate();
  const { data: me } = useSuspenseQuery(meQuery);
  const found = useInfiniteQuery(directoryQuery(q));
  const [isAdding, setAdding] = useState(false);
  /** What was added last is looked up. */
  const [added, setAdded] = useState('');
  const people = found.data?.pages.flatMap(({ items }) => items);
  const add = found.data?.pages[0]?.actions.add;
  const look = (words: string) =>
    void navigate({ to: paths.members(), search: words === '' ? {} : { q: words }, replace: true });
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      beside={
        !isAdding && (
          <ButtonWithReason
            variant="default"
            reason={add && !add.allowed ? add.reason : null}
            onClick={() => setAdding(true)}
          >
            {texts.add}
          </ButtonWithReason>
        )
      }
    >
      <SettingsWays />
      {isAdding && (
        <AddMember
          onClose={() => setAdding(false)}
          onDone={(address) => {
            setAdding(false);
            setAdded(address);
            look(address);
          }}
        />
      )}
      <Search key={added} q={added === '' ? q : added} look={look} />
      {found.error && <FaultNote error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <WaitingRows rows={5} height={92} />}
      {people?.length === 0 && <Nothing icon="search" title={texts.noneTitle} hint={texts.noneHint} />}
      {people && people.length > 0 && (
        <ul className="rows" aria-label={texts.list}>
          {people.map((member) => (
            <MemberRow key={member.userId} member={member} isMe={member.userId === me.id} />
          ))}
        </ul>
      )}
      <ShowMore of={found} />
    </Page>
  );
}

const typingMs = 250;

function Search({ q, look }: { q: string; look: (words: string) => void }) {
  const texts = useWordsOf(membersWords);
  const [text, setText] = useState(q);
  const lookSoon = useDebouncedCallback((words: string) => look(words.trim()), typingMs);
  return (
    <div role="search">
      <TextInput
        type="search"
        label={texts.search}
        placeholder={texts.searchHint}
        leftSection={<Icon name="search" />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          lookSoon(event.currentTarget.value);
        }}
      />
    </div>
  );
}
