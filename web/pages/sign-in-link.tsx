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
import { useWords } from '../words/words.tsx';

export function SignInLinkPage() {
  const words = useWords();
  const [isIn, setIn] = useState(false);
  useEffect(() => {
    document.title = `${words.link.title} · Countersign`;
  }, [words]);
  return (
    <div className="center">
      <main>
        <Text fw={700} size="xl" mb="lg">
          Countersign
        </Text>
        <Stack>
          <Title order={1}>{words.link.title}</Title>
          {isIn ? <Inside /> : <AccountForm onIn={() => setIn(true)} />}
        </Stack>
      </main>
    </div>
  );
}

function AccountForm({ onIn }: { onIn: () => void }) {
  const words = useWords();
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
  if (token === '') return <Text>{words.link.missing}</Text>;
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text c="dimmed">{words.link.lead}</Text>
        {open.error && <FaultNote error={open.error} />}
        <TextInput
          name="email"
          type="email"
          label={words.link.email}
          description={words.link.emailHint}
          autoComplete="username"
        />
        <TextInput name="name" label={words.link.name} autoComplete="name" maxLength={200} />
        <PasswordInput
          name="password"
          label={words.link.password}
          description={words.link.passwordHint}
          autoComplete="new-password"
          required
          minLength={12}
          maxLength={256}
          visibilityToggleButtonProps={{ 'aria-label': words.link.password }}
        />
        <Group>
          <Button type="submit" loading={open.isPending}>
            {words.link.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Inside() {
  const words = useWords();
  const make = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/api/api-keys', { body: { scope: 'user', displayName: 'command line' } })),
  });
  return (
    <Stack align="flex-start">
      <Text role="status">{words.link.inside}</Text>
      <ButtonLink to={paths.inbox()}>{words.link.onwards}</ButtonLink>
      <Text c="dimmed">{words.link.keyHint}</Text>
      {make.error && <FaultNote error={make.error} />}
      <Button
        variant="default"
        onClick={() => make.mutate()}
        disabled={make.isSuccess}
        loading={make.isPending}
      >
        {words.link.makeKey}
      </Button>
      {make.data && (
        <>
          <Text>{words.link.keyOnce}</Text>
          <Code block w="100%">
            {`export COUNTERSIGN_URL=${location.origin}\nexport COUNTERSIGN_API_KEY=${make.data.key}`}
          </Code>
        </>
      )}
    </Stack>
  );
}
