// Design 3.3, rule 3, as far as the core shows it: of several verdicts exactly one stands, the others are told the real
// state; the same principal repeating the same verdict causes nothing. What is left of the race, two statements at the
// same instant, is the store's and tested there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide } from '../../src/core/decide.ts';
import type { AccessId, KeyId } from '../../src/core/ids.ts';
import { isRefused } from '../../src/core/problem.ts';
import { day } from '../../src/core/time.ts';
import {
  alice,
  amir,
  bob,
  carol,
  eve,
  frank,
  organizationKey,
  teamKey,
  terms,
  userKey,
  vote,
} from './cast.ts';
import { World } from './world.ts';

test('Whoever comes second is refused, and told the state as it is', () => {
  const world = asked();
  world.as(bob).allows();
  const late = decide(
    world.situation(world.access().consumer, world.access().id, carol),
    vote('deny'),
    world.act(carol),
    world.mint,
  );
  assert.ok(isRefused(late));
  assert.deepEqual(late, {
    refused: 'request_closed',
    detail: { en: 'The request is Granted.', de: 'Die Anfrage ist gewährt.' },
  });
  assert.equal(world.tries(carol).allows(), 'request_closed');
});

test('The same principal repeating the same verdict causes nothing, by any hand of theirs', () => {
  const world = asked();
  world.as(bob).allows();
  assert.equal(world.tries(bob).allows(), 'nothing');
  assert.equal(world.tries(userKey('bob')).allows({ comment: 'again' }), 'nothing');
  const other = asked();
  other.as(bob).denies();
  assert.equal(other.tries(bob).denies(), 'nothing');
  assert.equal(other.told().length, 2);
});

test('Repeating a verdict with other terms is another verdict', () => {
  const world = asked({ roles: ['read', 'write'] });
  world.as(bob).allows({ terms: terms({ roles: ['read'] }) });
  assert.equal(world.tries(bob).allows({ terms: terms({ roles: ['read'] }) }), 'nothing');
  assert.equal(world.tries(bob).allows({ terms: terms({ roles: ['write'] }) }), 'request_closed');
});

test('Terms mean nothing on a deny, so repeating it with terms is repeating it', () => {
  const world = asked();
  const before = terms({ until: world.now + day });
  world.as(bob).denies({ terms: before });
  assert.equal(world.tries(bob).denies({ terms: before }), 'nothing');
  assert.equal(world.tries(bob).denies(), 'nothing');
});

test('Changing one’s mind after a decision is refused, except to reconsider a rejection', () => {
  const world = asked();
  world.as(bob).allows();
  assert.equal(world.tries(bob).denies(), 'request_closed');
  const other = asked();
  other.as(bob).denies();
  other.as(bob).allows();
  assert.equal(other.state(), 'Granted');
});

test('A verdict on what was withdrawn or has expired is refused with that state', () => {
  const world = asked();
  world.as(alice).withdraws();
  assert.equal(world.tries(bob).allows(), 'request_closed');
  assert.equal(world.tries(amir).withdraws(), 'nothing');
  const late = asked();
  late.passesUnswept(30 * day);
  assert.equal(late.tries(bob).allows(), 'request_expired');
  assert.equal(late.tries(bob).denies(), 'request_expired');
  assert.equal(late.tries(alice).withdraws(), 'no_request');
});

test('Nobody decides where nothing is asked', () => {
  const world = new World();
  assert.equal(world.tries(bob).allows(), 'no_request');
  assert.equal(world.tries(alice).withdraws(), 'no_request');
});

test('Only the requester’s side withdraws', () => {
  const world = asked();
  for (const who of [bob, eve, teamKey('checkout', 'carol')])
    assert.equal(world.tries(who).withdraws(), 'not_your_side');
  world.as(amir).withdraws();
});

test('A rejected request cannot be withdrawn, and a granted one neither', () => {
  const world = asked();
  world.as(bob).denies();
  assert.equal(world.tries(alice).withdraws(), 'no_request');
});

test('Suspending what is suspended causes nothing; what is not in force is not suspended, resumed or revoked', () => {
  const world = asked();
  for (const act of ['suspends', 'resumes', 'revokes'] as const)
    assert.equal(world.tries(bob)[act](), 'wrong_state', act);
  world.as(bob).allows();
  world.as(bob).suspends();
  assert.equal(world.tries(carol).suspends(), 'nothing');
  world.as(carol).revokes();
  for (const act of ['suspends', 'resumes', 'revokes'] as const)
    assert.equal(world.tries(bob)[act](), 'wrong_state', act);
});

test('Either side ends an access; outsiders do not', () => {
  for (const who of [
    alice,
    amir,
    teamKey('analytics', 'amir'),
    bob,
    carol,
    frank,
    teamKey('checkout', 'bob'),
  ]) {
    const world = asked();
    world.as(bob).allows();
    assert.equal(world.tries(eve).revokes(), 'not_a_party');
    assert.equal(world.tries(eve).suspends(), 'not_the_owner_side');
    world.as(who).revokes();
    assert.equal(world.state(), 'Revoked');
  }
});

test('Giving back withdraws what is still asked; the owner’s revocation leaves it to be decided', () => {
  const giving = asked();
  giving.as(bob).allows();
  giving.as(alice).asks({ roles: ['write'] });
  giving.as(alice).revokes();
  assert.equal(giving.request().state, 'Withdrawn');
  const taking = asked();
  taking.as(bob).allows();
  taking.as(alice).asks({ roles: ['write'] });
  taking.as(bob).revokes();
  assert.equal(taking.request().state, 'Pending');
});

test('Before anything is granted, giving back is withdrawing', () => {
  const world = asked();
  world.as(alice).revokes();
  assert.equal(world.state(), 'Withdrawn');
});

test('Under External only the named credential allows or denies', () => {
  const world = new World({
    strategy: 'External',
    external: { key: 'ticket-system' as KeyId, name: 'the ticket system', url: null },
  });
  world.as(alice).asks();
  for (const who of [bob, frank, teamKey('checkout', 'bob'), organizationKey('dan', 'other')]) {
    assert.equal(world.tries(who).allows(), 'external_only');
    assert.equal(world.tries(who).denies(), 'external_only');
  }
  assert.equal(world.awaited().system, 'the ticket system');
  world.as(organizationKey('dan', 'ticket-system')).denies();
  world.as(organizationKey('dan', 'ticket-system')).allows();
  assert.equal(world.state(), 'Granted');
});

test('A credential that the policy names no longer decides nothing, not even what was asked before', () => {
  const world = new World({
    strategy: 'External',
    external: { key: 'leaked-key' as KeyId, name: 'the ticket system', url: null },
  });
  world.as(alice).asks();
  world.policy = {
    ...world.policy,
    external: { key: 'new-key' as KeyId, name: 'the ticket system', url: null },
  };
  assert.equal(world.tries(organizationKey('dan', 'leaked-key')).allows(), 'external_only');
  world.as(organizationKey('dan', 'new-key')).allows();
});

test('What is decided in the browser is decided nowhere else, by nobody’s key', () => {
  const world = asked({}, { inBrowser: true });
  for (const channel of ['slack', 'mail', 'rest', 'cli'] as const) {
    assert.equal(world.tries(bob, { channel }).allows(), 'in_the_browser');
    assert.equal(world.tries(teamKey('checkout', 'bob'), { channel }).allows(), 'in_the_browser');
    assert.equal(world.tries(organizationKey('dan'), { channel }).denies(), 'in_the_browser');
  }
  world.as(bob, { channel: 'web' }).allows();
});

test('An external system has its own surface, so a policy of the browser does not lock it out', () => {
  const world = new World({
    strategy: 'External',
    inBrowser: true,
    external: { key: 'ticket-system' as KeyId, name: 'the ticket system', url: null },
  });
  world.as(alice).asks();
  world.as(organizationKey('dan', 'ticket-system'), { channel: 'rest' }).allows();
});

test('Every decision is kept with who, when, through what, and what was seen', () => {
  const world = asked();
  world.passes(day);
  world.as(bob, { channel: 'slack' }).denies({ comment: 'Not with names in it' });
  const [decision] = world.request().decisions;
  assert.deepEqual(
    [decision!.by, decision!.at, decision!.channel, decision!.comment, decision!.to],
    [{ type: 'person', id: 'bob', person: 'bob' }, world.now, 'slack', 'Not with names in it', 'Rejected'],
  );
  assert.equal(decision!.seen, world.request().fingerprint);
});

test('Free text travels apart from the facts of the log', () => {
  const world = asked({ purpose: 'A secret purpose' });
  world.as(bob).denies({ comment: 'A secret comment', facts: { ticket: 'A secret ticket' } });
  world.as(alice).annotates({ custom: { note: 'A secret note' } });
  for (const { fact } of world.log) {
    assert.ok(!JSON.stringify([fact.data, fact.before, fact.after]).includes('secret'), fact.type);
    assert.ok(JSON.stringify(fact.texts).includes('secret'), fact.type);
  }
});

test('The log says what was before: nothing for a new access, the state for one that exists', () => {
  const world = asked();
  world.as(bob).denies();
  world.as(alice).asks({ purpose: 'Once more' });
  assert.deepEqual(
    world.log.map(({ fact }) => [fact.type, fact.before?.state ?? null, fact.after.state]),
    [
      ['request.filed', null, 'Pending'],
      ['request.rejected', 'Pending', 'Rejected'],
      ['request.filed', 'Rejected', 'Pending'],
    ],
  );
});

test('An act that is refused leaves nothing behind', () => {
  const world = asked();
  const before = structuredClone(world.access());
  world.tries(eve).allows();
  world.tries(eve).denies();
  world.tries(eve).withdraws();
  assert.deepEqual(world.accesses.get('churn-reads-orders' as AccessId), before);
});

function asked(parts = {}, policy = {}): World {
  const world = new World(policy);
  world.as(alice).asks(parts);
  return world;
}
