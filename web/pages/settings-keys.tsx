// API keys: one's own, those of one's teams, and for administrators everybody's. Making one shows it once; revoking one
// says first what will stop.
import { Badge, Button, Text } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keysQuery, useRevokeKey, type ApiKey } from '../api/keys.ts';
import { meQuery } from '../api/me.ts';
import { FaultNote } from '../components/fault-note.tsx';
import { KeyForm } from '../components/key-form.tsx';
import { Link } from '../components/links.tsx';
import { SettingsFrame } from '../components/settings-frame.tsx';
import { ShowMore } from '../components/show-more.tsx';
import { paths } from '../paths.ts';
import { ButtonWithReason } from '../ui/button-with-reason.tsx';
import { Question } from '../ui/confirm.tsx';
import { Nothing } from '../ui/nothing.tsx';
import { Panel } from '../ui/panel.tsx';
import { Ago } from '../ui/time.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { keysWords } from '../words/settings-keys.ts';
import { personName } from '../words/telling.ts';
import { useWords, useWordsOf } from '../words/words.tsx';

export function KeysPage() {
  const texts = useWordsOf(keysWords);
  const [isMaking, setMaking] = useState(false);
  const found = useInfiniteQuery(keysQuery);
  const keys = found.data?.pages.flatMap((page) => page.data);
  const makeOne = <Button onClick={() => setMaking(true)}>{texts.make}</Button>;
  return (
    <SettingsFrame title={texts.title} lead={texts.lead}>
      {isMaking ? (
        <KeyForm onClose={() => setMaking(false)} />
      ) : (
        keys && keys.length > 0 && <div>{makeOne}</div>
      )}
      {found.error && <FaultNote error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <WaitingRows rows={3} height={56} />}
      {keys?.length === 0 && !isMaking && (
        <Nothing icon="key" title={texts.none} hint={texts.noneHint}>
          {makeOne}
        </Nothing>
      )}
      {keys && keys.length > 0 && (
        <Panel title={texts.list}>
          <Keys keys={keys} />
          <ShowMore of={found} />
        </Panel>
      )}
    </SettingsFrame>
  );
}

function Keys({ keys }: { keys: readonly ApiKey[] }) {
  const texts = useWordsOf(keysWords);
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{texts.key}</th>
          <th scope="col">{texts.by}</th>
          <th scope="col">{texts.ends}</th>
          <th scope="col">{texts.lastUsed}</th>
          <th scope="col">{texts.act}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <Row key={key.organizationApiKeyId} apiKey={key} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ apiKey }: { apiKey: ApiKey }) {
  const texts = useWordsOf(keysWords);
  const { data: me } = useSuspenseQuery(meQuery);
  const [isAsking, setAsking] = useState(false);
  const { displayName, scope, teamId, user, maker, createdAt, until, lastUsedAt, actions } = apiKey;
  const isMine = user?.person === me.id;
  return (
    <>
      <tr>
        <td>
          <Text component="div" fw={600}>
            <bdi>{displayName}</bdi>
          </Text>
          <Badge variant="default" tt="none" fw={500}>
            {texts.scopes[scope]}
          </Badge>{' '}
          {teamId !== null && <Link to={paths.team(teamId)}>{teamId}</Link>}
          {user && !isMine && personName(user)}
        </td>
        <td data-title={texts.by}>
          <div>
            <Ago at={createdAt} />{' '}
            {maker && (
              <Text component="span" size="sm" c="dimmed">
                {texts.madeBy(maker.person === me.id ? texts.mine : personName(maker))}
              </Text>
            )}
          </div>
        </td>
        <td data-title={texts.ends}>
          <div>{until === null ? texts.noEnd : <Ago at={until} />}</div>
        </td>
        <td data-title={texts.lastUsed}>
          <div>{lastUsedAt === null ? texts.never : <Ago at={lastUsedAt} />}</div>
        </td>
        <td>
          <ButtonWithReason
            size="xs"
            variant="default"
            reason={actions.revoke.allowed ? null : actions.revoke.reason}
            aria-label={texts.revokeOf(displayName)}
            onClick={() => setAsking(true)}
          >
            {texts.revoke}
          </ButtonWithReason>
        </td>
      </tr>
      {isAsking && (
        <tr>
          <td colSpan={5}>
            <Revoke apiKey={apiKey} onCancel={() => setAsking(false)} />
          </td>
        </tr>
      )}
    </>
  );
}

function Revoke({ apiKey, onCancel }: { apiKey: ApiKey; onCancel: () => void }) {
  const words = useWords();
  const texts = useWordsOf(keysWords);
  const revoke = useRevokeKey();
  const { displayName, organizationApiKeyId: id } = apiKey;
  return (
    <Question
      about={texts.revokeOf(displayName)}
      whatHappens={texts.revokes(displayName)}
      confirm={texts.revokeNow}
      cancel={words.decide.cancel}
      isPending={revoke.isPending}
      fault={revoke.error && <FaultNote error={revoke.error} />}
      onConfirm={() => revoke.mutate(id)}
      onCancel={onCancel}
    />
  );
}
