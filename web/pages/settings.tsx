// The organization's settings: whoever may change them gets a form, everybody else reads them, with the reason. Only what
// was changed is sent, so that two people who change different things do not undo each other.
import { Button, Checkbox, Group, NativeSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { asFault } from '../api/fault.ts';
import { settingsQuery, useChangeSettings, type Settings, type SettingsWish } from '../api/settings.ts';
import { FaultNote } from '../components/fault-note.tsx';
import { SettingsFrame, WhyNot } from '../components/settings-frame.tsx';
import { Facts, Panel } from '../ui/panel.tsx';
import { settingsWords } from '../words/settings.ts';
import { lengthWords } from '../words/telling.ts';
import { useWords, useWordsOf, type Words } from '../words/words.tsx';

const kinds = ['output-port', 'api', 'event', 'action'] as const;
const strategies = ['Auto', 'Simple', 'FourEyes'] as const;
const lengths = ['none', '8h', '7d', '30d', '90d', '180d', '365d'];

export function SettingsPage() {
  const texts = useWordsOf(settingsWords);
  const { data: settings } = useSuspenseQuery(settingsQuery);
  return (
    <SettingsFrame title={texts.title} lead={texts.lead}>
      <WhyNot may={settings.actions.change} />
      {settings.actions.change.allowed ? <Form settings={settings} /> : <Read settings={settings} />}
    </SettingsFrame>
  );
}

function Form({ settings }: { settings: Settings }) {
  const words = useWords();
  const texts = useWordsOf(settingsWords);
  const [wish, setWish] = useState<SettingsWish>({});
  const change = useChangeSettings();
  const fields = change.error ? asFault(change.error).fields : {};
  const shown = { ...settings, ...wish };
  const durations = { ...settings.defaultDurations, ...wish.defaultDurations };
  const set = (part: SettingsWish) => {
    change.reset();
    setWish((before) => ({ ...before, ...part }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(wish, { onSuccess: () => setWish({}) });
  };
  const text = (name: 'fullName' | 'supportEmailAddress' | 'vanityUrl' | 'logoUrl') => ({
    value: shown[name] ?? '',
    error: fields[name],
    maxLength: 500,
    onChange: (event: { currentTarget: HTMLInputElement }) => set({ [name]: event.currentTarget.value }),
  });
  return (
    <form onSubmit={submit}>
      <Stack>
        <Panel title={texts.name}>
          <Stack maw={520}>
            <TextInput label={texts.fullName} {...text('fullName')} />
            <TextInput
              type="email"
              label={texts.support}
              description={texts.supportHint}
              {...text('supportEmailAddress')}
            />
            <Select
              label={texts.timeZone}
              description={texts.timeZoneHint}
              searchable
              allowDeselect={false}
              limit={60}
              value={shown.timeZone}
              error={fields['timeZone']}
              onChange={(timeZone) => timeZone !== null && set({ timeZone })}
              data={timeZones(shown.timeZone)}
            />
          </Stack>
        </Panel>
        <Panel title={texts.defaults}>
          <Stack maw={520}>
            <Text size="sm" c="dimmed">
              {texts.defaultsHint}
            </Text>
            <NativeSelect
              label={texts.strategy}
              value={shown.defaultStrategy}
              error={fields['defaultStrategy']}
              onChange={(event) =>
                set({ defaultStrategy: strategies.find((one) => one === event.currentTarget.value) })
              }
              data={strategies.map((value) => ({ value, label: words.strategies[value]! }))}
            />
            <fieldset className="plain-fields">
              <legend>{texts.durations}</legend>
              {kinds.map((kind) => (
                <NativeSelect
                  key={kind}
                  label={words.kindsOf[kind]}
                  value={durations[kind]}
                  error={fields[`defaultDurations.${kind}`]}
                  onChange={(event) =>
                    set({ defaultDurations: { ...wish.defaultDurations, [kind]: event.currentTarget.value } })
                  }
                  data={[...new Set([...lengths, settings.defaultDurations[kind]])].map((value) => ({
                    value,
                    label: lengthOrNone(value, texts.noEnd, words),
                  }))}
                />
              ))}
            </fieldset>
          </Stack>
        </Panel>
        <Panel title={texts.keys}>
          <Checkbox
            label={texts.keysDecide}
            description={texts.keysDecideHint}
            checked={shown.organizationKeysDecide}
            onChange={(event) => set({ organizationKeysDecide: event.currentTarget.checked })}
          />
        </Panel>
        <Panel title={texts.entropy}>
          <Stack maw={520}>
            <TextInput label={texts.vanityUrl} {...text('vanityUrl')} />
            <TextInput label={texts.logoUrl} {...text('logoUrl')} />
          </Stack>
        </Panel>
        {change.error && <FaultNote error={change.error} />}
        <Group>
          <Button type="submit" loading={change.isPending} disabled={Object.keys(wish).length === 0}>
            {texts.save}
          </Button>
          <Text role="status">{change.isSuccess && texts.saved}</Text>
        </Group>
      </Stack>
    </form>
  );
}

function Read({ settings }: { settings: Settings }) {
  const words = useWords();
  const texts = useWordsOf(settingsWords);
  const { fullName, supportEmailAddress, timeZone, defaultStrategy, defaultDurations } = settings;
  return (
    <>
      <Panel title={texts.name}>
        <Facts
          facts={[
            [texts.fullName, fullName],
            [texts.support, supportEmailAddress],
            [texts.timeZone, timeZone],
            [texts.host, settings.host],
          ]}
        />
      </Panel>
      <Panel title={texts.defaults}>
        <Facts
          facts={[
            [texts.strategy, words.strategies[defaultStrategy]],
            ...kinds.map(
              (kind) =>
                [words.kindsOf[kind]!, lengthOrNone(defaultDurations[kind], texts.noEnd, words)] as const,
            ),
          ]}
        />
      </Panel>
      <Panel title={texts.keys}>
        <Facts facts={[[texts.keysDecide, settings.organizationKeysDecide ? texts.yes : texts.no]]} />
      </Panel>
    </>
  );
}

function lengthOrNone(length: string, none: string, words: Words): string {
  return length === 'none' ? none : lengthWords(length, words);
}

/** Those that the browser knows; the API judges. */
function timeZones(chosen: string): string[] {
  return [...new Set([chosen, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
}
