// Access control lists in Kafka's own words, as `kafka-acls.sh` prints them, and the few questions about them: whether two
// are the same, and whether the pattern of one reaches the topics of another. Of an ACL every field is part of its
// identity, so two of the same words are one, whoever made it; marker.ts is how we know ours again.

export type ResourceKind = 'TOPIC' | 'GROUP' | 'CLUSTER' | 'TRANSACTIONAL_ID' | 'DELEGATION_TOKEN' | 'USER';

export type Operation =
  | 'ALL'
  | 'READ'
  | 'WRITE'
  | 'CREATE'
  | 'DELETE'
  | 'ALTER'
  | 'DESCRIBE'
  | 'CLUSTER_ACTION'
  | 'DESCRIBE_CONFIGS'
  | 'ALTER_CONFIGS'
  | 'IDEMPOTENT_WRITE'
  | 'CREATE_TOKENS'
  | 'DESCRIBE_TOKENS'
  | 'TWO_PHASE_COMMIT';

/** A name, or the beginning of names. The literal `*` is every name. */
export interface Pattern {
  readonly pattern: 'LITERAL' | 'PREFIXED';
  readonly name: string;
}

/** What an ACL is about, and which operation on it. */
export interface Right extends Pattern {
  readonly kind: ResourceKind;
  readonly operation: Operation;
}

export interface Acl extends Right {
  readonly principal: string;
  readonly host: string;
  readonly permission: 'ALLOW' | 'DENY';
}

/** Settings write patterns as people do: `orders` is a name, `orders.*` all that begin with `orders.`. */
export function patternOf(text: string): Pattern {
  return text.endsWith('*')
    ? { pattern: 'PREFIXED', name: text.slice(0, -1) }
    : { pattern: 'LITERAL', name: text };
}

export function patternText({ pattern, name }: Pattern): string {
  return pattern === 'PREFIXED' ? `${name}*` : name;
}

export const rightKey = ({ kind, pattern, name, operation }: Right): string =>
  [kind, pattern, operation, name].join(' ');

export const aclKey = (acl: Acl): string =>
  [acl.permission, acl.host, rightKey(acl), acl.principal].join('\n');

/** Whether there is a name that both patterns mean. */
export function overlap(one: Pattern, other: Pattern): boolean {
  if (isEverything(one) || isEverything(other)) return true;
  if (one.pattern === 'LITERAL' && other.pattern === 'LITERAL') return one.name === other.name;
  if (one.pattern === 'LITERAL') return one.name.startsWith(other.name);
  if (other.pattern === 'LITERAL') return other.name.startsWith(one.name);
  return one.name.startsWith(other.name) || other.name.startsWith(one.name);
}

const isEverything = ({ pattern, name }: Pattern): boolean => pattern === 'LITERAL' && name === '*';
