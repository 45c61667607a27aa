// A contract as YAML, for people and for tools that fetch it, such as datacontract-cli. The text is written so that
// readers of YAML 1.1, which most Python tools still are, see the same values: `no`, `1:30` and dates are quoted where
// they are text, and characters that such readers refuse are written as escapes. Long lines stay whole, so that a
// difference between two versions shows what changed.
import { Document, visit } from 'yaml';
import type { DataContract } from './data-contract.ts';

export function contractYaml({ document }: Pick<DataContract, 'document'>): string {
  const yaml = new Document(document, { compat: 'yaml-1.1', aliasDuplicateObjects: false });
  visit(yaml, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'string' && needsQuotes(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  // By now these characters stand in double quotes only, where an escape means the same.
  return yaml.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: 1e9 }).replace(refused, escaped);
}

// oxlint-disable-next-line no-control-regex -- these characters are what is looked for.
const refused = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/**
 * What the library would write plainly or as a block and a reader of YAML 1.1 would not read back: `=`, which is a type
 * of its own there, characters that cannot be seen, and white space where it is easily lost.
 */
function needsQuotes(text: string): boolean {
  return text === '=' || /[^\P{C}\n]|[\u2028\u2029]/u.test(text) || /^\s|\s\s$| $|\n +\n/.test(text);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
