// Where the person is signed in, and by what: sessions that can be ended, the password, and the account at the identity
// provider. Everything here is one's own.
import { Alert, Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { asFault } from '../api/fault.ts';
import { meQuery, waysToSignInQuery } from '../api/me.ts';
import {
  connectionQuery,
  sessionsQuery,
  useChangePassword,
  useConnect,
  useEndOtherSessions,
  useEndSession,
  type Session,
} from '../api/sessions.ts';
import { FaultNote } from '../components/fault-note.tsx';
import { SettingsFrame } from '../components/settings-frame.tsx';
import { paths } from '../paths.ts';
import { browserName } from '../ui/browser-name.ts';
import { Confirm, Question } from '../ui/confirm.tsx';
import { textsOf } from '../ui/form-texts.ts';
import { Panel } from '../ui/panel.tsx';
import { Ago, Moment } from '../ui/time.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { signInWords } from '../words/sign-in.ts';
import { sessionsWords } from '../words/settings-sessions.ts';
import { useWords, useWordsOf } from '../words/words.tsx';

export function SessionsPage() {
  const texts = useWordsOf(sessionsWords);
  return (
    <SettingsFrame title={texts.title} lead={texts.lead}>
      <Panel title={texts.list}>
        <Sessions />
      </Panel>
      <Panel title={texts.password}>
        <Password />
      </Panel>
      <Panel title={texts.provider}>
        <AtProvider />
      </Panel>
    </SettingsFrame>
  );
}

function Sessions() {
  const texts = useWordsOf(sessionsWords);
  const { data, error, refetch } = useQuery(sessionsQuery);
  if (error) return <FaultNote error={error} retry={() => void refetch()} />;
  if (!data) return <WaitingRows rows={2} height={48} />;
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{texts.where}</th>
            <th scope="col">{texts.since}</th>
            <th scope="col">{texts.seen}</th>
            <th scope="col">{texts.ends}</th>
            <th scope="col">{texts.act}</th>
          </tr>
        </thead>
        <tbody>
          {data.map((session) => (
            <Row key={session.id} session={session} />
          ))}
        </tbody>
      </table>
      {data.some(({ current }) => !current) && <EndOthers />}
    </>
  );
}

function Row({ session }: { session: Session }) {
  const texts = useWordsOf(sessionsWords);
  const [isAsking, setAsking] = useState(false);
  const { agent, createdAt, seenAt, endsAt, current } = session;
  const known = browserName(agent);
  const where = known ? texts.on(known.browser, known.system) : (agent ?? texts.unknown);
  return (
    <>
      <tr>
        <td title={agent ?? undefined}>
          <bdi>{where}</bdi>
          {current && (
            <Text component="div" size="sm" c="dimmed">
              {texts.here}
            </Text>
          )}
        </td>
        <td data-title={texts.since}>
          <div>
            <Moment at={createdAt} />
          </div>
        </td>
        <td data-title={texts.seen}>
          <div>
            <Ago at={seenAt} />
          </div>
        </td>
        <td data-title={texts.ends}>
          <div>
            <Ago at={endsAt} />
          </div>
        </td>
        <td>
          {!current && (
            <Button
              size="xs"
              variant="default"
              aria-label={texts.endOf(where)}
              onClick={() => setAsking(true)}
            >
              {texts.end}
            </Button>
          )}
        </td>
      </tr>
      {isAsking && (
        <tr>
          <td colSpan={5}>
            <End session={session} where={where} onCancel={() => setAsking(false)} />
          </td>
        </tr>
      )}
    </>
  );
}

function End(props: { session: Session; where: string; onCancel: () => void }) {
  const words = useWords();
  const texts = useWordsOf(sessionsWords);
  const end = useEndSession();
  const { session, where, onCancel } = props;
  return (
    <Question
      about={texts.endOf(where)}
      whatHappens={texts.endHint(where)}
      confirm={texts.endNow}
      cancel={words.decide.cancel}
      isPending={end.isPending}
      fault={end.error && <FaultNote error={end.error} />}
      onConfirm={() => end.mutate(session.id)}
      onCancel={onCancel}
    />
  );
}

function EndOthers() {
  const words = useWords();
  const texts = useWordsOf(sessionsWords);
  const end = useEndOtherSessions();
  return (
    <Group mt="sm">
      <Confirm
        size="sm"
        open={texts.endOthers}
        whatHappens={texts.endOthersHint}
        confirm={texts.endOthersNow}
        cancel={words.decide.cancel}
        isPending={end.isPending}
        fault={end.error && <FaultNote error={end.error} />}
        onConfirm={() => end.mutate()}
      />
    </Group>
  );
}

function Password() {
  const texts = useWordsOf(sessionsWords);
  const { data: me } = useSuspenseQuery(meQuery);
  const change = useChangePassword();
  if (!me.hasAccount) return <Text>{texts.noPassword}</Text>;
  const fields = change.error ? asFault(change.error).fields : {};
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const { current = '', password = '' } = textsOf(form);
    change.mutate({ current, password }, { onSuccess: () => form.reset() });
  };
  return (
    <form onSubmit={submit} aria-label={texts.change}>
      <Stack maw={420}>
        <PasswordInput
          name="current"
          label={texts.current}
          autoComplete="current-password"
          required
          withAsterisk={false}
          error={fields['current']}
          visibilityToggleButtonProps={{ 'aria-label': texts.current }}
        />
        <PasswordInput
          name="password"
          label={texts.next}
          description={texts.nextHint}
          autoComplete="new-password"
          required
          withAsterisk={false}
          minLength={12}
          maxLength={256}
          error={fields['password']}
          visibilityToggleButtonProps={{ 'aria-label': texts.next }}
        />
        {change.error && <FaultNote error={change.error} />}
        <Group>
          <Button type="submit" variant="default" loading={change.isPending}>
            {texts.change}
          </Button>
        </Group>
        <Text role="status">{change.isSuccess && texts.changed}</Text>
      </Stack>
    </form>
  );
}

/** Why the way through the identity provider ended here again; the server says it by a code in the address. */
function FailedToConnect() {
  const { problems, problem: unknown } = useWordsOf(signInWords);
  const { problem } = useSearch({ from: '/inside/settings/sessions' });
  if (problem === undefined) return null;
  return (
    <Alert color="red" role="alert">
      {problems[problem] ?? unknown}
    </Alert>
  );
}

function AtProvider() {
  const texts = useWordsOf(sessionsWords);
  const ways = useQuery(waysToSignInQuery);
  const mine = useQuery(connectionQuery);
  const connect = useConnect(paths.sessions());
  const error = ways.error ?? mine.error;
  if (error)
    return <FaultNote error={error} retry={() => void Promise.all([ways.refetch(), mine.refetch()])} />;
  if (!ways.data || !mine.data) return <WaitingRows rows={1} height={40} />;
  const { provider } = ways.data;
  const { accounts } = mine.data;
  return (
    <Stack gap="sm" align="flex-start">
      <FailedToConnect />
      {accounts.map(({ issuer, subject, confirmed }) => (
        <Text key={`${issuer} ${subject}`} className="anywhere">
          {provider ? texts.connected(provider.name, subject) : texts.elsewhere(subject, issuer)}
          {!confirmed && ` – ${texts.unconfirmed}`}
        </Text>
      ))}
      {!provider && <Text>{texts.noProvider}</Text>}
      {provider && accounts.length === 0 && <Text>{texts.notConnected(provider.name)}</Text>}
      {connect.error && <FaultNote error={connect.error} />}
      {provider && accounts.length === 0 && (
        <Button
          variant="default"
          loading={connect.isPending || connect.isSuccess}
          onClick={() => connect.mutate()}
        >
          {texts.connect(provider.name)}
        </Button>
      )}
    </Stack>
  );
}
