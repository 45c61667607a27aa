// Every way in which Countersign says no, as one table. The core returns a `Refused` that carries a code; a use case
// throws it once as a `Problem`; HTTP, CLI, Slack and the reference page are views of this table. A fault that is not
// in the table is a bug, is logged with its cause and shown as a plain sentence.
import type { Sentence } from './sentence.ts';
import type { Milliseconds } from './time.ts';

/** What kind of no it is. Surfaces map the kind to their own words, such as an HTTP status. */
export type ProblemKind =
  | 'malformed' // The message itself cannot be read.
  | 'invalid' // Readable, but it asks for something that cannot be.
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'stale' // A precondition that the caller named does not hold any more.
  | 'too_large'
  | 'throttled'
  | 'misdirected'
  | 'unavailable'
  | 'broken' // A fault of ours, which repeating does not mend.
  | 'absent'; // Others do it at this address; Countersign does not, on purpose.

export const problems = {
  // The message
  malformed_address: { kind: 'malformed', title: 'The address cannot be read' },
  malformed_body: { kind: 'malformed', title: 'The body cannot be read' },
  invalid_field: { kind: 'malformed', title: 'A field is not what it has to be' },
  body_too_large: { kind: 'too_large', title: 'The body is larger than allowed' },
  idempotency_key_reused: { kind: 'invalid', title: 'This Idempotency-Key was used with another request' },
  version_mismatch: {
    kind: 'stale',
    title: 'It has changed since you last saw it',
    fix: 'Read it again and repeat with the new ETag.',
  },
  misdirected_host: { kind: 'misdirected', title: 'This server does not answer for that host' },
  too_many_attempts: {
    kind: 'throttled',
    title: 'Too many attempts',
    fix: 'Wait for the time given in Retry-After.',
  },

  // Who asks
  key_not_found: { kind: 'forbidden', title: 'The API key was not found or not the expected value.' },
  check_key_needed: {
    kind: 'unauthenticated',
    title: 'Checks are asked with an API key of the organization or of a team',
  },
  client_unknown: { kind: 'unauthenticated', title: 'There is no such client, or its secret is another' },
  token_not_valid: {
    kind: 'unauthenticated',
    title: 'The token is none, or has ended',
    fix: 'Get one at /oauth2/token with the key of your team for Rover files.',
  },
  sign_in_required: { kind: 'unauthenticated', title: 'Sign in first' },
  wrong_credentials: { kind: 'unauthenticated', title: 'The address or the password is wrong' },
  sign_in_refused: {
    kind: 'forbidden',
    title: 'The identity provider did not sign you in',
    fix: 'Try again, or ask who runs the identity provider.',
  },
  sign_in_stale: {
    kind: 'forbidden',
    title: 'This sign-in was not begun in this browser, was finished already, or took too long',
    fix: 'Sign in again.',
  },
  email_unverified: {
    kind: 'forbidden',
    title: 'The identity provider does not vouch for your e-mail address',
    fix: 'Let it be verified there, or sign in here first and connect the account from your settings.',
  },
  email_claimed: {
    kind: 'forbidden',
    title: 'Somebody with another account at the identity provider has this e-mail address',
    fix: 'Ask an administrator.',
  },
  account_of_another: {
    kind: 'forbidden',
    title: 'This account at the identity provider belongs to another person',
    fix: 'Sign out at the identity provider and take your own account.',
  },
  not_admitted: {
    kind: 'forbidden',
    title: 'You are in none of the groups that may come in',
    fix: 'Ask for one of them at the identity provider.',
  },
  step_up_not_given: {
    kind: 'forbidden',
    title: 'The identity provider signed you in, but not in the way that was asked for',
  },
  unconfirmed: {
    kind: 'forbidden',
    title: 'The identity provider does not vouch for you any more',
    fix: 'Sign in through it once.',
  },
  provider_missing: { kind: 'not_found', title: 'No identity provider is set up here' },
  link_spent: { kind: 'forbidden', title: 'This link was used already or is too old' },
  foreign_origin: { kind: 'forbidden', title: 'A write from another site is refused' },
  read_only: { kind: 'forbidden', title: 'This key reads and changes nothing' },
  auditor_reads_only: { kind: 'forbidden', title: 'An auditor reads everything and changes nothing' },
  not_permitted: { kind: 'forbidden', title: 'Your role does not permit this' },
  not_your_side: {
    kind: 'forbidden',
    title: 'You may not act for this consumer',
    fix: 'Ask a member of its team, or use an organization key.',
  },
  demo_closed: {
    kind: 'forbidden',
    title: 'This demo was started with a token',
    fix: 'Send the token that it printed.',
  },
  disabled: { kind: 'forbidden', title: 'This account is disabled' },

  // Things that are missing
  access_not_found: { kind: 'not_found', title: 'No such access' },
  resource_not_found: { kind: 'not_found', title: 'No such resource' },
  team_not_found: { kind: 'not_found', title: 'No such team' },
  person_not_found: { kind: 'not_found', title: 'No such person' },
  dataproduct_not_found: { kind: 'not_found', title: 'No such data product' },
  datacontract_not_found: { kind: 'not_found', title: 'No such data contract' },
  application_not_found: { kind: 'not_found', title: 'No such application' },
  rover_not_found: { kind: 'not_found', title: 'No such Rover file' },
  specification_not_found: { kind: 'not_found', title: 'No such description of an API or event type' },
  connector_not_found: { kind: 'not_found', title: 'No such connector' },
  channel_not_found: { kind: 'not_found', title: 'No such notification channel' },
  target_not_found: { kind: 'not_found', title: 'No such target' },
  rover_document_not_found: { kind: 'not_found', title: 'The team has applied no such document' },
  key_unknown: { kind: 'not_found', title: 'No such API key' },
  session_not_found: { kind: 'not_found', title: 'No such session' },
  drift_not_found: { kind: 'not_found', title: 'Nothing of the kind was seen at the target' },
  provisioning_not_found: { kind: 'not_found', title: 'Nothing has been reported about this access yet' },
  contract_terms_not_found: { kind: 'not_found', title: 'No such terms of a contract' },
  page_not_found: { kind: 'not_found', title: 'There is nothing at this address' },

  // Asking
  purpose_missing: { kind: 'invalid', title: 'A purpose is needed: the owner has to know why' },
  purpose_generated: { kind: 'invalid', title: 'This policy demands a purpose written by a person' },
  role_unknown: { kind: 'invalid', title: 'This resource does not offer that role' },
  period_empty: { kind: 'invalid', title: 'The end has to come after the start' },
  period_past: { kind: 'invalid', title: 'The end lies in the past' },
  period_too_long: { kind: 'invalid', title: 'The period is longer than the policy allows' },
  duration_not_offered: { kind: 'invalid', title: 'The policy offers other durations' },
  consumer_unknown: { kind: 'invalid', title: 'No such consumer' },
  provider_unknown: { kind: 'invalid', title: 'No such data product or output port' },
  reference_unknown: { kind: 'invalid', title: 'It refers to something that does not exist' },
  principal_differs: {
    kind: 'invalid',
    title: 'The target calls this consumer by another name',
    fix: 'Name the role in the free field of the consumer’s document, or adopt it for another consumer.',
  },
  access_identity: {
    kind: 'conflict',
    title: 'The resource and the consumer of an access never change',
    fix: 'Ask for a new access.',
  },
  request_open: {
    kind: 'conflict',
    title: 'A request is open already',
    fix: 'Withdraw it first, or wait for the decision.',
  },
  nothing_to_renew: { kind: 'conflict', title: 'There is no access to renew yet' },
  contract_terms_changed: {
    kind: 'conflict',
    title: 'The terms of the contract have changed since you read them',
    fix: 'Read them again, and ask again with their hash.',
  },
  nothing_changed: { kind: 'invalid', title: 'This asks for nothing that is not granted already' },

  // Deciding
  own_request: { kind: 'forbidden', title: 'Nobody takes part in deciding their own request' },
  not_an_approver: {
    kind: 'forbidden',
    title: 'You may not decide for the owner team',
    fix: 'Ask one of the people listed under awaiting.',
  },
  people_only: { kind: 'forbidden', title: 'Two different people decide this; a key is not one of them' },
  external_only: { kind: 'forbidden', title: 'Only the external system that the policy names decides this' },
  names_the_asker: { kind: 'forbidden', title: 'The decision names somebody who asked for this access' },
  keys_do_not_decide: { kind: 'forbidden', title: 'Organization keys do not decide in this installation' },
  in_the_browser: { kind: 'forbidden', title: 'The policy demands that this is decided in the browser' },
  session_demanded: {
    kind: 'forbidden',
    title: 'The policy demands a fresh sign-in, and a key never signs in',
    fix: 'Decide in the browser.',
  },
  step_up_needed: {
    kind: 'forbidden',
    title: 'The policy demands that you sign in again before you decide',
    fix: 'Sign in at the address under stepUp, and decide then.',
  },
  terms_wider: {
    kind: 'invalid',
    title: 'Terms may be narrower than asked, never wider',
    fix: 'Let the consumer ask for more.',
  },
  changed_meanwhile: { kind: 'conflict', title: 'What is asked has changed since you saw it' },
  request_closed: { kind: 'conflict', title: 'This request is decided already' },
  request_expired: { kind: 'conflict', title: 'The time to decide this request is over' },
  no_request: { kind: 'conflict', title: 'Nothing is asked here' },
  agreed_already: {
    kind: 'conflict',
    title: 'You have agreed already; a second person has to agree as well',
    fix: 'Take your allow back first if you want to change it.',
  },
  no_allow_of_yours: { kind: 'conflict', title: 'You have no open allow here to take back' },
  wrong_state: { kind: 'conflict', title: 'The state of this access does not permit this' },
  not_a_party: { kind: 'forbidden', title: 'Only the owner side or the consumer side may do this' },
  not_the_owner_side: { kind: 'forbidden', title: 'Only the owner side may do this' },
  decided_meanwhile: {
    kind: 'conflict',
    title: 'Others were faster',
    fix: 'Look at the state as it is now and decide again.',
  },

  // Governing
  not_an_owner: { kind: 'forbidden', title: 'Only an owner of the team may do this' },
  second_owner_needed: { kind: 'conflict', title: 'A second owner has to confirm this loosening' },
  policy_invalid: { kind: 'invalid', title: 'This policy contradicts itself' },
  team_cycle: { kind: 'invalid', title: 'A team cannot be its own ancestor' },
  in_use: { kind: 'invalid', title: 'It is used by something that is still active' },
  last_administrator: { kind: 'conflict', title: 'Somebody has to run this installation' },
  too_many_keys: {
    kind: 'conflict',
    title: 'There are as many API keys as there may be',
    fix: 'Revoke one that is not used any more.',
  },
  secret_shown_once: {
    kind: 'conflict',
    title: 'This was done already, and the secret it made was shown once',
    fix: 'Revoke that key and make another one with a new Idempotency-Key.',
  },
  email_taken: { kind: 'conflict', title: 'Another person has this address' },
  secret_key_missing: {
    kind: 'unavailable',
    title: 'COUNTERSIGN_SECRET_KEY is not set, so no secret can be kept',
  },
  frozen: { kind: 'conflict', title: 'Targets are frozen after a restore until an administrator confirms' },

  // The house
  provider_unavailable: {
    kind: 'unavailable',
    title: 'The identity provider cannot be reached; try again in a moment',
  },
  database_unavailable: { kind: 'unavailable', title: 'The database cannot be reached; nothing was changed' },
  check_uncertain: { kind: 'unavailable', title: 'It is not certain who has access now' },
  disk_full: { kind: 'unavailable', title: 'The disk is nearly full; nothing was changed' },
  not_offered: { kind: 'absent', title: 'Countersign does not do this' },
  internal: { kind: 'broken', title: 'Something broke on our side; nothing was changed' },
} as const satisfies Record<string, { kind: ProblemKind; title: string; fix?: string }>;

export type ProblemCode = keyof typeof problems;

/** A no of the core: a code of the table, with what makes this case particular. */
export interface Refused {
  readonly refused: ProblemCode;
  /** One sentence about this very case, safe to show to the caller. */
  readonly detail?: Sentence;
  /** The field at fault, as a path in the caller's own message. */
  readonly field?: string;
  /** What a sign-in has to be like so that there is no refusal. */
  readonly stepUp?: StepUp;
}

/** A sign-in that would do. */
export interface StepUp {
  readonly acr: readonly string[] | null;
  readonly maxAge: Milliseconds | null;
}

export function refused(code: ProblemCode, detail?: Sentence, field?: string): Refused {
  return { refused: code, ...(detail !== undefined && { detail }), ...(field !== undefined && { field }) };
}

export function isRefused(result: unknown): result is Refused {
  return typeof result === 'object' && result !== null && 'refused' in result;
}

/** The same no as an exception: thrown once, at the edge of a use case, and caught once, by the surface. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly field: string | undefined;
  /** What is particular, where it is said in every language; the message says it in English. */
  readonly said: Sentence | undefined;
  /** Facts for the caller's machine, such as the real state after a lost race. */
  readonly facts: Record<string, unknown>;

  constructor(
    code: ProblemCode,
    options: {
      detail?: string | Sentence;
      field?: string;
      facts?: Record<string, unknown>;
      cause?: unknown;
    } = {},
  ) {
    const { detail } = options;
    const message = typeof detail === 'object' ? detail.en : detail;
    super(message ?? problems[code].title, { cause: options.cause });
    this.said = typeof detail === 'object' ? detail : undefined;
    this.name = 'Problem';
    this.code = code;
    this.field = options.field;
    this.facts = options.facts ?? {};
  }

  get kind(): ProblemKind {
    return problems[this.code].kind;
  }
}

/** Hands on a result of the core, or throws its refusal. */
export function orThrow<T>(result: T | Refused, facts: Record<string, unknown> = {}): T {
  if (!isRefused(result)) return result;
  throw new Problem(result.refused, {
    ...(result.detail !== undefined && { detail: result.detail }),
    ...(result.field !== undefined && { field: result.field }),
    facts: { ...facts, ...(result.stepUp && { stepUp: result.stepUp }) },
  });
}
