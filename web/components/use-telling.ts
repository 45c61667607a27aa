// The words, the language and the time zone together, for the functions in words/telling.ts.
import { usePlace } from '../ui/place.tsx';
import type { Telling } from '../words/telling.ts';
import { useWords } from '../words/words.tsx';

export function useTelling(): Telling {
  const words = useWords();
  const { locale, timeZone } = usePlace();
  return { words, locale, timeZone };
}
