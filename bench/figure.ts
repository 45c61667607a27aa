// One measured figure: a value, what it is held against in the same run, and the goal for the ratio of the two. Absolute
// values mean nothing on machines that are shared; the ratio and whether it meets its goal do.

export interface Figure {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  /** What the value is held against: a limit measured in the same run, or a fixed bound. */
  readonly against: { readonly what: string; readonly value: number };
  readonly ratio: number;
  /** `≥ 0.6`, `≤ 1`: what the ratio has to be. */
  readonly goal: string;
  readonly met: boolean;
  /** What else was seen, such as a distribution. */
  readonly notes?: Readonly<Record<string, number | string>>;
}

type Judged = Omit<Figure, 'ratio' | 'goal' | 'met'>;

/** More is better: the value has to reach this share of what it is held against. */
export function atLeast(share: number, figure: Judged): Figure {
  const ratio = figure.value / figure.against.value;
  return { ...figure, ratio, goal: `≥ ${share}`, met: ratio >= share };
}

/** Less is better: the value may be this multiple of what it is held against. */
export function atMost(multiple: number, figure: Judged): Figure {
  const ratio = figure.value / figure.against.value;
  return { ...figure, ratio, goal: `≤ ${multiple}`, met: ratio <= multiple };
}

/** The value below which this share of all samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function line(figure: Figure): string {
  const { id, value, unit, against, ratio, goal, met, notes } = figure;
  const more = Object.entries(notes ?? {}).map(
    ([name, what]) => `${name} ${typeof what === 'number' ? round(what) : what}`,
  );
  const verdict = met ? 'met' : 'MISSED';
  return `${id.padEnd(14)} ${`${round(value)} ${unit}`.padEnd(20)} ${round(ratio)} × ${against.what} (${round(against.value)}), goal ${goal}: ${verdict}${more.length > 0 ? `   [${more.join(', ')}]` : ''}`;
}

export function round(value: number): number {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 2 : 3;
  return Number(value.toFixed(digits));
}
