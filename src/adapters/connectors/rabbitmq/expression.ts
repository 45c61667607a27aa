// One regular expression of a permission, which belongs to everybody who gives something: RabbitMQ keeps one for each user
// and purpose, so what several have given has to be written into one. Ours are alternatives in front, each between two
// comments of the expression itself that say whose it is; what is left without them is somebody else's. In front, because
// an option such as (?i) in what others wrote would reach what stands behind it.
//
//   (?#countersign:eyJp…)^(?:orders)$(?#countersign)|^legacy-.*$
import type { Level } from '../../../core/level.ts';

export interface Tag {
  readonly installation: string;
  readonly resource: string;
  readonly level: Level;
  readonly exchange: string;
}

export interface Share {
  /** Null: it belongs to the row and to no entitlement. */
  readonly tag: Tag | null;
  /** `row`: the row is there because of us. `open`: keys were not limited for others before. `ending`: see ending.ts. */
  readonly kind: 'grant' | 'row' | 'open' | 'ending';
  readonly body: string;
}

export interface Expression {
  readonly shares: readonly Share[];
  /** What others wrote; empty: nothing. */
  readonly others: string;
}

const share = /\(\?#countersign:([\w-]+)\)(.*?)\(\?#countersign\)\|?/gs;

export function readExpression(text: string): Expression {
  const shares: Share[] = [];
  const others = text.replace(share, (whole, tag: string, body: string) => {
    const read = readTag(tag);
    if (read === null) return whole;
    shares.push({ ...read, body });
    return '';
  });
  return { shares, others };
}

export function writeExpression({ shares, others }: Expression): string {
  const ours = shares.map(({ tag, kind, body }) => {
    const said = Buffer.from(JSON.stringify({ kind, ...tag })).toString('base64url');
    return `(?#countersign:${said})${body}(?#countersign)`;
  });
  return [...ours, ...(others === '' ? [] : [others])].join('|');
}

/** Matches nothing, and so gives nothing. */
export const nothing = '(?!)';

/** Exactly these names; with a star at the end all that begin so. */
export function namesBody(patterns: readonly string[]): string {
  const alternatives = patterns.map((text) =>
    text.endsWith('*') ? `${escaped(text.slice(0, -1))}.*` : escaped(text),
  );
  return `^(?:${alternatives.join('|')})$`;
}

/**
 * The keys that fit these patterns of a topic exchange. Who publishes is judged by the key; who subscribes by the pattern
 * that it binds with, so a # in that must not pass for one word.
 */
export function keysBody(patterns: readonly string[] | null, purpose: 'write' | 'read'): string {
  if (patterns === null) return '.*';
  const word = purpose === 'write' ? '[^.]+' : '[^.#]+';
  return `^(?:${patterns.map((pattern) => keyBody(pattern, word)).join('|')})$`;
}

/** A # is any number of words, none included, so the dot beside it goes with it. */
function keyBody(pattern: string, word: string): string {
  const parts = pattern.split('.');
  if (parts.every((part) => part === '#')) return '.*';
  let body = '';
  for (const part of parts) {
    if (part === '#') body += body === '' ? '(?:.*\\.)?' : '(?:\\..*)?';
    else body += `${body === '' || body === '(?:.*\\.)?' ? '' : '\\.'}${part === '*' ? word : escaped(part)}`;
  }
  return body;
}

/** Whether what others wrote means this name. Their dialect is a little wider than ours: what we cannot read is no. */
export function means(others: string, name: string): boolean {
  if (others === '') return false;
  try {
    return new RegExp(others.replace(/^\(\?([ims]+)\)(.*)$/s, '(?$1:$2)'), 's').test(name);
  } catch {
    return false;
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|#/-]/g, String.raw`\$&`);
}

function readTag(text: string): Omit<Share, 'body'> | null {
  try {
    const { kind, ...tag } = JSON.parse(Buffer.from(text, 'base64url').toString()) as Tag & {
      kind: Share['kind'];
    };
    if (!['grant', 'row', 'open', 'ending'].includes(kind)) return null;
    return { kind, tag: 'installation' in tag ? tag : null };
  } catch {
    return null;
  }
}
