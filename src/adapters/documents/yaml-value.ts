// From a YAML document to the plain value that JSON would have given, with what YAML permits and JSON does not refused:
// duplicate keys, keys that are no plain words, merge keys, numbers that would lose digits. Aliases are
// followed, but few of them: a bomb needs many, and nobody who writes such files by hand uses a hundred.
import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  type Node,
  type Pair,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import { mostFaults } from './fault.ts';
import type { SyntaxFault } from './yaml-syntax.ts';

const mostAliases = 100;

/** The value, and what stands in the way of one; the value counts only when there are no faults. */
export function valueOf(document: Document.Parsed): { value: unknown; faults: readonly SyntaxFault[] } {
  const faults = structureFaults(document);
  if (faults.length > 0) return { value: undefined, faults };
  try {
    return { value: document.toJS({ maxAliasCount: mostAliases }) as unknown, faults };
  } catch {
    const message = 'The aliases of this document contain each other, or grow beyond reason';
    return { value: undefined, faults: [{ offset: document.range[0], message }] };
  }
}

function structureFaults(document: Document.Parsed): SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  const anchors = new Set<string>();
  let aliases = 0;
  visit(document, {
    Node: (_, node, ancestors) => {
      if (isAlias(node)) aliases += 1;
      else if (node.anchor) anchors.add(node.anchor);
      faults.push(...faultsAt(node, document));
      if (isAlias(node)) faults.push(...aliasFaults(node, { aliases, anchors, ancestors }));
      return aliases > mostAliases || faults.length >= mostFaults ? visit.BREAK : undefined;
    },
  });
  return faults.slice(0, mostFaults);
}

function faultsAt(node: Node, document: Document.Parsed): SyntaxFault[] {
  const at = (place: unknown): number => offsetOf(place) ?? offsetOf(node) ?? document.range[0];
  if (isMap(node))
    return keyFaults(node)
      .take(mostFaults)
      .map(({ pair, message }) => ({ offset: at(pair.key ?? pair.value), message }))
      .toArray();
  if (!isScalar(node) || !losesDigits(node)) return [];
  return [{ offset: at(node), message: 'This number loses digits; put it in quotes' }];
}

interface AliasContext {
  readonly aliases: number;
  readonly anchors: ReadonlySet<string>;
  readonly ancestors: readonly unknown[];
}

function aliasFaults(alias: Alias, { aliases, anchors, ancestors }: AliasContext): SyntaxFault[] {
  const isInside = ancestors.some((node) => isCollection(node) && node.anchor === alias.source);
  const message =
    (aliases > mostAliases && `The document uses more than ${mostAliases} aliases`) ||
    (!anchors.has(alias.source) && 'This alias has no anchor before it') ||
    (isInside && 'This alias stands inside its own anchor');
  return message ? [{ offset: offsetOf(alias) ?? 0, message }] : [];
}

function* keyFaults(map: YAMLMap): Generator<{ pair: Pair; message: string }> {
  const seen = new Set<string>();
  for (const pair of map.items) {
    const { key } = pair;
    if (!isScalar(key) || !isPlain(key.value)) {
      yield { pair, message: isAlias(key) ? 'A key may not be an alias' : 'A key has to be plain text' };
      continue;
    }
    const name = String(key.value);
    if (name === '<<' && key.type === 'PLAIN') yield { pair, message: 'Merge keys (<<) are not read' };
    else if (seen.has(name))
      yield { pair, message: `The key ${JSON.stringify(name.slice(0, 64))} is there twice` };
    seen.add(name);
  }
}

function isPlain(key: unknown): key is string | number | boolean {
  return typeof key === 'string' || typeof key === 'number' || typeof key === 'boolean';
}

function losesDigits({ value, source }: Scalar): boolean {
  return (
    typeof value === 'number' &&
    Number.isInteger(value) &&
    !Number.isSafeInteger(value) &&
    /^[-+]?\d+$/.test(source ?? '')
  );
}

function offsetOf(node: unknown): number | undefined {
  return (node as { range?: readonly number[] } | null)?.range?.[0];
}
