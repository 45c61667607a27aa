// One agreement on one page: how it stands and whose turn it is; the request as an approver has to know it, with the
// decision right below; the whole story; and, beside, what can be done, how the target is, and how it is decided.
import { Alert, Button, Stack, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Access } from '../api/client.ts';
import { accessQuery } from '../api/access.ts';
import { meQuery } from '../api/me.ts';
import { policyQuery } from '../api/resources.ts';
import { useLiveSubject } from '../api/live.tsx';
import { ActPanel } from '../components/act-panel.tsx';
import { DecideForm } from '../components/decide-form.tsx';
import { reasonOf, VerdictButtons, type Verdict } from '../components/verdict-buttons.tsx';
import { FiledTerms } from '../components/filed-terms.tsx';
import { keptDraft } from '../components/kept-drafts.ts';
import { Provisioning } from '../components/provisioning.tsx';
import { RequestFacts } from '../components/request-facts.tsx';
import { AccessState } from '../components/state-badge.tsx';
import { Timeline } from '../components/timeline.tsx';
import { useTelling } from '../components/use-telling.ts';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { usePlace } from '../ui/place.tsx';
import { Ago } from '../ui/time.tsx';
import { consumerName, isWaiting, listed, personName } from '../words/telling.ts';
import { useWords } from '../words/words.tsx';

export function AccessPage() {
  const { id } = useParams({ from: '/inside/access/$id' });
  const { act } = useSearch({ from: '/inside/access/$id' });
  const words = useWords();
  const { data: access } = useSuspenseQuery(accessQuery(id));
  useLiveSubject(id);
  const { approval } = access;
  return (
    <Page
      title={words.access.title(consumerName(access, words), approval.resource.name)}
      kicker={<AccessState access={access} />}
      lead={<WhereItStands access={access} />}
    >
      {approval.deletedAt && <Alert color="gray">{words.access.deleted}</Alert>}
      <div className="columns">
        <div>
          <Panel title={words.access.facts}>
            <RequestFacts access={access} />
            <Deciding key={approval.request?.id} access={access} />
          </Panel>
          <FiledTerms access={access} />
          <div className="later">
            <Panel title={words.access.timeline}>
              <Timeline id={id} />
            </Panel>
          </div>
        </div>
        <div>
          <Panel title={words.access.actions}>
            <ActPanel access={access} begin={act} />
          </Panel>
          <Panel title={words.provisioning.title}>
            <Provisioning access={access} />
          </Panel>
          <Panel title={words.access.policy}>
            <PolicyWords resource={approval.resource.id} />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

/** In one sentence: whose turn it is, or until when it holds. */
function WhereItStands({ access }: { access: Access }) {
  const telling = useTelling();
  const { words } = telling;
  const { now } = usePlace();
  const { awaiting, actions, until, standing } = access.approval;
  if (isWaiting(access) && awaiting) {
    if (reasonOf(actions?.approve) === null) return <strong>{words.access.nextYou}</strong>;
    if (awaiting.undecidable !== null) return <>{words.access.nextUndecided(awaiting.undecidable)}</>;
    const names = awaiting.system === null ? awaiting.people.map(personName).toSorted() : [awaiting.system];
    const joined = awaiting.missing >= names.length ? 'and' : 'or';
    return <>{words.access.nextOthers(listed(names, telling, joined))}</>;
  }
  if (standing === 'None' || until === undefined) return null;
  return (
    <>
      {Date.parse(until) > now ? words.times.ends : words.times.ended} <Ago at={until} />
    </>
  );
}

/**
 * The decision, while there is something to decide; who rejected may think better of it. What is being typed outlives a
 * decision of somebody else.
 */
function Deciding({ access }: { access: Access }) {
  const { data: me } = useSuspenseQuery(meQuery);
  const [verdict, setVerdict] = useState<Verdict | null>(() => verdictKept(me.id, access.id));
  const close = () => setVerdict(null);
  const mayReconsider = access.approval.state === 'Rejected' && access.approval.actions?.approve?.allowed;
  if (verdict === null && !isWaiting(access) && !mayReconsider) return null;
  return (
    <div className="row-acts">
      {verdict === null ? (
        <VerdictButtons access={access} onDecide={setVerdict} />
      ) : (
        <DecideForm key={verdict} access={access} verdict={verdict} onClose={close} onDone={close} />
      )}
    </div>
  );
}

/** What somebody was about to say before they had to sign in again. */
function verdictKept(person: string, access: string): Verdict | null {
  const kept = keptDraft('decision', person);
  return kept?.access === access ? kept.verdict : null;
}

function PolicyWords({ resource }: { resource: string }) {
  const { data, error, refetch } = useQuery(policyQuery(resource));
  const words = useWords();
  if (error)
    return (
      <Stack align="flex-start" gap="xs">
        <Text size="sm">{error.message}</Text>
        <Button size="xs" variant="default" onClick={() => void refetch()}>
          {words.faults.retry}
        </Button>
      </Stack>
    );
  return (
    <ul className="plain-list">
      {data?.sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
