// The rules about groups of the identity provider, as a form: what a group gives, who may come in, and when somebody who
// is gone there has left here. They are sent as a whole, after a word about what that does.
import { Autocomplete, Button, Group, NativeSelect, Radio, Stack, TagsInput, Text } from '@mantine/core';
import { useState } from 'react';
import { asFault } from '../api/fault.ts';
import { usePutRules, type GroupRule, type Provider } from '../api/identity-provider.ts';
import { Confirm } from '../ui/confirm.tsx';
import { Panel } from '../ui/panel.tsx';
import { identityProviderWords } from '../words/settings-identity-provider.ts';
import { lengthWords } from '../words/telling.ts';
import { useWords, useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';
import { TeamField } from './team-choosers.tsx';

const lengths = ['none', '1d', '3d', '7d', '30d'];

export function ProviderRules({ provider }: { provider: Provider }) {
  const words = useWords();
  const texts = useWordsOf(identityProviderWords);
  const [groups, setGroups] = useState<readonly GroupRule[]>(provider.groups);
  const [admit, setAdmit] = useState<readonly string[] | null>(provider.admit);
  const [goneAfter, setGoneAfter] = useState(provider.goneAfter);
  const put = usePutRules();
  const fields = put.error ? asFault(put.error).fields : {};
  const unknown = provider.unknownGroups;
  const replace = (nth: number, rule: GroupRule) => setGroups(groups.with(nth, rule));
  return (
    <Stack>
      <Panel title={texts.rules}>
        <Stack gap="sm" align="stretch">
          <Text size="sm" c="dimmed">
            {groups.length === 0 ? texts.noRules : texts.rulesHint}
          </Text>
          {groups.map((rule, nth) => (
            <RuleFields
              key={nth}
              nth={nth}
              rule={rule}
              known={unknown.map(({ group }) => group)}
              fields={fields}
              onChange={(changed) => replace(nth, changed)}
              onRemove={() => setGroups(groups.toSpliced(nth, 1))}
            />
          ))}
          <Group>
            <Button
              variant="default"
              onClick={() => setGroups([...groups, { group: '', role: 'Member', team: '' }])}
            >
              {texts.add}
            </Button>
          </Group>
          {unknown.length > 0 && (
            <UnknownGroups
              unknown={unknown}
              onChoose={(group) => setGroups([...groups, { group, role: 'Member', team: '' }])}
            />
          )}
        </Stack>
      </Panel>
      <Panel title={texts.admission}>
        <Stack maw={520}>
          <Radio.Group
            aria-label={texts.admission}
            value={admit === null ? 'everybody' : 'some'}
            onChange={(value) => setAdmit(value === 'everybody' ? null : (provider.admit ?? []))}
          >
            <Stack gap="xs">
              <Radio value="everybody" label={texts.everybody} />
              <Radio value="some" label={texts.some} />
            </Stack>
          </Radio.Group>
          {admit !== null && (
            <TagsInput
              label={texts.admitted}
              description={texts.admittedHint}
              value={[...admit]}
              error={fields['admit']}
              onChange={setAdmit}
              data={[...new Set([...groups, ...unknown].map(({ group }) => group).filter(Boolean))]}
            />
          )}
        </Stack>
      </Panel>
      <Panel title={texts.gone}>
        <NativeSelect
          maw={520}
          label={texts.goneAfter}
          description={texts.goneHint}
          value={goneAfter}
          onChange={(event) => setGoneAfter(event.currentTarget.value)}
          data={[...new Set([...lengths, provider.goneAfter])].map((value) => ({
            value,
            label: value === 'none' ? texts.atOnce : lengthWords(value, words),
          }))}
        />
      </Panel>
      <Group>
        <Confirm
          key={put.submittedAt}
          variant="filled"
          open={texts.save}
          whatHappens={texts.whatHappens}
          confirm={texts.confirm}
          cancel={words.decide.cancel}
          isPending={put.isPending}
          onConfirm={() => put.mutate({ groups: groups.map(sent), admit: admit && [...admit], goneAfter })}
        />
      </Group>
      {put.error && <FaultNote error={put.error} />}
      <Text role="status">{put.isSuccess && texts.saved}</Text>
    </Stack>
  );
}

type Gives = 'team' | 'administrator' | 'auditor';

function RuleFields(props: {
  nth: number;
  rule: GroupRule;
  known: readonly string[];
  fields: Readonly<Record<string, string>>;
  onChange: (rule: GroupRule) => void;
  onRemove: () => void;
}) {
  const { nth, rule, known, fields, onChange, onRemove } = props;
  const texts = useWordsOf(identityProviderWords);
  // Faults of shape and faults of meaning spell the place differently.
  const fault = (name: string) => fields[`groups.${nth}.${name}`] ?? fields[`groups[${nth}].${name}`];
  const { group, role = 'Member' } = rule;
  const gives: Gives = rule.installation ?? 'team';
  const setGives = (value: Gives) =>
    onChange(value === 'team' ? { group, team: '', role: 'Member' } : { group, installation: value });
  return (
    <fieldset className="rule">
      <legend className="only-heard">{texts.nth(nth + 1)}</legend>
      <Autocomplete
        label={texts.group}
        value={group}
        error={fault('group')}
        onChange={(next) => onChange({ ...rule, group: next })}
        data={known}
        maxLength={500}
      />
      <NativeSelect
        label={texts.gives}
        value={gives}
        error={fault('installation')}
        onChange={(event) => setGives(event.currentTarget.value as Gives)}
        data={[
          { value: 'team', label: texts.givesTeam },
          { value: 'administrator', label: texts.administrator },
          { value: 'auditor', label: texts.auditor },
        ]}
      />
      {gives === 'team' && (
        <>
          <NativeSelect
            label={texts.role}
            value={role}
            error={fault('role')}
            onChange={(event) => onChange({ ...rule, role: event.currentTarget.value })}
            data={[...new Set(['Member', 'Approver', 'Owner', role])].map((value) => ({
              value,
              label: texts.roles[value] ?? value,
            }))}
          />
          <TeamField
            label={texts.team}
            value={rule.team || null}
            error={fault('team') ?? fields[`groups.${nth}`]}
            onChange={(team) => team !== null && onChange({ ...rule, team })}
          />
        </>
      )}
      <Button variant="default" aria-label={texts.removeOf(group)} onClick={onRemove}>
        {texts.remove}
      </Button>
    </fieldset>
  );
}

function UnknownGroups(props: { unknown: Provider['unknownGroups']; onChoose: (group: string) => void }) {
  const texts = useWordsOf(identityProviderWords);
  return (
    <div>
      <Text component="h3" size="sm" fw={600}>
        {texts.unknown}
      </Text>
      <Text size="sm" c="dimmed" mb={6}>
        {texts.unknownHint}
      </Text>
      <Group gap="xs">
        {props.unknown.map(({ group, people }) => (
          <Button key={group} size="xs" variant="default" onClick={() => props.onChoose(group)}>
            {texts.counted(group, people)}
          </Button>
        ))}
      </Group>
    </div>
  );
}

/** A team that was not chosen yet is named as none, and the API says where. */
function sent({ group, team, role, installation }: GroupRule): GroupRule {
  return installation ? { group, installation } : { group, ...(team !== '' && { team }), role };
}
