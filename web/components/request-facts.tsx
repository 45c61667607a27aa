// Everything that an approver has to know, in one look and in the order in which people ask: who, for whom, for what,
// why, for how long, what they have already, who else must agree, what happens then. For a change, what is granted
// stands beside what is asked.
import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Access, Resource } from '../api/client.ts';
import { paths } from '../paths.ts';
import { Icon } from '../ui/icon.tsx';
import { Facts, Said } from '../ui/panel.tsx';
import { Ago, Moment } from '../ui/time.tsx';
import { useWords } from '../words/words.tsx';
import { actorName, askedPeriodWords, isWaiting, periodWords } from '../words/telling.ts';
import { Awaiting } from './awaiting.tsx';
import { ConsumerLink } from './consumer-link.tsx';
import { KindMark } from './kind-mark.tsx';
import { Link } from './links.tsx';
import { SaidLinks } from './said-links.tsx';
import { StateBadge } from './state-badge.tsx';
import { useTelling } from './use-telling.ts';

export function RequestFacts({ access }: { access: Access }) {
  const words = useWords();
  const telling = useTelling();
  const { approval, provider, info } = access;
  const { request, resource } = approval;
  const waits = isWaiting(access);
  return (
    <Facts
      facts={[
        [
          words.access.asker,
          request && (
            <>
              {actorName(request.asker, words)}
              {request.asker?.email && ` (${request.asker.email})`}, <Ago at={request.askedAt} />
            </>
          ),
        ],
        [words.access.consumer, <ConsumerLink key="consumer" of={access} />],
        [
          words.access.resource,
          <Group key="resource" gap={8}>
            <Link to={paths.resource(resource.id)}>{resource.name}</Link>
            <KindMark kind={resource.kind} />
            <Link to={paths.team(provider.teamId)} c="dimmed">
              {words.access.ownedBy(provider.teamId)}
            </Link>
          </Group>,
        ],
        [
          words.access.purpose,
          <div key="purpose">
            <Said text={request?.purpose ?? info.purpose} />
            {request?.purposeGenerated === true && (
              <Text size="sm" c="dimmed">
                {words.access.generated}
              </Text>
            )}
          </div>,
        ],
        [
          words.access.roles,
          rolesWords(waits && request ? request.roles : access.roles, words.access.noRoles),
        ],
        [words.access.period, waits ? askedPeriodWords(access, telling) : periodWords(approval, telling)],
        [words.access.difference, waits && approval.standing !== 'None' && <Difference access={access} />],
        [words.access.already, <Already key="already" access={access} />],
        [words.access.mustAgree, waits && <Awaiting access={access} />],
        [words.access.deadline, waits && request && <Moment at={request.deadline} />],
        [words.access.contract, contractOf(access)],
        [words.access.target, waits && (approval.context?.outlook?.sentence ?? words.access.targetNone)],
        [words.access.links, Object.keys(access.links).length > 0 && <SaidLinks links={access.links} />],
        ...Object.entries(access.custom).map(
          ([name, value]) => [name, <Said key={name} text={value} />] as const,
        ),
        ['', request?.becauseOf && words.access.decidedBecause[request.becauseOf]],
      ]}
    />
  );
}

/** What somebody who decides should know beyond the request itself; of an access with its context. */
export function Surroundings({ access }: { access: Access }) {
  const words = useWords();
  const { approval } = access;
  return (
    <Facts
      facts={[
        [words.access.difference, approval.standing !== 'None' && <Difference access={access} />],
        [words.access.already, <Already key="already" access={access} />],
        [words.access.mustAgree, <Awaiting key="awaiting" access={access} />],
        [words.access.contract, contractOf(access)],
        [
          words.access.target,
          approval.context && (approval.context.outlook?.sentence ?? words.access.targetNone),
        ],
      ]}
    />
  );
}

function rolesWords(roles: readonly string[], none: string): ReactNode {
  return roles.length > 0 ? (
    roles.join(', ')
  ) : (
    <Text inherit c="dimmed">
      {none}
    </Text>
  );
}

function contractOf({ provider: { dataContractId: id, dataContractVersion: version } }: Access): ReactNode {
  if (id === undefined) return null;
  return (
    <Link to={paths.dataContract(id)}>
      <bdi>{version === undefined ? id : `${id} ${version}`}</bdi>
    </Link>
  );
}

/** What is granted, and what would be. */
function Difference({ access }: { access: Access }) {
  const telling = useTelling();
  const { words } = telling;
  const { approval, roles } = access;
  // From when it runs is no difference: what is granted goes on until the new end.
  const { until } = approval;
  const before = periodWords(until === undefined ? {} : { until }, telling);
  const after = askedPeriodWords(access, telling);
  return (
    <>
      <Changed name={words.access.roles}>
        <RolesChanged before={roles} after={approval.request!.roles} />
      </Changed>
      <Changed name={words.access.period}>
        {before === after ? (
          words.access.unchanged
        ) : (
          <>
            <del>{before}</del> <Icon name="right" size={12} /> <ins>{after}</ins>
          </>
        )}
      </Changed>
    </>
  );
}

function Changed({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text component="span" c="dimmed" inherit>
        {name}:{' '}
      </Text>
      {children}
    </div>
  );
}

/** Role by role, because one that was added to ten is what has to be seen. */
function RolesChanged({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  const { access } = useWords();
  const gone = before.filter((role) => !after.includes(role));
  const added = after.filter((role) => !before.includes(role));
  if (gone.length === 0 && added.length === 0) return access.unchanged;
  const kept = after.filter((role) => before.includes(role));
  return [
    ...kept.map((role) => <span key={role}>{role}</span>),
    ...gone.map((role) => <del key={role}>− {role}</del>),
    ...added.map((role) => <ins key={role}>+ {role}</ins>),
  ].flatMap((role, nth) => (nth === 0 ? [role] : [', ', role]));
}

const shownAtMost = 5;

/** What the asking side has of this owner already, the same resource first. */
function Already({ access }: { access: Access }) {
  const words = useWords();
  const { context } = access.approval;
  if (!context) return <Text c="dimmed">…</Text>;
  const held = context.held.filter((one) => one.access !== access.id);
  if (held.length === 0) return <Text c="dimmed">{words.access.alreadyNothing}</Text>;
  return (
    <>
      {held.slice(0, shownAtMost).map((one) => (
        <Group key={one.access} gap={8}>
          <Link to={paths.access(one.access)}>{one.resource.name}</Link>
          <ConsumerLink of={one} />
          <StateBadge state={one.state} />
        </Group>
      ))}
      {held.length > shownAtMost && (
        <Text c="dimmed">{words.access.alreadyMore(held.length - shownAtMost)}</Text>
      )}
    </>
  );
}

/** What Countersign does at a target once access is granted. */
export function TargetWords({ resource }: { resource: Resource }) {
  const words = useWords();
  const { target, targetWanted } = resource;
  if (target) return <>{words.access.targetSoon(target.id, bindingWords(target.binding, words))}</>;
  return <>{targetWanted ? words.access.targetWhy(targetWanted.reason) : words.access.targetNone}</>;
}

/** What a resource is at its target. */
export function bindingWords(
  binding: Record<string, unknown>,
  { access }: ReturnType<typeof useWords>,
): string {
  const { schema, tables, topics, exchange, routingKeys } = binding;
  if (Array.isArray(topics)) return access.topics(topics.join(', '));
  if (typeof exchange === 'string')
    return Array.isArray(routingKeys)
      ? access.routingKeys(exchange, routingKeys.join(', '))
      : access.exchange(exchange);
  if (typeof schema !== 'string') return JSON.stringify(binding);
  return Array.isArray(tables) ? access.tables(tables.join(', '), schema) : access.schema(schema);
}
