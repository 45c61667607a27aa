// The tables as Kysely sees them, by hand, in the order of the migrations. Rows never leave the database adapter: what
// goes out are the words of the core. Instants are milliseconds (pool.ts), `json` is the stored text, `jsonb` is parsed.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** Read as milliseconds, written as the text that `timestamp` makes of them. */
type At = ColumnType<number, string, string>;
type MaybeAt = ColumnType<number | null, string | null | undefined, string | null>;
/** Read parsed, written as JSON text. */
type Json<Shape = unknown> = ColumnType<Shape, string, string>;
type MaybeJson<Shape = unknown> = ColumnType<Shape | null, string | null | undefined, string | null>;

export interface Tables {
  person: PersonTable;
  session: SessionTable;
  sign_in_link: SignInLinkTable;
  sign_in_attempt: SignInAttemptTable;
  provider_account: ProviderAccountTable;
  provider_sign_in: ProviderSignInTable;
  api_key: ApiKeyTable;
  rover_token: RoverTokenTable;
  rover_document: RoverDocumentTable;
  team: TeamTable;
  membership: MembershipTable;
  data_product: DataProductTable;
  data_contract: DataContractTable;
  application: ApplicationTable;
  resource: ResourceTable;
  policy: PolicyTable;
  access: AccessTable;
  request: RequestTable;
  decision: DecisionTable;
  access_grant: AccessGrantTable;
  refusal: RefusalTable;
  inbox: InboxTable;
  provisioning_report: ProvisioningReportTable;
  target: TargetTable;
  provisioning: ProvisioningTable;
  entitlement: EntitlementTable;
  log_inbox: LogInboxTable;
  log: LogTable;
  log_head: LogHeadTable;
  log_text: LogTextTable;
  signed_head: SignedHeadTable;
  follower: FollowerTable;
  follower_dead: FollowerDeadTable;
  consequence: ConsequenceTable;
  idempotency: IdempotencyTable;
  connector: ConnectorTable;
  organization: OrganizationTable;
  insight_outcome: InsightOutcomeTable;
  insight_approver: InsightApproverTable;
  rover: RoverTable;
  rover_specification: RoverSpecificationTable;
  rover_exposure: RoverExposureTable;
  rover_subscription: RoverSubscriptionTable;
  notice: NoticeTable;
  notice_setting: NoticeSettingTable;
}

interface PersonTable {
  id: string;
  email: string;
  name: string | null;
  custom: Generated<string>;
  password: string | null;
  administrator: Generated<boolean>;
  auditor: Generated<boolean>;
  disabled_at: MaybeAt;
  unconfirmed_at: MaybeAt;
  erased_at: MaybeAt;
  created_at: ColumnType<number, string | undefined, string>;
  position: GeneratedAlways<number>;
}

interface SessionTable {
  id: string;
  token_hash: Buffer;
  person_id: string;
  created_at: At;
  seen_at: At;
  ends_at: At;
  agent: string | null;
  signed_in_at: MaybeAt;
  acr: string | null;
  issuer: string | null;
  subject: string | null;
  id_token: Buffer | null;
}

interface ProviderAccountTable {
  issuer: string;
  subject: string;
  person_id: string;
  groups: Generated<string[]>;
  gave: Json<{ administrator: boolean; auditor: boolean }>;
  refresh_token: Buffer | null;
  offline: Generated<boolean>;
  next_check: MaybeAt;
  refused_at: MaybeAt;
  gone_at: MaybeAt;
}

interface ProviderSignInTable {
  state_hash: Buffer;
  browser: Buffer;
  wanted: Json<{ acr: string[] | null; maxAgeSeconds: number | null }>;
  return_to: string;
  signed_in: string | null;
  connects: boolean;
  expires_at: At;
}

interface SignInLinkTable {
  token_hash: Buffer;
  person_id: string | null;
  created_at: At;
  expires_at: At;
}

interface SignInAttemptTable {
  subject: Buffer;
  failures: number;
  last_at: At;
}

interface ApiKeyTable {
  id: string;
  token_hash: Buffer;
  display_name: string;
  scope: string;
  read_only: boolean;
  team_id: string | null;
  person_id: string | null;
  maker_id: string | null;
  created_at: At;
  expires_at: MaybeAt;
  revoked_at: MaybeAt;
  last_used_at: MaybeAt;
  position: GeneratedAlways<number>;
}

interface RoverTokenTable {
  token_hash: Buffer;
  key_id: string;
  expires_at: At;
}

interface RoverDocumentTable {
  kind: string;
  id: string;
  team: string;
  document: string;
  changed_at: At;
}

interface TeamTable {
  id: string;
  parent: string | null;
  name: string;
  document: string;
  version: Generated<number>;
  position: GeneratedAlways<number>;
  deleted_at: MaybeAt;
}

interface MembershipTable {
  team_id: string;
  person_id: string;
  role: string;
  position: number;
  from_provider: Generated<boolean>;
}

interface DataProductTable {
  id: string;
  format: string;
  owner_team: string;
  name: string;
  document: string;
  facets: ColumnType<unknown, string | undefined, string>;
  search: Generated<string>;
  version: Generated<number>;
  position: GeneratedAlways<number>;
  deleted_at: MaybeAt;
}

interface DataContractTable {
  id: string;
  format: string;
  owner_team: string | null;
  name: string;
  contract_version: string | null;
  document: string;
  facets: ColumnType<unknown, string | undefined, string>;
  search: Generated<string>;
  version: Generated<number>;
  position: GeneratedAlways<number>;
  deleted_at: MaybeAt;
  terms_hash: string | null;
}

interface ApplicationTable {
  id: string;
  owner_team: string;
  name: string;
  document: string;
  facets: ColumnType<unknown, string | undefined, string>;
  search: Generated<string>;
  version: Generated<number>;
  position: GeneratedAlways<number>;
  deleted_at: MaybeAt;
}

interface ResourceTable {
  id: string;
  kind: string;
  owner_team: string;
  name: string;
  description: string | null;
  offers: Generated<string[]>;
  visibility: string | null;
  tags: Generated<string[]>;
  data_product_id: string | null;
  output_port_id: string | null;
  data_contract_id: string | null;
  data_contract_version: string | null;
  auto_approve: boolean | null;
  target_id: string | null;
  binding: MaybeJson;
  bound_by_document: Generated<boolean>;
  unbound: MaybeJson;
  search: Generated<string>;
  position: GeneratedAlways<number>;
  deleted_at: MaybeAt;
}

interface PolicyTable {
  resource_id: string;
  version: number;
  body: Json;
  from_document: boolean;
  proposal: MaybeJson;
}

interface AccessTable {
  id: string;
  version: number;
  resource_id: string;
  data_product_id: string | null;
  consumer_kind: string;
  consumer_id: string;
  consumer_team: string | null;
  standing: string;
  request_id: string | null;
  announced: string | null;
  reminded_at: MaybeAt;
  next_due: MaybeAt;
  created_at: At;
  updated_at: At;
  deleted_at: MaybeAt;
  origin: string | null;
  notes: Json;
  data_contract_id: string | null;
  data_contract_version: string | null;
  position: GeneratedAlways<number>;
  waiting_since: MaybeAt;
  ends_at: MaybeAt;
}

interface RequestTable {
  id: string;
  access_id: string;
  number: number;
  nature: string;
  state: string;
  strategy: string;
  because_of: string | null;
  external_key: string | null;
  ask: Json;
  fingerprint: string;
  asker: MaybeJson;
  asked_at: At;
  deadline: At;
  closed_at: MaybeAt;
  contract_terms: MaybeJson;
}

interface DecisionTable {
  id: string;
  request_id: string;
  verdict: string;
  by_actor: Json;
  at: At;
  channel: string;
  comment: string | null;
  terms: Json;
  seen: string;
  to_state: string;
  void_since: MaybeAt;
  facts: Json;
  circumstances: Json;
}

interface AccessGrantTable {
  id: string;
  access_id: string;
  request_id: string | null;
  from_at: At;
  until_at: MaybeAt;
  roles: string;
  asker: MaybeJson;
}

interface RefusalTable {
  resource_id: string;
  side: string;
  access_id: string;
  since: At;
}

interface InboxTable {
  request_id: string;
  side: string;
  access_id: string;
  asked_at: At;
}

interface ProvisioningReportTable {
  access_id: string;
  body: Json;
}

interface TargetTable {
  id: string;
  kind: string;
  name: string;
  owner_team: string | null;
  settings: Json;
  secret: Buffer | null;
  frozen: Generated<boolean>;
  version: Generated<number>;
  created_at: ColumnType<number, string | undefined, string>;
}

interface ProvisioningTable {
  resource_id: string;
  target_id: string;
  binding: Json;
  next_run: At;
  leased_until: MaybeAt;
  run: Generated<number>;
  failures: Generated<number>;
  alarming: Generated<boolean>;
  last_run: MaybeAt;
  last_success: MaybeAt;
  last_error: string | null;
  intended: number | null;
  observed: number | null;
  missing: MaybeJson;
  excess: MaybeJson;
  failed: MaybeJson;
  drift: MaybeJson;
}

interface EntitlementTable {
  access_id: string;
  target_id: string;
  resource_id: string;
  principal: string | null;
  level: string;
  status: string;
  reason: string | null;
}

interface LogInboxTable {
  seq: GeneratedAlways<number>;
  id: string;
  at: At;
  type: string;
  subject: string;
  body: string;
  digest: Buffer;
}

interface LogTable {
  position: number;
  id: string;
  at: At;
  type: string;
  subject: string;
  body: string;
  digest: Buffer;
  hash: Buffer;
}

interface LogHeadTable {
  one: Generated<boolean>;
  position: number;
  hash: Buffer;
}

interface LogTextTable {
  entry_id: string;
  field: string;
  salt: string | null;
  body: string | null;
  person_id: string | null;
}

interface SignedHeadTable {
  position: number;
  hash: Buffer;
  at: At;
  signature: Buffer;
  public_key: string;
}

interface FollowerTable {
  name: string;
  position: number;
  hash: Buffer;
  failures: Generated<number>;
}

interface FollowerDeadTable {
  follower: string;
  position: number;
  at: ColumnType<number, string | undefined, string>;
  error: string;
}

interface ConsequenceTable {
  act: string;
  noun: string;
  subject: string;
  asked: Generated<number>;
  progress: Generated<string>;
  incomplete: Generated<boolean>;
  next_run: At;
  failures: Generated<number>;
  last_error: string | null;
}

interface IdempotencyTable {
  actor: string;
  key: string;
  fingerprint: string;
  status: number;
  answer: string | null;
  at: At;
}

interface ConnectorTable {
  id: string;
  document: string;
  registered_by: string;
  person_id: string | null;
  position: GeneratedAlways<number>;
}

interface OrganizationTable {
  one: Generated<boolean>;
  installation_id: Generated<string>;
  settings: ColumnType<unknown, string | undefined, string>;
  provider_rules: ColumnType<unknown, string | undefined, string>;
  canary: Buffer | null;
  demo: Generated<boolean>;
  frozen: Generated<boolean>;
}

interface InsightOutcomeTable {
  team: string;
  week: string;
  outcome: string;
  bucket: number;
  count: number;
}

interface InsightApproverTable {
  team: string;
  week: string;
  person_id: string;
  allows: number;
  denies: number;
}

interface RoverTable {
  id: string;
  team: string;
  name: string;
  zone: string;
  document: string;
  version: Generated<number>;
  applied_by: Json;
  applied_at: At;
  position: GeneratedAlways<number>;
}

interface RoverSpecificationTable {
  id: string;
  team: string;
  space: string;
  key: string;
  label: string;
  facts: Json;
  document: string;
  version: Generated<number>;
  created_at: At;
  position: GeneratedAlways<number>;
}

interface RoverExposureTable {
  rover_id: string;
  space: string;
  label: string;
  kind: string;
  key: string;
  body: Json;
  exposed_at: At;
  resource_id: string | null;
}

interface RoverSubscriptionTable {
  rover_id: string;
  space: string;
  label: string;
  kind: string;
  key: string;
  body: Json;
  resource_id: string | null;
  access_id: string | null;
  asked: string | null;
  blocked: MaybeJson;
  due: MaybeAt;
}

interface NoticeTable {
  id: string;
  position: GeneratedAlways<number>;
  entry_id: string;
  recipient: string;
  at: At;
  access_id: string;
  body: Json;
  read_at: MaybeAt;
}

interface NoticeSettingTable {
  person_id: string;
  language: string;
  mail: string;
  daily_at: number;
  quiet_from: number | null;
  quiet_until: number | null;
}
