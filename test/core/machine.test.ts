// Both transition tables, exhaustively: every state × act × strategy. The tables stand here a second time, spelled as
// a person would check them by hand (one line a strategy and state, one column an act), so that a slip in the data of
// machine.ts cannot repeat itself in the test.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isOpen,
  nextRequestState,
  nextStanding,
  type RequestAct,
  type RequestState,
  type Standing,
  type StandingAct,
} from '../../src/core/machine.ts';
import type { DecidingStrategy } from '../../src/core/policy.ts';

// Two lines say more than the sources' table does. A first allow may be left over from a time when the policy was
// FourEyes, so SemiGranted can be allowed and taken back under any strategy; and under FourEyes a first allow may be
// given anew on other terms, which keeps the request where it is.
const requestTable = `
strategy  from         allow        second-allow  retract  deny      withdraw   expire
Simple    Pending      Granted      -             -        Rejected  Withdrawn  Expired
Simple    SemiGranted  Granted      -             Pending  Rejected  Withdrawn  Expired
Simple    Rejected     Granted      -             -        -         -          -
Simple    Granted      -            -             -        -         -          -
Simple    Withdrawn    -            -             -        -         -          -
Simple    Expired      -            -             -        -         -          -
FourEyes  Pending      SemiGranted  -             -        Rejected  Withdrawn  Expired
FourEyes  SemiGranted  SemiGranted  Granted       Pending  Rejected  Withdrawn  Expired
FourEyes  Rejected     SemiGranted  -             -        -         -          -
FourEyes  Granted      -            -             -        -         -          -
FourEyes  Withdrawn    -            -             -        -         -          -
FourEyes  Expired      -            -             -        -         -          -
External  Pending      Granted      -             -        Rejected  Withdrawn  Expired
External  SemiGranted  Granted      -             Pending  Rejected  Withdrawn  Expired
External  Rejected     Granted      -             -        -         -          -
External  Granted      -            -             -        -         -          -
External  Withdrawn    -            -             -        -         -          -
External  Expired      -            -             -        -         -          -
`;

const standingTable = `
from       grant      suspend    resume   expire   revoke
None       Granted    -          -        -        -
Granted    Granted    Suspended  -        Expired  Revoked
Suspended  Suspended  -          Granted  Expired  Revoked
Expired    Granted    -          -        -        -
Revoked    Granted    -          -        -        -
`;

test('A request goes where the table of the design says, for every strategy, state and act', () => {
  const cells = cellsOf(requestTable, 2);
  assert.equal(cells.length, 3 * 6 * 6);
  for (const { key, act, to } of cells) {
    const [strategy, from] = key as [DecidingStrategy, RequestState];
    assert.equal(nextRequestState(strategy, act as RequestAct, from), to, `${strategy}: ${act} from ${from}`);
  }
});

test('A standing access goes where the table of the design says, for every state and act', () => {
  const cells = cellsOf(standingTable, 1);
  assert.equal(cells.length, 5 * 5);
  for (const { key, act, to } of cells)
    assert.equal(nextStanding(act as StandingAct, key[0] as Standing), to, `${act} from ${key[0]}`);
});

test('Exactly Pending and SemiGranted wait for somebody', () => {
  const states: RequestState[] = ['Pending', 'SemiGranted', 'Granted', 'Rejected', 'Withdrawn', 'Expired'];
  assert.deepEqual(states.filter(isOpen), ['Pending', 'SemiGranted']);
});

/** The cells of a table: its key columns, the act in the column's head, and where that leads. */
function cellsOf(table: string, keyColumns: number) {
  const [head, ...lines] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return lines.flatMap((line) =>
    line.slice(keyColumns).map((cell, column) => ({
      key: line.slice(0, keyColumns),
      act: head![keyColumns + column]!,
      to: cell === '-' ? undefined : cell,
    })),
  );
}
