// Ids that a form proposes while a name is typed, so that few have to think of one. What a name looks like in an address;
// a name without Latin letters proposes nothing, and whoever types chooses.

export function idFrom(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
