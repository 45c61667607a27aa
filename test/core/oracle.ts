// The rules of design 3.1 to 3.4 a second time, written from the design alone, to judge random histories by. Nothing of
// src/core is called here, and the shape differs on purpose: who may is answered from the plain table of memberships,
// grants are intervals that are cut, and expiry is never stored but worked out whenever somebody looks. Each act says
// what must come of it and keeps its own books; history.ts then compares them with what the core made of the same act.
import type { Vote } from '../../src/core/decide.ts';
import type { Policy } from '../../src/core/policy.ts';
import type { Channel, Principal } from '../../src/core/principal.ts';
import type { Consumer } from '../../src/core/consumer.ts';
import type { Ask, Terms } from '../../src/core/terms.ts';
import { endOfTime } from '../../src/core/time.ts';
import { orderEvents, parents, type Membership, type TeamName } from './cast.ts';

export type Expected = 'done' | 'nothing' | 'refused';

/** Everything around the accesses. */
export interface Town {
  now: number;
  table: readonly Membership[];
  policy: Policy;
  strategyBy: Author | null;
  readonly trustBy: Map<string, Author | null>;
  keysDecide: boolean;
  resourceGone: boolean;
  consumersGone: boolean;
  /** Sides that were refused and not granted anything by a person since. */
  readonly refused: Set<string>;
  readonly books: Map<string, Book>;
}

/** Who set a part of the policy, and where that person belonged at the time. */
export interface Author {
  readonly by: Principal;
  readonly teams: readonly string[];
}

/** What the oracle knows of one access. */
export interface Book {
  readonly consumer: Consumer;
  exists: boolean;
  deleted: boolean;
  standing: 'None' | 'Granted' | 'Suspended' | 'Revoked';
  grants: Interval[];
  ask: Asked | null;
}

export interface Interval {
  readonly from: number;
  readonly until: number;
  readonly roles: readonly string[];
  readonly filer: Principal | null;
}

export interface Asked {
  readonly filer: Principal | null;
  readonly strategy: Exclude<Policy['strategy'], 'Auto'>;
  readonly key: string | null;
  readonly wasBound: boolean;
  /** What was asked, as one text; emptied when less than that is granted by now. */
  words: string;
  readonly wish: Ask;
  state: 'Pending' | 'SemiGranted' | 'Granted' | 'Rejected' | 'Withdrawn';
  deadline: number;
  said: Said[];
}

interface Said {
  readonly who: string;
  readonly person: string | null;
  readonly verdict: 'allow' | 'deny';
  readonly terms: string;
  counts: boolean;
}

export function emptyBook(consumer: Consumer): Book {
  return { consumer, exists: false, deleted: false, standing: 'None', grants: [], ask: null };
}

// What stands now ----------------------------------------------------------------------------------------------------

export function askState(town: Town, { ask }: Book): Asked['state'] | 'Expired' | null {
  if (!ask) return null;
  const open = ask.state === 'Pending' || ask.state === 'SemiGranted';
  const over = town.now >= ask.deadline || (ask.wish.until !== null && town.now >= ask.wish.until);
  return open && over ? 'Expired' : ask.state;
}

export function standingNow(town: Town, book: Book): Book['standing'] | 'Expired' {
  return isRunning(book) && book.grants.every((grant) => grant.until <= town.now) ? 'Expired' : book.standing;
}

/** The roles by which the consumer gets in at an instant, if the access is neither suspended nor ended by then. */
export function rolesAt(book: Book, at: number): readonly string[] | null {
  if (book.standing !== 'Granted') return null;
  return book.grants.find((grant) => grant.from <= at && at < grant.until)?.roles ?? null;
}

function isRunning(book: Book): boolean {
  return book.standing === 'Granted' || book.standing === 'Suspended';
}

function runsNow(town: Town, book: Book): boolean {
  const standing = standingNow(town, book);
  return standing === 'Granted' || standing === 'Suspended';
}

function isOpen(town: Town, book: Book): boolean {
  const state = askState(town, book);
  return state === 'Pending' || state === 'SemiGranted';
}

// Acts ---------------------------------------------------------------------------------------------------------------

export function asks(town: Town, book: Book, by: Principal, wish: Ask, isRenewal: boolean): Expected {
  if (!mayWrite(by) || !speaksFor(town, by, book.consumer) || !canBeAsked(town, wish)) return 'refused';
  const words = wordsOf(wish);
  if (book.ask?.words === words && !book.deleted) {
    if (isOpen(town, book) || book.ask.state === 'Rejected') return 'nothing';
    if (!isRenewal && book.ask.state === 'Granted' && runsNow(town, book)) return 'nothing';
  }
  file(town, book, by, wish);
  if (isAutomatic(town, book, by)) {
    book.ask!.said.push({ who: 'system', person: null, verdict: 'allow', terms: '', counts: true });
    grant(town, book, '', null);
  }
  return 'done';
}

export function claims(town: Town, book: Book, by: Principal, wish: Ask, channel: Channel): Expected {
  const grantsDirectly =
    !book.exists &&
    isOwnerSide(town, by) &&
    !isOnSide(town, book.consumer, by) &&
    (by.type === 'person' || !isBound(town, book.consumer, by));
  if (!grantsDirectly) return asks(town, book, by, wish, false);
  if (!mayWrite(by) || !canBeAsked(town, wish)) return 'refused';
  file(town, book, null, wish);
  verdict(town, book, by, { verdict: 'allow', terms: null }, channel);
  return 'done';
}

export function verdict(
  town: Town,
  book: Book,
  by: Principal,
  vote: Pick<Vote, 'verdict' | 'terms' | 'named'>,
  channel: Channel,
): Expected {
  const { ask } = book;
  if (!ask) return 'refused';
  const terms = vote.verdict === 'allow' && vote.terms ? termsText(vote.terms, ask.wish) : null;
  const state = askState(town, book);
  const strategy = strategyOf(town, book);
  if (isRepetition(ask, state, strategy, by, vote.verdict, terms))
    return mayWrite(by) ? 'nothing' : 'refused';
  if (!mayDecide(town, book, by, vote.verdict, channel)) return 'refused';
  if (vote.named?.some((person) => person === behind(ask.filer) || isConsumer(book.consumer, person)))
    return 'refused';
  const isWaiting = state === 'Pending' || state === 'SemiGranted';
  if (vote.verdict === 'deny') {
    if (!isWaiting) return 'refused';
    forget(ask);
    ask.said.push({ who: nameOf(by), person: behind(by), verdict: 'deny', terms: '', counts: true });
    ask.state = 'Rejected';
    town.refused.add(sideOf(book.consumer));
    return 'done';
  }
  if (!isWaiting && state !== 'Rejected') return 'refused';
  if (book.deleted || isGone(town) || !periodOf(town, ask.wish, '')) return 'refused';
  const first = strategy === 'FourEyes' && state === 'SemiGranted' ? firstEye(town, book) : undefined;
  const chosen = terms ?? first?.terms ?? '';
  if (!termsFit(town, ask.wish, chosen)) return 'refused';
  const isSecond = first !== undefined && first.who !== nameOf(by) && first.terms === chosen;
  if (!isSecond) forget(ask);
  ask.said.push({ who: nameOf(by), person: behind(by), verdict: 'allow', terms: chosen, counts: true });
  if (strategy !== 'FourEyes' || isSecond) {
    grant(town, book, chosen, by);
    return 'done';
  }
  if (!isWaiting) ask.deadline = town.now + town.policy.deadline;
  ask.state = 'SemiGranted';
  return 'done';
}

export function retracts(town: Town, book: Book, by: Principal): Expected {
  const mine = book.ask?.said.filter(
    (said) => said.verdict === 'allow' && said.counts && said.who === nameOf(by),
  );
  if (!mayWrite(by) || askState(town, book) !== 'SemiGranted' || !mine?.length) return 'refused';
  for (const said of mine) said.counts = false;
  book.ask!.state = 'Pending';
  return 'done';
}

export function withdraws(town: Town, book: Book, by: Principal): Expected {
  if (!mayWrite(by) || !speaksFor(town, by, book.consumer)) return 'refused';
  if (book.ask?.state === 'Withdrawn') return 'nothing';
  if (!isOpen(town, book)) return 'refused';
  book.ask!.state = 'Withdrawn';
  return 'done';
}

export function suspends(town: Town, book: Book, by: Principal): Expected {
  if (!mayWrite(by) || !isOwnerSide(town, by)) return 'refused';
  const standing = standingNow(town, book);
  if (standing === 'Suspended') return 'nothing';
  if (standing !== 'Granted') return 'refused';
  book.standing = 'Suspended';
  town.refused.add(sideOf(book.consumer));
  return 'done';
}

export function resumes(town: Town, book: Book, by: Principal): Expected {
  const filers = [
    book.ask?.filer ?? null,
    ...book.grants.filter((grant) => grant.until > town.now).map((grant) => grant.filer),
  ];
  if (!mayWrite(by) || !isOwnerSide(town, by) || isGone(town)) return 'refused';
  if (standingNow(town, book) !== 'Suspended') return 'refused';
  if (filers.some((filer) => isOwnRequest(by, filer, book.consumer))) return 'refused';
  book.standing = 'Granted';
  return 'done';
}

export function revokes(town: Town, book: Book, by: Principal): Expected {
  if (book.standing === 'None' && isOpen(town, book) && speaksFor(town, by, book.consumer))
    return withdraws(town, book, by);
  if (!mayWrite(by) || !mayEnd(town, book, by) || !runsNow(town, book)) return 'refused';
  end(town, book, isGivingBack(town, book, by));
  return 'done';
}

export function narrows(
  town: Town,
  book: Book,
  by: Principal,
  to: { until: number | null; roles: readonly string[] | null },
): Expected {
  if (!mayWrite(by) || !mayEnd(town, book, by) || !runsNow(town, book)) return 'refused';
  const before = book.grants.filter((grant) => grant.until > town.now);
  const after = before
    .map((grant) => ({
      ...grant,
      until: Math.min(grant.until, to.until ?? Infinity),
      roles: grant.roles.filter((role) => to.roles?.includes(role) ?? true),
    }))
    .filter((grant) => grant.until > Math.max(grant.from, town.now) && grant.roles.length > 0);
  if (after.length === 0) {
    end(town, book, isGivingBack(town, book, by));
    return 'done';
  }
  const isSame = (grant: Interval, index: number) =>
    grant.until === before[index]!.until && grant.roles.length === before[index]!.roles.length;
  if (after.length === before.length && after.every(isSame)) return 'nothing';
  book.grants = after;
  if (book.ask?.state === 'Granted') book.ask.words = '';
  if (!isGivingBack(town, book, by)) town.refused.add(sideOf(book.consumer));
  return 'done';
}

export function deletes(town: Town, book: Book, by: Principal): Expected {
  const runs = runsNow(town, book);
  const may = runs ? mayEnd(town, book, by) : speaksFor(town, by, book.consumer) || isOwnerSide(town, by);
  if (!mayWrite(by) || !may) return 'refused';
  if (book.deleted) return 'nothing';
  const givesBack = isGivingBack(town, book, by);
  if ((runs || isOpen(town, book)) && !givesBack) town.refused.add(sideOf(book.consumer));
  if (isOpen(town, book)) book.ask!.state = 'Withdrawn';
  if (runs) end(town, book, true);
  book.deleted = true;
  return 'done';
}

export function annotates(town: Town, book: Book, by: Principal): Expected {
  return mayWrite(by) && (speaksFor(town, by, book.consumer) || isOwnerSide(town, by)) ? 'done' : 'refused';
}

/** The system voids a first allow whose giver may no longer approve. */
export function losesEyes(town: Town, book: Book): Expected {
  if (askState(town, book) !== 'SemiGranted' || firstEye(town, book)) return 'nothing';
  forget(book.ask!);
  book.ask!.state = 'Pending';
  return 'done';
}

/** The system looks again: trust given meanwhile by somebody without interest, or eyes that were lost. */
export function isReconsidered(town: Town, book: Book): Expected {
  const { ask, consumer } = book;
  if (!ask || !isOpen(town, book) || isGone(town)) return 'nothing';
  const isTrusted =
    town.policy.trusted.some((entry) => entry.team === consumer.team) &&
    !gains(town, town.trustBy.get(consumer.team!) ?? null, ask.filer, consumer);
  const needsPerson = ask.filer === null || ask.wasBound || isBound(town, consumer, { type: 'system' });
  if (!isTrusted || needsPerson) return losesEyes(town, book);
  if (!periodOf(town, ask.wish, '')) return 'nothing';
  ask.said.push({ who: 'system', person: null, verdict: 'allow', terms: '', counts: true });
  grant(town, book, '', null);
  return 'done';
}

/** The system ends what hung on a resource or a consumer that is gone. */
export function isEnded(town: Town, book: Book): Expected {
  const open = isOpen(town, book);
  const runs = runsNow(town, book);
  if (open) book.ask!.state = 'Withdrawn';
  if (runs) end(town, book, true);
  return open || runs ? 'done' : 'nothing';
}

function file(town: Town, book: Book, filer: Principal | null, wish: Ask): void {
  const { policy } = town;
  const isTheirs = gains(town, town.strategyBy, filer, book.consumer);
  const byPeople = policy.strategy === 'Auto' || (policy.strategy === 'External' && isTheirs);
  book.exists = true;
  book.deleted = false;
  book.ask = {
    filer,
    strategy: byPeople ? 'Simple' : policy.strategy,
    key: policy.strategy === 'External' ? (policy.external?.key ?? null) : null,
    wasBound: filer !== null && isBound(town, book.consumer, filer),
    words: wordsOf(wish),
    wish,
    state: 'Pending',
    deadline: town.now + policy.deadline,
    said: [],
  };
}

function grant(town: Town, book: Book, terms: string, by: Principal | null): void {
  const ask = book.ask!;
  const strategy = strategyOf(town, book);
  const [from, until] = periodOf(town, ask.wish, terms)!;
  const { roles } = readTerms(terms);
  book.standing = standingNow(town, book) === 'Suspended' ? 'Suspended' : 'Granted';
  book.grants = [
    ...cut(book.grants, from).filter((grant) => grant.until > town.now),
    { from, until, roles: roles ?? ask.wish.roles, filer: ask.filer },
  ];
  ask.state = 'Granted';
  const byPerson = by?.type === 'person' || (by !== null && strategy === 'External');
  if (byPerson && book.standing === 'Granted') town.refused.delete(sideOf(book.consumer));
}

function end(town: Town, book: Book, givesBack: boolean): void {
  if (givesBack && isOpen(town, book)) book.ask!.state = 'Withdrawn';
  if (!givesBack) town.refused.add(sideOf(book.consumer));
  book.grants = cut(book.grants, town.now);
  book.standing = 'Revoked';
}

function cut(grants: readonly Interval[], at: number): Interval[] {
  return grants
    .map((grant) => ({ ...grant, until: Math.min(grant.until, at) }))
    .filter((grant) => grant.until > grant.from);
}

function forget(ask: Asked): void {
  for (const said of ask.said) if (said.verdict === 'allow') said.counts = false;
}

// Who may --------------------------------------------------------------------------------------------------------------

/** Design 3.4, read word for word: the person, the person's keys, and keys that lead back to the same hand. */
export function isOwnRequest(by: Principal, filer: Principal | null, consumer: Consumer): boolean {
  const me = behind(by);
  if (me !== null && isConsumer(consumer, me)) return true;
  if (filer === null || by.type === 'system' || filer.type === 'system') return false;
  if (by.id === filer.id) return true;
  if (me === null || me !== behind(filer)) return false;
  return by.type === 'person' || filer.type !== 'organization-key';
}

/** Who may allow this request now, as people. */
export function eligible(town: Town, book: Book): Set<string> {
  const ask = book.ask!;
  const may = (person: string) =>
    person !== behind(ask.filer) &&
    !isConsumer(book.consumer, person) &&
    (ask.filer !== null || !isPersonOnSide(town, book.consumer, person));
  const regular = new Set([...configured(town)].filter(may));
  if (regular.size >= (strategyOf(town, book) === 'FourEyes' ? 2 : 1)) return regular;
  const { fallback } = town.policy;
  const parent = parents[orderEvents.owner as string as TeamName];
  const others = fallback ? chosen(town, fallback) : parent ? whoActFor(town, parent, ['owner']) : [];
  return new Set([...regular, ...[...others].filter(may)]);
}

export function strategyOf(town: Town, book: Book): Asked['strategy'] {
  const ask = book.ask!;
  const now = town.policy.strategy;
  if (
    (ask.strategy === 'External' || now === 'External') &&
    gains(town, town.strategyBy, ask.filer, book.consumer)
  )
    return ask.strategy;
  if (now === 'External') return 'External';
  return ask.strategy === 'FourEyes' || now === 'FourEyes' ? 'FourEyes' : 'Simple';
}

function mayDecide(town: Town, book: Book, by: Principal, what: Vote['verdict'], channel: Channel): boolean {
  const ask = book.ask!;
  const strategy = strategyOf(town, book);
  if (!mayWrite(by) || by.type === 'system') return false;
  if (strategy === 'External') {
    const isTheirs = gains(town, town.strategyBy, ask.filer, book.consumer);
    const key = town.policy.strategy === 'External' && !isTheirs ? town.policy.external?.key : ask.key;
    const own =
      by.type === 'person'
        ? isOwnRequest(by, ask.filer, book.consumer)
        : ask.filer !== null && ask.filer.type !== 'system' && ask.filer.id === by.id;
    return key !== undefined && keyOf(by) === key && !own;
  }
  if (town.policy.inBrowser && channel !== 'web') return false;
  if (isOwnRequest(by, ask.filer, book.consumer)) return false;
  const me = behind(by);
  if (ask.filer === null && me !== null && isPersonOnSide(town, book.consumer, me)) return false;
  if (by.type === 'person') return eligible(town, book).has(by.id);
  if (strategy === 'FourEyes' && what === 'allow') return false;
  return by.type === 'team-key' ? by.team === orderEvents.owner : town.keysDecide;
}

function isAutomatic(town: Town, book: Book, by: Principal): boolean {
  const { consumer } = book;
  const { policy } = town;
  if (isBound(town, consumer, by)) return false;
  const isOwn =
    consumer.kind === 'person'
      ? town.table.some(
          (entry) => entry.team === (orderEvents.owner as string) && entry.person === (consumer.id as string),
        )
      : consumer.team === orderEvents.owner;
  const trust = policy.trusted.some((entry) => entry.team === consumer.team);
  return (
    (isOwn && policy.ownTeam === 'auto') ||
    (policy.strategy === 'Auto' && !gains(town, town.strategyBy, by, consumer)) ||
    (trust && !gains(town, town.trustBy.get(consumer.team!) ?? null, by, consumer))
  );
}

/** Whether an earlier refusal, or an access that is suspended, binds one of the sides that this ask comes from. */
export function isBound(town: Town, consumer: Consumer, by: Principal): boolean {
  const sides = [sideOf(consumer), `person:${behind(by)}`];
  if (consumer.kind === 'person')
    for (const entry of town.table)
      if (entry.person === (consumer.id as string)) sides.push(`team:${entry.team}`);
  for (const book of town.books.values())
    if (standingNow(town, book) === 'Suspended' && sides.includes(sideOf(book.consumer))) return true;
  return sides.some((side) => town.refused.has(side));
}

/** Whether whoever set a part of the policy asks, or belongs to the consumer's side. */
function gains(town: Town, author: Author | null, filer: Principal | null, consumer: Consumer): boolean {
  const setter = author?.by;
  if (!author || !setter || setter.type === 'system') return false;
  if (consumer.kind !== 'person' && author.teams.includes(consumer.team)) return true;
  if (filer !== null && filer.type !== 'system') {
    if (filer.id === setter.id) return true;
    if (behind(setter) !== null && behind(setter) === behind(filer)) return true;
  }
  return isOnSide(town, consumer, setter);
}

function isOnSide(town: Town, consumer: Consumer, by: Principal): boolean {
  const me = behind(by);
  return (
    (by.type === 'team-key' && by.team === consumer.team) ||
    (me !== null && isPersonOnSide(town, consumer, me))
  );
}

function isPersonOnSide(town: Town, consumer: Consumer, me: string): boolean {
  return consumer.kind === 'person' ? consumer.id === me : belongs(town, consumer.team, me);
}

function isOwnerSide(town: Town, by: Principal): boolean {
  if (by.type === 'system') return false;
  if (town.policy.strategy === 'External' && keyOf(by) !== null && keyOf(by) === town.policy.external?.key)
    return true;
  if (by.type === 'person') return configured(town).has(by.id);
  return by.type === 'team-key' ? by.team === orderEvents.owner : town.keysDecide;
}

function speaksFor(town: Town, by: Principal, consumer: Consumer): boolean {
  if (by.type === 'team-key') return by.team === consumer.team;
  return by.type !== 'person' || isPersonOnSide(town, consumer, by.id);
}

function isGivingBack(town: Town, book: Book, by: Principal): boolean {
  if (by.type !== 'organization-key') return speaksFor(town, by, book.consumer);
  const filer = book.ask?.filer;
  return filer?.type === 'organization-key' && filer.id === by.id;
}

function mayEnd(town: Town, book: Book, by: Principal): boolean {
  return isGivingBack(town, book, by) || isOwnerSide(town, by);
}

/** The people whom the policy or the roles in the owner team make approvers. */
function configured(town: Town): Set<string> {
  const { approvers } = town.policy;
  return approvers
    ? chosen(town, approvers)
    : whoActFor(town, orderEvents.owner as string as TeamName, ['owner', 'approver']);
}

function chosen(town: Town, { people, teams }: NonNullable<Policy['approvers']>): Set<string> {
  return new Set([
    ...people,
    ...teams.flatMap((team) => [...whoActFor(town, team as string as TeamName, ['owner', 'approver'])]),
  ]);
}

function whoActFor(town: Town, team: TeamName, roles: readonly string[]): Set<string> {
  const line = lineOf(team);
  const acting = town.table.filter((entry) => line.includes(entry.team) && roles.includes(entry.role));
  const those = acting.length > 0 ? acting : town.table.filter((entry) => entry.team === team);
  return new Set(those.map((entry) => entry.person));
}

/** A member of the team itself, or somebody who owns or approves for a team above it. */
function belongs(town: Town, team: string, person: string): boolean {
  const line = lineOf(team as TeamName);
  return town.table.some(
    (entry) =>
      entry.person === person &&
      (entry.team === team || (line.includes(entry.team) && entry.role !== 'member')),
  );
}

function lineOf(team: TeamName): readonly TeamName[] {
  const parent = parents[team];
  return parent ? [team, ...lineOf(parent)] : [team];
}

function firstEye(town: Town, book: Book): Said | undefined {
  const may = eligible(town, book);
  return book.ask!.said.find(
    (said) =>
      said.verdict === 'allow' && said.counts && said.who.startsWith('person:') && may.has(said.person!),
  );
}

function isRepetition(
  ask: Asked,
  state: string | null,
  strategy: string,
  by: Principal,
  what: Vote['verdict'],
  terms: string | null,
): boolean {
  const mine = ask.said.findLast((said) => said.who === nameOf(by));
  if (!mine || mine.verdict !== what || !mine.counts) return false;
  const stands =
    what === 'deny'
      ? state === 'Rejected'
      : state === 'Granted' || (state === 'SemiGranted' && strategy === 'FourEyes');
  return stands && (terms === null || terms === mine.terms);
}

function mayWrite(by: Principal): boolean {
  return by.type === 'system' || !(by.readOnly || (by.type === 'person' && by.auditor));
}

function isGone(town: Town): boolean {
  return town.resourceGone || town.consumersGone;
}

/** The person behind a principal: themself, or who made the key. */
function behind(by: Principal | null): string | null {
  if (!by || by.type === 'system') return null;
  return by.type === 'person' ? by.id : by.maker;
}

function isConsumer(consumer: Consumer, person: string): boolean {
  return consumer.kind === 'person' && consumer.id === person;
}

function nameOf(by: Principal): string {
  return by.type === 'system' ? 'system' : `${by.type}:${by.id}`;
}

function keyOf(by: Principal): string | null {
  if (by.type === 'system') return null;
  return by.type === 'person' ? (by.key ?? null) : by.id;
}

function sideOf(consumer: Consumer): string {
  return consumer.kind === 'person' ? `person:${consumer.id}` : `team:${consumer.team}`;
}

// Words and periods --------------------------------------------------------------------------------------------------

function wordsOf(wish: Ask): string {
  return [wish.purpose, wish.roles.join(' '), wish.from, wish.until, wish.duration].join('|');
}

function canBeAsked(town: Town, wish: Ask): boolean {
  const { policy, now } = town;
  if (isGone(town) || (wish.purposeGenerated && policy.purposeByPerson)) return false;
  const from = Math.max(wish.from ?? now, now);
  if (wish.until !== null && wish.until <= from) return false;
  if (wish.duration !== null && policy.durations && !policy.durations.includes(wish.duration)) return false;
  const until = wish.until ?? (wish.duration === null ? null : from + wish.duration);
  return until === null || until - from <= longest(policy);
}

function longest(policy: Policy): number {
  return policy.maximumDuration ?? (policy.durations ? Math.max(...policy.durations) : Infinity);
}

/** Terms as a text in which what is as asked is left out; empty means as asked altogether. */
function termsText({ until, duration, roles: said }: Terms, wish: Ask): string {
  const roles = said && [...said].sort();
  const parts = [
    roles && roles.join(' ') !== wish.roles.join(' ') ? `roles=${roles.join(' ')}` : '',
    until !== null && until !== wish.until ? `until=${until}` : '',
    until === null && duration !== null && duration !== wish.duration ? `duration=${duration}` : '',
  ];
  return parts.filter((part) => part !== '').join(';');
}

function readTerms(text: string): { roles: string[] | null; until: number | null; duration: number | null } {
  const find = (name: string) =>
    text
      .split(';')
      .find((part) => part.startsWith(`${name}=`))
      ?.slice(name.length + 1);
  const [roles, until, duration] = [find('roles'), find('until'), find('duration')];
  return {
    roles: roles?.split(' ') ?? null,
    until: until === undefined ? null : Number(until),
    duration: duration === undefined ? null : Number(duration),
  };
}

/** From when until when a grant runs that is given now; undefined when nothing is left of it. */
function periodOf(town: Town, wish: Ask, terms: string): [number, number] | undefined {
  const { policy, now } = town;
  const said = readTerms(terms);
  const from = Math.max(wish.from ?? now, now);
  const lengths = [
    said.until !== null ? said.until - from : said.duration,
    wish.until !== null ? wish.until - from : wish.duration,
    policy.defaultDuration,
    Infinity,
  ];
  const length = Math.min(
    lengths.find((each) => each !== null)!,
    longest(policy),
  );
  const until = length === Infinity ? Infinity : Math.min(from + length, endOfTime);
  return until > from ? [from, until] : undefined;
}

function termsFit(town: Town, wish: Ask, terms: string): boolean {
  const said = readTerms(terms);
  const asked = periodOf(town, wish, '');
  if (!asked) return false;
  if (said.roles?.some((role) => !wish.roles.includes(role))) return false;
  if (said.duration !== null && town.policy.durations && !town.policy.durations.includes(said.duration))
    return false;
  const until = said.until ?? (said.duration === null ? asked[1] : asked[0] + said.duration);
  return until > asked[0] && until <= asked[1];
}
