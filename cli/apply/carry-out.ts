// Carries out a plan, one write after the other. It stops at the first one that is refused, because later ones refer to
// earlier ones; what was done before stays done, and the same command goes on from there.
import { exitCodes } from '../exit-codes.ts';
import { Failure, refusal } from '../failure.ts';
import type { Server } from '../server.ts';
import type { Step } from './plan.ts';

export interface CarriedOut {
  readonly created: number;
  readonly changed: number;
  /** What the server keeps until somebody else says the same. */
  readonly proposed: readonly Step[];
}

/** @param done hears of each write. @throws Failure that says where in the files the refused field stands. */
export async function carryOut(
  steps: readonly Step[],
  server: Server,
  done: (step: Step) => void = () => {},
): Promise<CarriedOut> {
  const due = steps.filter((step) => step.change !== 'unchanged');
  const proposed: Step[] = [];
  for (const [index, step] of due.entries()) {
    const answer = await server.reach(step.path, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(step.body),
    });
    if (!answer.ok) throw refusedAt(step, refusal(answer.status, server.url, await bodyOf(answer)), index);
    if (answer.status === 202) proposed.push(step);
    done(step);
  }
  const count = (change: Step['change']) => due.filter((step) => step.change === change).length;
  return { created: count('create'), changed: count('change') - proposed.length, proposed };
}

function refusedAt(step: Step, failure: Failure, before: number): Failure {
  const violations = (failure.problem?.['violations'] ?? []) as { field: string; message: string }[];
  const places =
    violations.length > 0 ? violations : [{ field: '', message: failure.particulars[0] ?? failure.message }];
  return new Failure(
    failure.exitCode === exitCodes.unreachable ? failure.exitCode : exitCodes.refused,
    failure.message,
    {
      particulars: [
        ...places.map(({ field, message }) => {
          const { file, line, column } = step.placeOf(field);
          return `${file}:${line}:${column}  ${step.kind} ${step.subject}${field === '' ? '' : `, ${field}`}: ${message}`;
        }),
        before === 0
          ? 'Nothing was changed.'
          : `What came before it is done (${before}), and nothing after it.`,
      ],
      fix: failure.fix,
      ...(failure.problem && { problem: failure.problem }),
    },
  );
}

async function bodyOf(answer: Response): Promise<unknown> {
  return answer.json().catch(() => null);
}
