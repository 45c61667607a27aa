// What each operation on an access may answer beside what all of them may (operation-problems.ts), in one place because
// the lists build on each other and both halves of the API, access.ts and access-acts.ts, use them.
import type { ProblemCode } from '../../../core/problem.ts';

const changeProblems = [
  'access_not_found',
  'version_mismatch',
  'decided_meanwhile',
] as const satisfies readonly ProblemCode[];

export const askProblems = [
  'decided_meanwhile',
  'purpose_missing',
  'role_unknown',
  'period_past',
  'period_empty',
  'period_too_long',
  'duration_not_offered',
  'consumer_unknown',
  'resource_not_found',
  'not_your_side',
  'contract_terms_changed',
] as const satisfies readonly ProblemCode[];

export const putProblems = [
  ...changeProblems,
  ...askProblems,
  'provider_unknown',
  'access_identity',
  'wrong_state',
  'not_a_party',
] as const satisfies readonly ProblemCode[];

export const renewProblems = [
  ...changeProblems,
  ...askProblems,
  'request_open',
  'nothing_to_renew',
] as const satisfies readonly ProblemCode[];

export const decideProblems = [
  ...changeProblems,
  'own_request',
  'not_an_approver',
  'people_only',
  'external_only',
  'names_the_asker',
  'keys_do_not_decide',
  'in_the_browser',
  'session_demanded',
  'step_up_needed',
  'terms_wider',
  'duration_not_offered',
  'changed_meanwhile',
  'request_closed',
  'request_expired',
  'period_empty',
  'wrong_state',
  'no_request',
  'resource_not_found',
  'consumer_unknown',
] as const satisfies readonly ProblemCode[];

export const endProblems = [
  ...changeProblems,
  'not_a_party',
  'wrong_state',
] as const satisfies readonly ProblemCode[];

export const deleteProblems = [...changeProblems, 'not_a_party'] as const satisfies readonly ProblemCode[];

export const actProblems = [
  ...changeProblems,
  'not_the_owner_side',
  'own_request',
  'not_your_side',
  'no_request',
  'no_allow_of_yours',
  'wrong_state',
  'resource_not_found',
  'consumer_unknown',
] as const satisfies readonly ProblemCode[];
