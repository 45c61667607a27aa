// start: how long the first start of the demo takes, in an empty folder, from the command to a page that can be used:
// Node begins, a database is made and started, its schema is written, the company moves in, the shop is made a target,
// and the front page answers. The packages are installed already. The middle one of three.
import { firstStart } from './demo.ts';
import { atMost, percentile, type Figure } from './figure.ts';

export async function start(): Promise<Figure> {
  const [first, next]: [number[], number[]] = [[], []];
  for (let round = 0; round < 3; round++) {
    await using demo = await firstStart();
    first.push(demo.startedInMs / 1000);
    await using again = await demo.again();
    next.push(again.startedInMs / 1000);
  }
  return atMost(1, {
    id: 'start',
    value: percentile(first, 0.5),
    unit: 's',
    against: { what: 'a fixed bound', value: 5 },
    notes: { 'the next start': percentile(next, 0.5) },
  });
}
