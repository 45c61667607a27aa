// The parts of a policy that its owners write, in the order in which the policy reads: who has to agree, who may, who
// need not wait, for how long, and how it is decided. What a draft means stands beside it (policy-outlook.tsx); here are
// only the fields, and what the server says about one of them.
import { Autocomplete, Checkbox, Radio, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Resource } from '../api/client.ts';
import { keysToNameQuery } from '../api/keys.ts';
import { DurationField } from '../ui/duration-field.tsx';
import { Panel } from '../ui/panel.tsx';
import { policyWords } from '../words/policy.ts';
import { useWordsOf } from '../words/words.tsx';
import { Chooser } from './policy-choosers.tsx';
import type { PolicyDraft } from './policy-draft.ts';
import { OfferedDurations } from './policy-durations.tsx';
import { TeamsField } from './team-choosers.tsx';

export interface PolicyFields {
  readonly draft: PolicyDraft;
  readonly change: (part: Partial<PolicyDraft>) => void;
  /** What the server says about a field, by its name in the body. */
  readonly faultOf: (field: string) => string | undefined;
}

export function PolicyForm({ resource, ...fields }: PolicyFields & { resource: Resource }) {
  const texts = useWordsOf(policyWords);
  const { draft } = fields;
  return (
    <>
      <Panel title={texts.who}>
        <Strategy {...fields} isPort={resource.dataProductId !== undefined} />
        {draft.strategy === 'External' && <External {...fields} />}
      </Panel>
      {draft.strategy !== 'External' && (
        <Panel title={texts.deciders}>
          <Stack gap="lg">
            <Chooser
              label={texts.deciders}
              instead={texts.byTeam(resource.owner)}
              value={draft.approvers}
              error={fields.faultOf('approvers')}
              onChange={(approvers) => fields.change({ approvers })}
            />
            <Chooser
              label={texts.fallback}
              isLabelled
              instead={texts.byParent}
              value={draft.fallback}
              error={fields.faultOf('fallback')}
              onChange={(fallback) => fields.change({ fallback })}
            />
          </Stack>
        </Panel>
      )}
      <Panel title={texts.askers}>
        <Askers {...fields} owner={resource.owner} />
      </Panel>
      <Panel title={texts.period}>
        <Lengths {...fields} />
      </Panel>
      <Panel title={texts.how}>
        <How {...fields} />
      </Panel>
    </>
  );
}

function Strategy({ draft, change, faultOf, isPort }: PolicyFields & { isPort: boolean }) {
  const texts = useWordsOf(policyWords);
  const ways = ['document', 'Auto', 'Simple', 'FourEyes', 'External'] as const;
  return (
    <Radio.Group
      aria-label={texts.who}
      value={draft.strategy}
      error={faultOf('strategy') ?? faultOf('followsDocument')}
      onChange={(strategy) => change({ strategy })}
    >
      <Stack gap="sm">
        {ways
          .filter((way) => isPort || way !== 'document')
          .map((way) => {
            const [label, description] = texts.strategies[way];
            return <Radio key={way} value={way} label={label} description={description} />;
          })}
      </Stack>
    </Radio.Group>
  );
}

function External({ draft: { external }, change, faultOf }: PolicyFields) {
  const texts = useWordsOf(policyWords);
  const keys = useQuery(keysToNameQuery).data ?? [];
  const set = (part: Partial<PolicyDraft['external']>) => change({ external: { ...external, ...part } });
  return (
    <Stack gap="sm" mt="md" role="group" aria-label={texts.external}>
      <TextInput
        label={texts.externalName}
        value={external.name}
        error={faultOf('external.name')}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Autocomplete
        label={texts.externalKey}
        description={texts.externalKeyHint}
        value={external.key}
        error={faultOf('external.key')}
        onChange={(key) => set({ key })}
        data={keys.map(({ id }) => id)}
        renderOption={({ option }) => keys.find(({ id }) => id === option.value)?.name ?? option.value}
      />
      <TextInput
        label={texts.externalUrl}
        type="url"
        value={external.url}
        error={faultOf('external.url')}
        onChange={(event) => set({ url: event.currentTarget.value })}
      />
    </Stack>
  );
}

function Askers({ draft, change, faultOf, owner }: PolicyFields & { owner: string }) {
  const texts = useWordsOf(policyWords);
  return (
    <Stack gap="md">
      <TeamsField
        label={texts.trusted}
        description={texts.trustedHint}
        value={draft.trusted}
        error={faultOf('trusted')}
        onChange={(trusted) => change({ trusted })}
      />
      <Checkbox
        label={texts.ownTeam(owner)}
        checked={draft.ownTeam === 'ask'}
        onChange={(event) => change({ ownTeam: event.currentTarget.checked ? 'ask' : 'auto' })}
      />
    </Stack>
  );
}

function Lengths({ draft, change, faultOf }: PolicyFields) {
  const texts = useWordsOf(policyWords);
  const length = (part: 'defaultDuration' | 'maximumDuration' | 'deadline', label: string, none?: string) => (
    <DurationField
      label={label}
      unitLabel={texts.unit}
      units={texts.units}
      value={draft[part]}
      error={faultOf(part)}
      onChange={(value) => change({ [part]: value })}
      {...(none !== undefined && { none })}
    />
  );
  return (
    <Stack gap="md">
      <OfferedDurations
        value={draft.durations}
        error={faultOf('durations')}
        onChange={(durations) => change({ durations })}
      />
      {length(
        'defaultDuration',
        texts.usual,
        draft.maximumDuration === null ? texts.noEnd : texts.longestOnly,
      )}
      {length('maximumDuration', texts.longest, texts.noLimit)}
      {length('deadline', texts.deadline)}
    </Stack>
  );
}

function How({ draft, change, faultOf }: PolicyFields) {
  const texts = useWordsOf(policyWords);
  const flag = (part: 'purposeByPerson' | 'inBrowser' | 'endSessions'): ReactNode => (
    <Checkbox
      label={texts[part]}
      checked={draft[part]}
      onChange={(event) => change({ [part]: event.currentTarget.checked })}
    />
  );
  return (
    <Stack gap="md">
      {flag('purposeByPerson')}
      {flag('inBrowser')}
      {flag('endSessions')}
      <div role="group" aria-label={texts.signIn}>
        <Stack gap="sm">
          <DurationField
            label={texts.signIn}
            unitLabel={texts.unit}
            units={texts.units}
            none={texts.anyTime}
            value={draft.maxAge}
            error={faultOf('signIn.maxAge') ?? faultOf('signIn')}
            onChange={(maxAge) => change({ maxAge })}
            tail={<Text mt={7}>{texts.maxAge}</Text>}
          />
          <TagsInput
            label={texts.acr}
            description={texts.acrHint}
            value={[...draft.acr]}
            error={faultOf('signIn.acr')}
            onChange={(acr) => change({ acr })}
          />
        </Stack>
      </div>
    </Stack>
  );
}
