// Words in a command that somebody is to paste into a shell. Names come from documents of strangers and from a cluster, so
// they are quoted wherever they could mean more than themselves.

export function shell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
