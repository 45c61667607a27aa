// Who one is, how the app looks and in which language it speaks, and the way out.
import {
  Button,
  NativeSelect,
  Popover,
  Stack,
  Text,
  UnstyledButton,
  useMantineColorScheme,
  type MantineColorScheme,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api, answerOf, type Me } from '../api/client.ts';
import { paths } from '../paths.ts';
import { Icon } from '../ui/icon.tsx';
import { chooseLanguage, chosenLanguage, languages, useWords, type Language } from '../words/words.tsx';

export function AccountMenu({ me }: { me: Me }) {
  const words = useWords();
  const signOut = useSignOut();
  const name = me.name ?? me.emailAddress ?? me.id;
  return (
    <Popover position="bottom-end" width={270} withinPortal={false} trapFocus shadow="md">
      <Popover.Target>
        <UnstyledButton className="account" aria-label={words.account.label(name)}>
          <Icon name="person" />
          <Text component="span" size="sm" fw={600} truncate maw={140}>
            {name}
          </Text>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.account.label(name)}>
        <Stack gap="sm">
          <Text component="div" size="sm" c="dimmed">
            <div>{me.emailAddress}</div>
            {me.teams.map(({ id, name: team, role }) => (
              <div key={id}>{words.people.roleIn(words.people.roles[role] ?? role, team)}</div>
            ))}
            {me.administrator && <div>{words.account.administrator}</div>}
            {me.auditor && <div>{words.account.auditor}</div>}
          </Text>
          <Look />
          <Speech />
          <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate()}>
            {words.account.signOut}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Look() {
  const { account } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const looks: Record<MantineColorScheme, string> = {
    light: account.light,
    dark: account.dark,
    auto: account.system,
  };
  return (
    <NativeSelect
      size="sm"
      label={account.look}
      value={colorScheme}
      onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
      data={Object.entries(looks).map(([value, label]) => ({ value, label }))}
    />
  );
}

function Speech() {
  const { account } = useWords();
  return (
    <NativeSelect
      size="sm"
      label={account.language}
      value={chosenLanguage()}
      onChange={(event) => chooseLanguage(event.currentTarget.value as Language)}
      data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
    />
  );
}

function useSignOut() {
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: async () => {
      const { error, response } = await api.POST('/api/sign-out', {});
      if (!response.ok) await answerOf(Promise.resolve({ error, response }));
    },
    onSuccess: async () => {
      await router.navigate({ to: paths.signIn() });
      client.clear();
    },
  });
}
