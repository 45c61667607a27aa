// Reads a file for `countersign rover`: any number of Rover files, OpenAPI or Swagger documents and descriptions of event
// types, in one pass, with every fault at its file, line and column. Each document can tell where a path lies, so that
// what the server finds wrong later can be shown at a line as well.
import { isScalar, type Document, type LineCounter } from 'yaml';
import { labelOf } from '../../core/rover.ts';
import { readApiSpecification } from './api-specification.ts';
import { readEventSpecification } from './event-specification.ts';
import { fault, isFaults, pathSteps, type Fault } from './fault.ts';
import { refuseHostile } from './hostile.ts';
import { fillPlaceholders, hidePlaceholders } from './placeholders.ts';
import { readRover } from './rover.ts';
import { isObject, type JsonObject } from './shape.ts';
import type { FileFault } from './yaml-file.ts';
import { offsetOf, positionAt, type Position } from './yaml-position.ts';
import { parseYaml } from './yaml-syntax.ts';
import { textOfFile } from './yaml-text.ts';
import { valueOf } from './yaml-value.ts';

export type RoverFileKind = 'ApiSpecification' | 'EventSpecification' | 'Rover';

export interface RoverFileDocument {
  readonly kind: RoverFileKind;
  /** Its id is the team's, two hyphens, and this. */
  readonly name: string;
  /** The namespace that it says it is of; null: none. */
  readonly namespace: string | null;
  readonly raw: JsonObject;
  readonly file: string;
  readonly positionOf: (path: string) => Position;
}

interface RoverFile {
  readonly documents: readonly RoverFileDocument[];
  /** In the order of the file. Not empty: nothing of it should be applied. */
  readonly faults: readonly FileFault[];
}

/** Never throws; documents that are empty are passed over. */
export function readRoverFile(
  content: string | Uint8Array,
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): RoverFile {
  const text = textOfFile(content);
  if (typeof text !== 'string')
    return { documents: [], faults: [{ file, path: '', message: text.message, ...text.position }] };
  const { documents: parsed, lines, faults: syntax } = parseYaml(hidePlaceholders(text));
  const at = (offset: number, message: string): FileFault => ({
    file,
    path: '',
    message,
    ...positionAt(lines, offset),
  });
  const faults = syntax.map(({ offset, message }) => at(offset, message));
  const documents: RoverFileDocument[] = [];
  for (const document of parsed) {
    if (isScalar(document.contents) ? document.contents.value === null : document.contents === null) continue;
    const unset = fillPlaceholders(document, environment);
    faults.push(...unset.map(({ offset, message }) => at(offset, message)));
    const { value, faults: wrong } = valueOf(document);
    faults.push(...wrong.map(({ offset, message }) => at(offset, message)));
    if (wrong.length > 0) continue;
    const read = readDocument(value, document, lines, file);
    if (isFaults(read)) faults.push(...read);
    else documents.push(read);
  }
  return {
    documents,
    faults: faults.toSorted((one, other) => one.line - other.line || one.column - other.column),
  };
}

function readDocument(
  value: unknown,
  document: Document.Parsed,
  lines: LineCounter,
  file: string,
): RoverFileDocument | readonly FileFault[] {
  const positionOf = (path: string): Position => positionAt(lines, offsetOf(document, pathSteps(path)));
  const place = (one: Fault): FileFault => ({ file, ...one, ...positionOf(one.path) });
  const hostile = refuseHostile(value);
  if (hostile.length > 0) return hostile.map(place);
  const kind = kindOf(value);
  if (typeof kind !== 'string') return [place(kind)];
  const raw = value as JsonObject;
  const named = nameIn(kind, raw);
  if (isFaults(named)) return named.map(place);
  const metadata = isObject(raw['metadata']) ? raw['metadata'] : {};
  const namespace = typeof metadata['namespace'] === 'string' ? metadata['namespace'] : null;
  return { kind, name: named, namespace, raw, file, positionOf };
}

const kinds = ['Rover', 'EventSpecification'] as const;

/** An API describes itself in a format of its own, which has no kind. */
function kindOf(value: unknown): RoverFileKind | Fault {
  if (!isObject(value)) return fault([], 'has to be an object');
  if (value['openapi'] !== undefined || value['swagger'] !== undefined) return 'ApiSpecification';
  const said = kinds.find((kind) => kind === value['kind']);
  return (
    said ??
    fault(['kind'], 'has to be Rover or EventSpecification, where it is no OpenAPI or Swagger document')
  );
}

function nameIn(kind: RoverFileKind, raw: JsonObject): string | readonly Fault[] {
  if (kind === 'Rover') {
    const read = readRover(raw);
    return isFaults(read) ? read : read.name;
  }
  const read = kind === 'ApiSpecification' ? readApiSpecification(raw) : readEventSpecification(raw);
  return isFaults(read) ? read : labelOf(read.key).replaceAll(/[^a-z0-9]+/g, '-');
}
