// The health of every target at one look: how it stands, when it was looked at, what differs, what fails and when that is
// tried again; after a restore, the word that lets targets be changed. Below, the connectors that others run.
import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { targetsQuery, type Target } from '../api/targets.ts';
import { FaultNote } from '../components/fault-note.tsx';
import { Link } from '../components/links.tsx';
import { OtherConnectors } from '../components/other-connectors.tsx';
import { ConfirmTargets } from '../components/target-confirm.tsx';
import { LastLook, Said, Trouble } from '../components/target-resource.tsx';
import { TargetStateBadge } from '../components/target-state.tsx';
import { paths } from '../paths.ts';
import { Nothing } from '../ui/nothing.tsx';
import { Page } from '../ui/page.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { targetsWords } from '../words/targets.ts';
import { useWordsOf } from '../words/words.tsx';

export function TargetsPage() {
  const texts = useWordsOf(targetsWords);
  const { data: targets, error, isPending, refetch } = useQuery(targetsQuery);
  const frozen = targets?.filter((target) => target.frozen) ?? [];
  return (
    <Page title={texts.title} lead={texts.lead}>
      {error && <FaultNote error={error} retry={() => void refetch()} />}
      {isPending && <WaitingRows height={120} />}
      {frozen.length > 0 && <ConfirmTargets targets={frozen} />}
      {targets?.length === 0 && <Nothing icon="target" title={texts.emptyTitle} hint={texts.emptyHint} />}
      {targets && targets.length > 0 && (
        <ul className="rows">
          {targets.map((target) => (
            <Row key={target.id} target={target} />
          ))}
        </ul>
      )}
      {targets && <OtherConnectors />}
    </Page>
  );
}

function Row({ target }: { target: Target }) {
  const texts = useWordsOf(targetsWords);
  const { id, name, connector, health } = target;
  const { state, resources, missing, excess, drift, lastRun, failure, alarming } = health;
  return (
    <li className="row">
      <Group justify="space-between" gap="sm">
        <Text component="h2" fw={650} fz="lg" className="anywhere">
          <Link to={paths.target(id)}>{name}</Link>
        </Text>
        <TargetStateBadge state={state} />
      </Group>
      <Text component="div" size="sm" c="dimmed">
        {id}, {connector}, {texts.resources(resources)}. <LastLook at={lastRun} />
      </Text>
      <Group gap="md" mt={4}>
        <Count name={texts.missing} count={missing} />
        <Count name={texts.excess} count={excess} />
        <Count name={texts.drift} count={drift} />
      </Group>
      {failure && (
        <Trouble
          title={texts.failure(failure.resource)}
          isAlarming={alarming > 0}
          failures={failure.failures}
          nextRun={failure.nextRun}
        >
          <Said text={failure.error} />
        </Trouble>
      )}
    </li>
  );
}

function Count({ name, count }: { name: string; count: number }) {
  if (count === 0) return null;
  return (
    <Text component="span" size="sm">
      {name}: <strong>{count}</strong>
    </Text>
  );
}
