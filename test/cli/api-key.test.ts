// Keys, made and ended by command. The key itself is alone on stdout, so that a script can take it from there.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { openDesk } from './desk.ts';

// One desk for all of them: none is in another's way.
const desk = await openDesk();
after(() => desk[Symbol.asyncDispose]());

test('a key is printed alone and once, works, is listed without its text, and works no more when revoked', async () => {
  const bob = desk.as('bob');
  const made = await bob.types('api-key create --name "My laptop" --expires 2026-12-31');
  assert.equal(made.code, 0);
  assert.match(made.out, /^cs_[\w-]{43}\n$/);
  const id = /Its id is (\S+), it works until 2026-12-31\.\n/.exec(made.err)?.[1];
  assert.ok(id, made.err);

  const key = made.out.trim();
  const withIt = (line: string) => desk.nobody.types(`${line} --url ${desk.url} --api-key ${key}`);
  assert.equal((await withIt('inbox')).code, 0);

  const listed = await bob.types('api-key list');
  assert.match(listed.out, new RegExp(`\\n${id} +user +2026-11-02 .* My laptop\\n`));
  assert.doesNotMatch(listed.out, new RegExp(key));

  assert.equal((await bob.types(`api-key revoke ${id}`)).out, 'Revoked. It works no more.\n');
  assert.equal((await withIt('inbox')).code, 1);
});

test('a key of a team is made by its owner, and by nobody else', async () => {
  assert.equal((await desk.as('bob').types('api-key create --scope team --team checkout')).code, 0);
  const eve = await desk.as('eve').types('api-key create --scope team --team checkout');
  assert.equal(eve.code, 1);
  assert.equal(eve.out, '');
  assert.equal((await desk.as('bob').types('api-key create --scope everything')).code, 2);
});

test('a team gets what its roverctl takes, alone on stdout, and a year of it', async () => {
  const made = await desk.as('bob').types('rover token checkout --name CI');
  assert.equal(made.code, 0, made.err);
  assert.match(made.out, /^countersign--teams--checkout\.[\w+/]+=*\n$/);
  const id = /It works until 2027-11-02; "countersign api-key revoke (\S+)" ends it at once\.\n/.exec(
    made.err,
  )?.[1];
  assert.ok(id, made.err);
  const listed = await desk.as('bob').types('api-key list');
  assert.match(listed.out, new RegExp(`\\n${id} +rover +checkout .* CI\\n`));
  assert.equal((await desk.as('eve').types('rover token checkout')).code, 1);
});
