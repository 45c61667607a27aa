// What an id may be. Clients choose ids, and an id becomes part of an address, of a log line and of a role's comment at a
// target, so it is bounded and has no characters that end one of these early. Anything else is welcome: UUIDs, URNs,
// words in any script. Tags and definitions are the exception on the wire: their ids are paths of several parts.

const longestId = 256;

/** What is wrong with an id that stands in an address, as a phrase; undefined when nothing is. */
export function idFault(id: string): string | undefined {
  return id.includes('/') ? 'may not contain a slash' : slashedIdFault(id);
}

/** What is wrong with an id that may have several parts. */
export function slashedIdFault(id: string): string | undefined {
  if (id.trim() === '') return 'is empty';
  if (id.length > longestId) return `is longer than ${longestId} characters`;
  if (controlCharacter.test(id)) return 'may not contain control characters';
  if (!id.isWellFormed()) return 'contains half of a surrogate pair';
  if (id.split('/').some((part) => part === '.' || part === '..')) return 'may not be "." or ".."';
  return undefined;
}

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for.
const controlCharacter = /[\u0000-\u001f\u007f]/;
