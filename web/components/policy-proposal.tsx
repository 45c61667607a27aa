// The loosening that waits for a second owner: who proposed it and what it would change, and for those who may, the way to
// confirm it or to take it back. Whoever may not is told why by the API.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Policy } from '../api/client.ts';
import { policyPreviewQuery, useSetPolicy, useWithdrawProposal } from '../api/policy.ts';
import { ButtonWithReason } from '../ui/button-with-reason.tsx';
import { Panel } from '../ui/panel.tsx';
import { Ago } from '../ui/time.tsx';
import { policyWords } from '../words/policy.ts';
import { useWords, useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';
import { reasonOf } from './verdict-buttons.tsx';
import { PolicyOutlook, Sentences } from './policy-outlook.tsx';

type Act = 'confirm' | 'withdraw';

/** Nothing where nothing is proposed. */
export function PolicyProposal({ policy }: { policy: Policy }) {
  const texts = useWordsOf(policyWords);
  const [act, setAct] = useState<Act | null>(null);
  const { proposal, actions } = policy;
  if (!proposal) return null;
  const by = proposal.by?.name ?? proposal.by?.email ?? proposal.by?.id ?? texts.somebody;
  return (
    <Panel title={texts.proposal}>
      <Stack gap="sm">
        <div>
          {texts.by(by)} <Ago at={proposal.at} />
        </div>
        {actions.confirm?.allowed ? (
          <IfConfirmed policy={policy} />
        ) : (
          <Sentences before={policy.sentences} after={proposal.sentences} />
        )}
        {act === null ? (
          <Group gap="sm">
            <ButtonWithReason reason={reasonOf(actions.confirm)} onClick={() => setAct('confirm')}>
              {texts.confirm}
            </ButtonWithReason>
            <ButtonWithReason
              variant="default"
              reason={reasonOf(actions.withdraw)}
              onClick={() => setAct('withdraw')}
            >
              {texts.withdraw}
            </ButtonWithReason>
          </Group>
        ) : (
          <ActForm act={act} policy={policy} onClose={() => setAct(null)} />
        )}
      </Stack>
    </Panel>
  );
}

/** For whoever is to confirm it: the same that the one who proposed it has seen. */
function IfConfirmed({ policy }: { policy: Policy }) {
  const { data, error } = useQuery(
    policyPreviewQuery(policy.resource, policy.version, policy.proposal!.policy),
  );
  if (error) return <FaultNote error={error} />;
  if (!data) return <Sentences before={policy.sentences} after={policy.proposal!.sentences} />;
  return <PolicyOutlook preview={data} before={policy.sentences} />;
}

function ActForm({ act, policy, onClose }: { act: Act; policy: Policy; onClose: () => void }) {
  const words = useWords();
  const texts = useWordsOf(policyWords);
  const { resource, version, proposal } = policy;
  const set = useSetPolicy(resource);
  const withdraw = useWithdrawProposal(resource);
  const doing = act === 'confirm' ? set : withdraw;
  const go = () =>
    act === 'confirm'
      ? set.mutate({ body: proposal!.policy, version }, { onSuccess: onClose })
      : withdraw.mutate(undefined, { onSuccess: onClose });
  return (
    <div className="act" role="group" aria-label={texts[act]}>
      <Text size="sm">{act === 'confirm' ? texts.confirmHint : texts.withdrawHint}</Text>
      {doing.error && <FaultNote error={doing.error} />}
      <Group gap="xs">
        <Button size="sm" loading={doing.isPending} onClick={go}>
          {act === 'confirm' ? texts.confirmNow : texts.withdrawNow}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {words.decide.cancel}
        </Button>
      </Group>
    </div>
  );
}
