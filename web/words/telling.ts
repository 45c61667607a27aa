// Facts of the API in words: who somebody is, for whom an access is, from when until when, how long. One place, so that
// a list, a page and a form never say the same thing differently.
import type { Access, NamedPerson, Schemas } from '../api/client.ts';
import { moment } from '../ui/time.tsx';
import type { Words } from './en.ts';
import { named } from './named.ts';

export interface Telling {
  readonly words: Words;
  readonly locale: string;
  readonly timeZone: string;
}

export function personName({ name, email, person }: NamedPerson): string {
  return named(name ?? email ?? person);
}

export function actorName(actor: Schemas['Actor'] | undefined, words: Words): string {
  if (!actor) return words.people.ownerSide;
  switch (actor.type) {
    case 'person':
      return named(actor.name ?? actor.email ?? actor.id);
    case 'system':
      return words.people.policy;
    case 'team-key':
      return words.people.teamKey;
    case 'organization-key':
      return words.people.organizationKey;
  }
}

/** `data product Recommendations`, `team Analytics`, or a person; by id where the API knows no name. */
export function consumerName({ consumer, consumerName, approval }: Consuming, { people }: Words): string {
  const { dataProductId, applicationId, teamId, userId } = consumer;
  const known = consumerName ?? approval?.consumer.name;
  const name = known && named(known);
  if (userId !== undefined) return name ?? userId;
  if (applicationId !== undefined) return people.application(name ?? applicationId);
  if (dataProductId !== undefined) return people.product(name ?? dataProductId);
  return people.team(name ?? teamId ?? '?');
}

/** An access, or what stands for one in a list of what somebody has. */
interface Consuming extends Pick<Access, 'consumer'> {
  readonly approval?: Pick<Access['approval'], 'consumer'>;
  readonly consumerName?: string;
}

/** `Bob, Carol or Grace`, in the manner of the language. */
export function listed(names: readonly string[], { words, locale }: Telling, joined: 'and' | 'or'): string {
  if (names.length === 0) return words.people.nobody;
  const type = joined === 'and' ? 'conjunction' : 'disjunction';
  return new Intl.ListFormat(locale, { type }).format(names);
}

/** `90d` as `90 days`; a duration of several parts stays as the API writes it. */
export function lengthWords(duration: string, { times }: Words): string {
  const [, count, unit] = /^(\d+)([mhdw])$/.exec(duration) ?? [];
  const names = unit === undefined ? undefined : times.length[unit];
  if (!names) return duration;
  return `${count} ${names[count === '1' ? 0 : 1]}`;
}

interface Period {
  readonly from?: string;
  readonly until?: string;
  readonly duration?: string;
}

/** From when until when, or for how long from the decision on. */
export function periodWords({ from, until, duration }: Period, telling: Telling): string {
  const { words, locale, timeZone } = telling;
  const { times } = words;
  const at = (instant: string) => moment(instant, locale, timeZone);
  if (duration !== undefined) return times.forLength(lengthWords(duration, words));
  if (from !== undefined)
    return until === undefined ? times.from(at(from)) : times.fromUntil(at(from), at(until));
  return until === undefined ? times.noEnd : times.until(at(until));
}

/** Whether somebody has to act before it goes on. */
export function isWaiting({ approval }: Pick<Access, 'approval'>): boolean {
  return approval.state === 'Pending' || approval.state === 'SemiGranted';
}

/** How long what is asked would last: as long as was asked for, else as the policy has it, which the API knows. */
export function askedPeriodWords({ approval }: Pick<Access, 'approval'>, telling: Telling): string {
  const { request, wouldLast } = approval;
  const isNamed = request?.duration !== undefined || request?.until !== undefined;
  if (!request || isNamed || !wouldLast) return periodWords(request ?? approval, telling);
  return periodWords(wouldLast.until === undefined ? {} : { until: wouldLast.until }, telling);
}
