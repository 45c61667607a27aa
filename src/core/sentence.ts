// What Countersign says to people about a case, in every language that it speaks, side by side: whoever adds a sentence
// is asked for all of them by the compiler. The core says a thing once; a surface shows it in the language of the person
// in front of it. What only programs and operators read is said in English.
import { formatDuration, type Milliseconds } from './time.ts';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

export type Sentence = Readonly<Record<Language, string>>;

/** A name, an id, or anything else that is the same in every language. */
export function same(text: string): Sentence {
  const name = named(text);
  return { en: name, de: name };
}

/**
 * Signs that turn the direction in which everything behind them is written would let a name change what the words beside
 * it say, so no sentence has any.
 */
function named(text: string): string {
  return text.replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** `Bob, Carol and Dan`, or with another word before the last; nobody is said as such. */
export function listed(parts: readonly (Sentence | string)[], joined: Sentence = and): Sentence {
  const inLanguage = (language: Language): string => {
    const words = parts.map((part) => (typeof part === 'string' ? named(part) : part[language]));
    if (words.length < 2) return words[0] ?? nobody[language];
    return `${words.slice(0, -1).join(', ')} ${joined[language]} ${words.at(-1)}`;
  };
  return { en: inLanguage('en'), de: inLanguage('de') };
}

export const and: Sentence = { en: 'and', de: 'und' };
export const or: Sentence = { en: 'or', de: 'oder' };
const nobody: Sentence = { en: 'nobody', de: 'niemand' };

/** Such as `90 days` or `1 hour`. German counts with the case after »für« and »von«: `90 Tage`, `1 Stunde`. */
export function lengthOf(duration: Milliseconds): Sentence {
  const text = formatDuration(duration);
  const amount = text.slice(0, -1);
  const unit = units[text.slice(-1) as keyof typeof units];
  const form = amount === '1' ? 0 : 1;
  return { en: `${amount} ${unit.en[form]}`, de: `${amount} ${unit.de[form]}` };
}

const units = {
  d: { en: ['day', 'days'], de: ['Tag', 'Tage'] },
  h: { en: ['hour', 'hours'], de: ['Stunde', 'Stunden'] },
  m: { en: ['minute', 'minutes'], de: ['Minute', 'Minuten'] },
  s: { en: ['second', 'seconds'], de: ['Sekunde', 'Sekunden'] },
} as const;
