// Lets calls that come at the same moment share one statement. Starting a statement costs the database, the driver and the
// network more than a further row in it, and a shared commit is flushed to disk once. Nobody waits for company: while
// less is under way than there are lanes, a call leaves at once; only what comes while all lanes are taken leaves together
// with the next free one. So a quiet server makes one statement for each call, and a busy one few for many.
//
// It remembers nothing. Whatever a call is told was read, or written, after the call was made.
import { Problem } from '../../core/problem.ts';
import type { Milliseconds } from '../../core/time.ts';

export interface Sharing<Item> {
  /** How many statements may be under way before others wait for company. */
  readonly lanes?: number;
  /** How many items one statement carries at most. */
  readonly most?: number;
  /** A statement that takes longer, because it waits for a lock, gives its lane away and holds up only its own items. */
  readonly patienceMs?: Milliseconds;
  /** Items with the same word never share a statement. Absent: any may. */
  readonly apart?: (item: Item) => string;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * @param run the statement. It answers for each item, in their order. When it fails for several items, each is tried
 *   alone, so that nobody suffers for somebody else's fault; it must have left nothing behind then.
 */
export function together<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  { lanes = 2, most = 64, patienceMs = 50, apart }: Sharing<Item> = {},
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let underWay = 0;
  let isLeaving = false;

  const leave = () => {
    isLeaving = false;
    while (underWay < lanes && waiting.length > 0) {
      const [some, others] = company(waiting, most, apart);
      waiting = others;
      void ride(some);
    }
  };
  /** Not before everything that has arrived by now was looked at. */
  const leaveSoon = () => {
    if (isLeaving || underWay >= lanes || waiting.length === 0) return;
    isLeaving = true;
    setImmediate(leave);
  };
  const ride = async (some: readonly Waiting<Item, Result>[]) => {
    underWay++;
    const giveWay = once(() => {
      underWay--;
      leaveSoon();
    });
    const impatient = setTimeout(giveWay, patienceMs);
    await answer(run, some);
    clearTimeout(impatient);
    giveWay();
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      leaveSoon();
    });
}

/** Who goes next, in the order of arrival, and who stays. */
function company<Item, Result>(
  waiting: readonly Waiting<Item, Result>[],
  most: number,
  apart: Sharing<Item>['apart'],
): [Waiting<Item, Result>[], Waiting<Item, Result>[]] {
  if (!apart) return [waiting.slice(0, most), waiting.slice(most)];
  const words = new Set<string>();
  const going: Waiting<Item, Result>[] = [];
  const staying: Waiting<Item, Result>[] = [];
  for (const one of waiting) {
    const word = apart(one.item);
    const goes = going.length < most && !words.has(word);
    words.add(word); // Whoever stays keeps those behind them with the same word from overtaking.
    (goes ? going : staying).push(one);
  }
  return [going, staying];
}

async function answer<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  some: readonly Waiting<Item, Result>[],
): Promise<void> {
  try {
    const results = await run(some.map((one) => one.item));
    some.forEach((one, nth) => one.resolve(results[nth]!));
  } catch (error) {
    if (some.length === 1 || isNobodysFault(error)) for (const one of some) one.reject(error);
    else for (const one of some) await answer(run, [one]);
  }
}

/** Without its database a server need not ask again for each of them; and whether it was saved, nobody knows. */
function isNobodysFault(error: unknown): boolean {
  return error instanceof Problem && error.kind === 'unavailable';
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
}
