// Placeholders of Rover files: `${NAME}` stands for an environment variable of whoever applies the file. They are filled
// in within values, after the file was understood, so that what a variable holds can never become a key, a comment or
// another line of the file. While the file is read they are hidden behind signs that YAML takes for letters, one for one,
// because braces mean something to it; so every place stays where it was. A value that is nothing but a plain, unquoted
// placeholder is read as YAML would read it, so that numbers stay numbers. Comments are not looked into.
import { parse, Scalar, visit, type Document } from 'yaml';
import type { SyntaxFault } from './yaml-syntax.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Of an area of Unicode that means nothing to anybody. */
const [begin, end] = ['\ue000\ue001', '\ue002'];
const hidden = new RegExp(`${begin}([A-Za-z_][A-Za-z0-9_]*)${end}`, 'g');

/** The text as YAML may read it; as long as it was. */
export function hidePlaceholders(text: string): string {
  return text.replaceAll(/\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g, `${begin}$1${end}`);
}

/** Fills them in, in place, and gives those that nothing stands behind. */
export function fillPlaceholders(document: Document.Parsed, environment: Environment): SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  visit(document, {
    Scalar: (key, node) => {
      if (typeof node.value !== 'string' || !node.value.includes(begin)) return;
      const filled = node.value.replaceAll(hidden, (_, name: string) => {
        const value = key === 'key' ? undefined : environment[name];
        if (value === undefined && key !== 'key')
          faults.push({
            offset: node.range?.[0] ?? 0,
            message: `The environment variable ${name} is not set`,
          });
        return value ?? `\${${name}}`;
      });
      node.value = node.type === Scalar.PLAIN && key !== 'key' ? asYaml(filled) : filled;
      // What was there before is not what stands there now.
      node.source = String(node.value);
    },
  });
  return faults;
}

/** A number, true, false or null where it is one, and text otherwise. */
function asYaml(text: string): unknown {
  return /^(?:[-+]?[0-9][0-9.]*|true|false|null)$/.test(text) ? (parse(text) as unknown) : text;
}
