// One application: what it is and whose, and what it has and waits for. Whoever may change it does so here, in place.
import { Group, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import {
  applicationAccessQuery,
  applicationQuery,
  storedApplicationQuery,
  useDeleteApplication,
} from '../api/applications.ts';
import { useLiveSubject } from '../api/live.tsx';
import { AccessNow } from '../components/access-now.tsx';
import { EndCell, ResourceCell, StateCell } from '../components/access-table.tsx';
import { ApplicationForm } from '../components/application-form.tsx';
import { Awaiting } from '../components/awaiting.tsx';
import { FaultNote } from '../components/fault-note.tsx';
import { ButtonLink, Link } from '../components/links.tsx';
import { paths } from '../paths.ts';
import { ButtonWithReason } from '../ui/button-with-reason.tsx';
import { Question } from '../ui/confirm.tsx';
import { Page } from '../ui/page.tsx';
import { Facts, Panel, Said } from '../ui/panel.tsx';
import { applicationWords } from '../words/application.ts';
import { isWaiting } from '../words/telling.ts';
import { useWords, useWordsOf } from '../words/words.tsx';

type Doing = { readonly what: 'edit'; readonly from: number } | { readonly what: 'delete' };

export function ApplicationPage() {
  const { id } = useParams({ from: '/inside/applications/$id' });
  const words = useWords();
  const texts = useWordsOf(applicationWords);
  const { data: application } = useSuspenseQuery(applicationQuery(id));
  const stored = useQuery(storedApplicationQuery(id));
  const [doing, setDoing] = useState<Doing | null>(null);
  useLiveSubject(id);
  const { name, owner, description, tags, actions } = application;
  const close = () => setDoing(null);
  // Each beginning is a form of its own.
  const begin = (from: number) => setDoing({ what: 'edit', from });
  return (
    <Page
      title={name}
      kicker={
        <Text component="span" size="sm" c="dimmed">
          {texts.kind}{' '}
          <Link to={paths.team(owner.id)} c="dimmed">
            {words.access.ownedBy(owner.name)}
          </Link>
        </Text>
      }
      lead={description && <Said text={description} />}
      beside={
        <Group gap="xs">
          <ButtonLink to={paths.mesh()} search={{ at: `application:${id}` }} variant="default">
            {texts.inMesh}
          </ButtonLink>
          {doing === null && (
            <>
              <ButtonWithReason
                variant="default"
                reason={actions.edit.allowed ? null : actions.edit.reason}
                onClick={() => begin(0)}
              >
                {texts.edit}
              </ButtonWithReason>
              <ButtonWithReason
                variant="default"
                reason={actions.delete.allowed ? null : actions.delete.reason}
                onClick={() => setDoing({ what: 'delete' })}
              >
                {texts.delete}
              </ButtonWithReason>
            </>
          )}
        </Group>
      }
    >
      {doing?.what === 'edit' && stored.error && (
        <FaultNote error={stored.error} retry={() => void stored.refetch()} />
      )}
      {doing?.what === 'edit' && stored.data && (
        <Panel title={texts.editTitle}>
          <ApplicationForm
            key={doing.from}
            stored={stored.data}
            onClose={close}
            onAgain={() => begin(doing.from + 1)}
          />
        </Panel>
      )}
      {doing?.what === 'delete' && <Deleting id={id} name={name} team={owner.id} onCancel={close} />}
      <div className="columns">
        <div>
          <Panel title={texts.has}>
            <Has id={id} />
          </Panel>
        </div>
        <div>
          <Panel title={texts.what}>
            <Facts
              facts={[
                [texts.team, <Link to={paths.team(owner.id)}>{owner.name}</Link>],
                [texts.id, <bdi>{id}</bdi>],
                [texts.tags, tags.length > 0 && <bdi>{tags.map((tag) => `#${tag}`).join(' ')}</bdi>],
                ...Object.entries(stored.data?.application.custom ?? {}).map(
                  ([field, value]) => [field, <Said key={field} text={textOf(value)} />] as const,
                ),
              ]}
            />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

interface DeletingProps {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly onCancel: () => void;
}

function Deleting({ id, name, team, onCancel }: DeletingProps) {
  const texts = useWordsOf(applicationWords);
  const navigate = useNavigate();
  const remove = useDeleteApplication(id);
  return (
    <Question
      about={texts.delete}
      whatHappens={texts.whatHappens(name)}
      confirm={texts.deleteNow}
      cancel={texts.keep}
      isPending={remove.isPending}
      fault={remove.error && <FaultNote error={remove.error} />}
      onConfirm={() =>
        remove.mutate(undefined, { onSuccess: () => void navigate({ to: paths.team(team), replace: true }) })
      }
      onCancel={onCancel}
    />
  );
}

function Has({ id }: { id: string }) {
  const texts = useWordsOf(applicationWords);
  const waiting = useInfiniteQuery(applicationAccessQuery(id, 'waiting'));
  const live = useInfiniteQuery(applicationAccessQuery(id, 'live'));
  return (
    <AccessNow
      waiting={waiting}
      live={live}
      nothing={texts.hasNothing}
      columns={[
        { title: texts.resource, of: (access) => <ResourceCell access={access} /> },
        { title: texts.state, of: (access) => <StateCell access={access} /> },
        { title: texts.ends, of: (access) => <EndCell access={access} /> },
        { title: texts.next, of: (access) => isWaiting(access) && <Awaiting access={access} /> },
      ]}
    />
  );
}

/** Free fields may hold anything. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
