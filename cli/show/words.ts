// An access in words: who it is for, who has to act, how it stands. One place, so that the list, the page of an access
// and the answer to a command never say the same thing differently.
import type { Schemas } from '../server.ts';
import { plain } from './paint.ts';
import { distance, exactMoment, moment, zoneAt } from './times.ts';

export type Access = Schemas['Access'];
type Person = Schemas['NamedPerson'];
type Actor = Schemas['Actor'];
type Awaiting = Schemas['Awaiting'];

export function personWords({ name, email, person }: Person): string {
  return plain(name ?? email ?? person);
}

/** Who did something: a person by name, a key as what it is, the rules as themselves. */
export function actorWords(actor: Actor | undefined): string {
  if (!actor) return 'the owner side';
  switch (actor.type) {
    case 'person':
      return plain(actor.name ?? actor.email ?? actor.id);
    case 'system':
      return 'the policy';
    case 'team-key':
      return 'a team’s key';
    case 'organization-key':
      return 'an organization key';
  }
}

/** `alice@fernlane.example`, `team analytics`, `product forecast`. */
export function consumerWords({ consumer }: Access): string {
  const { dataProductId, applicationId, teamId, userId } = consumer;
  if (applicationId !== undefined) return `application ${plain(applicationId)}`;
  if (dataProductId !== undefined) return `product ${plain(dataProductId)}`;
  if (userId !== undefined) return plain(userId);
  return `team ${plain(teamId ?? 'unknown')}`;
}

/** The one word for where it stands, or both words where something new is asked while something is granted. */
export function stateWords({ approval }: Access): { granted: string | null; asked: string | null } {
  const open = approval.state === 'Pending' || approval.state === 'SemiGranted';
  const granted = approval.standing === 'None' ? null : approval.standing;
  return { granted, asked: open || granted === null ? approval.state : null };
}

/** Whether somebody has to act before it goes on. */
export function isWaiting({ approval }: Access): boolean {
  return approval.state === 'Pending' || approval.state === 'SemiGranted';
}

/** `ends in 30 days`, `ended 2 hours ago`, `no end`. */
export function endWords({ approval }: Access, now: number): string {
  if (approval.standing === 'None') return '';
  if (approval.until === undefined) return 'no end';
  return `${Date.parse(approval.until) > now ? 'ends' : 'ended'} ${distance(approval.until, now)}`;
}

/** Who must act next, as the end of a sentence. */
export function awaitingWords({ missing, people, system, undecidable }: Awaiting): string {
  if (undecidable !== null) return `nobody can decide it as it stands: ${plain(undecidable)}.`;
  if (system !== null) return `it waits for ${plain(system)}.`;
  const names = people.map(personWords).sort();
  if (missing === 1) return `it waits for ${listed(names, 'or')}.`;
  if (missing === names.length) return `it waits for ${listed(names, 'and')}.`;
  return `it waits for ${missing} different people of ${listed(names, 'and')}.`;
}

/** `2026-11-22 18:40 to 2026-12-22 18:40 UTC`; with seconds where the period is short. */
export function periodWords(from: string | undefined, until: string | undefined): string {
  if (from === undefined)
    return until === undefined ? 'from the decision on' : `until ${moment(until)} ${zoneAt(until)}`;
  const isShort = until !== undefined && Date.parse(until) - Date.parse(from) < 3_600_000;
  const tell = isShort ? exactMoment : moment;
  const begin = tell(from);
  return until === undefined
    ? `from ${begin} ${zoneAt(from)}, without end`
    : `${begin} to ${tell(until)} ${zoneAt(until)}`;
}

export function listed(words: readonly string[], joined: 'and' | 'or'): string {
  if (words.length < 2) return words[0] ?? 'nobody';
  return `${words.slice(0, -1).join(', ')} ${joined} ${words.at(-1)}`;
}
