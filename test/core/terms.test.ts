// What may be asked, what may be allowed, and which period comes of it: the edges of checkAsk, checkTerms and periodAt.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultPolicy, type Policy } from '../../src/core/policy.ts';
import {
  asAsked,
  checkAsk,
  checkTerms,
  normalRoles,
  periodAt,
  type Ask,
  type Terms,
} from '../../src/core/terms.ts';
import { day, endOfTime, hour, longestDuration, minute } from '../../src/core/time.ts';
import { morning as now, orderEvents, terms, wish } from './cast.ts';

test('An end that is past, now, before the start or at the start is refused', () => {
  assert.equal(refusalOf({ until: now - 1 }), 'period_past');
  assert.equal(refusalOf({ until: now }), 'period_past');
  assert.equal(refusalOf({ from: now + day, until: now + hour }), 'period_empty');
  assert.equal(refusalOf({ from: now + day, until: now + day }), 'period_empty');
  assert.equal(refusalOf({ until: now + 1 }), undefined);
  assert.equal(refusalOf({ from: now - 9 * day, until: now + 1 }), undefined);
});

test('Dates end with the year 9999, on either side', () => {
  assert.equal(refusalOf({ until: endOfTime }), undefined);
  assert.equal(refusalOf({ until: endOfTime + 1 }), 'period_too_long');
  assert.equal(refusalOf({ from: endOfTime }), 'period_too_long');
  assert.equal(refusalOf({ from: endOfTime - 1 }), undefined);
  assert.deepEqual(periodOf({ from: endOfTime - 1, duration: longestDuration }), [endOfTime - 1, endOfTime]);
});

test('A period longer than the policy’s maximum is refused, the maximum itself is not', () => {
  const policy = { maximumDuration: 90 * day };
  assert.equal(refusalOf({ until: now + 90 * day }, policy), undefined);
  assert.equal(refusalOf({ until: now + 90 * day + 1 }, policy), 'period_too_long');
  assert.equal(refusalOf({ duration: 91 * day }, policy), 'period_too_long');
  assert.equal(refusalOf({ from: now + 300 * day, until: now + 390 * day }, policy), undefined);
});

test('Where a policy offers durations, one of them is asked for, and no end lies beyond the longest', () => {
  const policy = { durations: [5 * minute, hour, 24 * hour] };
  assert.equal(refusalOf({ duration: hour }, policy), undefined);
  assert.equal(refusalOf({ duration: 2 * hour }, policy), 'duration_not_offered');
  assert.equal(refusalOf({ until: now + 24 * hour }, policy), undefined);
  assert.equal(refusalOf({ until: now + 25 * hour }, policy), 'period_too_long');
});

test('An ask without an end gets the policy’s default, and never more than the longest it offers', () => {
  assert.deepEqual(periodOf({}), [now, null]);
  assert.deepEqual(periodOf({}, { defaultDuration: 365 * day }), [now, now + 365 * day]);
  assert.deepEqual(periodOf({}, { maximumDuration: 90 * day }), [now, now + 90 * day]);
  assert.deepEqual(periodOf({}, { defaultDuration: 365 * day, maximumDuration: 90 * day }), [
    now,
    now + 90 * day,
  ]);
  assert.deepEqual(periodOf({}, { durations: [hour, day] }), [now, now + day]);
});

test('An end that was asked before the maximum was lowered is cut to it', () => {
  assert.deepEqual(periodOf({ until: now + 365 * day }, { maximumDuration: day }), [now, now + day]);
});

test('A start to come is kept, and lengths are counted from it', () => {
  assert.deepEqual(periodOf({ from: now + day, duration: hour }), [now + day, now + day + hour]);
  assert.deepEqual(periodOf({ from: now + day }, { defaultDuration: hour }), [now + day, now + day + hour]);
});

test('Terms may be narrower than asked, never wider', () => {
  const ask = { roles: ['read', 'write'], until: now + 10 * day };
  assert.equal(faultOf({ roles: ['read'] }, ask), undefined);
  assert.equal(faultOf({ roles: ['read', 'write'] }, ask), undefined);
  assert.equal(faultOf({ roles: ['admin'] }, ask), 'terms_wider');
  assert.equal(faultOf({ roles: [] }, ask), 'terms_wider');
  assert.equal(faultOf({ until: now + 10 * day }, ask), undefined);
  assert.equal(faultOf({ until: now + 10 * day + 1 }, ask), 'terms_wider');
  assert.equal(faultOf({ duration: 11 * day }, ask), 'terms_wider');
  assert.equal(faultOf({ until: now }, ask), 'period_empty');
});

test('Where no roles were asked for none have to be named', () => {
  assert.equal(faultOf({ roles: [] }, { roles: [] }), undefined);
});

test('An empty list of durations sets no limit', () => {
  assert.deepEqual(periodOf({}, { durations: [] }), [now, null]);
});

test('Terms are not wider than the policy, even where nothing was named', () => {
  assert.equal(faultOf({ until: now + 2 * day }, {}, { maximumDuration: day }), 'terms_wider');
  assert.equal(faultOf({ until: now + 2 * day }, {}, { defaultDuration: day }), 'terms_wider');
  assert.equal(faultOf({ duration: 2 * hour }, {}, { durations: [hour, day] }), 'duration_not_offered');
  assert.equal(faultOf({ duration: hour }, {}, { durations: [hour, day] }), undefined);
  assert.equal(faultOf({ until: now + 400 * day }, {}), undefined);
});

test('Terms for a time that is over are refused as expired', () => {
  assert.equal(faultOf({}, { until: now - 1 }), 'request_expired');
});

test('Roles are kept once, trimmed and in order', () => {
  assert.deepEqual(normalRoles([' write', 'read', 'write ', '', '  ']), ['read', 'write']);
});

test('Whatever is allowed lies within what was asked and within the policy', () => {
  const instant = fc.option(fc.integer({ min: now - 10 * day, max: now + 500 * day }));
  const length = fc.option(fc.integer({ min: 1, max: 500 * day }));
  fc.assert(
    fc.property(
      fc.record({ from: instant, until: instant, duration: length }),
      fc.record({ until: instant, duration: length }),
      fc.record({ defaultDuration: length, maximumDuration: length }),
      fc.integer({ min: 0, max: 20 * day }),
      (asked, allowed, limits, later) => {
        const ask = wish(asked);
        const policy = policyOf(limits);
        if (checkAsk(ask, orderEvents, policy, now)) return;
        const at = now + later;
        if (checkTerms(terms(allowed), ask, policy, at)) return;
        const given = periodAt(ask, terms(allowed), policy, at);
        assert.ok(!('refused' in given));
        const until = given.until ?? Infinity;
        assert.ok(given.from >= at && given.from >= (ask.from ?? 0), 'from the decision, or later if asked');
        assert.ok(until > given.from, 'for some time');
        assert.ok(until <= (ask.until ?? Infinity), 'not beyond the end asked for');
        if (ask.until === null && ask.duration !== null) assert.ok(until <= given.from + ask.duration);
        if (ask.until === null && ask.duration === null && limits.defaultDuration !== null)
          assert.ok(until <= given.from + limits.defaultDuration);
        if (limits.maximumDuration !== null) assert.ok(until <= given.from + limits.maximumDuration);
        if (allowed.until !== null) assert.ok(until <= allowed.until);
        else if (allowed.duration !== null) assert.ok(until <= given.from + allowed.duration);
      },
    ),
    { numRuns: 2000 },
  );
});

function policyOf(parts: Partial<Policy>): Policy {
  return { ...defaultPolicy(orderEvents.id, 'Simple', null), ...parts };
}

function refusalOf(ask: Partial<Ask>, policy: Partial<Policy> = {}): string | undefined {
  return checkAsk(wish(ask), orderEvents, policyOf(policy), now)?.refused;
}

function faultOf(allowed: Partial<Terms>, ask: Partial<Ask>, policy: Partial<Policy> = {}) {
  return checkTerms(terms(allowed), wish(ask), policyOf(policy), now)?.refused;
}

function periodOf(ask: Partial<Ask>, policy: Partial<Policy> = {}) {
  const period = periodAt(wish(ask), asAsked, policyOf(policy), now);
  return 'refused' in period ? period.refused : [period.from, period.until];
}
