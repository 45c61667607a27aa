// A world for the core: accesses on one resource, the people around it, refusals that bind, and a clock that is moved
// by hand. It does what the store does for the use cases and nothing more: it brings a Situation together, keeps the
// Outcome, and looks after what is due. Nothing here judges anything.
//
//   as(bob).allows()      must do something, or the test fails
//   tries(bob).allows()   says what came of it: 'done', 'nothing', or the code of the refusal
import assert from 'node:assert/strict';
import { actionsFor, type ActionName } from '../../src/core/actions.ts';
import {
  effectiveGrant,
  nextDue,
  noNotes,
  standingAt,
  stateAt,
  type Access,
  type Notes,
} from '../../src/core/access.ts';
import { ask, askAgain, askClaimingApproval } from '../../src/core/ask.ts';
import { sideOf, type Consumer, type Side } from '../../src/core/consumer.ts';
import { decide, retract, voidLostEyes, type Vote } from '../../src/core/decide.ts';
import { awaiting } from '../../src/core/deciders.ts';
import type { Fact } from '../../src/core/fact.ts';
import type { AccessId } from '../../src/core/ids.ts';
import { lapse } from '../../src/core/lapse.ts';
import { defaultPolicy, type Policy } from '../../src/core/policy.ts';
import { actorOf, system, type Channel, type Principal } from '../../src/core/principal.ts';
import { isRefused, type ProblemCode, type Refused } from '../../src/core/problem.ts';
import { put, type Wanted } from '../../src/core/put.ts';
import { reconsider } from '../../src/core/reconsider.ts';
import type { Request } from '../../src/core/request.ts';
import type { Resource } from '../../src/core/resource.ts';
import type { Act, Outcome, Situation } from '../../src/core/situation.ts';
import {
  annotate,
  endBecauseGone,
  narrow,
  remove,
  resume,
  revoke,
  suspend,
  withdraw,
} from '../../src/core/standing.ts';
import type { Ask } from '../../src/core/terms.ts';
import type { Instant, Milliseconds } from '../../src/core/time.ts';
import {
  churnModel,
  countingMint,
  memberships,
  morning,
  orderEvents,
  rostersOf,
  vote,
  wish,
  type Membership,
} from './cast.ts';

export type Came = 'done' | 'nothing' | ProblemCode;

export interface Acts {
  asks(parts?: Partial<Ask>): Came;
  asksAgain(parts?: Partial<Ask>): Came;
  claimsApproval(parts?: Partial<Ask>): Came;
  puts(wanted?: Partial<Wanted>): Came;
  allows(parts?: Partial<Vote>): Came;
  denies(parts?: Partial<Vote>): Came;
  retracts(): Came;
  withdraws(): Came;
  suspends(): Came;
  resumes(): Came;
  revokes(): Came;
  narrows(to: { until?: Instant | null; roles?: readonly string[] | null }): Came;
  annotates(notes: Partial<Notes>): Came;
  deletes(): Came;
}

export class World {
  now: Instant = morning;
  policy: Policy;
  resource: Resource = orderEvents;
  consumerGone = false;
  organizationKeysDecide = true;
  readonly accesses = new Map<AccessId, Access>();
  readonly refusals = new Set<Side>();
  /** Everything that was told, oldest first. */
  readonly log: { readonly at: Instant; readonly access: AccessId; readonly fact: Fact }[] = [];
  readonly closed: Request[] = [];
  readonly mint = countingMint();
  private table = memberships;
  private rosters = usualRosters;

  constructor(policy: Partial<Policy> = {}) {
    this.policy = { ...defaultPolicy(orderEvents.id, 'Simple', null), ...policy };
  }

  /** People who act on the access that a story is about; `on` names another one, and who it is for. */
  as(by: Principal, on: Partial<On> = {}): Acts {
    return this.acts(by, { ...usual, ...on }, (came, what) =>
      assert.equal(came, 'done', `${actorOf(by).id} ${what}`),
    );
  }

  tries(by: Principal, on: Partial<On> = {}): Acts {
    return this.acts(by, { ...usual, ...on }, () => {});
  }

  /** Membership changes: who joins, and who leaves. */
  joins(entry: Membership): void {
    this.seat([...this.table, entry]);
  }

  leaves(name: Membership['person'], team?: Membership['team']): void {
    this.seat(
      this.table.filter((entry) => entry.person !== name || (team !== undefined && entry.team !== team)),
    );
  }

  /** Time goes by; whatever falls due meanwhile is looked after at its instant, as sweepers do. */
  passes(length: Milliseconds): void {
    const end = this.now + length;
    for (;;) {
      const due = Math.min(
        ...[...this.accesses.values()].map((access) => nextDue(access, this.now) ?? Infinity),
      );
      if (due > end) break;
      this.now = Math.max(due, this.now);
      assert.ok(this.sweeps() > 0, 'something that is due leaves a trace');
    }
    this.now = end;
  }

  /** Time goes by while no sweeper runs. */
  passesUnswept(length: Milliseconds): void {
    this.now += length;
  }

  /** Everything that time does by now. Returns how many facts came of it. */
  sweeps(): number {
    const before = this.log.length;
    for (const access of this.accesses.values()) this.keeps(access, lapse(access, this.now));
    return this.log.length - before;
  }

  /** The system voids the first allow of somebody who may no longer approve. */
  voidsLostEyes(id: string = usual.id): void {
    const s = this.situation(this.access(id).consumer, id as AccessId, system);
    this.keeps(s.access, voidLostEyes(s, this.act(system)));
  }

  /** The system looks at a request again, because people or rules have changed. */
  reconsiders(id: string = usual.id): void {
    const s = this.situation(this.access(id).consumer, id as AccessId, system);
    this.keeps(s.access, reconsider(s, this.act(system), this.mint));
  }

  /** The resource or the consumer is gone, and the system ends what hung on it. */
  ends(reason: string, id: string = usual.id): void {
    const s = this.situation(this.access(id).consumer, id as AccessId, system);
    this.keeps(s.access, endBecauseGone(s, reason, this.now));
  }

  access(id: string = usual.id): Access {
    const access = this.accesses.get(id as AccessId);
    assert.ok(access, `there is an access ${id}`);
    return access;
  }

  request(id: string = usual.id): Request {
    const { request } = this.access(id);
    assert.ok(request);
    return request;
  }

  state(id: string = usual.id): string {
    return stateAt(this.access(id), this.now);
  }

  standing(id: string = usual.id): string {
    return standingAt(this.access(id), this.now);
  }

  /** The roles by which the consumer gets in now; null when it does not. */
  rolesNow(id: string = usual.id, at: Instant = this.now): readonly string[] | null {
    return effectiveGrant(this.access(id), at)?.roles ?? null;
  }

  awaited(id: string = usual.id) {
    const access = this.access(id);
    return awaiting(this.situation(access.consumer, access.id, system), this.request(id));
  }

  action(name: ActionName, by: Principal, on: Partial<On> = {}) {
    const { id, consumer, channel } = { ...usual, ...on };
    return actionsFor(this.situation(consumer, id as AccessId, by), this.act(by, channel))[name];
  }

  /** The facts of one access, as their types. */
  told(id: string = usual.id): string[] {
    return this.log.filter((entry) => entry.access === id).map((entry) => entry.fact.type);
  }

  situation(consumer: Consumer, id: AccessId, by: Principal): Situation {
    const access = this.accesses.get(id) ?? newborn(id, consumer, this.now);
    return {
      access,
      resource: this.resource,
      policy: this.policy,
      consumer: access.consumer,
      consumerGone: this.consumerGone,
      rosters: this.rosters,
      bound: this.boundFor(access.consumer, by),
      organizationKeysDecide: this.organizationKeysDecide,
    };
  }

  act(by: Principal, channel: Channel = 'web'): Act {
    return { by, now: this.now, channel };
  }

  /** Keeps what came of an act, as the store does. */
  keeps(before: Access, result: Outcome | Refused): Came {
    if (isRefused(result)) return result.refused;
    if (result.facts.length === 0) {
      assert.equal(result.access, before, 'without a fact nothing changes');
      return 'nothing';
    }
    const { id } = before;
    this.accesses.set(id, { ...result.access, version: before.version + 1 });
    for (const fact of result.facts) this.log.push({ at: this.now, access: id, fact });
    if (result.closed) this.closed.push(result.closed);
    if (result.refusal?.binds === true) this.refusals.add(result.refusal.side);
    if (result.refusal?.binds === false) this.refusals.delete(result.refusal.side);
    return 'done';
  }

  seat(table: readonly Membership[], rosters = rostersOf(table)): void {
    this.table = table;
    this.rosters = rosters;
  }

  /** The sides an ask comes from, as far as a refusal or a suspended access binds them (core/situation.ts, `bound`). */
  private boundFor(consumer: Consumer, by: Principal): Side[] {
    const asker = actorOf(by).person;
    const sides = new Set<Side>([sideOf(consumer)]);
    if (asker !== null) sides.add(`person:${asker}`);
    if (consumer.kind === 'person')
      for (const entry of this.table)
        if ((entry.person as string) === consumer.id) sides.add(`team:${entry.team}`);
    const suspended = [...this.accesses.values()]
      .filter((access) => standingAt(access, this.now) === 'Suspended')
      .map((access) => sideOf(access.consumer));
    return [...sides].filter((side) => this.refusals.has(side) || suspended.includes(side));
  }

  private acts(by: Principal, on: On, judge: (came: Came, what: string) => void): Acts {
    const doing = (what: string, how: (s: Situation, act: Act) => Outcome | Refused): Came => {
      const s = this.situation(on.consumer, on.id as AccessId, by);
      const came = this.keeps(s.access, how(s, this.act(by, on.channel)));
      judge(came, what);
      return came;
    };
    return {
      asks: (parts) => doing('asks', (s, act) => ask(s, wish(parts), act, this.mint)),
      asksAgain: (parts) => doing('asks again', (s, act) => askAgain(s, wish(parts), act, this.mint)),
      claimsApproval: (parts) =>
        doing('claims approval', (s, act) => askClaimingApproval(s, wish(parts), act, this.mint)),
      puts: (wanted) => doing('puts', (s, act) => put(s, wholeObject(on.consumer, wanted), act, this.mint)),
      allows: (parts) => doing('allows', (s, act) => decide(s, vote('allow', parts), act, this.mint)),
      denies: (parts) => doing('denies', (s, act) => decide(s, vote('deny', parts), act, this.mint)),
      retracts: () => doing('retracts', (s, act) => retract(s, null, act)),
      withdraws: () => doing('withdraws', (s, act) => withdraw(s, null, act)),
      suspends: () => doing('suspends', (s, act) => suspend(s, null, act)),
      resumes: () => doing('resumes', (s, act) => resume(s, null, act)),
      revokes: () => doing('revokes', (s, act) => revoke(s, null, act)),
      narrows: ({ until = null, roles = null }) =>
        doing('narrows', (s, act) => narrow(s, { until, roles }, null, act)),
      annotates: (notes) => doing('annotates', (s, act) => annotate(s, { ...s.access.notes, ...notes }, act)),
      deletes: () => doing('deletes', (s, act) => remove(s, act)),
    };
  }
}

const usualRosters = rostersOf(memberships);

export interface On {
  readonly id: string;
  readonly consumer: Consumer;
  readonly channel: Channel;
}

const usual: On = { id: 'churn-reads-orders', consumer: churnModel, channel: 'web' };

/** A PUT that says nothing but who and what, unless it is told to say more. */
function wholeObject(consumer: Consumer, parts: Partial<Wanted> = {}): Wanted {
  return {
    resource: orderEvents.id,
    consumer,
    purpose: undefined,
    roles: undefined,
    from: undefined,
    until: undefined,
    notes: {},
    claimsApproval: false,
    knowsPresentState: false,
    ...parts,
  };
}

function newborn(id: AccessId, consumer: Consumer, now: Instant): Access {
  return {
    id,
    version: 0,
    resource: orderEvents.id,
    consumer,
    standing: 'None',
    request: null,
    grants: [],
    announced: null,
    remindedAt: null,
    createdAt: now,
    deletedAt: null,
    origin: null,
    notes: noNotes,
  };
}
