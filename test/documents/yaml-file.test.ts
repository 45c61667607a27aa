// Files for `countersign apply`: what is read from them, and where each fault is shown.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { readYamlFile } from '../../src/adapters/documents/yaml-file.ts';
import { readDataProduct } from '../../src/adapters/documents/read-data-product.ts';
import { checkout, ordersDcs, ordersDps, ordersOdcs, ordersOdps } from './fernlane.ts';
import { good } from './given.ts';

const MB = 1024 * 1024;

/** Faults as an editor's problem list shows them: `file:line:column path message`. */
function faults(content: string | Uint8Array): string[] {
  return readYamlFile(content, 'f.yaml').faults.map(({ file, line, column, path, message }) =>
    [`${file}:${line}:${column}`, path, message].filter((part) => part !== '').join(' '),
  );
}

test('a file holds documents of every kind, each known by its kind or by its specification', () => {
  const access = {
    dataUsageAgreementSpecification: '0.0.1',
    id: 'access-1',
    info: { purpose: 'Weekly revenue report' },
    provider: { dataProductId: 'orders', outputPortId: 'orders-pg' },
    consumer: { teamId: 'analytics' },
  };
  const { dataUsageAgreementSpecification: _, ...bare } = access;
  const all = [
    checkout,
    { kind: 'Team', ...checkout, id: 'analytics' },
    ordersOdps,
    { ...ordersDps, id: 'orders-old' },
    ordersOdcs,
    { ...ordersDcs, id: 'orders-old' },
    access,
    { ...bare, id: 'access-2' },
    { kind: 'Access', ...bare, id: 'access-3' },
    { kind: 'Resource', id: 'checkout-api', type: 'api', name: 'Checkout API', owner: 'checkout' },
    { kind: 'Policy', resource: 'orders/orders-pg', strategy: 'FourEyes' },
    { kind: 'Target', id: 'warehouse', connector: 'postgresql' },
  ];
  const file = readYamlFile(
    all.map((document) => stringify(document, { aliasDuplicateObjects: false })).join('---\n'),
    'all.yaml',
  );
  assert.deepEqual(file.faults, []);
  assert.deepEqual(
    file.documents.map(({ kind, subject }) => `${kind} ${subject}`),
    [
      'Team checkout',
      'Team analytics',
      'DataProduct orders',
      'DataProduct orders-old',
      'DataContract orders',
      'DataContract orders-old',
      'Access access-1',
      'Access access-2',
      'Access access-3',
      'Resource checkout-api',
      'Policy orders/orders-pg',
      'Target warehouse',
    ],
  );
});

test('a document from a file is the document that the wire would have brought', () => {
  const [document] = readYamlFile(stringify(ordersOdps), 'orders.yaml').documents;
  assert.ok(document?.kind === 'DataProduct');
  assert.deepEqual(document.value, good(readDataProduct(ordersOdps)));
  assert.equal(JSON.stringify(document.value.document), JSON.stringify(ordersOdps));
});

test('the kind of a team belongs to the file and not to the team', () => {
  const [document] = readYamlFile(stringify({ kind: 'Team', ...checkout }), 'team.yaml').documents;
  assert.ok(document?.kind === 'Team');
  assert.equal(JSON.stringify(document.value.document), JSON.stringify(checkout));
});

const manyFaults = `# The people of checkout
kind: Team
id: checkout
type: Squad
members:
  - emailAddress: bob@fernlane.example
    role: [Owner]
  - role: Approver
---
apiVersion: v1.0.0
kind: DataProduct
id: orders
team:
  members: []
outputPorts:
- name: orders-pg
  customProperties:
  - {property: autoApprove, value: perhaps}
- {name: orders-pg}
---
kind: Policy
resource: orders/orders-pg
strategie: FourEyes
durations: [8h, soon]
`;

test('every fault of every document is shown at its line and column', () => {
  assert.deepEqual(faults(manyFaults), [
    'f.yaml:2:1 name is missing',
    'f.yaml:4:7 type has to be "Domain" or "Team" or "Domain Team" or "Enabling Team" or "Platform Team" or "Governance Group" or "Organizational Unit"',
    'f.yaml:7:5 members[0].role has to be text, not a list',
    'f.yaml:8:5 members[1].emailAddress is missing',
    'f.yaml:13:1 team.name is missing',
    'f.yaml:18:36 outputPorts[0].customProperties[0].value has to be true or false',
    'f.yaml:19:10 outputPorts[1].name is the same as that of outputPorts[0]; give each of them an id of its own',
    'f.yaml:23:12 strategie is not known here',
    'f.yaml:24:17 durations[1] has to be a duration such as 8h, 90d or PT8H',
  ]);
});

test('a path that the server complains about later can be shown in the file as well', () => {
  const { documents } = readYamlFile(`---\n${stringify(ordersOdcs)}`, 'orders.yaml');
  const [contract] = documents;
  const lines = stringify(ordersOdcs).split('\n');
  const lineOf = (text: string): number => lines.findIndex((line) => line.includes(text)) + 2;
  assert.deepEqual(contract?.positionOf('team.name'), { line: lineOf('name: checkout'), column: 9 });
  assert.equal(contract?.positionOf('roles[1].role').line, lineOf('role: writer'));
  assert.equal(contract?.positionOf('roles[1].nothing').line, lineOf('role: writer'));
  assert.deepEqual(contract?.positionOf(''), { line: 2, column: 1 });
  assert.deepEqual(contract?.positionOf('nowhere.at["all"]'), { line: 2, column: 1 });
});

test('a position is found through an alias, and below a key with a dot in it', () => {
  const text = `kind: Team\nid: a\nname: A\ntype: &t Team\ncustom:\n  a.b: { c: 1 }\ndescription: *t\n`;
  const [team] = readYamlFile(text, 'team.yaml').documents;
  assert.deepEqual(team?.positionOf('custom["a.b"]'), { line: 6, column: 3 });
  assert.deepEqual(team?.positionOf('custom["a.b"].c'), { line: 6, column: 13 });
  assert.ok(team?.kind === 'Team' && team.value.description === 'Team');
});

test('one thing said twice and differently is a fault, for whichever came last would win', () => {
  const team = 'kind: Team\nid: checkout\nname: Checkout\ntype: Team\n';
  assert.deepEqual(faults(`${team}---\n${team}description: Cart\n`), [
    'f.yaml:7:5 id is given before, in line 1 (Team checkout), and differently',
  ]);
  const joined = readYamlFile(`${team}---\n# the same again\n${team}`, 'f.yaml');
  assert.deepEqual([joined.documents.length, joined.faults.length], [1, 0]);
  assert.deepEqual(faults(`${team}---\n${stringify({ ...ordersOdps, id: 'checkout' })}`), []);
});

test('an empty file, empty documents and comments are nothing at all', () => {
  for (const text of ['', '\n\n', '# nothing\n', '---\n---\n# still nothing\n', '---\n...\n'])
    assert.deepEqual(readYamlFile(text, 'f.yaml'), { documents: [], faults: [] });
});

test('a document that nobody can tell apart is refused with the kinds there are', () => {
  const kinds =
    'Team, DataProduct, DataContract, Application, Access, Resource, Policy, Target, IdentityProvider';
  assert.deepEqual(faults('foo: bar\n---\nkind: team\n---\n- a\n---\njust text\n'), [
    `f.yaml:1:1 needs a kind: ${kinds}`,
    `f.yaml:3:7 kind has to be one of ${kinds}`,
    'f.yaml:5:1 has to be an object',
    'f.yaml:7:1 has to be an object',
  ]);
});

test('what YAML permits and JSON does not is refused where it stands', () => {
  assert.deepEqual(faults('id: a\nname: b\nid: c\n'), ['f.yaml:3:1 The key "id" is there twice']);
  assert.deepEqual(faults('a: {b: 1, "b": 2}\n'), ['f.yaml:1:11 The key "b" is there twice']);
  assert.deepEqual(faults('1: a\n"1": b\n'), ['f.yaml:2:1 The key "1" is there twice']);
  assert.deepEqual(faults('? [a, b]\n: c\n'), ['f.yaml:1:3 A key has to be plain text']);
  assert.deepEqual(faults('a: 1\n<<: {b: 2}\n'), ['f.yaml:2:1 Merge keys (<<) are not read']);
  assert.deepEqual(faults('a: !secret x\n'), ['f.yaml:1:4 Unresolved tag: !secret']);
  assert.deepEqual(faults('%YAML 1.1\n---\na: yes\n'), ['f.yaml:2:1 Only YAML 1.2 is read']);
  assert.deepEqual(faults('a: 12345678901234567890\n'), [
    'f.yaml:1:4 This number loses digits; put it in quotes',
  ]);
  assert.deepEqual(faults('kind: Team\na: .inf\n'), ['f.yaml:2:4 a is a number that JSON cannot hold']);
  assert.deepEqual(faults('kind: Team\n__proto__: {admin: true}\n'), [
    'f.yaml:2:1 __proto__ is a key that is not accepted',
  ]);
});

test('a broken file says where it breaks', () => {
  assert.match(faults('a: [1, 2\nb: 3\n')[0]!, /^f\.yaml:2:1 /);
  assert.match(faults('a: "open\n')[0]!, /^f\.yaml:2:1 Missing closing "quote/);
  assert.match(faults('a: 1\n\tb: 2\n')[0]!, /^f\.yaml:2:/);
});

test('what is no text is refused at its line', () => {
  const bytes = (...parts: (string | number)[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part))));
  assert.deepEqual(faults(bytes('a: 1\nb: ', 0xff, '\n')), ['f.yaml:2:1 The file is not valid UTF-8']);
  assert.deepEqual(faults(bytes('a: 1\nb: é\nc: ', 0xc3)), ['f.yaml:3:1 The file is not valid UTF-8']);
  assert.deepEqual(faults('a: 1\nb: "x\0"\n'), ['f.yaml:2:6 The file contains a NUL character']);
  assert.deepEqual(faults('a: \ud800\n'), ['f.yaml:1:4 The file contains half of a surrogate pair']);
  assert.deepEqual(faults('kind: Team\na: "\\0"\n'), ['f.yaml:2:4 a contains a NUL character']);
  assert.deepEqual(faults('kind: Team\na: "\\ud800"\n'), ['f.yaml:2:4 a contains half of a surrogate pair']);
});

test('a byte order mark and line ends of Windows are no fault and move no position', () => {
  const text = '\ufeffkind: Team\r\nid: a\r\nname: 5\r\ntype: Team\r\n';
  for (const content of [text, Buffer.from(text)])
    assert.deepEqual(faults(content), ['f.yaml:3:7 name has to be text, not a number']);
});

test('aliases are followed, bombs are not', () => {
  const [team] = readYamlFile(
    'kind: Team\nid: a\nname: &n Checkout\ntype: Team\ndescription: *n\n',
    'f',
  ).documents;
  assert.ok(team?.kind === 'Team' && team.value.description === 'Checkout');
  const level = (name: string, of: string): string => `${name}: &${name} [${Array(9).fill(of).join(', ')}]\n`;
  const bomb = level('a', 'x') + level('b', '*a') + level('c', '*b') + level('d', '*c') + level('e', '*d');
  assert.deepEqual(faults(bomb), [
    'f.yaml:1:1 The aliases of this document contain each other, or grow beyond reason',
  ]);
  assert.deepEqual(faults('a: &a [*a]\n'), ['f.yaml:1:8 This alias stands inside its own anchor']);
  assert.deepEqual(faults('a: *b\n'), ['f.yaml:1:4 This alias has no anchor before it']);
  assert.deepEqual(faults(`- &a x\n${'- *a\n'.repeat(200)}`), [
    'f.yaml:102:3 The document uses more than 100 aliases',
  ]);
});

test('64 levels of nesting are read, 65 and a million are refused', () => {
  const team = 'kind: Team\nid: a\nname: A\ntype: Team\nx: ';
  const levels = (count: number) => faults(`${team}${'['.repeat(count)}${']'.repeat(count)}\n`);
  assert.deepEqual(levels(63), []);
  for (const count of [64, 65, 1000, 1_000_000])
    assert.match(levels(count)[0]!, /nested deeper than 64 levels$/);
  const stairs = Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');
  for (const text of ['{a: '.repeat(100_000), '- '.repeat(100_000), '? '.repeat(100_000), stairs])
    assert.match(faults(text)[0]!, /nested deeper than 64 levels$/);
});

test('a file of 5 MB is looked at, a larger one is not', () => {
  const comment = (size: number): string => `#${'x'.repeat(size - 1)}`;
  assert.deepEqual(faults(comment(5 * MB)), []);
  assert.deepEqual(faults(comment(5 * MB + 1)), ['f.yaml:1:1 The file is larger than 5 MB']);
  assert.deepEqual(faults('é'.repeat(2.5 * MB + 1)), ['f.yaml:1:1 The file is larger than 5 MB']);
});

test('many documents, many pieces and many faults are bounded', () => {
  assert.deepEqual(faults('---\n'.repeat(100_000)), ['f.yaml:1001:1 The file has more than 1000 documents']);
  assert.match(faults(`[${'a,'.repeat(2 * MB)}]`)[0]!, /has more than 2000000 pieces$/);
  assert.equal(faults(']'.repeat(100_000)).length, 100);
  assert.equal(faults('--- a\n'.repeat(900)).length, 100);
  const traces = Error.stackTraceLimit;
  assert.ok(traces > 0, 'errors elsewhere keep their stack traces');
});

test('a map of many keys is read in linear time', () => {
  const wide = (keys: number): string =>
    `kind: Team\nid: a\nname: A\ntype: Team\n${Array.from({ length: keys }, (_, key) => `k${key}: 1\n`).join('')}`;
  const fastest = (text: string): number =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const start = performance.now();
        assert.deepEqual(faults(text), []);
        return performance.now() - start;
      }),
    );
  // Six times the keys: six times the time, or thirty-six when every key is compared with every other.
  const ratio = fastest(wide(24_000)) / fastest(wide(4_000));
  assert.ok(ratio < 20, `${ratio}`);
});

test('whatever a file holds, reading it ends with documents or with faults that have a place', () => {
  const line = fc.constantFrom(
    'kind: Team',
    'kind: Policy',
    'id: a',
    'id: b',
    'type: team',
    'name: A',
    '---',
    '...',
    '- ',
    '  - x',
    ' a: ',
    'a: &x {',
    '*x',
    '}',
    '[',
    ']',
    '? ',
    ': ',
    '"',
    "'",
    '|',
    '>-',
    '%YAML 1.2',
    '!!str',
    '<<: *x',
    '# c',
    '\t',
    '  ',
    'null',
    '~',
    '{a: b}',
    '\ufeff',
    'é',
  );
  const text = fc.oneof(
    fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n')),
    fc.string({ unit: 'binary' }),
    fc.uint8Array(),
  );
  fc.assert(
    fc.property(text, (content) => {
      const { documents, faults } = readYamlFile(content, 'f.yaml');
      for (const { line, column, message } of faults) assert.ok(line >= 1 && column >= 1 && message !== '');
      for (const { line, positionOf } of documents)
        assert.ok(line >= 1 && positionOf('members[3]').line >= 1);
    }),
    { numRuns: 2000 },
  );
});
