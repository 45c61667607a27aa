// Where the lines of the mesh run: a line and its label that lie behind a box are read as a line of that box.
import assert from 'node:assert/strict';
import test from 'node:test';
import { curvesOf } from '../../web/components/mesh-curves.ts';
import type { Connection, Thing } from '../../web/components/mesh-picture.ts';

const box = { width: 190, height: 56 };
const column = box.width + 150;
const row = box.height + 26;

test('a line bends around what lies between its ends, and its label lies beside it', () => {
  const [checkout, care, partners, analytics] = ['checkout', 'care', 'partners', 'analytics'].map(team);
  const places = new Map([
    [checkout!.name, { x: 0, y: 0 }],
    [care!.name, { x: column, y: -row }],
    [partners!.name, { x: column, y: 0 }],
    [analytics!.name, { x: 2 * column, y: 0 }],
  ]);
  const things = [checkout!, care!, partners!, analytics!];
  const connections = [between(checkout!, partners!), between(checkout!, analytics!)];
  const [near, far] = curvesOf({ scene: '', things, connections, truncated: false }, places);

  assert.equal(heightsOf(near!.path).size, 1, 'what lies beside each other is connected straight on');
  assert.ok(heightsOf(far!.path).size > 1, far!.path);
  const { x, y } = far!.label;
  const hidden = [care!, partners!].filter(({ name }) => {
    const at = places.get(name)!;
    return x > at.x && x < at.x + box.width && y > at.y && y < at.y + box.height;
  });
  assert.deepEqual(hidden, []);
});

function team(id: string): Thing {
  return {
    name: `team:${id}`,
    kind: 'team',
    id,
    title: id,
    team: null,
    products: null,
    inside: null,
    isCentre: false,
  };
}

function between(from: Thing, to: Thing): Connection {
  const counts = { granted: 1, suspended: 0, waiting: 0 };
  return { name: `${from.name} ${to.name}`, from, to, counts, access: null, own: 'with' };
}

function heightsOf(path: string): Set<string> {
  return new Set([...path.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => y!));
}
