import assert from 'node:assert/strict';
import { test } from 'node:test';
import { consequencesFollower } from '../../src/app/followers/consequences.ts';
import { provisioningFollower } from '../../src/app/followers/provisioning.ts';
import type { Entry } from '../../src/app/log.ts';
import { accessFactTypes } from '../../src/core/fact.ts';

const entry = (type: string, more: Partial<Entry> = {}): Entry => ({
  position: 1,
  hash: '',
  id: '',
  at: 0,
  type,
  subject: 'x',
  actor: { type: 'system', id: 'system', person: null },
  channel: 'system',
  ...more,
});

const access = {
  version: 1,
  resource: 'orders/latest',
  consumer: { kind: 'team', id: 'analytics', team: 'analytics' },
} as const;
const aboutAccess = (type: string) => entry(type, { access: access as never });

test('targets look again after everything that changes who has access, and after nothing that is only asked', () => {
  const changing = accessFactTypes.filter((type) => provisioningFollower.map(aboutAccess(type)).length > 0);
  assert.deepEqual(changing, [
    'request.granted',
    'access.activated',
    'access.deactivated',
    'access.suspended',
    'access.resumed',
    'access.revoked',
    'access.expired',
    'access.shortened',
    'access.deleted',
    'access.imported',
  ]);
  assert.deepEqual(provisioningFollower.map(aboutAccess('access.revoked')), [{ resource: 'orders/latest' }]);
});

test('targets look again when something else about them changes', () => {
  const changes = (type: string) => provisioningFollower.map(entry(type));
  for (const type of ['resource.bound', 'resource.gone', 'outputport.updated', 'policy.changed'])
    assert.deepEqual(changes(type), [{ resource: 'x' }], type);
  for (const type of ['target.created', 'target.updated', 'target.deleted'])
    assert.deepEqual(changes(type), [{ target: 'x' }], type);
  for (const type of ['team.updated', 'dataproduct.updated', 'person.changed', 'person.left'])
    assert.deepEqual(changes(type), [{ consumer: 'x' }], type);
  assert.deepEqual(changes('datacontract.updated'), [{ contract: 'x' }]);
  for (const type of [
    'target.alarm',
    'target.recovered',
    'policy.proposed',
    'person.password_set',
    'provisioning.provisioned',
    'key.created',
    'something.new',
  ])
    assert.deepEqual(changes(type), [], type);
});

test('what is gone ends what leads there, and what has changed is reconsidered', () => {
  const consequences = (type: string, data?: Record<string, unknown>) =>
    consequencesFollower
      .map(entry(type, data && { data }))
      .map(({ act, noun, subject }) => `${act} ${noun} ${subject}`);
  assert.deepEqual(consequences('resource.gone'), ['end resource x']);
  assert.deepEqual(consequences('dataproduct.deleted'), ['end data-product x']);
  assert.deepEqual(consequences('team.deleted'), ['end team x', 'reconsider team x']);
  assert.deepEqual(consequences('person.left', { teams: ['a', 'b'] }), [
    'end person x',
    'reconsider person x',
    'reconsider team a',
    'reconsider team b',
  ]);
  assert.deepEqual(consequences('policy.changed'), ['reconsider resource x']);
  assert.deepEqual(consequences('team.updated'), ['reconsider team x']);
  for (const type of [
    ...accessFactTypes,
    'policy.proposed',
    'person.added',
    'target.updated',
    'something.new',
  ])
    assert.deepEqual(consequences(type), [], type);
});
