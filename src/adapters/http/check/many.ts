// Several questions in one call (AuthZEN, Access Evaluations). What stands at the top is what each of them begins with;
// a question brings a whole subject, action, resource or context of its own, or none. One that cannot be read is denied
// and says why, the others are answered all the same; what is wrong at the top refuses the call.
import type { Verdict } from '../../../core/check.ts';
import { readingOr400, verdictText, type Asked, type CheckDeps } from './answers.ts';
import { isObject, readBody, readQuestion, Unreadable, type Json, type Types } from './question.ts';

export const mostQuestions = 1000;

/** How far to go on, by what the call says. */
const semantics = {
  execute_all: () => false,
  deny_on_first_deny: (decision: boolean) => !decision,
  permit_on_first_permit: (decision: boolean) => decision,
} as const;

/** @throws Problem for what cannot be read. */
export function answerEvaluations({ checks, types }: CheckDeps, { contentType, body }: Asked): string {
  return readingOr400(() => {
    const read = readBody(contentType, body);
    const questions = questionsOf(read);
    if (questions === null) return verdictText(checks.evaluate(readQuestion(read, types)));
    const isEnough = semantics[semanticOf(read)];
    const defaults = defaultsOf(read);
    const answers: string[] = [];
    for (const question of questions) {
      const [decision, text] = answerOne(question, defaults, types, checks);
      answers.push(text);
      if (isEnough(decision)) break;
    }
    return `{"evaluations":[${answers.join(',')}]}`;
  });
}

/** Null where there are none, which makes it a call with one question. */
function questionsOf({ evaluations }: Json): readonly unknown[] | null {
  if (evaluations === undefined) return null;
  if (!Array.isArray(evaluations)) throw new Unreadable('evaluations', 'has to be a list');
  if (evaluations.length > mostQuestions)
    throw new Unreadable('evaluations', `has more than ${mostQuestions} questions`);
  return evaluations.length === 0 ? null : evaluations;
}

function semanticOf({ options }: Json): keyof typeof semantics {
  if (options === undefined) return 'execute_all';
  if (!isObject(options)) throw new Unreadable('options', 'has to be an object');
  const semantic = options['evaluations_semantic'] ?? 'execute_all';
  if (typeof semantic === 'string' && Object.hasOwn(semantics, semantic))
    return semantic as keyof typeof semantics;
  throw new Unreadable(
    'options.evaluations_semantic',
    `has to be one of ${Object.keys(semantics).join(', ')}`,
  );
}

function defaultsOf(body: Json): Json {
  const parts = ['subject', 'action', 'resource', 'context'].filter((part) => body[part] !== undefined);
  for (const part of parts) if (!isObject(body[part])) throw new Unreadable(part, 'has to be an object');
  return Object.fromEntries(parts.map((part) => [part, body[part]]));
}

function answerOne(
  question: unknown,
  defaults: Json,
  types: Types,
  checks: CheckDeps['checks'],
): [boolean, string] {
  try {
    if (!isObject(question)) throw new Unreadable('', 'A question has to be an object.');
    const verdict: Verdict = checks.evaluate(readQuestion({ ...defaults, ...question }, types));
    return [verdict.decision, verdictText(verdict)];
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const context = { error: { status: 400, message: error.message } };
    return [false, JSON.stringify({ decision: false, context })];
  }
}
