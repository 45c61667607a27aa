// The language of the app: the one that was chosen, else the first of the browser's that we speak. Only the texts of
// that one are loaded with the app: useWords(). What only one page says is in a file of that page, in every language, and
// comes with the page: useWordsOf().
import { createContext, use, type ReactNode } from 'react';
import type { Words } from './en.ts';

export type { Words } from './en.ts';

export const languages = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof languages;

const place = 'countersign-language';

export function chosenLanguage(): Language {
  const wishes = [readChoice(), ...navigator.languages.map((one) => one.slice(0, 2))];
  return wishes.find((one): one is Language => one !== null && one in languages) ?? 'en';
}

/** From the next look at any page on. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(place, language);
  location.reload();
}

export async function loadWords(language: Language): Promise<Words> {
  return language === 'de' ? (await import('./de.ts')).de : (await import('./en.ts')).en;
}

interface Spoken {
  readonly language: Language;
  readonly words: Words;
}

const context = createContext<Spoken | null>(null);

export function WordsProvider({ spoken, children }: { spoken: Spoken; children: ReactNode }) {
  return <context.Provider value={spoken}>{children}</context.Provider>;
}

/** The texts that many pages share. */
export function useWords(): Words {
  return useSpoken().words;
}

/** The texts of one page. */
export function useWordsOf<Texts>(texts: Readonly<Record<Language, Texts>>): Texts {
  return texts[useSpoken().language];
}

/** The texts of one page; every language has the shape of English, else it does not compile. */
export function inEveryLanguage<Texts>(texts: {
  readonly en: Texts;
  readonly de: NoInfer<Texts>;
}): Readonly<Record<Language, Texts>> {
  return texts;
}

function useSpoken(): Spoken {
  const spoken = use(context);
  if (!spoken) throw new Error('no words here');
  return spoken;
}

/** Browsers that keep nothing have made no choice. */
function readChoice(): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}
