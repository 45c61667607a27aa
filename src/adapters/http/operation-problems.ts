// Every problem that an operation can answer. A route names those that are its own; the others follow from what all
// operations share: the house they stand in, the door they are behind, what of a message they read. The API description
// is made from this, and the tests hold every answer against it, so a no that is not announced does not stay unseen.
import type { ProblemCode } from '../../core/problem.ts';
import type { Audience } from './audience.ts';

/** What of a route decides how it can say no. */
export interface Answering {
  readonly method: string;
  readonly audience: Audience;
  /** Whether it reads parameters of the address or of the query. */
  readonly hasParameters: boolean;
  readonly hasBody: boolean;
  /** What the route says about itself. */
  readonly own: readonly ProblemCode[];
}

/** Without repetition; what the house says comes last. */
export function problemsOf({ method, audience, hasParameters, hasBody, own }: Answering): ProblemCode[] {
  const writes = !['GET', 'HEAD'].includes(method);
  return [
    ...new Set<ProblemCode>([
      ...(audience === 'public' ? [] : atTheDoor(audience)),
      ...(writes && audience !== 'public' && audience !== 'checks'
        ? (['invalid_field', 'idempotency_key_reused'] as const)
        : []),
      ...(hasParameters ? (['invalid_field'] as const) : []),
      ...(hasBody ? (['malformed_body', 'invalid_field', 'body_too_large'] as const) : []),
      ...own,
      'malformed_address',
      ...(writes ? (['foreign_origin', 'disk_full'] as const) : []),
      'misdirected_host',
      'database_unavailable',
      'internal',
    ]),
  ];
}

const beyond = {
  public: [],
  reads: [],
  writes: ['read_only', 'auditor_reads_only'],
  people: ['not_permitted'],
  self: ['read_only', 'not_permitted'],
  credentials: ['read_only'],
  checks: [],
  administers: ['read_only', 'auditor_reads_only', 'not_permitted'],
  administrators: ['read_only', 'auditor_reads_only', 'not_permitted'],
  audits: ['not_permitted'],
  rover: [],
} as const satisfies Record<Audience, readonly ProblemCode[]>;

function atTheDoor(audience: Audience): readonly ProblemCode[] {
  if (audience === 'checks') return ['check_key_needed', 'not_permitted'];
  if (audience === 'rover') return ['token_not_valid'];
  return ['key_not_found', 'sign_in_required', ...beyond[audience]];
}
