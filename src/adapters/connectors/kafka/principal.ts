// Names of principals. Countersign calls an application by the name alone; Kafka by its type and the name, and every way
// to sign in that it brings makes the type `User`.

const type = 'User:';

export const principalOf = (name: string): string => type + name;

/** The name of a user; a principal of another type, which somebody else must have made, as it is. */
export function nameOf(principal: string): string {
  return principal.startsWith(type) && principal !== `${type}*` ? principal.slice(type.length) : principal;
}

/** Why this cannot be the principal of a consumer, as a sentence; null when it can. `own` is Countersign's user there. */
export function nameFault(name: string, own: string): string | null {
  if (name === '') return 'A name is empty.';
  if (name === '*') return '"*" stands for everybody and cannot be a consumer.';
  if (name === 'ANONYMOUS') return '"ANONYMOUS" is whoever does not sign in and cannot be a consumer.';
  if (name === own) return `User "${name}" is Countersign's own and cannot be a consumer.`;
  if (!name.isWellFormed() || /\p{Cc}/u.test(name))
    return `The name ${JSON.stringify(name)} is not plain text.`;
  // A star at the end would turn the name of a group into the beginning of names.
  if (name.includes('*')) return `The name ${JSON.stringify(name)} holds a star.`;
  if (name.length > 249) return `The name ${JSON.stringify(`${name.slice(0, 80)}…`)} is too long.`;
  return null;
}

/** A name made after a template of the settings. */
export function toName(template: string, principal: string): string {
  return template.replaceAll('{principal}', () => principal);
}
