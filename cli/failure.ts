// Everything that can stop a command, as something that can be said to a person: what is wrong, the particulars, what
// to do about it, and the exit code. Whatever is not one of these is a bug and is reported as such.
import { exitCodes, type ExitCode } from './exit-codes.ts';

export class Failure extends Error {
  readonly exitCode: ExitCode;
  /** What makes this case particular, one line each. */
  readonly particulars: readonly string[];
  readonly fix: string | null;
  /** What the server sent, for `--json`. */
  readonly problem: Readonly<Record<string, unknown>> | null;

  constructor(
    exitCode: ExitCode,
    sentence: string,
    more: {
      particulars?: readonly string[];
      fix?: string | null;
      problem?: Readonly<Record<string, unknown>>;
      cause?: unknown;
    } = {},
  ) {
    super(sentence, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'Failure';
    this.exitCode = exitCode;
    this.particulars = more.particulars ?? [];
    this.fix = more.fix ?? null;
    this.problem = more.problem ?? null;
  }
}

/** The command cannot be understood as it was typed. */
export function misused(sentence: string, fix: string | null = null): Failure {
  return new Failure(exitCodes.usage, sentence, { fix });
}

/** Nobody answers at this address. */
export function unreachable(url: string, cause: unknown): Failure {
  return new Failure(exitCodes.unreachable, `No Countersign answers at ${url}.`, {
    particulars: [reasonOf(cause)],
    fix: `Start one ("npm start" for the demo, "countersign serve" for a real one), or name another with --url.`,
    cause,
  });
}

/** The server said no, as a problem of RFC 9457; anything else that it sent is said as far as it can be read. */
export function refusal(status: number, url: string, body: unknown): Failure {
  const exitCode = status === 503 ? exitCodes.unreachable : exitCodes.refused;
  if (typeof body !== 'object' || body === null || !('title' in body))
    return new Failure(exitCode, `${url} answered with status ${status}, and not as Countersign would.`, {
      fix: 'Look whether --url names a Countersign server.',
    });
  const problem = body as WireProblem;
  return new Failure(exitCode, problem.title, {
    particulars: particularsOf(problem),
    fix: fixes[problem.code ?? ''] ?? problem.fix ?? null,
    problem,
  });
}

/** Where what the API advises is said otherwise to somebody at a terminal. */
const fixes: Readonly<Record<string, string>> = {
  not_an_approver: 'Ask one of those whom "countersign access show" names.',
  version_mismatch: 'Look at it again, and repeat.',
};

interface WireProblem extends Readonly<Record<string, unknown>> {
  readonly title: string;
  readonly detail?: string;
  readonly fix?: string;
  readonly code?: string;
  readonly violations?: readonly { readonly field: string; readonly message: string }[];
}

function particularsOf({ title, detail, violations = [] }: WireProblem): string[] {
  const faults = violations.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`));
  const isSaid = detail === undefined || detail === title || saysTheSame(detail, violations);
  return isSaid ? faults : [detail, ...faults.filter((fault) => !detail.includes(fault))];
}

/** The detail of several faults is the list of them again. */
function saysTheSame(detail: string, violations: readonly { message: string }[]): boolean {
  return violations.length > 0 && violations.every(({ message }) => detail.includes(message));
}

/** What lies at the bottom of it, such as `connect ECONNREFUSED 127.0.0.1:5432`. */
export function reasonOf(error: unknown): string {
  const causes = [error];
  while (causes.at(-1) instanceof Error && (causes.at(-1) as Error).cause)
    causes.push((causes.at(-1) as Error).cause);
  const last = causes.at(-1);
  if (last instanceof AggregateError && last.errors.length > 0) return (last.errors[0] as Error).message;
  return last instanceof Error ? last.message : String(last);
}
