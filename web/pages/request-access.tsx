// Asking: why, for how long, and where the resource knows roles, which. For whom is chosen already, and can be changed.
// What would happen then is said below before anything is sent, by the rules that will judge it. An id is made once for
// the form, so that sending twice, or again after the connection broke, asks once.
import { Button, Chip, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useAsk } from '../api/access-acts.ts';
import type { Resource, Schemas } from '../api/client.ts';
import { asFault } from '../api/fault.ts';
import { consumersQuery, meQuery } from '../api/me.ts';
import { policyQuery, resourceQuery, termsQuery } from '../api/resources.ts';
import { previewQuery } from '../api/access.ts';
import { ContractTerms } from '../components/contract-terms.tsx';
import { durationChoices } from '../components/durations.ts';
import { FaultNote } from '../components/fault-note.tsx';
import { forgetDraft, keptDraft, useKeptDraft, type Drafts } from '../components/kept-drafts.ts';
import { KindMark } from '../components/kind-mark.tsx';
import { Link } from '../components/links.tsx';
import { useTelling } from '../components/use-telling.ts';
import { paths } from '../paths.ts';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { periodWords } from '../words/telling.ts';
import { named } from '../words/named.ts';
import { requestAccessWords } from '../words/request-access.ts';
import { useWords, useWordsOf } from '../words/words.tsx';

export function RequestAccessPage() {
  const { id } = useParams({ from: '/inside/resources/$id/request' });
  const texts = useWordsOf(requestAccessWords);
  const { data: resource } = useSuspenseQuery(resourceQuery(id));
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
      <RequestForm resource={resource} />
    </Page>
  );
}

const typingMs = 200;

type Consumer = Schemas['Consumers']['items'][number];

/** As it stands in the address: `team:analytics`. */
function keyOf({ kind, consumer }: Consumer): string {
  const { applicationId, dataProductId, userId, teamId } = consumer;
  const id = applicationId === undefined ? (dataProductId ?? userId ?? teamId) : `${teamId}/${applicationId}`;
  return `${kind}:${id}`;
}

function RequestForm({ resource }: { resource: Resource }) {
  const words = useWords();
  const texts = useWordsOf(requestAccessWords);
  const navigate = useNavigate();
  const router = useRouter();
  const client = useQueryClient();
  const { data: policy } = useSuspenseQuery(policyQuery(resource.id));
  const { data: consumers } = useSuspenseQuery(consumersQuery);
  const { for: who } = useSearch({ from: '/inside/resources/$id/request' });
  const { data: me } = useSuspenseQuery(meQuery);
  const [kept] = useState(() => keptFor(me.id, resource));
  const [purpose, setPurpose] = useState(kept?.purpose ?? '');
  const [duration, setDuration] = useState(kept?.duration ?? '');
  const [roles, setRoles] = useState([...(kept?.roles ?? [])]);
  const isTouched = purpose !== '' || duration !== '' || roles.length > 0;
  useKeptDraft('request', me.id, isTouched ? { resource: resource.id, purpose, duration, roles } : null);
  const [id] = useState(freshId);
  const terms = useQuery(termsQuery(resource.id)).data?.current;
  const ask = useAsk();
  // The list may grow while somebody writes, so a choice is known by what it is and not by its place.
  const chosen = consumers.items.find((one) => keyOf(one) === who) ?? consumers.items[0];
  const wish = {
    resource: resource.id,
    ...(chosen && { consumer: chosen.consumer }),
    ...(duration !== '' && { duration }),
    ...(roles.length > 0 && { roles }),
  };
  const fields = ask.error ? asFault(ask.error).fields : {};
  const { team, product, application } = words.people;
  const choiceWords = { person: texts.me, team, 'data-product': product, application };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate(
      {
        ...wish,
        ...(id !== null && { id }),
        ...(terms && { acceptedTerms: terms.hash }),
        purpose: purpose.trim(),
      },
      {
        // Terms that have changed meanwhile are shown before they can be accepted.
        onError: () => void client.invalidateQueries({ queryKey: ['contract', resource.id] }),
        onSuccess: (access) => {
          forgetDraft('request');
          void navigate({ to: paths.access(access.id), replace: true });
        },
      },
    );
  };
  return (
    <div className="columns">
      <form onSubmit={submit}>
        <Stack className="panel">
          {consumers.items.length > 1 && (
            <Select
              label={texts.forWhom}
              allowDeselect={false}
              searchable={consumers.items.length > 8}
              value={chosen ? keyOf(chosen) : null}
              onChange={(key) =>
                void navigate({
                  to: paths.requestAccess(resource.id),
                  search: { for: key ?? '' },
                  replace: true,
                })
              }
              error={fields.consumer}
              data={consumers.items.map((one) => ({
                value: keyOf(one),
                label: choiceWords[one.kind](named(one.name)),
              }))}
            />
          )}
          <Textarea
            autoFocus
            label={texts.purpose}
            description={texts.purposeHint}
            required
            withAsterisk={false}
            minRows={3}
            maxLength={20_000}
            value={purpose}
            error={fields.purpose}
            onChange={(event) => setPurpose(event.currentTarget.value)}
          />
          <Select
            label={texts.howLong}
            allowDeselect={false}
            value={duration}
            onChange={(value) => setDuration(value ?? '')}
            error={fields.duration ?? fields.until}
            data={durationChoices(policy, words)}
          />
          {resource.offers.length > 0 && (
            <div role="group" aria-label={texts.roles}>
              <Text size="sm" fw={500}>
                {texts.roles}
              </Text>
              <Text size="xs" c="dimmed" mb={6}>
                {texts.rolesHint}
              </Text>
              <Chip.Group multiple value={roles} onChange={setRoles}>
                <Group gap={6}>
                  {resource.offers.map((role) => (
                    <Chip key={role} value={role} size="sm">
                      {role}
                    </Chip>
                  ))}
                </Group>
              </Chip.Group>
            </div>
          )}
          {ask.error && <FaultNote error={ask.error} />}
          <Group gap="sm">
            <Button type="submit" loading={ask.isPending}>
              {texts.submit}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                forgetDraft('request');
                router.history.back();
              }}
            >
              {words.faults.back}
            </Button>
          </Group>
        </Stack>
      </form>
      <div>
        <Panel title={texts.whatThen}>
          <WhatThen wish={wish} />
        </Panel>
        <ContractTerms resource={resource.id} isAsking />
      </div>
    </div>
  );
}

/** Said by the server for exactly this wish; the purpose changes nothing of it. */
function WhatThen({ wish }: { wish: Parameters<typeof previewQuery>[0] }) {
  const telling = useTelling();
  const texts = useWordsOf(requestAccessWords);
  const [settled] = useDebouncedValue(JSON.stringify(wish), typingMs);
  const { data, error } = useQuery(previewQuery(JSON.parse(settled)));
  if (error) return <FaultNote error={error} />;
  if (!data) return <Text c="dimmed">…</Text>;
  return (
    <Stack gap={4} role="status">
      <div>{data.sentence}</div>
      {data.problem?.fix && <Text size="sm">{telling.words.faults.toDo(data.problem.fix)}</Text>}
      {(data.from ?? data.until) && (
        <Text size="sm" c="dimmed">
          {texts.untilWhen} {periodWords(data.until ? { until: data.until } : {}, telling)}
        </Text>
      )}
    </Stack>
  );
}

/** What was typed here before somebody had to sign in again, as far as it can still be asked. */
function keptFor(person: string, { id, offers }: Resource): Drafts['request'] | null {
  const kept = keptDraft('request', person);
  return kept?.resource === id
    ? { ...kept, roles: kept.roles.filter((role) => offers.includes(role)) }
    : null;
}

/** Browsers make ids only on pages that came safely; elsewhere the server makes one. */
function freshId(): string | null {
  return isSecureContext ? crypto.randomUUID() : null;
}
