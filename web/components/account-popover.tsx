// What the menu of the account holds: who one is, how the app looks and in which language it speaks, and the way out.
// It comes when somebody wants it (account-menu.tsx), and is open then.
import {
  Button,
  NativeSelect,
  Popover,
  Stack,
  Text,
  useMantineColorScheme,
  type MantineColorScheme,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api, answerOf, type Me } from '../api/client.ts';
import { forgetDrafts } from './kept-drafts.ts';
import { paths } from '../paths.ts';
import { AccountButton, accountName } from './account-button.tsx';
import { chooseLanguage, chosenLanguage, languages, useWords, type Language } from '../words/words.tsx';

export function AccountPopover({ me }: { me: Me }) {
  const words = useWords();
  const signOut = useSignOut();
  return (
    <Popover position="bottom-end" width={270} withinPortal={false} trapFocus shadow="md" defaultOpened>
      <Popover.Target>
        <AccountButton me={me} />
      </Popover.Target>
      <Popover.Dropdown aria-label={words.account.label(accountName(me))}>
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
      const { data, error, response } = await api.POST('/api/sign-out', {});
      if (!response.ok) await answerOf(Promise.resolve({ error, response }));
      forgetDrafts();
      return data?.url;
    },
    // Whoever came in by an identity provider signs out there as well, and is sent back from there.
    onSuccess: async (url) => {
      if (url !== undefined) return location.assign(url);
      await router.navigate({ to: paths.signIn() });
      client.clear();
    },
  });
}
