// How long pages take in a large company, held against the same pages in a small one: both answer in turns, in the same
// run, and the best of several rounds counts, because whatever else the machine does only ever makes a page slower. The
// figure is that of the page that suffers most from size.
import type { KeyName } from '../test/cast.ts';
import type { Companies, Company, Sample } from './company.ts';
import { atMost, type Figure } from './figure.ts';
import { rush, type Answered, type Calls } from './load.ts';

const calls = 150;
const rounds = 3;
const connections = 2;

/** The address of a page about one of the agreements. */
export type Pages = Readonly<Record<string, (one: Sample) => string>>;

export async function slowestOf(
  id: string,
  { small, large }: Companies,
  pages: Pages,
  as: KeyName,
): Promise<Figure> {
  const measured: Measured[] = [];
  for (const [name, page] of Object.entries(pages))
    measured.push(await measure(name, page, small, large, as));
  const worst = measured.reduce((one, other) => (other.ratio > one.ratio ? other : one));
  return atMost(1.5, {
    id,
    value: worst.many,
    unit: 'ms p95',
    against: { what: `${worst.name} of a thousand`, value: worst.few },
    notes: Object.fromEntries(
      measured.map(({ name, ratio, many }) => [`${name} ×`, `${ratio.toFixed(2)} (${many.toFixed(1)} ms)`]),
    ),
  });
}

interface Measured {
  readonly name: string;
  readonly few: number;
  readonly many: number;
  readonly ratio: number;
}

async function measure(
  name: string,
  page: (one: Sample) => string,
  small: Company,
  large: Company,
  as: KeyName,
): Promise<Measured> {
  const [few, many]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round++)
    for (const [company, times] of [
      [small, few],
      [large, many],
    ] as const) {
      const { p95 } = await read(company, page, round, as);
      if (round > 0) times.push(p95); // The first round warms caches and plans.
    }
  const best = (times: number[]) => Math.min(...times);
  return { name, few: best(few), many: best(many), ratio: best(many) / best(few) };
}

function read(
  { server, sample }: Company,
  page: (one: Sample) => string,
  round: number,
  as: KeyName,
): Promise<Answered> {
  const path = (nth: number) => page(sample[(round * calls + nth) % sample.length]!);
  const reading: Calls = { as, method: 'GET', count: calls, path };
  return rush(server, reading, connections);
}
