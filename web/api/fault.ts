// Everything that can go wrong with a call, in the one shape that the app shows: a title, what is particular, what to do,
// and which field is meant. The server says all of it (application/problem+json); what it could not say is said here.
export class Fault extends Error {
  readonly status: number;
  /** The code of the server's table of problems; `unreachable` when there was no answer. */
  readonly code: string;
  readonly title: string;
  readonly fix: string | null;
  /** Where one signs in so that there is no refusal; null where that is not what is wrong. */
  readonly signInAt: string | null;
  /** By the name that the field has in the body that was sent. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(shown: {
    status: number;
    code: string;
    title: string;
    detail: string;
    fix: string | null;
    signInAt?: string | null;
    fields: Record<string, string>;
    cause?: unknown;
  }) {
    super(shown.detail, { cause: shown.cause });
    this.name = 'Fault';
    this.status = shown.status;
    this.code = shown.code;
    this.title = shown.title;
    this.fix = shown.fix;
    this.signInAt = shown.signInAt ?? null;
    this.fields = shown.fields;
  }
}

/** A no of the server; of a server in between, only the status is known. */
export function faultFrom(status: number, body: unknown): Fault {
  const said = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const violations = Array.isArray(said.violations) ? (said.violations as Record<string, unknown>[]) : [];
  const { url } = (said.stepUp ?? {}) as { url?: unknown };
  const title = textOf(said.title) ?? `The server answered ${status}.`;
  return new Fault({
    status,
    code: textOf(said.code) ?? 'unknown',
    title,
    detail: textOf(said.detail) ?? title,
    fix: textOf(said.fix),
    signInAt: textOf(url),
    fields: Object.fromEntries(violations.map(({ field, message }) => [String(field), String(message)])),
  });
}

/** No answer at all. */
export function unreachable(cause: unknown): Fault {
  const title = 'The server cannot be reached.';
  return new Fault({ status: 0, code: 'unreachable', title, detail: title, fix: null, fields: {}, cause });
}

export function asFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new Fault({
    status: 0,
    code: 'app',
    title: 'Something broke in this page.',
    detail,
    fix: null,
    fields: {},
  });
}

/** Whoever is not signed in gets one of these. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof Fault && ['key_not_found', 'sign_in_required'].includes(error.code);
}

/** Nobody could answer, or not now: the same call may succeed in a while. */
export function isPassing(error: unknown): boolean {
  return error instanceof Fault && (error.code === 'unreachable' || error.status === 503);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
