// What is wrong with a document, and where. A fault is said to whoever wrote the document, so its message is a phrase
// that reads on from the path ("outputPorts[1].name is missing") and never quotes more than a few characters of what
// was sent. Paths are text because every surface shows them, yet they can be taken apart again without loss: a key
// that is no plain word is written in brackets and quotes, so that a dot inside a key is never taken for a step.

export interface Fault {
  /** Such as `outputPorts[1].name`; empty for the document itself. */
  readonly path: string;
  readonly message: string;
}

/** One step into a document: a key of an object or a position in a list. */
export type Step = string | number;

/** More than this many faults help nobody, and a hostile document could have a million. */
export const mostFaults = 100;

export function fault(steps: readonly PropertyKey[], message: string): Fault {
  return { path: pathText(steps), message };
}

/** Tells the two results of a reader apart: a list is always a list of faults. */
export function isFaults(result: unknown): result is readonly Fault[] {
  return Array.isArray(result);
}

export function pathText(steps: readonly PropertyKey[]): string {
  const shown = steps.slice(0, mostSteps).map((step, index) => stepText(step, index === 0));
  return shown.join('') + (steps.length > mostSteps ? '.…' : '');
}

/** The steps of a path that `pathText` wrote. A path from elsewhere gives the steps that can be made out. */
export function pathSteps(path: string): Step[] {
  return [...path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[\]]+)/g)].map(([, index, quoted, word]) =>
    index !== undefined ? Number(index) : quoted !== undefined ? unquoted(quoted) : word!,
  );
}

const plainWord = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u;
const longestStep = 64;
const mostSteps = 24;

function stepText(step: PropertyKey, isFirst: boolean): string {
  if (typeof step === 'number') return `[${step}]`;
  const key = String(step);
  if (key.length > longestStep) return `[${JSON.stringify(`${key.slice(0, longestStep)}…`)}]`;
  if (!plainWord.test(key)) return `[${JSON.stringify(key)}]`;
  return isFirst ? key : `.${key}`;
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}
