// From YAML text to documents, with the limits that a hostile file would exceed. The parser of the library is fed piece
// by piece, so that nesting, the number of pieces and the number of documents are bounded while reading; afterwards it
// would be too late for the stack and the memory. Duplicate keys are looked for in yaml-value.ts, in linear time; the
// library's own check compares every key with every other.
import { Composer, type CST, type Document, Lexer, LineCounter, Parser } from 'yaml';
import { mostFaults } from './fault.ts';
import { deepestNesting } from './hostile.ts';

const mostDocuments = 1000;
/** Tokens of the parser: about six for a line. Keeps the longest run in seconds. */
const mostPieces = 2_000_000;

export interface SyntaxFault {
  readonly offset: number;
  readonly message: string;
}

interface Syntax {
  readonly documents: readonly Document.Parsed[];
  readonly lines: LineCounter;
  readonly faults: readonly SyntaxFault[];
}

/** Parses as far as the text can be understood, and gives the documents without a fault. Never throws. */
export function parseYaml(text: string): Syntax {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const documents: Document.Parsed[] = [];
  const faults: SyntaxFault[] = [];
  try {
    withoutTraces(() => {
      for (const document of compose(text, lines)) {
        const found = faultsOf(document);
        if (found.length === 0) documents.push(document);
        else faults.push(...found);
        if (faults.length >= mostFaults) break;
      }
    });
  } catch (error) {
    faults.push(error instanceof TooMuch ? error : { offset: 0, message: 'This cannot be read as YAML' });
  }
  return { documents, lines, faults };
}

function* compose(text: string, lines: LineCounter): Generator<Document.Parsed> {
  const composer = new Composer({ uniqueKeys: false, logLevel: 'silent', version: '1.2' });
  let count = 0;
  for (const document of composer.compose(tokens(text, lines), true, text.length)) {
    count += 1;
    if (count > mostDocuments)
      throw new TooMuch(document.range[0], `The file has more than ${mostDocuments} documents`);
    yield document;
  }
}

/**
 * The library makes an Error of each fault, and of a hostile file a million of them. Their stack traces, which nobody
 * reads, took most of the time.
 */
function withoutTraces(work: () => void): void {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

class TooMuch extends Error {
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

function* tokens(text: string, lines: LineCounter): Generator<CST.Token, void> {
  const parser = new Parser(lines.addNewLine);
  let pieces = 0;
  for (const piece of new Lexer().lex(text)) {
    yield* parser.next(piece);
    pieces += 1;
    if (pieces > mostPieces) throw new TooMuch(parser.offset, `The file has more than ${mostPieces} pieces`);
    // Besides the collections, the document and the scalar at hand are on the stack.
    if (parser.stack.length > deepestNesting + 2)
      throw new TooMuch(parser.offset, `The file is nested deeper than ${deepestNesting} levels`);
  }
  yield* parser.end();
}

const longestMessage = 200;

function faultsOf(document: Document.Parsed): SyntaxFault[] {
  const version = document.directives.yaml.explicit ? document.directives.yaml.version : '1.2';
  const [offset] = document.range;
  return [
    ...(version === '1.2' ? [] : [{ offset, message: 'Only YAML 1.2 is read' }]),
    // A warning is an unknown tag or version: the value would be another one than the author meant.
    ...[...document.errors, ...document.warnings].slice(0, mostFaults).map(({ pos, message }) => ({
      offset: pos[0],
      message: message.slice(0, longestMessage),
    })),
  ];
}
