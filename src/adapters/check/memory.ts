// The index of the check: names become numbers once, and a question is a handful of lookups. Whoever is a member of a
// team has what the team has; an application and a data product have what is theirs. A subject or a resource that is
// gone, or that nobody has told of, has nothing, whatever grants are left.
import type { CheckMemory, CheckReads, Found, KeyFacts, ResourceFacts } from '../../app/check.ts';
import {
  actionsOf,
  anyAction,
  permits,
  readRoles,
  type Denial,
  type Question,
  type Roles,
  type Verdict,
} from '../../core/check.ts';
import type { ConsumerKind } from '../../core/consumer.ts';
import type { KeyId } from '../../core/ids.ts';
import type { ResourceKind } from '../../core/resource.ts';
import type { Instant } from '../../core/time.ts';
import { Grants } from './grants.ts';

const kinds = ['team', 'data-product', 'application', 'person'] as const satisfies readonly ConsumerKind[];

export class Memory implements CheckMemory, CheckReads {
  #grants = new Grants();
  /** By kind, then by id. */
  #subjects = freshSubjects();
  #subjectIds: string[] = [];
  #subjectKinds: ConsumerKind[] = [];
  #isThere: boolean[] = [];
  #people = new Map<string, number>();
  #emails = new Map<number, string>();
  /** The teams of a person, and the people of a team. */
  #teams = new Map<number, readonly number[]>();
  #members = new Map<number, readonly number[]>();
  #resources = new Map<string, number>();
  #resourceIds: string[] = [];
  #facts: (ResourceFacts | null)[] = [];
  /** APIs by their base paths. */
  #paths = new Map<string, string>();
  #accesses = new Map<string, number>();
  #accessIds: string[] = [];
  #freeAccesses: number[] = [];
  #versions: number[] = [];
  #roles: Roles[] = [];
  #roleSets = new Map<string, number>();
  #keys = new Map<string, KeyFacts & { readonly id: string }>();
  #digests = new Map<string, string>();
  /** Facts of resources that are spelled alike are one object: most resources are like many others. */
  #sameFacts = new Map<string, ResourceFacts>();

  get grants(): number {
    return this.#grants.size;
  }

  clear(): void {
    this.#grants = new Grants();
    this.#subjects = freshSubjects();
    this.#subjectIds = [];
    this.#subjectKinds = [];
    this.#isThere = [];
    for (const one of [
      this.#people,
      this.#emails,
      this.#teams,
      this.#members,
      this.#resources,
      this.#accesses,
      this.#roleSets,
      this.#keys,
      this.#digests,
      this.#sameFacts,
      this.#paths,
    ])
      one.clear();
    this.#resourceIds = [];
    this.#facts = [];
    this.#accessIds = [];
    this.#freeAccesses = [];
    this.#versions = [];
    this.#roles = [];
  }

  access(...[id, version, resource, consumer, grants]: Parameters<CheckMemory['access']>): void {
    const known = this.#accesses.get(id);
    if (known === undefined && grants.length === 0) return;
    if (known !== undefined && this.#versions[known]! > version) return;
    const access = known ?? this.#newAccess(id);
    this.#versions[access] = version;
    if (known !== undefined) this.#grants.drop(access);
    if (grants.length === 0) {
      this.#accesses.delete(id);
      this.#freeAccesses.push(access);
      return;
    }
    const subject = this.#subject(consumer.kind, consumer.id);
    const to = this.#resource(resource);
    for (const { from, until, roles } of grants)
      this.#grants.add(subject, to, access, from, until, this.#roleSet(roles));
  }

  resource(id: string, facts: ResourceFacts | null): void {
    const number = this.#resource(id);
    const before = this.#facts[number]?.path ?? null;
    if (before !== null && this.#paths.get(before) === id) this.#paths.delete(before);
    if (facts?.path) this.#paths.set(facts.path, id);
    if (facts === null) {
      this.#facts[number] = null;
      return;
    }
    const word = JSON.stringify(facts);
    const same = this.#sameFacts.get(word) ?? facts;
    this.#sameFacts.set(word, same);
    this.#facts[number] = same;
  }

  consumer(kind: Exclude<ConsumerKind, 'person'>, id: string, isThere: boolean): void {
    this.#isThere[this.#subject(kind, id)] = isThere;
  }

  person(id: string, facts: { readonly email: string } | null): void {
    const number = this.#subject('person', id);
    this.#isThere[number] = facts !== null;
    const before = this.#emails.get(number);
    if (before !== undefined && this.#people.get(before) === number) this.#people.delete(before);
    this.#emails.delete(number);
    if (facts === null) return;
    const email = facts.email.toLowerCase();
    this.#emails.set(number, email);
    this.#people.set(email, number);
  }

  members(team: string, people: readonly string[]): void {
    const number = this.#subject('team', team);
    const before = this.#members.get(number) ?? [];
    const after = people.map((person) => this.#subject('person', person));
    for (const person of before)
      this.#teams.set(
        person,
        (this.#teams.get(person) ?? []).filter((one) => one !== number),
      );
    for (const person of new Set(after))
      this.#teams.set(person, [...(this.#teams.get(person) ?? []), number]);
    this.#members.set(number, after);
  }

  key(id: string, facts: KeyFacts | null): void {
    const before = this.#digests.get(id);
    if (before !== undefined) this.#keys.delete(before);
    this.#digests.delete(id);
    if (facts === null) return;
    this.#digests.set(id, facts.digest);
    this.#keys.set(facts.digest, { ...facts, id });
  }

  knows(kind: ConsumerKind, id: string): boolean {
    const number = this.#subjects[kind].get(id);
    return number !== undefined && this.#isThere[number] !== undefined;
  }

  asker(digest: string, now: Instant) {
    const key = this.#keys.get(digest);
    if (!key || (key.expiresAt !== null && key.expiresAt <= now)) return null;
    const { scope, team, person } = key;
    if (scope === 'team' && !this.#isHere('team', team)) return null;
    if (scope === 'user' && !this.#isHere('person', person)) return null;
    return { id: key.id as KeyId, scope };
  }

  facts(resource: string): ResourceFacts | null {
    const number = this.#resources.get(resource);
    return (number !== undefined && this.#facts[number]) || null;
  }

  apiAt(path: string): string | null {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const api = this.#paths.get(path.slice(0, end));
      if (api !== undefined) return api;
    }
    return this.#paths.get('/') ?? null;
  }

  evaluate(question: Question, now: Instant): Verdict {
    const resource = this.#resourceAsked(question.resource, question.resourceKind);
    if (resource === -1) return no.resource_unknown;
    const subject = this.#subjectAsked(question.subject, question.subjectKind);
    if (subject === -1) return no.subject_unknown;
    const offersAccess = this.#facts[resource]!.offers.includes(anyAction);
    let best = this.#permittingOf(subject, resource, question, offersAccess, now);
    const teams = this.#teams.get(subject);
    if (best < 0 && teams)
      for (const team of teams)
        if (best < 0 && this.#isThere[team])
          best = Math.max(best, this.#permittingOf(team, resource, question, offersAccess, now));
    if (best >= 0) return this.#permitted(best);
    return best === otherActions ? no.action_not_granted : no.no_access;
  }

  /** The grant of a pair that permits it; where none does, whether one permits anything. */
  #permittingOf(
    holder: number,
    resource: number,
    question: Question,
    offersAccess: boolean,
    now: Instant,
  ): number {
    let best = nothingGranted;
    for (
      let slot = this.#grants.ofPair(holder, resource);
      slot !== -1;
      slot = this.#grants.nextOfPair(slot)
    ) {
      if (!this.#grants.isLive(slot, now)) continue;
      if (permits(this.#roles[this.#grants.roles[slot]!]!, question, offersAccess)) return slot;
      best = otherActions;
    }
    return best;
  }

  subjects(question: Question, now: Instant, after: string | null, limit: number): Found {
    const { resource: id, resourceKind, subjectKind: kind } = question;
    const resource = this.#resourceAsked(id, resourceKind);
    if (resource === -1 || kind === null) return nobody;
    const offersAccess = this.#facts[resource]!.offers.includes(anyAction);
    const holders = this.#held(
      this.#grants.ofResource(resource),
      question,
      now,
      () => offersAccess,
      'subject',
    );
    const found = new Set<number>();
    for (const slot of holders) {
      const holder = this.#grants.subject[slot]!;
      if (!this.#isThere[holder]) continue;
      if (this.#subjectKinds[holder] === kind) found.add(holder);
      else if (kind === 'person' && this.#subjectKinds[holder] === 'team')
        for (const person of this.#members.get(holder) ?? []) if (this.#isThere[person]) found.add(person);
    }
    return page(found, (number) => this.#subjectIds[number]!, after, limit);
  }

  resources(question: Question, now: Instant, after: string | null, limit: number): Found {
    const subject = this.#subjectAsked(question.subject, question.subjectKind);
    if (subject === -1) return nobody;
    const found = new Set<number>();
    for (const holder of this.#holders(subject)) {
      const offersAccess = (slot: number) =>
        this.#facts[this.#grants.resource[slot]!]?.offers.includes(anyAction) ?? false;
      const held = this.#held(this.#grants.ofSubject(holder), question, now, offersAccess, 'resource');
      for (const slot of held) {
        const resource = this.#grants.resource[slot]!;
        if (this.#facts[resource]?.kind === question.resourceKind) found.add(resource);
      }
    }
    return page(found, (number) => this.#resourceIds[number]!, after, limit);
  }

  actions(question: Question, now: Instant): readonly string[] {
    const resource = this.#resourceAsked(question.resource, question.resourceKind);
    const subject = this.#subjectAsked(question.subject, question.subjectKind);
    if (resource === -1 || subject === -1) return [];
    const offersAccess = this.#facts[resource]!.offers.includes(anyAction);
    const found = new Set<string>();
    for (const holder of this.#holders(subject))
      for (
        let slot = this.#grants.ofPair(holder, resource);
        slot !== -1;
        slot = this.#grants.nextOfPair(slot)
      )
        if (this.#grants.isLive(slot, now))
          for (const action of actionsOf(
            this.#roles[this.#grants.roles[slot]!]!,
            question.said,
            offersAccess,
          ))
            found.add(action);
    return [...found].sort(byCodeUnits);
  }

  *#held(
    slots: Iterable<number>,
    question: Question,
    now: Instant,
    offersAccess: (slot: number) => boolean,
    open: 'subject' | 'resource',
  ): Generator<number> {
    for (const slot of slots)
      if (
        this.#grants.isLive(slot, now) &&
        permits(this.#roles[this.#grants.roles[slot]!]!, question, offersAccess(slot), open)
      )
        yield slot;
  }

  /** The subject itself and, of a person, their teams. */
  #holders(subject: number): readonly number[] {
    const teams = this.#teams.get(subject);
    if (!teams || teams.length === 0) return [subject];
    return [subject, ...teams.filter((team) => this.#isThere[team])];
  }

  #permitted(slot: number): Verdict {
    const { named } = this.#roles[this.#grants.roles[slot]!]!;
    const until = this.#grants.until[slot]!;
    return {
      decision: true,
      access: this.#accessIds[this.#grants.access[slot]!]!,
      until: until === Number.POSITIVE_INFINITY ? null : until,
      roles: named,
    };
  }

  #resourceAsked(id: string, kind: ResourceKind | null): number {
    const number = this.#resources.get(id);
    if (number === undefined) return -1;
    const facts = this.#facts[number];
    return facts && facts.kind === kind ? number : -1;
  }

  /** People are also known by their address. */
  #subjectAsked(id: string, kind: ConsumerKind | null): number {
    if (kind === null) return -1;
    const number =
      this.#subjects[kind].get(id) ?? (kind === 'person' ? this.#people.get(id.toLowerCase()) : undefined);
    return number !== undefined && this.#isThere[number] ? number : -1;
  }

  #isHere(kind: ConsumerKind, id: string | null): boolean {
    const number = id === null ? undefined : this.#subjects[kind].get(id);
    return number !== undefined && this.#isThere[number] === true;
  }

  #subject(kind: ConsumerKind, id: string): number {
    const known = this.#subjects[kind].get(id);
    if (known !== undefined) return known;
    const number = this.#subjectIds.push(id) - 1;
    this.#subjectKinds.push(kind);
    this.#subjects[kind].set(id, number);
    return number;
  }

  #resource(id: string): number {
    const known = this.#resources.get(id);
    if (known !== undefined) return known;
    const number = this.#resourceIds.push(id) - 1;
    this.#facts.push(null);
    this.#resources.set(id, number);
    return number;
  }

  #newAccess(id: string): number {
    const number = this.#freeAccesses.pop() ?? this.#accessIds.length;
    this.#accessIds[number] = id;
    this.#accesses.set(id, number);
    return number;
  }

  #roleSet(roles: readonly string[]): number {
    const word = roles.length < 2 ? (roles[0] ?? '') : JSON.stringify(roles);
    const known = this.#roleSets.get(word);
    if (known !== undefined) return known;
    const number = this.#roles.push(readRoles(roles)) - 1;
    this.#roleSets.set(word, number);
    return number;
  }
}

function freshSubjects(): Record<ConsumerKind, Map<string, number>> {
  return Object.fromEntries(kinds.map((kind) => [kind, new Map()])) as Record<
    ConsumerKind,
    Map<string, number>
  >;
}

/** In place of a grant that permits. */
const otherActions = -1;
const nothingGranted = -2;

const nobody: Found = { ids: [], total: 0 };

export const no: Readonly<Record<Denial, Verdict>> = {
  subject_unknown: { decision: false, because: 'subject_unknown' },
  resource_unknown: { decision: false, because: 'resource_unknown' },
  no_access: { decision: false, because: 'no_access' },
  action_not_granted: { decision: false, because: 'action_not_granted' },
  loading: { decision: false, because: 'loading' },
  stale: { decision: false, because: 'stale' },
};

/**
 * The first ids after one of them. Of many only those that may still be among the first are kept and put in order, since
 * a page must not cost what putting all of them in order does.
 */
function page(
  found: ReadonlySet<number>,
  idOf: (number: number) => string,
  after: string | null,
  limit: number,
): Found {
  let first: string[] = [];
  let beyond: string | null = null;
  for (const number of found) {
    const id = idOf(number);
    if ((after !== null && id <= after) || (beyond !== null && id >= beyond)) continue;
    first.push(id);
    if (first.length < 2 * limit + 64) continue;
    first = first.sort(byCodeUnits).slice(0, limit);
    beyond = first.at(-1)!;
  }
  return { ids: first.sort(byCodeUnits).slice(0, limit), total: found.size };
}

function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
