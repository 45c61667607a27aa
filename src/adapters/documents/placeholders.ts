// Placeholders of Rover files: `${NAME}` stands for an environment variable of whoever applies the file. They are filled
// in within values, after the file was understood, so that what a variable holds can never become a key, a comment or
// another line of the file. A value that is nothing but a plain, unquoted placeholder is read as YAML would read it, so
// that numbers stay numbers. Comments are not looked into.
import { isScalar, parse, Scalar, visit, type Document } from 'yaml';
import type { SyntaxFault } from './yaml-syntax.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const placeholder = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** Fills them in, in place, and gives those that nothing stands behind. */
export function fillPlaceholders(document: Document.Parsed, environment: Environment): SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  visit(document, {
    Scalar: (key, node) => {
      if (key === 'key' || typeof node.value !== 'string' || !node.value.includes('${')) return;
      const isPlain = node.type === Scalar.PLAIN;
      const filled = node.value.replaceAll(placeholder, (whole, name: string) => {
        const value = environment[name];
        if (value !== undefined) return value;
        faults.push({ offset: node.range?.[0] ?? 0, message: `The environment variable ${name} is not set` });
        return whole;
      });
      node.value = isPlain ? asYaml(filled) : filled;
      // What was there before is not what stands there now.
      node.source = String(node.value);
    },
  });
  return faults;
}

/** A number, true, false or null where it is one, and text otherwise. */
function asYaml(text: string): unknown {
  if (!/^(?:[-+]?[0-9][0-9.]*|true|false|null)$/.test(text)) return text;
  const value: unknown = parse(text);
  return isScalar(value) ? text : value;
}
