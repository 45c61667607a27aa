// Words to search by. They are cut here and not by PostgreSQL's parser, which takes `checkout.orders` for a host and
// leaves a URN whole: every run of letters and digits is a word, and a search finds words by their beginning.

/** The words of some texts, each once; few enough and short enough for a tsvector. */
export function wordsOf(...texts: readonly (string | null)[]): string[] {
  const words = texts.flatMap(
    (text) =>
      text
        ?.normalize('NFKC')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
  return [...new Set(words.map((word) => word.slice(0, 64)))].slice(0, 2000);
}

/** The query for a tsvector of such words: every word of the text begins one. Null when the text has none. */
export function queryOf(text: string | null): string | null {
  const words = wordsOf(text).slice(0, 20);
  return words.length === 0 ? null : words.map((word) => `'${word}':*`).join(' & ');
}
