// Lengths of time as people say them: in the one unit in which they are a small number, with a tenth at most.

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

export type SpanUnit = (typeof units)[number][0];

/** `2.5 days`; 59 minutes are an hour. */
export function spanWords(seconds: number, locale: string): string {
  const [unit] = units.find(([, size]) => seconds >= size * 0.95) ?? units[2];
  return unitWords(amountIn(seconds, unit), unit, locale, 'long');
}

/** The unit in which a scale up to this is read most easily. */
export function unitFor(longest: number): SpanUnit {
  return (units.find(([, size]) => longest >= size * 2) ?? units[2])[0];
}

export function amountIn(seconds: number, unit: SpanUnit): number {
  return seconds / units.find(([name]) => name === unit)![1];
}

export function unitWords(
  amount: number,
  unit: SpanUnit,
  locale: string,
  unitDisplay: 'long' | 'short',
): string {
  const maximumFractionDigits = amount < 10 ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits }).format(
    amount,
  );
}
