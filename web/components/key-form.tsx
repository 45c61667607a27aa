// Making an API key: what for, whose, whether it only reads, until when. The key itself is shown once, until the person
// says that they have it, and is nowhere afterwards.
import {
  Button,
  Checkbox,
  Code,
  CopyButton,
  Group,
  NativeSelect,
  Radio,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Me } from '../api/client.ts';
import { asFault } from '../api/fault.ts';
import { useMakeKey, type KeyWish } from '../api/keys.ts';
import { meQuery } from '../api/me.ts';
import { Panel } from '../ui/panel.tsx';
import { keysWords } from '../words/settings-keys.ts';
import { useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';
import { TeamField } from './team-choosers.tsx';

const kinds = ['user', 'team', 'organization'] as const;
type Kind = (typeof kinds)[number];

const dayMs = 86_400_000;
const days = [30, 90, 365];

export function KeyForm({ onClose }: { onClose: () => void }) {
  const texts = useWordsOf(keysWords);
  const { data: me } = useSuspenseQuery(meQuery);
  const make = useMakeKey();
  const [kind, setKind] = useState<Kind>('user');
  const [name, setName] = useState('');
  const [team, setTeam] = useState<string | null>(null);
  const [readsOnly, setReadsOnly] = useState(false);
  const [life, setLife] = useState('90');
  const fields = make.error ? asFault(make.error).fields : {};
  const mustRead = kind === 'user' && !me.actions.makeKey.allowed ? me.actions.makeKey.reason : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const scope: KeyWish['scope'] = readsOnly || mustRead !== null ? `${kind}_read` : kind;
    make.mutate({
      scope,
      displayName: name.trim(),
      ...(kind === 'team' && team !== null && { teamId: team }),
      ...(life !== '' && { expiresAt: lastDay(Number(life)) }),
    });
  };
  if (make.data) return <MadeKey name={make.data.displayName} secret={make.data.key} onDone={onClose} />;
  return (
    <Panel title={texts.make}>
      <form onSubmit={submit} aria-label={texts.make}>
        <Stack maw={520}>
          <TextInput
            label={texts.name}
            description={texts.nameHint}
            required
            withAsterisk={false}
            autoFocus
            maxLength={200}
            value={name}
            error={fields['displayName']}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Radio.Group label={texts.whose} value={kind} onChange={setKind}>
            <Stack gap="xs" mt={6}>
              {kinds.map((value) => (
                <WhoseKey key={value} kind={value} me={me} />
              ))}
            </Stack>
          </Radio.Group>
          {/* The person's own first. Whether they may is judged by the API, which knows who owns what. */}
          {kind === 'team' && (
            <TeamField
              label={texts.team}
              required
              first={me.teams}
              value={team}
              error={fields['teamId']}
              onChange={setTeam}
            />
          )}
          <Checkbox
            label={texts.readsOnly}
            description={mustRead ?? texts.readsOnlyHint}
            disabled={mustRead !== null}
            checked={readsOnly || mustRead !== null}
            onChange={(event) => setReadsOnly(event.currentTarget.checked)}
          />
          <NativeSelect
            label={texts.ends}
            value={life}
            error={fields['expiresAt']}
            onChange={(event) => setLife(event.currentTarget.value)}
            data={[
              ...days.map((count) => ({ value: String(count), label: texts.endsIn(count) })),
              { value: '', label: texts.noEnd },
            ]}
          />
          {make.error && <FaultNote error={make.error} />}
          <Group gap="xs">
            <Button type="submit" loading={make.isPending}>
              {texts.submit}
            </Button>
            <Button variant="default" onClick={onClose}>
              {texts.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

/** What the person may not make stays visible, with the reason. */
function WhoseKey({ kind, me }: { kind: Kind; me: Me }) {
  const texts = useWordsOf(keysWords);
  const may = kind === 'organization' ? me.actions.makeOrganizationKey : { allowed: true as const };
  const [name, hint] = texts.kinds[kind];
  return (
    <Radio value={kind} label={name} description={may.allowed ? hint : may.reason} disabled={!may.allowed} />
  );
}

function MadeKey({ name, secret, onDone }: { name: string; secret: string; onDone: () => void }) {
  const texts = useWordsOf(keysWords);
  return (
    <Panel title={texts.made(name)}>
      <Stack gap="sm" align="flex-start">
        <Text role="status">{texts.once}</Text>
        <Group gap="sm">
          <Code className="anywhere">{secret}</Code>
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button size="xs" variant="default" onClick={copy}>
                {copied ? texts.copied : texts.copy}
              </Button>
            )}
          </CopyButton>
        </Group>
        <Text size="sm" c="dimmed">
          {texts.use}
        </Text>
        <Code block w="100%" tabIndex={0} role="group" aria-label={texts.use}>
          {`export COUNTERSIGN_URL=${location.origin}\nexport COUNTERSIGN_API_KEY=${secret}`}
        </Code>
        <Button onClick={onDone}>{texts.done}</Button>
      </Stack>
    </Panel>
  );
}

/** A key works on its last day, which is a day in UTC. */
function lastDay(count: number): string {
  return new Date(Date.now() + count * dayMs).toISOString().slice(0, 10);
}
