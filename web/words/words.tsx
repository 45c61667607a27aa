// The language of the app: the one that was chosen, else the first of the browser's that we speak. Only the texts of
// that one are loaded. Pages take their texts from useWords().
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

const context = createContext<Words | null>(null);

export function WordsProvider({ words, children }: { words: Words; children: ReactNode }) {
  return <context.Provider value={words}>{children}</context.Provider>;
}

export function useWords(): Words {
  const words = use(context);
  if (!words) throw new Error('no words here');
  return words;
}

/** Browsers that keep nothing have made no choice. */
function readChoice(): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}
