// A value of a document in a line that a person reads: texts as they are, nothing as a word, the rest as JSON.
import { plain } from './paint.ts';

export function valueText(value: unknown): string {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return '(none)';
  return plain(typeof value === 'string' ? value : JSON.stringify(value));
}
