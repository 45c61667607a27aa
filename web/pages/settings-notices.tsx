// How the person is told by mail: when, in which language, and when not. The list behind the bell needs no settings.
import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { asFault } from '../api/fault.ts';
import { noticeSettingQuery, useSaveNoticeSetting, type NoticeSettingWish } from '../api/notices.ts';
import { FaultNote } from '../components/fault-note.tsx';
import { SettingsFrame } from '../components/settings-frame.tsx';
import { Note } from '../ui/note.tsx';
import { Panel } from '../ui/panel.tsx';
import { usePlace } from '../ui/place.tsx';
import { noticeSettingWords } from '../words/settings-notices.ts';
import { languages, useWordsOf } from '../words/words.tsx';

const ways = ['at-once', 'daily', 'off'] as const;
const usualQuiet = { from: '20:00', until: '07:00' };

export function NoticeSettingPage() {
  const texts = useWordsOf(noticeSettingWords);
  const { timeZone } = usePlace();
  const {
    data: { hasMail, ...setting },
  } = useSuspenseQuery(noticeSettingQuery);
  const [wish, setWish] = useState<NoticeSettingWish>(setting);
  const save = useSaveNoticeSetting();
  const fields = save.error ? asFault(save.error).fields : {};
  const { mail, dailyAt, quiet, language } = wish;
  const set = (part: Partial<NoticeSettingWish>) => {
    save.reset();
    setWish((before) => ({ ...before, ...part }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(wish);
  };
  return (
    <SettingsFrame title={texts.title} lead={texts.lead}>
      <Panel title={texts.mail}>
        <form onSubmit={submit} aria-label={texts.mail}>
          <Stack maw={520}>
            {!hasMail && <Note>{texts.noMail}</Note>}
            <NativeSelect
              label={texts.when}
              value={mail}
              onChange={(event) =>
                set({ mail: ways.find((one) => one === event.currentTarget.value) ?? mail })
              }
              data={ways.map((value) => ({ value, label: texts.ways[value] }))}
            />
            {mail === 'daily' && (
              <TextInput
                type="time"
                required
                label={texts.dailyAt}
                description={texts.zone(timeZone)}
                value={dailyAt}
                error={fields['dailyAt']}
                onChange={(event) => set({ dailyAt: event.currentTarget.value })}
              />
            )}
            {mail === 'at-once' && (
              <Checkbox
                label={texts.quiet}
                description={`${texts.quietHint} ${texts.zone(timeZone)}`}
                checked={quiet !== null}
                onChange={(event) => set({ quiet: event.currentTarget.checked ? usualQuiet : null })}
              />
            )}
            {mail === 'at-once' && quiet && (
              <Group gap="sm">
                <TextInput
                  type="time"
                  required
                  label={texts.quietFrom}
                  value={quiet.from}
                  error={fields['quiet.from']}
                  onChange={(event) => set({ quiet: { ...quiet, from: event.currentTarget.value } })}
                />
                <TextInput
                  type="time"
                  required
                  label={texts.quietUntil}
                  value={quiet.until}
                  error={fields['quiet.until']}
                  onChange={(event) => set({ quiet: { ...quiet, until: event.currentTarget.value } })}
                />
              </Group>
            )}
            <NativeSelect
              label={texts.language}
              description={texts.languageHint}
              value={language}
              onChange={(event) => set({ language: event.currentTarget.value === 'de' ? 'de' : 'en' })}
              data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
            />
            {save.error && <FaultNote error={save.error} />}
            <Group>
              <Button type="submit" loading={save.isPending}>
                {texts.save}
              </Button>
              <Text role="status">{save.isSuccess && texts.saved}</Text>
            </Group>
          </Stack>
        </form>
      </Panel>
    </SettingsFrame>
  );
}
