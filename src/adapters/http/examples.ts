// One example of every operation, as it was really called and answered: the files beside this one are written by telling
// a story of the cast to a real server (test/examples), and a test tells it again and compares. They are read when
// somebody asks for the API description, which most servers never are.
import { readdirSync, readFileSync } from 'node:fs';

export interface Example {
  /** Who does what, as a sentence. */
  readonly summary: string;
  readonly path?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, string | number>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  readonly status: number;
  /** Absent where the answer is empty. */
  readonly type?: string | undefined;
  readonly answer?: unknown;
}

/** By operation, such as `PUT /api/access/{id}`. */
export function readExamples(): ReadonlyMap<string, Example> {
  return new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) =>
        Object.entries(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, Example>),
      ),
  );
}

/** The parts of a described operation where examples stand. */
export interface Exemplified {
  description?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; example?: unknown }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { examples?: Readonly<Record<string, object>> }>>;

/**
 * Puts an example wherever a reader looks for one: beside the parameters, the body, and the answer that it got. The
 * reference shows the sentence with the answer; where that is empty, the description says it.
 */
export function placeExample(operation: Exemplified, example: Example): void {
  const { summary, path, query, body, status, type, answer } = example;
  for (const parameter of operation.parameters ?? []) {
    const value = (parameter.in === 'path' ? path : query)?.[parameter.name];
    if (value !== undefined) parameter.example = value;
  }
  const asked = Object.values(operation.requestBody?.content ?? {})[0];
  if (asked && body !== undefined) asked.examples = { story: { summary, value: body } };
  const answered = type === undefined ? undefined : operation.responses[status]?.content?.[type];
  if (answered) answered.examples = { story: { summary, value: answer } };
  else operation.description = [operation.description, `*Example:* ${summary}`].filter(Boolean).join('\n\n');
}

const folder = new URL('examples/', import.meta.url);
