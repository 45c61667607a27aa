// The app and the server agree on where somebody may go on after signing in, and nobody is led elsewhere.
import assert from 'node:assert/strict';
import test from 'node:test';
import { ownPath as serverSays } from '../../src/adapters/http/own-path.ts';
import { ownPath } from '../../web/own-path.ts';

const origin = 'https://countersign.example';

test('whoever signs in goes on to where they came from', () => {
  for (const path of [
    '/',
    '/access/a1?show=all#end',
    '/resources/orders%2Flatest',
    '/settings/members?q=a@b',
  ])
    assert.deepEqual([ownPath(path, origin), serverSays(path, origin)], [path, path]);
});

test('no link to the sign-in page leads on to another site', () => {
  for (const path of [
    undefined,
    '',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'javascript:alert(1)',
    '/api/sign-in/provider',
    `/${'x'.repeat(3000)}`,
  ])
    assert.deepEqual([ownPath(path, origin), serverSays(path, origin)], ['/', '/'], path);
});
