// How access to one resource is decided, written by its owners. While they write, the server says what the draft means:
// in sentences, with who would decide right now, whether a second owner has to agree, and what becomes of the requests
// that wait. Everybody else reads the same page and is told why they cannot change it.
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import type { Policy, Resource } from '../api/client.ts';
import { asFault } from '../api/fault.ts';
import { useLiveSubject } from '../api/live.tsx';
import { meQuery } from '../api/me.ts';
import { lastChangeQuery, policyPreviewQuery, useSetPolicy } from '../api/policy.ts';
import { policyQuery, resourceQuery } from '../api/resources.ts';
import { AskBeforeLeaving } from '../components/ask-before-leaving.tsx';
import { FaultNote } from '../components/fault-note.tsx';
import { forgetDraft, keptDraft, useKeptDraft } from '../components/kept-drafts.ts';
import { KindMark } from '../components/kind-mark.tsx';
import { Link } from '../components/links.tsx';
import {
  bodyOf,
  draftOf,
  partsApart,
  rebased,
  type PolicyDraft,
  type PolicyPart,
} from '../components/policy-draft.ts';
import { PolicyForm } from '../components/policy-form.tsx';
import { PolicyOutlook, Sentences, WouldDecide } from '../components/policy-outlook.tsx';
import { PolicyProposal } from '../components/policy-proposal.tsx';
import { whoOf } from '../components/timeline.tsx';
import { useTelling } from '../components/use-telling.ts';
import { paths } from '../paths.ts';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { policyWords } from '../words/policy.ts';
import { listed } from '../words/telling.ts';
import { useWords, useWordsOf } from '../words/words.tsx';

export function PolicyPage() {
  const { id } = useParams({ from: '/inside/resources/$id/policy' });
  const texts = useWordsOf(policyWords);
  const { data: resource } = useSuspenseQuery(resourceQuery(id));
  const { data: policy } = useSuspenseQuery(policyQuery(id));
  useLiveSubject(id);
  const { change } = policy.actions;
  return (
    <Page
      title={texts.title(resource.name)}
      kicker={
        <>
          <KindMark kind={resource.type} />
          <Link to={paths.resource(id)} size="sm">
            {resource.name}
          </Link>
        </>
      }
    >
      <PolicyProposal policy={policy} />
      {change?.allowed ? (
        <Editor resource={resource} policy={policy} />
      ) : (
        <ToRead policy={policy} reason={change?.reason ?? null} />
      )}
    </Page>
  );
}

function ToRead({ policy, reason }: { policy: Policy; reason: string | null }) {
  const texts = useWordsOf(policyWords);
  return (
    <>
      {reason !== null && <Alert color="gray">{texts.cannot(reason)}</Alert>}
      <Panel title={texts.now}>
        <Stack gap="md">
          <Sentences before={policy.sentences} after={policy.sentences} />
          <WouldDecide prospect={policy} />
        </Stack>
      </Panel>
    </>
  );
}

const typingMs = 300;

function Editor({ resource, policy }: { resource: Resource; policy: Policy }) {
  const texts = useWordsOf(policyWords);
  const client = useQueryClient();
  const { data: me } = useSuspenseQuery(meQuery);
  const { draft, setDraft, overtaken, accept } = useDraft(policy, me.id);
  const isChanged = partsApart(draftOf(policy), draft).length > 0;
  const unsaved = isChanged ? { resource: resource.id, before: draftOf(policy), draft } : null;
  useKeptDraft('policy', me.id, unsaved);
  const [settled] = useDebouncedValue(JSON.stringify(bodyOf(draft)), typingMs);
  const preview = useQuery(policyPreviewQuery(resource.id, policy.version, JSON.parse(settled)));
  const set = useSetPolicy(resource.id);
  const [done, setDone] = useState<'changed' | 'proposed' | null>(null);
  // What the last click was told holds until something else is written.
  const fault = asFault(preview.error ?? set.error);
  const isRefused = [400, 422].includes(asFault(preview.error).status);
  const change = (part: Partial<PolicyDraft>) => {
    setDone(null);
    set.reset();
    setDraft({ ...draft, ...part });
  };
  const discard = () => {
    forgetDraft('policy');
    set.reset();
    setDraft(draftOf(policy));
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!isChanged) return;
    set.mutate(
      { body: bodyOf(draft), version: policy.version },
      {
        onSuccess: (outcome) => {
          setDone(outcome);
          forgetDraft('policy');
          accept();
          // What is proposed stands above; here stands what holds.
          setDraft(draftOf(client.getQueryData(policyQuery(resource.id).queryKey) ?? policy));
        },
      },
    );
  };
  return (
    <form onSubmit={save} noValidate>
      <AskBeforeLeaving {...texts.leaving} isUnsaved={isChanged} onLeave={() => forgetDraft('policy')} />
      <div className="columns">
        <div>
          <PolicyForm
            resource={resource}
            draft={draft}
            change={change}
            faultOf={(field) => faultAt(fault.fields, field)}
          />
        </div>
        <div className="stays">
          {overtaken && !set.isPending && (
            <Overtaken id={resource.id} policy={policy} overtaken={overtaken} accept={accept} />
          )}
          <Panel title={isChanged ? texts.wouldSay : texts.says}>
            <Stack gap="md">
              <Outlook preview={preview} policy={policy} />
              {set.error && !(overtaken && fault.code === 'version_mismatch') && (
                <FaultNote error={set.error} />
              )}
              <div role="status">
                {done !== null && (done === 'changed' ? texts.saved : texts.proposedNow)}
                {done === null && !isChanged && <Text c="dimmed">{texts.unchanged}</Text>}
              </div>
              <Group gap="sm">
                <Button type="submit" disabled={!isChanged || isRefused} loading={set.isPending}>
                  {preview.data?.outcome === 'proposed' && isChanged ? texts.propose : texts.save}
                </Button>
                {isChanged && (
                  <Button variant="default" onClick={discard}>
                    {texts.discard}
                  </Button>
                )}
              </Group>
            </Stack>
          </Panel>
        </div>
      </div>
    </form>
  );
}

/** What the server says of the draft, or what is wrong with it. */
function Outlook({
  preview: { data, error, isPlaceholderData },
  policy,
}: {
  preview: {
    data: Parameters<typeof PolicyOutlook>[0]['preview'] | undefined;
    error: unknown;
    isPlaceholderData: boolean;
  };
  policy: Policy;
}) {
  if (error) return <FaultNote error={error} />;
  if (!data) return <WaitingRows rows={4} height={24} />;
  return (
    <div aria-live="polite" aria-busy={isPlaceholderData}>
      <PolicyOutlook preview={data} before={policy.sentences} />
    </div>
  );
}

interface Overtaking {
  /** The sentences that held when one began to write. */
  readonly before: readonly string[];
  readonly both: readonly PolicyPart[];
}

/**
 * The draft, on top of the policy as it holds. When somebody else changes that, what one has not touched follows, what one
 * has written stays, and the page says what happened.
 */
function useDraft(policy: Policy, person: string) {
  const [base, setBase] = useState(policy);
  const [draft, setDraft] = useState(() => draftAgain(policy, person));
  const [overtaken, setOvertaken] = useState<Overtaking | null>(null);
  useEffect(() => {
    if (base.version === policy.version) return;
    const next = rebased(draftOf(base), draft, draftOf(policy));
    const isWriting = partsApart(next.draft, draftOf(policy)).length > 0;
    setBase(policy);
    setDraft(next.draft);
    if (isWriting)
      setOvertaken((earlier) => ({ before: earlier?.before ?? base.sentences, both: next.both }));
  }, [base, draft, policy]);
  return { draft, setDraft, overtaken, accept: () => setOvertaken(null) };
}

/** What was written before the person had to sign in again, on top of the policy as it holds. */
function draftAgain(policy: Policy, person: string): PolicyDraft {
  const kept = keptDraft('policy', person);
  return kept?.resource === policy.resource
    ? rebased(kept.before, kept.draft, draftOf(policy)).draft
    : draftOf(policy);
}

function Overtaken({
  id,
  policy,
  overtaken,
  accept,
}: {
  id: string;
  policy: Policy;
  overtaken: Overtaking;
  accept: () => void;
}) {
  const words = useWords();
  const telling = useTelling();
  const texts = useWordsOf(policyWords);
  const { data: entry } = useQuery(lastChangeQuery(id, policy.version));
  const parts = overtaken.both.map((part) => texts.parts[part] ?? part);
  return (
    <Alert color="gray" mb="md" role="alert">
      <Stack gap="xs" align="flex-start">
        <strong>{texts.overtaken(entry ? whoOf(entry, words) : texts.somebody)}</strong>
        <Sentences before={overtaken.before} after={policy.sentences} />
        <div>{parts.length === 0 ? texts.kept : texts.both(listed(parts, telling, 'and'))}</div>
        <Button size="xs" variant="default" onClick={accept}>
          {texts.understood}
        </Button>
      </Stack>
    </Alert>
  );
}

/** What is wrong with a field, or with a part of it. */
function faultAt(faults: Readonly<Record<string, string>>, field: string): string | undefined {
  const [, message] =
    Object.entries(faults).find(
      ([at]) => at === field || at.startsWith(`${field}.`) || at.startsWith(`${field}[`),
    ) ?? [];
  return message;
}
