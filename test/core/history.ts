// Random histories: the core and the oracle (oracle.ts) take every step side by side (fate.ts says what can happen), and
// after each one everything that can be seen of the two has to agree: what came of an act, the request, the standing,
// and who gets in now and at every instant at which that changes. What the rules promise in so many words is asserted
// once more by name. When a history fails it is lived through again and told as a story.
import assert from 'node:assert/strict';
import { effectiveGrant, nextDue, standingAt, type Access } from '../../src/core/access.ts';
import { actionsFor, mayRenew, type ActionName } from '../../src/core/actions.ts';
import { ask, askAgain, askClaimingApproval } from '../../src/core/ask.ts';
import { decide, retract, type Vote } from '../../src/core/decide.ts';
import type { AccessId, TeamId } from '../../src/core/ids.ts';
import { lapse } from '../../src/core/lapse.ts';
import { signed } from '../../src/core/policy.ts';
import { actorOf, type Channel, type Principal } from '../../src/core/principal.ts';
import { isRefused, type Refused } from '../../src/core/problem.ts';
import { requestStateAt } from '../../src/core/request.ts';
import type { Act, Outcome, Situation } from '../../src/core/situation.ts';
import { annotate, narrow, remove, resume, revoke, suspend, withdraw } from '../../src/core/standing.ts';
import { hour } from '../../src/core/time.ts';
import { people, vote, wish, type Membership, type Name } from './cast.ts';
import * as fate from './fate.ts';
import type { Choose, Edge } from './fate.ts';
import * as oracle from './oracle.ts';
import { World, type Came } from './world.ts';

/** How often something worth seeing happened, over all histories: a property that never sees a grant proves nothing. */
export type Tally = Map<string, number>;

/** Lives through one history, and throws where core and oracle part, with the story up to there. */
export function live(tape: readonly number[], tally: Tally): void {
  try {
    walk(tape, tally, null);
  } catch {
    const story: string[] = [];
    try {
      walk(tape, new Map(), story);
    } catch (cause) {
      throw new Error(`${(cause as Error).message}\n  ${story.join('\n  ')}`, { cause });
    }
  }
}

function walk(tape: readonly number[], tally: Tally, story: string[] | null): void {
  const [setting = 0, ...steps] = tape;
  const history = new History(fate.choosingBy(setting), tally, story);
  for (const step of steps) history.step(fate.choosingBy(step));
}

/** One act, as the core does it and as the oracle expects it. */
interface Deed {
  readonly by: Principal;
  readonly channel: Channel;
  readonly what: string;
  /** The action in the list of available ones that stands for it, where one does exactly that. */
  readonly action: ActionName | null;
  core(s: Situation, act: Act): Outcome | Refused;
  expected(book: oracle.Book): oracle.Expected;
}

class History {
  private readonly world: World;
  private readonly town: oracle.Town;
  private readonly tally: Tally;
  /** Told only when a history that failed is lived through again: telling takes longer than living. */
  private readonly story: string[] | null;
  private readonly joined = new Set<Membership>();
  private readonly left = new Set<Name>();
  /** What a listener of the log believes: which accesses are active. */
  private readonly believed = new Set<AccessId>();
  private heard = 0;
  private last = fate.edges[0]!;

  constructor(choose: Choose, tally: Tally, story: string[] | null) {
    this.tally = tally;
    this.story = story;
    this.world = new World(fate.somePolicy(choose));
    for (const extra of fate.extras) if (!choose.inTen(5)) this.joined.add(extra);
    this.town = {
      now: this.world.now,
      table: [],
      policy: this.world.policy,
      strategyBy: null,
      trustBy: new Map(),
      keysDecide: true,
      resourceGone: false,
      consumersGone: false,
      refused: new Set(),
      books: new Map(fate.edges.map(({ id, consumer }) => [id, oracle.emptyBook(consumer)])),
    };
    this.tell(() => JSON.stringify(this.world.policy));
    this.seat();
  }

  /** People mostly go on with what they did last, and with what is likely there; everything is possible everywhere. */
  step(choose: Choose): void {
    const edge = choose.inTen(8) ? this.last : choose(fate.edges);
    this.last = edge;
    const book = this.book(edge);
    if (!book.exists) return this.someoneAsks(choose, edge);
    if (choose.inTen(6)) return this.whatIsLikely(choose, edge, book);
    const what = choose(['ask', 'vote', 'act', 'time', 'time', 'policy', 'people', 'else'] as const);
    const happens = {
      ask: () => this.someoneAsks(choose, edge),
      vote: () => this.someoneVotes(choose, edge),
      act: () => this.someoneActs(choose, edge),
      time: () => this.timeGoesBy(choose),
      policy: () => this.policyChanges(choose),
      people: () => this.peopleChange(choose),
      else: () => this.somethingElse(choose),
    };
    happens[what]();
  }

  private whatIsLikely(choose: Choose, edge: Edge, book: oracle.Book): void {
    const state = oracle.askState(this.town, book);
    if (state === 'SemiGranted' && !choose.inTen(8)) this.someoneActs(choose, edge);
    else if (state === 'Pending' || state === 'SemiGranted') this.someoneVotes(choose, edge);
    else if (book.standing !== 'None' && choose.inTen(7)) this.someoneActs(choose, edge);
    else this.someoneAsks(choose, edge);
  }

  private someoneAsks(choose: Choose, edge: Edge): void {
    const { world, town } = this;
    const by = choose.inTen(6) ? edge.usual : choose(fate.anybody);
    const channel = choose(fate.channels);
    const wanted = wish(fate.someWish(choose, world.now));
    const how = choose(['asks', 'asks', 'renews', 'claims'] as const);
    if (how === 'renews' && !this.mayRenew(edge, by, channel)) return;
    const bound = oracle.isBound(town, edge.consumer, by);
    const before = world.accesses.get(edge.id);
    const asking = { asks: ask, renews: askAgain, claims: askClaimingApproval }[how];
    this.do(edge, {
      by,
      channel,
      what: how,
      action: null,
      core: (s, act) => asking(s, wanted, act, world.mint),
      expected: (book) =>
        how === 'claims'
          ? oracle.claims(town, book, by, wanted, channel)
          : oracle.asks(town, book, by, wanted, how === 'renews'),
    });
    this.neverByItselfAfterRefusal(edge, before, bound);
  }

  private mayRenew(edge: Edge, by: Principal, channel: Channel): boolean {
    return !mayRenew(this.world.situation(edge.consumer, edge.id, by), this.world.act(by, channel));
  }

  /** Rule 5: while a refusal binds the side, the system itself grants nothing. */
  private neverByItselfAfterRefusal({ id }: Edge, before: Access | undefined, bound: boolean): void {
    const request = this.world.accesses.get(id)?.request;
    if (!request || request.id === before?.request?.id || request.state !== 'Granted') return;
    const bySystem = request.decisions.some((decision) => decision.by.type === 'system');
    if (bySystem) this.count('granted by the system');
    if (request.asker === null) this.count('granted directly');
    assert.ok(!bySystem || !bound, 'rule 5: nothing automatic after a refusal');
  }

  private someoneVotes(choose: Choose, edge: Edge): void {
    const { world, town } = this;
    const book = this.book(edge);
    const by = this.someoneLikely(choose, book);
    const channel = choose(fate.channels);
    const said = fate.someVote(choose, world.now);
    const ballot = vote(said.verdict, said);
    const filer = book.ask?.filer ?? null;
    const isExternal = book.ask !== null && oracle.strategyOf(town, book) === 'External';
    const before = world.access(edge.id);
    const isPlain = said.terms === null && said.named?.length === 0;
    const came = this.do(edge, {
      by,
      channel,
      what: said.verdict,
      action: !isPlain ? null : said.verdict === 'allow' ? 'approve' : 'reject',
      core: (s, act) => decide(s, ballot, act, world.mint),
      expected: () => oracle.verdict(town, book, by, ballot, channel),
    });
    if (came !== 'done') return;
    this.ownHandsOff(by, filer, edge, isExternal);
    this.twoPairsOfEyes(edge, before, isExternal);
    this.repeatingCausesNothing(edge, by, channel, ballot);
  }

  private someoneLikely(choose: Choose, book: oracle.Book): Principal {
    if (!book.ask || !choose.inTen(6)) return choose(fate.anybody);
    if (oracle.strategyOf(this.town, book) === 'External') return fate.ticketSystem;
    const may = [...oracle.eligible(this.town, book)];
    return may.length > 0 ? fate.personNamed(choose(may)) : choose(fate.anybody);
  }

  /** Rule 1: nobody takes part in deciding their own request; an external system relays somebody else's word. */
  private ownHandsOff(by: Principal, filer: Principal | null, { consumer }: Edge, isExternal: boolean): void {
    const relays = isExternal && by.type !== 'person';
    const isOwn = relays
      ? filer !== null && filer.type !== 'system' && by.type !== 'system' && filer.id === by.id
      : oracle.isOwnRequest(by, filer, consumer);
    assert.ok(!isOwn, 'rule 1: nobody decides their own request');
  }

  /** Rule 2: what FourEyes grants was allowed, as it stands and on the same terms, by two people who both may now. */
  private twoPairsOfEyes(edge: Edge, before: Access, isExternal: boolean): void {
    const request = this.world.access(edge.id).request!;
    if (request.state !== 'Granted') return;
    this.count(isExternal ? 'granted by the external system' : 'granted by people and keys');
    const book = this.book(edge);
    if (oracle.strategyOf(this.town, book) !== 'FourEyes') return;
    const allows = request.decisions.filter(
      ({ verdict, voidSince }) => verdict === 'allow' && voidSince === null,
    );
    const names = new Set(allows.map((decision) => String(decision.by.person)));
    assert.equal(names.size, 2, 'rule 2: two different people');
    for (const decision of allows) {
      assert.equal(decision.by.type, 'person', 'rule 2: people, not keys');
      assert.equal(decision.seen, request.fingerprint, 'rule 2: this request as it stands');
      assert.deepEqual(decision.terms, allows[0]!.terms, 'rule 2: the same terms');
    }
    const may = oracle.eligible(this.town, book);
    for (const name of names) assert.ok(may.has(name), 'rule 2: both may approve now');
    assert.equal(before.request!.state, 'SemiGranted', 'rule 2: one after the other');
    this.count('granted by four eyes');
  }

  /** Rule 3: the same verdict again causes nothing. */
  private repeatingCausesNothing(edge: Edge, by: Principal, channel: Channel, ballot: Vote): void {
    const s = this.world.situation(edge.consumer, edge.id, by);
    const again = decide(s, ballot, this.world.act(by, channel), this.world.mint);
    assert.ok(!isRefused(again) && again.facts.length === 0 && again.access === s.access, 'rule 3: repeated');
  }

  private someoneActs(choose: Choose, edge: Edge): void {
    const { town } = this;
    const book = this.book(edge);
    const by = choose.inTen(2) ? edge.usual : this.someoneLikely(choose, book);
    const deeds: Deeds = {
      suspend: [suspend, () => oracle.suspends(town, book, by)],
      resume: [resume, () => oracle.resumes(town, book, by)],
      cancel: [revoke, () => oracle.revokes(town, book, by)],
      retract: [retract, () => oracle.retracts(town, book, by)],
      withdraw: [withdraw, () => oracle.withdraws(town, book, by)],
      delete: [(s, _, act) => remove(s, act), () => oracle.deletes(town, book, by)],
    };
    const action = choose(likelyActs[oracle.askState(town, book) === 'SemiGranted' ? 'half' : book.standing]);
    if (action === 'narrow') return this.someoneNarrows(choose, edge, by);
    if (action === 'annotate') return this.someoneAnnotates(edge, by);
    const [core, expected] = deeds[action];
    const came = this.do(edge, {
      by,
      channel: 'web',
      what: action,
      action,
      core: (s, act) => core(s, null, act),
      expected,
    });
    if (came === 'done') this.count(action);
  }

  private someoneNarrows(choose: Choose, edge: Edge, by: Principal): void {
    const to = fate.someNarrowing(choose, this.world.now);
    const came = this.do(edge, {
      by,
      channel: 'web',
      what: `narrow ${JSON.stringify(to)}`,
      action: null,
      core: (s, act) => narrow(s, to, null, act),
      expected: (book) => oracle.narrows(this.town, book, by, to),
    });
    if (came === 'done') this.count('narrow');
  }

  private someoneAnnotates(edge: Edge, by: Principal): void {
    this.do(edge, {
      by,
      channel: 'web',
      what: 'annotate',
      action: null,
      core: (s, act) => annotate(s, { ...s.access.notes, tags: [`tag ${s.access.version}`] }, act),
      expected: (book) => oracle.annotates(this.town, book, by),
    });
  }

  private timeGoesBy(choose: Choose): void {
    const length = choose(fate.lengths);
    const areSwept = choose.inTen(7);
    if (areSwept) this.world.passes(length);
    else this.world.passesUnswept(length);
    this.tell(() => `${length / hour} h go by, ${areSwept ? 'swept' : 'unswept'}`);
    this.town.now = this.world.now;
    this.listen();
    for (const access of this.world.accesses.values()) {
      if (areSwept) this.nothingIsLeftToTell(access);
      this.compare(access.id);
    }
  }

  /** Rule 8 and the sweepers: what is swept is told, is not due again, and sweeping twice changes nothing. */
  private nothingIsLeftToTell(access: Access): void {
    const { now } = this.world;
    const due = nextDue(access, now);
    assert.ok(due === null || due > now, 'what was swept is not due again');
    const again = lapse(access, now);
    assert.ok(again.facts.length === 0 && again.access === access, 'sweeping twice changes nothing');
    const isIn = effectiveGrant(access, now) !== null;
    assert.equal(this.believed.has(access.id), isIn, 'the log tells who has access');
  }

  private policyChanges(choose: Choose): void {
    const { town, world } = this;
    const before = world.policy;
    const by = choose(fate.authors);
    const change = fate.somePolicyChange(choose, before);
    const after = { ...before, ...change };
    const isOther = after.strategy !== before.strategy || after.external?.key !== before.external?.key;
    const { person: behind } = actorOf(by);
    const belongedTo = town.table
      .filter((entry) => entry.person === (behind as string | null))
      .map((entry) => entry.team as string as TeamId);
    const author = { by, teams: belongedTo };
    if (isOther) town.strategyBy = author;
    if (after.trusted.length > before.trusted.length) town.trustBy.set('analytics', author);
    const setter = { actor: actorOf(by), team: by.type === 'team-key' ? by.team : null, belongedTo };
    world.policy = signed(before, after, setter);
    town.policy = world.policy;
    this.tell(() => `${nameOf(by)} sets ${JSON.stringify(change)}`);
  }

  private peopleChange(choose: Choose): void {
    if (choose.inTen(7)) toggle(this.joined, choose(fate.extras));
    else toggle(this.left, choose(people));
    this.seat();
  }

  private somethingElse(choose: Choose): void {
    const usual = this.town.resourceGone || this.town.consumersGone ? 'everything ends' : 'looked at again';
    const what = choose.inTen(6)
      ? usual
      : choose(['eyes are lost', 'keys', 'resource', 'consumers'] as const);
    this.tell(() => what);
    const happens = {
      'everything ends': () => this.toEach((id) => this.world.ends('gone', id), oracle.isEnded),
      'looked at again': () => this.toEach((id) => this.world.reconsiders(id), oracle.isReconsidered),
      'eyes are lost': () => this.toEach((id) => this.world.voidsLostEyes(id), oracle.losesEyes),
      keys: () => this.keysDecide(),
      resource: () => this.resourceGoes(),
      consumers: () => this.consumersGo(),
    };
    happens[what]();
  }

  private keysDecide(): void {
    this.town.keysDecide = !this.town.keysDecide;
    this.world.organizationKeysDecide = this.town.keysDecide;
  }

  private resourceGoes(): void {
    this.town.resourceGone = !this.town.resourceGone;
    this.world.resource = { ...this.world.resource, gone: this.town.resourceGone };
  }

  private consumersGo(): void {
    this.town.consumersGone = !this.town.consumersGone;
    this.world.consumerGone = this.town.consumersGone;
  }

  /** What the system does to every access there is. */
  private toEach(
    happens: (id: AccessId) => void,
    expected: (town: oracle.Town, book: oracle.Book) => oracle.Expected,
  ): void {
    for (const [id, before] of this.world.accesses) {
      happens(id);
      const came: oracle.Expected = this.world.access(id) === before ? 'nothing' : 'done';
      assert.equal(came, expected(this.town, this.town.books.get(id)!), `the system to ${id}`);
      this.listen();
      this.compare(id);
    }
  }

  /** One act by one principal, in the core and in the oracle; both have to agree on what came of it. */
  private do(edge: Edge, deed: Deed): Came {
    const { world } = this;
    const { by, channel, what } = deed;
    const before = world.accesses.get(edge.id);
    const s = world.situation(edge.consumer, edge.id, by);
    const act = world.act(by, channel);
    const action = deed.action && actionsFor(s, act)[deed.action];
    const came = world.keeps(s.access, deed.core(s, act));
    const told: oracle.Expected = came === 'done' || came === 'nothing' ? came : 'refused';
    this.tell(() => `${edge.id}: ${nameOf(by)} ${what} by ${channel}: ${came} (${this.stateOf(edge.id)})`);
    assert.equal(told, deed.expected(this.book(edge)), `${what} by ${nameOf(by)}: ${came}`);
    if (action?.allowed === true && !isAboutTerms(came))
      assert.notEqual(told, 'refused', `${what} was said to be allowed: ${came}`);
    if (action?.allowed === false && came !== 'nothing')
      assert.equal(came, action.code, `${what} was said to be refused for another reason`);
    this.listen();
    this.compare(edge.id);
    this.whatIsDecidedStays(before, world.accesses.get(edge.id));
    return came;
  }

  /** Everything that can be seen of one access: its request, its standing, and who gets in, now and later. */
  private compare(id: AccessId): void {
    const { town, world } = this;
    const book = town.books.get(id)!;
    const access = world.accesses.get(id);
    assert.equal(access !== undefined, book.exists, `${id} exists`);
    if (!access) return;
    const { now } = world;
    const state = access.request && requestStateAt(access.request, now);
    assert.equal(state, oracle.askState(town, book), `${id}: request`);
    assert.equal(standingAt(access, now), oracle.standingNow(town, book), `${id}: standing`);
    assert.equal(access.deletedAt !== null, book.deleted, `${id}: deleted`);
    this.compareRoles(access, book, now);
    for (const { from, until } of book.grants)
      for (const at of [from - 1, from, until - 1, until])
        if (at > now && at < Infinity) this.compareRoles(access, book, at);
  }

  /** Rules 7 and 8: the grants as intervals, judged at reading; renewals leave no gap, and nothing outlives its end. */
  private compareRoles(access: Access, book: oracle.Book, at: number): void {
    const roles = effectiveGrant(access, at)?.roles.join() ?? null;
    assert.equal(roles, oracle.rolesAt(book, at)?.join() ?? null, `${access.id}: who gets in`);
  }

  /** Rule 3: a request that is closed never opens again; only a rejection is reconsidered. */
  private whatIsDecidedStays(before: Access | undefined, after: Access | undefined): void {
    const [old, now] = [before?.request, after?.request];
    if (!old || !now || old.id !== now.id || old.state === now.state) return;
    assert.ok(ways[old.state]?.includes(now.state), `rule 3: ${old.state} → ${now.state}`);
  }

  /** What somebody learns who knows nothing but the log. */
  private listen(): void {
    for (; this.heard < this.world.log.length; this.heard++) {
      const { access, fact } = this.world.log[this.heard]!;
      const begins =
        fact.type === 'access.activated' ||
        (fact.type === 'access.resumed' && this.world.rolesNow(access) !== null);
      if (begins) this.believed.add(access);
      if (endings.includes(fact.type)) this.believed.delete(access);
    }
  }

  private seat(): void {
    const { table, rosters } = fate.seated(this.joined, this.left);
    this.world.seat(table, rosters);
    this.town.table = table;
    this.tell(() => table.map((entry) => `${entry.person} ${entry.role} of ${entry.team}`).join(', '));
  }

  private book(edge: Edge): oracle.Book {
    return this.town.books.get(edge.id)!;
  }

  private stateOf(id: AccessId): string {
    const access = this.world.accesses.get(id);
    return access ? `${access.request?.state}, ${standingAt(access, this.world.now)}` : 'not there';
  }

  private tell(what: () => string): void {
    this.story?.push(what());
  }

  private count(what: string): void {
    this.tally.set(what, (this.tally.get(what) ?? 0) + 1);
  }
}

type Deeds = Record<
  'suspend' | 'resume' | 'cancel' | 'retract' | 'withdraw' | 'delete',
  [(s: Situation, comment: null, act: Act) => Outcome | Refused, () => oracle.Expected]
>;

const everyAct = [
  'suspend',
  'resume',
  'cancel',
  'retract',
  'withdraw',
  'narrow',
  'annotate',
  'delete',
] as const;

const likelyActs = {
  half: ['retract', 'retract', 'retract', 'retract', 'retract', 'withdraw', ...everyAct],
  None: [...everyAct],
  Granted: ['suspend', 'suspend', 'suspend', 'narrow', 'narrow', ...everyAct],
  Suspended: ['resume', 'resume', 'resume', 'resume', 'resume', ...everyAct],
  Revoked: [...everyAct],
} as const;

const ways: Record<string, string[]> = {
  Pending: ['SemiGranted', 'Granted', 'Rejected', 'Withdrawn', 'Expired'],
  SemiGranted: ['Pending', 'Granted', 'Rejected', 'Withdrawn', 'Expired'],
  Rejected: ['SemiGranted', 'Granted'],
};

const endings: readonly string[] = [
  'access.deactivated',
  'access.suspended',
  'access.revoked',
  'access.expired',
];

/** An allow may be available and yet need other terms than those of a first allow that time or the policy overtook. */
function isAboutTerms(came: Came): boolean {
  return ['period_empty', 'terms_wider', 'duration_not_offered'].includes(came);
}

function toggle<T>(set: Set<T>, entry: T): void {
  if (!set.delete(entry)) set.add(entry);
}

function nameOf(by: Principal): string {
  const { type, id, person: behind } = actorOf(by);
  return type === 'person' ? id : `${id} of ${behind}`;
}
