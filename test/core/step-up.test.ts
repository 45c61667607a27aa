import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KeyId } from '../../src/core/ids.ts';
import type { SignInDemand } from '../../src/core/policy.ts';
import type { Principal, SignedIn } from '../../src/core/principal.ts';
import { hour, minute } from '../../src/core/time.ts';
import { alice, bob, eve, organizationKey, teamKey } from './cast.ts';
import { World } from './world.ts';

function asked(signIn: SignInDemand): World {
  const world = new World({ signIn });
  world.as(alice).asks();
  return world;
}

const session = (who: Principal, signedIn: SignedIn): Principal =>
  who.type === 'person' ? { ...who, signedIn } : who;

test('Only a sign-in of one of the demanded kinds decides', () => {
  const world = asked({ acr: ['mfa', 'phr'], maxAge: null });
  for (const acr of ['pwd', null])
    assert.equal(world.tries(session(bob, { at: world.now, acr })).allows(), 'step_up_needed');
  assert.equal(world.tries(session(bob, { at: world.now, acr: 'pwd' })).denies(), 'step_up_needed');
  world.as(session(bob, { at: null, acr: 'phr' })).allows();
});

test('A sign-in is fresh up to its age and no longer, and one of unknown age is old', () => {
  const world = asked({ acr: null, maxAge: 15 * minute });
  const signedIn = { at: world.now, acr: null };
  world.passes(15 * minute + 1);
  assert.equal(world.tries(session(bob, signedIn)).allows(), 'step_up_needed');
  assert.equal(world.tries(session(bob, { at: null, acr: 'mfa' })).allows(), 'step_up_needed');
  world.as(session(bob, { ...signedIn, at: signedIn.at + 1 })).allows();
});

test('No key satisfies it, and whoever may not decide anyway hears that first', () => {
  const world = asked({ acr: null, maxAge: hour });
  for (const key of [bob, teamKey('checkout', 'bob'), organizationKey('dan')])
    assert.equal(world.tries(key, { channel: 'rest' }).allows(), 'session_demanded');
  assert.equal(world.tries(eve).allows(), 'not_an_approver');
  assert.equal(world.tries(session(alice, { at: world.now, acr: null })).allows(), 'own_request');
});

test('An external system has its own ways to know who decides', () => {
  const world = new World({
    strategy: 'External',
    external: { key: 'ticket-system' as KeyId, name: 'the ticket system', url: null },
    signIn: { acr: ['mfa'], maxAge: minute },
  });
  world.as(alice).asks();
  world.as(organizationKey('dan', 'ticket-system'), { channel: 'rest' }).allows();
});
