// One thing that access can be asked for: whether one can use it now and if not, how; what it is and under which terms;
// how access to it is decided and by whom; and who has it.
import { Alert, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Resource } from '../api/client.ts';
import { useLiveSubject } from '../api/live.tsx';
import { accessesToQuery, standingQuery } from '../api/access.ts';
import { policyQuery, resourceQuery } from '../api/resources.ts';
import { AccessTable, ConsumerCell, EndCell, StateCell } from '../components/access-table.tsx';
import { ContractTerms } from '../components/contract-terms.tsx';
import { FaultNote } from '../components/fault-note.tsx';
import { KindMark } from '../components/kind-mark.tsx';
import { ButtonLink, Link } from '../components/links.tsx';
import { WouldDecide } from '../components/policy-outlook.tsx';
import { TargetWords } from '../components/request-facts.tsx';
import { ShowMore } from '../components/show-more.tsx';
import { AccessState } from '../components/state-badge.tsx';
import { paths } from '../paths.ts';
import { Icon } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';
import { Facts, Panel, Said } from '../ui/panel.tsx';
import { Ago } from '../ui/time.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { consumerName } from '../words/telling.ts';
import { resourceWords } from '../words/resource.ts';
import { useWords, useWordsOf } from '../words/words.tsx';

export function ResourcePage() {
  const { id } = useParams({ from: '/inside/resources/$id' });
  const words = useWords();
  const texts = useWordsOf(resourceWords);
  const { data: resource } = useSuspenseQuery(resourceQuery(id));
  useLiveSubject(id);
  return (
    <Page
      title={resource.name}
      kicker={
        <>
          <KindMark kind={resource.type} />
          <Text component="span" size="sm">
            <Link to={paths.team(resource.owner)} c="dimmed">
              {words.access.ownedBy(resource.owner)}
            </Link>
          </Text>
        </>
      }
      lead={resource.description && <Said text={resource.description} />}
      beside={<ButtonLink to={paths.requestAccess(id)}>{texts.ask}</ButtonLink>}
    >
      <div className="columns">
        <div>
          <Panel title={texts.standing}>
            <Standing id={id} />
          </Panel>
          <ContractTerms resource={id} />
          <Panel
            title={texts.whoHas}
            beside={
              <Link to={paths.mesh()} search={{ at: inMesh(resource) }}>
                {texts.inMesh}
              </Link>
            }
          >
            <WhoHas id={id} />
          </Panel>
        </div>
        <div>
          <Panel title={texts.policy} beside={<ToPolicy id={id} />}>
            <HowDecided id={id} />
          </Panel>
          <Panel title={texts.what}>
            <WhatItIs resource={resource} />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

/** As what it is drawn in the mesh: an output port is part of its product there. */
function inMesh({ id, type, dataProductId }: Resource): string {
  return dataProductId === undefined ? `${type}:${id}` : `data-product:${dataProductId}`;
}

/** Whether one can use it now, with what one has; else what asking would do, for oneself and for each team. */
function Standing({ id }: { id: string }) {
  const words = useWords();
  const texts = useWordsOf(resourceWords);
  const { data, error, refetch } = useQuery(standingQuery(id));
  if (error) return <FaultNote error={error} retry={() => void refetch()} />;
  if (!data) return <WaitingRows rows={2} height={28} />;
  return (
    <Stack gap="sm">
      <Group gap={8} fw={600}>
        <Icon name={data.usable ? 'check' : 'cross'} />
        <span>{data.usable ? texts.can : texts.cannot}</span>
      </Group>
      {data.accesses.map((access) => (
        <Group key={access.id} gap={8}>
          <Link to={paths.access(access.id)}>{consumerName(access, words)}</Link>
          <AccessState access={access} />
          {access.approval.until && access.approval.standing !== 'None' && (
            <Text component="span" size="sm" c="dimmed">
              <Ago at={access.approval.until} />
            </Text>
          )}
        </Group>
      ))}
      {data.refusals.map(({ access, side }) => (
        <Text key={access} size="sm">
          {texts.refused(side.userId ?? words.people.team(side.teamId ?? '?'))}{' '}
          <Link to={paths.access(access)}>{texts.open}</Link>
        </Text>
      ))}
      {!data.usable && data.accesses.length === 0 && (
        <Facts
          facts={data.asking.map(({ name, preview }) => [texts.asksAs(name), preview.sentence] as const)}
        />
      )}
    </Stack>
  );
}

function HowDecided({ id }: { id: string }) {
  const texts = useWordsOf(resourceWords);
  const { data, error, refetch } = useQuery(policyQuery(id));
  if (error) return <FaultNote error={error} retry={() => void refetch()} />;
  if (!data) return <WaitingRows rows={3} height={24} />;
  return (
    <Stack gap="sm">
      <ul className="plain-list">
        {data.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <WouldDecide prospect={data} />
      {data.proposal && (
        <Alert color="gray">
          {texts.proposed(data.proposal.by?.name ?? data.proposal.by?.email ?? data.proposal.by?.id ?? '?')}{' '}
          <Link to={paths.policy(id)}>{texts.seeProposal}</Link>
        </Alert>
      )}
    </Stack>
  );
}

/** Owners change it there; everybody else reads there what they are told here, and why they cannot change it. */
function ToPolicy({ id }: { id: string }) {
  const texts = useWordsOf(resourceWords);
  const { data } = useQuery(policyQuery(id));
  if (!data) return null;
  return (
    <Link to={paths.policy(id)}>{data.actions.change?.allowed ? texts.changePolicy : texts.seePolicy}</Link>
  );
}

function WhatItIs({ resource }: { resource: Resource }) {
  const words = useWords();
  const texts = useWordsOf(resourceWords);
  const { dataProductId, dataContractId, dataContractVersion, visibility, tags, offers } = resource;
  return (
    <Facts
      facts={[
        [
          texts.owner,
          <Link key="owner" to={paths.team(resource.owner)}>
            {words.people.team(resource.owner)}
          </Link>,
        ],
        [
          texts.product,
          dataProductId && (
            <Link key="product" to={paths.dataProduct(dataProductId)}>
              <bdi>{dataProductId}</bdi>
            </Link>
          ),
        ],
        [
          texts.contract,
          dataContractId && (
            <Link key="contract" to={paths.dataContract(dataContractId)}>
              <bdi>{[dataContractId, dataContractVersion].join(' ').trim()}</bdi>
            </Link>
          ),
        ],
        [texts.roles, offers.join(', ')],
        [texts.visibility, visibility],
        [texts.tags, tags.map((tag) => `#${tag}`).join(' ')],
        [texts.target, <TargetWords key="target" resource={resource} />],
      ]}
    />
  );
}

function WhoHas({ id }: { id: string }) {
  const texts = useWordsOf(resourceWords);
  const who = useInfiniteQuery(accessesToQuery(id));
  if (who.error) return <FaultNote error={who.error} retry={() => void who.refetch()} />;
  if (!who.data) return <WaitingRows rows={2} height={40} />;
  const rows = who.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <Text c="dimmed">{texts.nobodyHas}</Text>;
  return (
    <>
      <AccessTable
        rows={rows}
        columns={[
          { title: texts.consumer, of: (access) => <ConsumerCell access={access} /> },
          { title: texts.state, of: (access) => <StateCell access={access} /> },
          { title: texts.until, of: (access) => <EndCell access={access} /> },
        ]}
      />
      <ShowMore of={who} />
    </>
  );
}
