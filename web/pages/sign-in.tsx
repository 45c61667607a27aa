// The door: choosing somebody in the demo, address and password elsewhere. Whoever came from a page goes back to it.
import {
  Alert,
  Anchor,
  Button,
  Group,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
  UnstyledButton,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { api, answerOf, atTheDoor } from '../api/client.ts';
import { asFault } from '../api/fault.ts';
import { demoPeopleQuery, meQuery, waysToSignInQuery, type DemoPerson } from '../api/me.ts';
import { FaultNote } from '../components/fault-note.tsx';
import { ownPath } from '../own-path.ts';
import { paths } from '../paths.ts';
import { serverFacts } from '../server-facts.ts';
import { textsOf } from '../ui/form-texts.ts';
import { Icon } from '../ui/icon.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { signInWords } from '../words/sign-in.ts';
import { useWords, useWordsOf } from '../words/words.tsx';

export function SignInPage() {
  const words = useWords();
  const texts = useWordsOf(signInWords);
  useEffect(() => {
    document.title = `${texts.title} · Countersign`;
  }, [texts]);
  return (
    <div className="center">
      {serverFacts.demo && (
        <p className="demo" role="status">
          {words.demo}
        </p>
      )}
      <main>
        <Text fw={700} size="xl" mb="lg">
          Countersign
        </Text>
        {serverFacts.demo ? <Choosing /> : <Account />}
      </main>
    </div>
  );
}

/** What is behind the door is read anew by whoever comes in. */
function useEntered() {
  const client = useQueryClient();
  const router = useRouter();
  const { returnTo } = useSearch({ from: '/sign-in' });
  return async () => {
    client.clear();
    await router.navigate({ href: ownPath(returnTo, location.origin) });
  };
}

function Choosing() {
  const texts = useWordsOf(signInWords);
  const entered = useEntered();
  const people = useQuery(demoPeopleQuery);
  const [token, setToken] = useState('');
  const choose = useMutation({
    mutationFn: (person: string) => atTheDoor('/demo/sign-in', { person, ...(token !== '' && { token }) }),
    onSuccess: entered,
  });
  const isClosed = choose.error !== null && asFault(choose.error).code === 'demo_closed';
  return (
    <Stack>
      <div>
        <Title order={1}>{texts.choose}</Title>
        <Text c="dimmed" mt={4}>
          {texts.chooseHint}
        </Text>
      </div>
      {choose.error && <FaultNote error={choose.error} />}
      {(isClosed || token !== '') && (
        <TextInput
          label={texts.token}
          description={texts.tokenHint}
          value={token}
          onChange={(event) => setToken(event.currentTarget.value)}
        />
      )}
      {people.error && <FaultNote error={people.error} retry={() => void people.refetch()} />}
      {people.isPending && <WaitingRows rows={6} height={58} />}
      <Stack gap="xs">
        {people.data?.toSorted(byName).map((person) => (
          <UnstyledButton
            key={person.person}
            className="person"
            disabled={choose.isPending}
            onClick={() => choose.mutate(person.person)}
          >
            <Icon name="person" size={22} />
            <span>
              <Text component="span" fw={600} display="block">
                {person.name ?? person.person}
              </Text>
              <Text component="span" size="sm" c="dimmed">
                <WhatTheyAre person={person} />
              </Text>
            </span>
          </UnstyledButton>
        ))}
      </Stack>
    </Stack>
  );
}

function WhatTheyAre({ person }: { person: DemoPerson }) {
  const { people, account } = useWords();
  return [
    ...person.teams.map(({ role, name }) => people.roleIn(people.roles[role] ?? role, name)),
    ...(person.administrator ? [account.administrator] : []),
    ...(person.auditor ? [account.auditor] : []),
  ].join('; ');
}

function byName(one: DemoPerson, other: DemoPerson): number {
  return one.person.localeCompare(other.person);
}

function Account() {
  const words = useWords();
  const texts = useWordsOf(signInWords);
  const entered = useEntered();
  const signIn = useMutation({
    mutationFn: (body: { email: string; password: string }) => answerOf(api.POST('/api/sign-in', { body })),
    onSuccess: entered,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { email = '', password = '' } = textsOf(event.currentTarget);
    signIn.mutate({ email, password });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Title order={1}>{texts.title}</Title>
        <FailedAtProvider />
        <AtProvider />
        {signIn.error && <FaultNote error={signIn.error} />}
        <TextInput name="email" type="email" label={texts.email} autoComplete="username" required />
        <PasswordInput
          name="password"
          label={texts.password}
          autoComplete="current-password"
          required
          visibilityToggleButtonProps={{ 'aria-label': texts.password }}
        />
        <Group>
          <Button type="submit" loading={signIn.isPending}>
            {texts.submit}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {texts.noAccount} <Anchor href={paths.docs()}>{words.nav.docs}</Anchor>
        </Text>
      </Stack>
    </form>
  );
}

/** The way to the identity provider, where there is one; it leads back to the page that one wanted. */
function AtProvider() {
  const texts = useWordsOf(signInWords);
  const { returnTo = paths.inbox() } = useSearch({ from: '/sign-in' });
  const provider = useQuery(waysToSignInQuery).data?.provider;
  if (!provider) return null;
  return (
    <Button component="a" href={`${provider.url}?${new URLSearchParams({ returnTo })}`}>
      {texts.with(provider.name)}
    </Button>
  );
}

/**
 * Why the way through the identity provider ended here again; the server says it by a code in the address. Whoever was
 * signed in when they went there still is, and goes back to what they were doing.
 */
function FailedAtProvider() {
  const texts = useWordsOf(signInWords);
  const { problem, returnTo } = useSearch({ from: '/sign-in' });
  const { data: me } = useQuery({ ...meQuery, enabled: problem !== undefined });
  if (problem === undefined) return null;
  return (
    <Alert color="red" role="alert">
      {texts.problems[problem] ?? texts.problem}
      {me && (
        <div>
          <Anchor href={ownPath(returnTo, location.origin)} inherit>
            {texts.backAs(me.name ?? me.emailAddress ?? me.id)}
          </Anchor>
        </div>
      )}
    </Alert>
  );
}
