// Where a team is told, whether that works, and how whoever may edit the team changes it, in place.
import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import {
  channelsQuery,
  useDeleteChannel,
  usePutChannel,
  type Channel,
  type ChannelWish,
} from '../api/channels.ts';
import { asFault } from '../api/fault.ts';
import type { TeamRoster } from '../api/teams.ts';
import { ButtonWithReason } from '../ui/button-with-reason.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Note } from '../ui/note.tsx';
import { Panel } from '../ui/panel.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { channelWords } from '../words/channels.ts';
import { languages, useWords, useWordsOf } from '../words/words.tsx';
import { idFrom } from './id-from.ts';
import { FaultNote } from './fault-note.tsx';

const types = ['slack', 'teams', 'googlechat', 'mail'] as const;

interface TeamChannelsProps {
  readonly id: string;
  /** Undefined while nobody knows what one may do. */
  readonly edit: TeamRoster['actions']['edit'] | undefined;
}

export function TeamChannels({ id, edit }: TeamChannelsProps) {
  const texts = useWordsOf(channelWords);
  const channels = useQuery(channelsQuery(id));
  const [open, setOpen] = useState<string | null>(null);
  const close = () => setOpen(null);
  const reason = edit && !edit.allowed ? edit.reason : null;
  return (
    <Panel
      title={texts.title}
      beside={
        edit &&
        open === null && (
          <ButtonWithReason size="xs" variant="default" reason={reason} onClick={() => setOpen('')}>
            {texts.add}
          </ButtonWithReason>
        )
      }
    >
      {channels.error && <FaultNote error={channels.error} retry={() => void channels.refetch()} />}
      {channels.isPending && <WaitingRows rows={1} height={40} />}
      <div className="stacked">
        {open === '' && <ChannelForm team={id} channel={null} onClose={close} />}
        {channels.data?.length === 0 && open === null && <Text c="dimmed">{texts.none}</Text>}
        <ul className="plain-rows">
          {channels.data?.map((channel) => (
            <li key={channel.id}>
              {open === channel.id ? (
                <ChannelForm team={id} channel={channel} onClose={close} />
              ) : (
                <Shown
                  channel={channel}
                  mayEdit={edit?.allowed === true}
                  onEdit={() => setOpen(channel.id)}
                />
              )}
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}

function Shown({ channel, mayEdit, onEdit }: { channel: Channel; mayEdit: boolean; onEdit: () => void }) {
  const texts = useWordsOf(channelWords);
  const { name, type, endpoint, enabled, failing } = channel;
  return (
    <Stack gap={4} mb="xs">
      <Group justify="space-between" gap="xs">
        <div>
          <bdi>
            <strong>{name}</strong>
          </bdi>
          <Text size="sm" c="dimmed" className="anywhere">
            {texts.types[type]} · {endpoint}
            {!enabled && ` · ${texts.off}`}
          </Text>
        </div>
        {mayEdit && (
          <Button size="xs" variant="default" aria-label={texts.change(name)} onClick={onEdit}>
            {texts.edit}
          </Button>
        )}
      </Group>
      {failing && <Note>{texts.failing(failing.error)}</Note>}
    </Stack>
  );
}

function ChannelForm(props: { team: string; channel: Channel | null; onClose: () => void }) {
  const { team, channel, onClose } = props;
  const words = useWords();
  const texts = useWordsOf(channelWords);
  const put = usePutChannel(team);
  const remove = useDeleteChannel(team);
  const [wish, setWish] = useState<ChannelWish>(() => wishFrom(channel));
  const fields = put.error ? asFault(put.error).fields : {};
  const set = (part: Partial<ChannelWish>) => setWish((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const endpoint =
      wish.type === 'mail' && !wish.endpoint.startsWith('mailto:')
        ? `mailto:${wish.endpoint}`
        : wish.endpoint;
    // Another of the same name must not replace this one.
    const id = channel?.id ?? `${idFrom(wish.name)}-${Date.now().toString(36)}`;
    put.mutate({ ...wish, id, endpoint }, { onSuccess: onClose });
  };
  return (
    <form onSubmit={submit} aria-label={channel ? texts.change(channel.name) : texts.add}>
      <Stack maw={520}>
        <TextInput
          label={texts.name}
          required
          maxLength={200}
          value={wish.name}
          error={fields['name']}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label={texts.type}
          value={wish.type}
          onChange={(event) =>
            set({ type: types.find((one) => one === event.currentTarget.value) ?? 'slack' })
          }
          data={types.map((value) => ({ value, label: texts.types[value] }))}
        />
        <TextInput
          label={wish.type === 'mail' ? texts.mailbox : texts.webhook}
          description={channel && wish.type !== 'mail' ? texts.keep : undefined}
          required
          maxLength={2000}
          value={wish.endpoint}
          error={fields['endpoint']}
          onChange={(event) => set({ endpoint: event.currentTarget.value })}
        />
        <NativeSelect
          label={texts.language}
          value={wish.language}
          onChange={(event) => set({ language: event.currentTarget.value === 'de' ? 'de' : 'en' })}
          data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
        />
        <Checkbox
          label={texts.enabled}
          checked={wish.enabled}
          onChange={(event) => set({ enabled: event.currentTarget.checked })}
        />
        {put.error && <FaultNote error={put.error} />}
        <Group gap="xs">
          <Button type="submit" loading={put.isPending}>
            {texts.save}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.decide.cancel}
          </Button>
        </Group>
        {channel && (
          <Confirm
            size="xs"
            open={texts.delete}
            whatHappens={texts.deleteHint}
            confirm={texts.deleteNow}
            cancel={words.decide.cancel}
            isPending={remove.isPending}
            fault={remove.error && <FaultNote error={remove.error} />}
            onConfirm={() => remove.mutate(channel.id, { onSuccess: onClose })}
          />
        )}
      </Stack>
    </form>
  );
}

/** A new one gets its id from its name when it is saved. */
function wishFrom(channel: Channel | null): ChannelWish {
  if (!channel) return { id: '', name: '', type: 'slack', endpoint: '', enabled: true, language: 'en' };
  const { failing: _, lastSuccess: __, ...wish } = channel;
  return wish;
}
