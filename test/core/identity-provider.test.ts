import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  givenBy,
  initialRules,
  isAdmitted,
  isGone,
  ownerOf,
  rolesAfter,
  unknownGroups,
  type Acquainted,
  type GroupRule,
  type Vouched,
} from '../../src/core/identity-provider.ts';
import type { PersonId, TeamId } from '../../src/core/ids.ts';
import { isRefused } from '../../src/core/problem.ts';
import { day } from '../../src/core/time.ts';

const [alice, bob] = ['alice', 'bob'] as PersonId[] as [PersonId, PersonId];

const vouched = (parts: Partial<Vouched> = {}): Vouched => ({
  issuer: 'https://login.fernlane.example',
  subject: 'a-1',
  email: 'alice@fernlane.example',
  emailVerified: true,
  name: 'Alice',
  groups: [],
  ...parts,
});

const nobodyKnown: Acquainted = {
  account: null,
  byEmail: null,
  hasOther: false,
  signedIn: null,
  connects: false,
};

function owner(known: Partial<Acquainted>, parts: Partial<Vouched> = {}) {
  const found = ownerOf({ ...nobodyKnown, ...known }, vouched(parts));
  return isRefused(found) ? found.refused : found;
}

test('An account is its person’s, whatever its e-mail address says', () => {
  for (const parts of [{}, { email: null }, { email: 'bob@fernlane.example' }, { emailVerified: false }])
    assert.equal(owner({ account: alice, byEmail: bob }, parts), alice);
});

test('An address leads to somebody only where it is verified and they have no other account', () => {
  assert.equal(owner({ byEmail: alice }), alice);
  assert.equal(owner({}), 'new');
  assert.equal(owner({ byEmail: alice, hasOther: true }), 'email_claimed');
  for (const parts of [{ emailVerified: false }, { email: null, emailVerified: true }]) {
    assert.equal(owner({ byEmail: alice }, parts), 'email_unverified');
    assert.equal(owner({}, parts), 'email_unverified');
  }
});

test('Whoever is signed in comes back as themselves, and connects an account only when they asked for it', () => {
  assert.equal(owner({ account: alice, signedIn: alice }), alice);
  assert.equal(owner({ account: bob, signedIn: alice }), 'account_of_another');
  assert.equal(owner({ account: bob, signedIn: alice, connects: true }), 'account_of_another');
  assert.equal(owner({ signedIn: bob, connects: true }, { emailVerified: false }), bob);
  assert.equal(owner({ signedIn: bob }, { emailVerified: false }), 'email_unverified');
  assert.equal(owner({ signedIn: bob, byEmail: alice }), 'account_of_another');
  assert.equal(owner({ signedIn: bob }), 'account_of_another');
});

test('Groups give the strongest of their roles in each team, and others give nothing', () => {
  const groups: GroupRule[] = [
    { group: 'all', team: 'checkout' as TeamId, role: 'Member' },
    { group: 'leads', team: 'checkout' as TeamId, role: 'OWNER' },
    { group: 'seconds', team: 'checkout' as TeamId, role: 'Approver' },
    { group: 'leads', team: 'analytics' as TeamId, role: 'Data Steward' },
    { group: 'it', installation: 'administrator' },
  ];
  const rules = { ...initialRules, groups, admit: ['staff'] };
  assert.deepEqual(givenBy(rules, ['all', 'leads', 'seconds', 'choir']), {
    teams: [
      { team: 'analytics', role: 'Data Steward' },
      { team: 'checkout', role: 'OWNER' },
    ],
    administrator: false,
    auditor: false,
  });
  assert.deepEqual(unknownGroups(rules, ['all', 'choir', 'staff']), ['choir']);
  assert.deepEqual([isAdmitted(rules, ['all']), isAdmitted(rules, ['staff'])], [false, true]);
  assert.ok(isAdmitted(initialRules, []));
});

test('What groups give and take never touches what was written by hand, and nobody is both', () => {
  const roles = fc.record({ administrator: fc.boolean(), auditor: fc.boolean() });
  fc.assert(
    fc.property(roles, fc.array(roles, { minLength: 1, maxLength: 6 }), (byHand, history) => {
      fc.pre(!(byHand.administrator && byHand.auditor));
      let now = { is: byHand, gave: { administrator: false, auditor: false } };
      for (const gives of history) {
        now = rolesAfter(now.is, now.gave, gives);
        assert.ok(!(now.is.administrator && now.is.auditor));
        if (byHand.administrator) assert.ok(now.is.administrator);
        if (byHand.auditor) assert.ok(now.is.auditor);
      }
      assert.deepEqual(rolesAfter(now.is, now.gave, { administrator: false, auditor: false }).is, {
        ...byHand,
      });
    }),
  );
});

test('Somebody is gone when the time of the rules is over, and at once where there is none', () => {
  const rules = { ...initialRules, goneAfter: 3 * day };
  assert.deepEqual([isGone(rules, 0, 3 * day - 1), isGone(rules, 0, 3 * day)], [false, true]);
  assert.ok(isGone({ ...initialRules, goneAfter: 0 }, 5, 5));
});
