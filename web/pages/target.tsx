// One target: how it stands, what is bound to it and how far each of these is from what was granted, what Countersign may
// do there, and what it is. Secrets went in and never come out.
import { Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useReconcile } from '../api/target-acts.ts';
import { differencesQuery, targetQuery, targetsQuery, type Target } from '../api/targets.ts';
import { FaultNote } from '../components/fault-note.tsx';
import { NothingHere } from '../components/fault-page.tsx';
import { reasonOf } from '../components/verdict-buttons.tsx';
import { Link } from '../components/links.tsx';
import { ShowMore } from '../components/show-more.tsx';
import { TargetCheck } from '../components/target-check.tsx';
import { ConfirmTargets } from '../components/target-confirm.tsx';
import { TargetResource } from '../components/target-resource.tsx';
import { TargetStateBadge } from '../components/target-state.tsx';
import { asFault } from '../api/fault.ts';
import { paths } from '../paths.ts';
import { ButtonWithReason } from '../ui/button-with-reason.tsx';
import { Nothing } from '../ui/nothing.tsx';
import { Page } from '../ui/page.tsx';
import { Facts, Panel } from '../ui/panel.tsx';
import { WaitingPage, WaitingRows } from '../ui/waiting.tsx';
import { targetsWords } from '../words/targets.ts';
import { useWords, useWordsOf } from '../words/words.tsx';

export function TargetPage() {
  const texts = useWordsOf(targetsWords);
  const { id } = useParams({ from: '/inside/targets/$id' });
  const { data: target, error, refetch } = useQuery(targetQuery(id));
  if (error && asFault(error).status === 404) return <NothingHere />;
  if (error)
    return (
      <Page title={texts.title}>
        <FaultNote error={error} retry={() => void refetch()} />
      </Page>
    );
  return target ? <Whole target={target} /> : <WaitingPage />;
}

function Whole({ target }: { target: Target }) {
  const texts = useWordsOf(targetsWords);
  const { id, name, frozen, health, actions } = target;
  const reconcile = useReconcile(id);
  const all = useQuery({ ...targetsQuery, enabled: frozen });
  const allFrozen = all.data?.filter((one) => one.frozen) ?? [];
  return (
    <Page
      title={name}
      kicker={<TargetStateBadge state={health.state} />}
      beside={
        <Stack gap={4} align="flex-end">
          <ButtonWithReason
            loading={reconcile.isPending}
            reason={reasonOf(actions['reconcile'])}
            onClick={() => reconcile.mutate()}
          >
            {texts.reconcile}
          </ButtonWithReason>
          <Text size="sm" c="dimmed" role="status">
            {reconcile.data && texts.begun(reconcile.data.resources)}
          </Text>
        </Stack>
      }
    >
      {reconcile.error && <FaultNote error={reconcile.error} />}
      {frozen && allFrozen.length > 0 && <ConfirmTargets targets={allFrozen} />}
      <div className="columns">
        <div>
          <Panel title={texts.bound}>
            <Resources target={target} />
          </Panel>
        </div>
        <div>
          <TargetCheck target={target} />
          <Panel title={texts.facts.title}>
            <WhatItIs target={target} />
          </Panel>
          <Link to={paths.log()} search={{ subject: id }}>
            {texts.log}
          </Link>
        </div>
      </div>
    </Page>
  );
}

function Resources({ target }: { target: Target }) {
  const texts = useWordsOf(targetsWords);
  const found = useInfiniteQuery(differencesQuery(target.id));
  const differences = found.data?.pages.flat() ?? [];
  if (found.error) return <FaultNote error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <WaitingRows height={120} />;
  if (differences.length === 0)
    return <Nothing icon="target" title={texts.nothingBound} hint={texts.nothingBoundHint} />;
  return (
    <>
      <ul className="rows">
        {differences.map((difference) => (
          <TargetResource key={difference.resource} target={target} difference={difference} />
        ))}
      </ul>
      <ShowMore of={found} />
    </>
  );
}

function WhatItIs({ target }: { target: Target }) {
  const words = useWords();
  const { facts: texts } = useWordsOf(targetsWords);
  const { id, connector, owner, settings, hasSecrets } = target;
  return (
    <Facts
      facts={[
        [texts.id, id],
        [texts.connector, connector],
        [
          texts.owner,
          owner === undefined ? (
            texts.administrators
          ) : (
            <Link key="owner" to={paths.team(owner)}>
              {words.people.team(owner)}
            </Link>
          ),
        ],
        ...Object.entries(settings).map(
          ([name, value]) =>
            [
              name,
              <bdi key={name}>{typeof value === 'string' ? value : JSON.stringify(value)}</bdi>,
            ] as const,
        ),
        [texts.secrets, hasSecrets ? texts.kept : texts.noSecrets],
      ]}
    />
  );
}
