// Reads a file that somebody hands to `countersign apply`: any number of documents of any kind, in one pass, with every
// fault at its file, line and column. A document is given out only when nothing in it is wrong; the caller decides
// whether faults elsewhere in the file stop it. Each document can tell where a path lies, so that what the
// server finds wrong later can be shown at a line as well.
import { isScalar, type Document, type LineCounter } from 'yaml';
import { kindOf, readers, type DocumentKind, type Kinds } from './document-kind.ts';
import { isFaults, mostFaults, pathSteps, type Fault } from './fault.ts';
import { refuseHostile } from './hostile.ts';
import { repetitions } from './shape.ts';
import type { JsonObject } from './shape.ts';
import { offsetOf, positionAt, type Position } from './yaml-position.ts';
import { parseYaml, type SyntaxFault } from './yaml-syntax.ts';
import { textOfFile } from './yaml-text.ts';
import { valueOf } from './yaml-value.ts';

export interface FileFault extends Fault, Position {
  readonly file: string;
}

interface Placed<K extends DocumentKind> extends Position {
  readonly kind: K;
  readonly file: string;
  /** What the document is about: its id, or for a policy the resource. */
  readonly subject: string;
  readonly value: Kinds[K];
  /** The document as it stands in the file. */
  readonly raw: JsonObject;
  /** Where a path of a fault lies in the file. */
  readonly positionOf: (path: string) => Position;
}

/** One document of a file, by its kind. */
export type YamlDocument = { [K in DocumentKind]: Placed<K> }[DocumentKind];

export interface YamlFile {
  readonly documents: readonly YamlDocument[];
  /** In the order of the file. Not empty: the file should not be applied. */
  readonly faults: readonly FileFault[];
}

/** Reads the bytes (or the text) of a file. Never throws; documents that are empty are passed over. */
export function readYamlFile(content: string | Uint8Array, file: string): YamlFile {
  const text = textOfFile(content);
  if (typeof text !== 'string')
    return { documents: [], faults: [{ file, path: '', message: text.message, ...text.position }] };
  const { documents: parsed, lines, faults: syntax } = parseYaml(text);
  const faults = syntax.map((fault) => atOffset(fault, lines, file));
  const documents: YamlDocument[] = [];
  for (const document of parsed) {
    if (faults.length >= mostFaults) break;
    if (isEmpty(document)) continue;
    const read = readDocument(document, lines, file);
    if (isFileFaults(read)) faults.push(...read);
    else documents.push(read);
  }
  faults.push(...contradictionsIn(documents));
  faults.sort((one, other) => one.line - other.line || one.column - other.column);
  return { documents: distinct(documents), faults: faults.slice(0, mostFaults) };
}

function readDocument(
  document: Document.Parsed,
  lines: LineCounter,
  file: string,
): YamlDocument | readonly FileFault[] {
  const { value, faults } = valueOf(document);
  if (faults.length > 0) return faults.map((fault) => atOffset(fault, lines, file));
  const positionOf = (path: string): Position => positionAt(lines, offsetOf(document, pathSteps(path)));
  const place = (fault: Fault): FileFault => ({ file, ...fault, ...positionOf(fault.path) });
  const kind = kindOf(value);
  if (typeof kind === 'object') return [place(kind)];
  const hostile = refuseHostile(value);
  if (hostile.length > 0) return hostile.map(place);
  const read = readers[kind](value);
  if (isFaults(read)) return read.map(place);
  const subject = 'resource' in read ? read.resource : read.id;
  // The compiler cannot see that the reader of a kind gives the value of that kind.
  return { kind, file, subject, value: read, raw: value, positionOf, ...positionOf('') } as YamlDocument;
}

/** One thing said twice and differently in one file: whichever came last would win, and nobody meant that. */
function contradictionsIn(documents: readonly YamlDocument[]): FileFault[] {
  const first = new Map<string, YamlDocument>();
  return documents.flatMap((document) => {
    const before = first.get(nameOf(document));
    if (before === undefined) first.set(nameOf(document), document);
    if (before === undefined || JSON.stringify(before.value) === JSON.stringify(document.value)) return [];
    const path = document.kind === 'Policy' ? 'resource' : 'id';
    const message = `is given before, in line ${before.line} (${nameOf(document)}), and differently`;
    return [{ file: document.file, path, message, ...document.positionOf(path) }];
  });
}

/** Tools that join files repeat documents; one of them is enough. */
function distinct(documents: readonly YamlDocument[]): YamlDocument[] {
  const again = new Set(repetitions(documents.map(nameOf)));
  return documents.filter((_, index) => !again.has(index));
}

const nameOf = ({ kind, subject }: YamlDocument): string => `${kind} ${subject}`;

function isEmpty({ contents }: Document.Parsed): boolean {
  return contents === null || (isScalar(contents) && contents.value === null);
}

function atOffset({ offset, message }: SyntaxFault, lines: LineCounter, file: string): FileFault {
  return { file, path: '', message, ...positionAt(lines, offset) };
}

function isFileFaults(read: YamlDocument | readonly FileFault[]): read is readonly FileFault[] {
  return Array.isArray(read);
}
