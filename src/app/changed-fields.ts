// Which fields of a document changed, by name: what the log says about a change whose content lies elsewhere. Names of
// fields are safe to keep for ever; what stands in them may be somebody's name.
import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from './documents.ts';

export function changedFields(before: JsonObject | undefined, after: JsonObject): string[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after)]);
  return [...fields].filter((field) => !isDeepStrictEqual(before?.[field], after[field])).sort();
}
