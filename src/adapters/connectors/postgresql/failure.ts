// What went wrong at a target, in words that an operator can act on. The driver speaks in SQLSTATEs, errno codes and its
// own sentences; this file is the only one that knows them. PostgreSQL's own message is passed on, since it names the
// object, but nothing of what was sent to it: statements and parameters stay out.
import { DatabaseError } from 'pg';
import { TargetFailure, type TargetFailureCode } from '../../../app/connector.ts';

interface Circumstances {
  /** The target as an operator knows it, such as `Database "shop" at db.fernlane.example:5432`. */
  readonly place: string;
  readonly user: string;
  /** Whether we ended the connection ourselves because a limit of time had passed. */
  readonly outOfTime: boolean;
}

export function asTargetFailure(error: unknown, { place, user, outOfTime }: Circumstances): TargetFailure {
  if (error instanceof TargetFailure) return error;
  if (outOfTime) return new TargetFailure('timed_out', `${place} did not answer in time.`);
  if (error instanceof DatabaseError) {
    const code = codes[error.code ?? ''] ?? codes[(error.code ?? '').slice(0, 2)] ?? 'refused';
    return new TargetFailure(code, sentences[code](place, user, error.message), { cause: error });
  }
  return unconnected(error, place);
}

/** The SQLSTATE by which PostgreSQL refused; null when it was not PostgreSQL that failed. */
export function sqlState(failure: TargetFailure): string | null {
  return failure.cause instanceof DatabaseError ? (failure.cause.code ?? null) : null;
}

// A SQLSTATE, or its class of two characters.
const codes: Readonly<Record<string, TargetFailureCode>> = {
  '08': 'interrupted',
  '28': 'sign_in_refused',
  '3D000': 'sign_in_refused',
  '53300': 'unreachable',
  '57P01': 'interrupted',
  '57P02': 'interrupted',
  '57P03': 'unreachable',
  '57P05': 'interrupted',
  '25P03': 'interrupted', // Idle in the transaction for too long.
  '25P04': 'interrupted',
  '25006': 'read_only',
  '0A000': 'read_only', // "cannot set transaction read-write mode during recovery"; nothing else of ours is unsupported.
  '42501': 'not_permitted',
  '55P03': 'busy',
  '40P01': 'busy',
  '40001': 'busy',
  '57014': 'timed_out',
};

const sentences: Record<TargetFailureCode, (place: string, user: string, message: string) => string> = {
  settings_wrong: (place, _, message) => `${place} cannot be used as configured: ${message}.`,
  unreachable: (place, _, message) => `${place} accepts no connection now: ${message}.`,
  sign_in_refused: (place, user, message) => `${place} does not let role "${user}" in: ${message}.`,
  unsupported_version: (place, _, message) => `${place} is too old: ${message}.`,
  read_only: (place) => `${place} accepts no changes: it is a replica, or read-only.`,
  not_permitted: (place, user, message) => `${place} does not permit this to role "${user}": ${message}.`,
  foreign_role: (place, _, message) => `${place} holds a role that is not ours: ${message}.`,
  busy: (place, _, message) => `${place} is held up by another transaction: ${message}.`,
  timed_out: (place, _, message) => `${place} took too long: ${message}.`,
  interrupted: (place, _, message) => `The connection to ${lower(place)} was ended: ${message}.`,
  refused: (place, _, message) => `${place} refused: ${message}.`,
};

function unconnected(error: unknown, place: string): TargetFailure {
  const { code, message } = told(error);
  const failure = (kind: TargetFailureCode, sentence: string): TargetFailure =>
    new TargetFailure(kind, sentence, { cause: error });
  if (/support SSL|SSL connection/.test(message) || /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code)) {
    return failure(
      'unreachable',
      `${place} cannot be reached with checked encryption (setting tls): ${message}.`,
    );
  }
  if (/SASL|password/i.test(message)) {
    return failure(
      'sign_in_refused',
      `${place} asks for a password, or for another way to sign in than is configured: ${message}.`,
    );
  }
  if (/terminated|not queryable|connection error/.test(message) || /ECONNRESET|EPIPE/.test(code)) {
    return failure('interrupted', `The connection to ${lower(place)} broke off.`);
  }
  return failure('unreachable', `${place} cannot be reached: ${message}.`);
}

/** A host with several addresses fails with one error for each, and a message that is empty. */
function told(error: unknown): { code: string; message: string } {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code = (first as { code?: unknown } | null)?.code;
  return {
    code: typeof code === 'string' ? code : '',
    message: first instanceof Error ? first.message : String(first),
  };
}

const lower = (place: string): string => place.replace(/^Database/, 'database');
