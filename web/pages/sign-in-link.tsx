// Behind a one-time link: whoever has it chooses a password and is in, and can take a key for the command line along,
// because the first administrator has nothing else yet. The token stands behind the # of the address, so that no log of
// a server and no Referer header ever sees it; it is taken out of the address as soon as it has been used.
import { Button, Code, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { api, answerOf } from '../api/client.ts';
import { FaultNote } from '../components/fault-note.tsx';
import { ButtonLink } from '../components/links.tsx';
import { paths } from '../paths.ts';
import { textsOf } from '../ui/form-texts.ts';
import { signInLinkWords } from '../words/sign-in-link.ts';
import { useWordsOf } from '../words/words.tsx';

export function SignInLinkPage() {
  const texts = useWordsOf(signInLinkWords);
  const [isIn, setIn] = useState(false);
  useEffect(() => {
    document.title = `${texts.title} · Countersign`;
  }, [texts]);
  return (
    <div className="center">
      <main>
        <Text fw={700} size="xl" mb="lg">
          Countersign
        </Text>
        <Stack>
          <Title order={1}>{texts.title}</Title>
          {isIn ? <Inside /> : <AccountForm onIn={() => setIn(true)} />}
        </Stack>
      </main>
    </div>
  );
}

function AccountForm({ onIn }: { onIn: () => void }) {
  const texts = useWordsOf(signInLinkWords);
  const router = useRouter();
  const [token] = useState(() => location.hash.slice(1));
  const open = useMutation({
    mutationFn: (body: { token: string; password: string; email?: string; name?: string }) =>
      answerOf(api.POST('/api/sign-in/link', { body })),
    onSuccess: () => {
      void router.navigate({ to: '.', hash: '', replace: true });
      onIn();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { password = '', ...about } = textsOf(event.currentTarget);
    const filled = Object.fromEntries(Object.entries(about).filter(([, text]) => text.trim() !== ''));
    open.mutate({ token, password, ...filled });
  };
  if (token === '') return <Text>{texts.missing}</Text>;
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text c="dimmed">{texts.lead}</Text>
        {open.error && <FaultNote error={open.error} />}
        <TextInput
          name="email"
          type="email"
          label={texts.email}
          description={texts.emailHint}
          autoComplete="username"
        />
        <TextInput name="name" label={texts.name} autoComplete="name" maxLength={200} />
        <PasswordInput
          name="password"
          label={texts.password}
          description={texts.passwordHint}
          autoComplete="new-password"
          required
          minLength={12}
          maxLength={256}
          visibilityToggleButtonProps={{ 'aria-label': texts.password }}
        />
        <Group>
          <Button type="submit" loading={open.isPending}>
            {texts.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Inside() {
  const texts = useWordsOf(signInLinkWords);
  const make = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/api/api-keys', { body: { scope: 'user', displayName: 'command line' } })),
  });
  return (
    <Stack align="flex-start">
      <Text role="status">{texts.inside}</Text>
      <ButtonLink to={paths.inbox()}>{texts.onwards}</ButtonLink>
      <Text c="dimmed">{texts.keyHint}</Text>
      {make.error && <FaultNote error={make.error} />}
      <Button
        variant="default"
        onClick={() => make.mutate()}
        disabled={make.isSuccess}
        loading={make.isPending}
      >
        {texts.makeKey}
      </Button>
      {make.data && (
        <>
          <Text>{texts.keyOnce}</Text>
          <Code block w="100%">
            {`export COUNTERSIGN_URL=${location.origin}\nexport COUNTERSIGN_API_KEY=${make.data.key}`}
          </Code>
        </>
      )}
    </Stack>
  );
}
