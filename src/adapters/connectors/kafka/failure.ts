// What went wrong at a cluster, in words that an operator can act on. The client wraps errors in errors; what matters is
// the broker's error code, or the socket's, somewhere within. Nothing that was sent to the cluster is passed on.
import { TargetFailure } from '../../../app/connector.ts';
import { shell } from './shell.ts';

interface Told {
  /** Kafka's name of an error, such as CLUSTER_AUTHORIZATION_FAILED, or the socket's, such as ECONNREFUSED. */
  readonly code: string;
  readonly message: string;
}

export function asTargetFailure(error: unknown, place: string, user: string): TargetFailure {
  if (error instanceof TargetFailure) return error;
  const { code, message } = told(error);
  const failed = (kind: TargetFailure['code'], sentence: string, mend?: string): TargetFailure =>
    new TargetFailure(kind, sentence, mend === undefined ? {} : { mend });
  if (
    /^SASL_AUTHENTICATION_FAILED|^ILLEGAL_SASL_STATE|^UNSUPPORTED_SASL_MECHANISM|^PLT_KFK_AUTHENTICATION/.test(
      code,
    )
  )
    return failed('sign_in_refused', `${place} does not let user "${user}" in, or not by this mechanism.`);
  if (code.endsWith('AUTHORIZATION_FAILED'))
    return failed(
      'not_permitted',
      `${place} does not permit user "${user}" to read and change ACLs.`,
      `kafka-acls.sh --add --allow-principal ${shell(`User:${user}`)} --operation Alter --operation Describe --cluster`,
    );
  if (code === 'SECURITY_DISABLED')
    return failed('refused', `${place} has no authorizer, so everybody may do everything there.`);
  if (code === 'UNSUPPORTED_VERSION')
    return failed('unsupported_version', `${place} is too old; Countersign needs Kafka 2.7 or newer.`);
  if (/TIMEOUT|TIMED_OUT/.test(code)) return failed('timed_out', `${place} did not answer in time.`);
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code))
    return failed(
      'unreachable',
      `${place} cannot be reached with checked encryption (setting tls): ${code}.`,
    );
  if (/^E[A-Z]+$/.test(code)) return failed('unreachable', `${place} cannot be reached: ${code}.`);
  if (code === 'PLT_KFK_NETWORK') return failed('interrupted', `The connection to ${place} broke off.`);
  return failed('refused', `${place} refused: ${message.replace(/\.$/, '')}.`);
}

/** Goes down to what says most: the innermost error, the first of several. */
function told(error: unknown): Told {
  let deepest: Told = { code: '', message: String(error) };
  for (let at = error, depth = 0; at instanceof Error && depth < 10; depth += 1) {
    const { apiId, code } = at as { apiId?: unknown; code?: unknown };
    const name = typeof apiId === 'string' ? apiId : typeof code === 'string' ? code : '';
    // A wrapper that only says that there are several would hide what the one before said.
    if (name !== '' && !/^PLT_KFK_(?:MULTIPLE|RESPONSE)$/.test(name))
      deepest = { code: name, message: at.message };
    at = at instanceof AggregateError ? at.errors[0] : at.cause;
  }
  return deepest;
}
