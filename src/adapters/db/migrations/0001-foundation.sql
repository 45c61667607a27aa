-- The foundation: people and teams, what they own, agreements, and the log.
--
-- Conventions. Ids are text in byte order (collate "C"), because pages are read by key and every client must see one
-- order. Instants are timestamptz in milliseconds. `version` rises with every change and is what writers compare.
-- Rows that one statement writes together (an access, its requests, decisions and grants) carry no foreign keys among
-- themselves: that statement is their only writer, and a key check each would cost a fifth of its speed.

-- People ----------------------------------------------------------------------------------------------------------

create table person (
  id text collate "C" primary key,
  -- Personal data: erased on request. The log knows only the id.
  email text not null,
  name text,
  -- Free fields that connectors look into.
  custom json not null default '{}',
  -- argon2id in the PHC string format; null for people who never sign in with a password.
  password text,
  administrator boolean not null default false,
  auditor boolean not null default false,
  -- Set when the person left: sessions and keys end, nothing is decided by them any more.
  disabled_at timestamptz,
  -- Since when the identity provider has stopped vouching for them: their own keys rest meanwhile.
  unconfirmed_at timestamptz,
  erased_at timestamptz,
  created_at timestamptz not null default now(),
  position bigint generated always as identity
);
create unique index person_email on person (lower(email));
create unique index person_position on person (position);
create index person_administrator on person (id) where administrator;

create table session (
  id text collate "C" primary key,
  token_hash bytea not null unique,
  person_id text collate "C" not null references person (id),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  agent text,
  -- When the person last proved who they are, and how, as far as the identity provider says.
  signed_in_at timestamptz,
  acr text,
  -- The account through which they came in; null for a password.
  issuer text collate "C",
  subject text collate "C",
  -- For signing out at the provider; sealed like the secrets of targets.
  id_token bytea
);
create index session_person on session (person_id);

-- One-time links. Without a person: the link that makes the first administrator.
create table sign_in_link (
  token_hash bytea primary key,
  person_id text collate "C" references person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null
);

-- Accounts at the identity provider. Issuer and subject are what identifies one; an e-mail address is not.
create table provider_account (
  issuer text collate "C" not null,
  subject text collate "C" not null,
  person_id text collate "C" not null references person (id),
  -- What the provider said last, and what of it made the person something in this installation.
  groups text[] not null default '{}',
  gave jsonb not null default '{"administrator": false, "auditor": false}',
  -- Sealed; with it the provider is asked whether it still knows them. Null where it gives none.
  refresh_token bytea,
  -- Whether the token outlives the session at the provider.
  offline boolean not null default false,
  next_check timestamptz,
  -- Since when the provider takes the token no more, and when the person left because of that.
  refused_at timestamptz,
  gone_at timestamptz,
  primary key (issuer, subject)
);
create index provider_account_person on provider_account (person_id);
create index provider_account_due on provider_account (next_check) where next_check is not null;

-- Sign-ins that were begun at the identity provider. Rows live for minutes and are taken once; what else it takes to
-- finish one is in the browser.
create table provider_sign_in (
  state_hash bytea primary key,
  browser bytea not null,
  wanted jsonb not null,
  return_to text not null,
  -- Who has to come back: whoever is signed in and proves it once more, or connects an account.
  signed_in text collate "C",
  connects boolean not null,
  expires_at timestamptz not null
);

-- Attempts to sign in, by account and by network address. They are rows because every server has to count the same
-- ones, and digests because a list of the addresses that somebody tried is nobody's business.
create table sign_in_attempt (
  subject bytea primary key,
  failures integer not null,
  last_at timestamptz not null
);

create table api_key (
  id text collate "C" primary key,
  token_hash bytea not null unique,
  display_name text not null,
  scope text not null check (scope in ('organization', 'team', 'user')),
  read_only boolean not null,
  team_id text collate "C",
  -- The person whose key it is (scope user).
  person_id text collate "C" references person (id),
  -- The person who made it, for whom it counts as their own hand (design 3.4).
  maker_id text collate "C" references person (id),
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  position bigint generated always as identity
);
create unique index api_key_position on api_key (position) where revoked_at is null;
create index api_key_person on api_key (person_id) where revoked_at is null;
create index api_key_team on api_key (team_id) where revoked_at is null;

-- Teams -----------------------------------------------------------------------------------------------------------

create table team (
  id text collate "C" primary key,
  parent text collate "C",
  name text not null,
  -- As it was sent: type, description, tags, links, custom and fields we do not know.
  document json not null,
  version integer not null default 1,
  position bigint generated always as identity,
  deleted_at timestamptz
);
create index team_parent on team (parent);
create unique index team_position on team (position);

create table membership (
  team_id text collate "C" not null references team (id),
  person_id text collate "C" not null references person (id),
  -- The word that the source uses; its meaning is core/team.ts#roleFrom.
  role text not null,
  position integer not null,
  -- True where a group at the identity provider gives it; what people wrote about the team stays beside it.
  from_provider boolean not null default false,
  primary key (team_id, person_id, from_provider)
);
create index membership_person on membership (person_id);

-- What is owned -----------------------------------------------------------------------------------------------------

create table data_product (
  id text collate "C" primary key,
  format text not null,
  owner_team text collate "C" not null,
  name text not null,
  document json not null,
  -- What lists filter by, read from the document once: domain, archetype, status, tags, description.
  facets jsonb not null default '{}',
  -- The words of id, name and description, as the application cuts them; searched by their beginnings.
  search tsvector not null default '',
  version integer not null default 1,
  position bigint generated always as identity,
  deleted_at timestamptz
);
create unique index data_product_position on data_product (position);
create index data_product_owner on data_product (owner_team, position);
create index data_product_name on data_product (lower(name), position);
create index data_product_facets on data_product using gin (facets jsonb_path_ops);
create index data_product_search on data_product using gin (search);

create table data_contract (
  id text collate "C" primary key,
  format text not null,
  owner_team text collate "C",
  name text not null,
  contract_version text,
  document json not null,
  facets jsonb not null default '{}',
  search tsvector not null default '',
  version integer not null default 1,
  position bigint generated always as identity,
  deleted_at timestamptz
);
create unique index data_contract_position on data_contract (position);
create index data_contract_owner on data_contract (owner_team, position);
create index data_contract_name on data_contract (lower(name), position);
create index data_contract_facets on data_contract using gin (facets jsonb_path_ops);
create index data_contract_search on data_contract using gin (search);

create table resource (
  id text collate "C" primary key,
  kind text not null check (kind in ('output-port', 'api', 'event', 'action')),
  owner_team text collate "C" not null,
  name text not null,
  description text,
  offers text[] not null default '{}',
  visibility text,
  tags text[] not null default '{}',
  -- Of an output port: where it comes from.
  data_product_id text collate "C",
  output_port_id text collate "C",
  data_contract_id text collate "C",
  data_contract_version text,
  -- Of an output port: whether its document says that it approves by itself.
  auto_approve boolean,
  -- Where the access becomes real: a target and what the resource is there (connector's words).
  target_id text collate "C",
  binding jsonb,
  -- False once somebody bound it by hand; documents no longer change it then.
  bound_by_document boolean not null default true,
  -- What the documents say and nobody who may has confirmed, or the reason why they say nothing.
  unbound jsonb,
  search tsvector not null default '',
  position bigint generated always as identity,
  deleted_at timestamptz
);
create unique index resource_position on resource (position);
create index resource_owner on resource (owner_team, position);
create index resource_kind on resource (kind, position);
create index resource_tags on resource using gin (tags);
create index resource_search on resource using gin (search);
create index resource_product on resource (data_product_id);
create index resource_contract on resource (data_contract_id);
create index resource_target on resource (target_id);

create table policy (
  resource_id text collate "C" primary key references resource (id),
  version integer not null,
  -- core/policy.ts#Policy without resource and version.
  body jsonb not null,
  -- True while the strategy follows the data product's document.
  from_document boolean not null,
  -- A loosening that waits for a second owner: { by, at, body }.
  proposal jsonb
);

-- Agreements --------------------------------------------------------------------------------------------------------

create table access (
  id text collate "C" primary key,
  version integer not null,
  resource_id text collate "C" not null,
  data_product_id text collate "C",
  consumer_kind text not null,
  consumer_id text collate "C" not null,
  consumer_team text collate "C",
  standing text not null,
  -- The latest request.
  request_id text collate "C",
  announced text collate "C",
  reminded_at timestamptz,
  -- When a sweeper has to look at it next (core/access.ts#nextDue).
  next_due timestamptz,
  created_at timestamptz not null,
  -- The instant of its last log entry: no later act may carry an earlier one, whatever a server's clock says.
  updated_at timestamptz not null,
  deleted_at timestamptz,
  origin text,
  notes jsonb not null,
  -- The contract as it stood when the access was first asked for.
  data_contract_id text collate "C",
  data_contract_version text,
  position bigint generated always as identity
);
create unique index access_position on access (position);
create index access_due on access (next_due) where next_due is not null;
create index access_resource_live on access (resource_id) where standing in ('Granted', 'Suspended');
-- Lineage and the mesh graph walk along what is live, whatever history lies beside it.
create index access_consumer_live on access (consumer_team, consumer_id) where standing in ('Granted', 'Suspended');
-- Whether a side is bound by a suspension; the expression is the one of core/consumer.ts#sideOf.
create index access_suspended_side on access
  (resource_id, (case consumer_kind when 'person' then 'person:' || consumer_id else 'team:' || consumer_team end)) where standing = 'Suspended';
create index access_resource on access (resource_id, position);
create index access_product on access (data_product_id, position);
create index access_consumer on access (consumer_kind, consumer_id, position);
-- Few companies agree with people, so a list of only those must not walk past all others.
create index access_person on access (position) where consumer_kind = 'person';
create index access_consumer_team on access (consumer_team, position);

create table request (
  id text collate "C" primary key,
  access_id text collate "C" not null,
  number integer not null,
  nature text not null,
  state text not null,
  strategy text not null,
  because_of text,
  external_key text,
  -- core/terms.ts#Ask; the purpose is personal data and erased with the person who wrote it.
  ask jsonb not null,
  fingerprint text not null,
  asker jsonb,
  asked_at timestamptz not null,
  deadline timestamptz not null,
  closed_at timestamptz
);
create index request_access on request (access_id, number);
create index request_open on request (access_id) where state in ('Pending', 'SemiGranted');

create table decision (
  id text collate "C" primary key,
  request_id text collate "C" not null,
  verdict text not null,
  by_actor jsonb not null,
  at timestamptz not null,
  channel text not null,
  comment text,
  terms jsonb not null,
  seen text not null,
  to_state text not null,
  void_since timestamptz,
  facts jsonb not null,
  -- Policy and people who could decide, as they were when it was decided.
  circumstances jsonb not null
);
create index decision_request on decision (request_id);

create table access_grant (
  id text collate "C" primary key,
  access_id text collate "C" not null,
  request_id text collate "C",
  from_at timestamptz not null,
  until_at timestamptz,
  roles text[] not null,
  asker jsonb
);
create index access_grant_access on access_grant (access_id, until_at);

-- Who is bound by an earlier refusal, until a person grants again.
create table refusal (
  resource_id text collate "C" not null,
  side text collate "C" not null,
  access_id text collate "C" not null,
  since timestamptz not null,
  primary key (resource_id, side)
);

-- Who an open request waits for: `team:<id>` for whoever decides for a team, `person:<id>` for a named person,
-- `key:<id>` for an external system.
create table inbox (
  request_id text collate "C" not null,
  side text collate "C" not null,
  access_id text collate "C" not null,
  asked_at timestamptz not null,
  primary key (request_id, side)
);
create index inbox_side on inbox (side, asked_at, request_id);

-- What other teams' connectors report (AccessProvisioning of the Entropy API).
create table provisioning_report (
  access_id text collate "C" primary key,
  body jsonb not null
);

-- Targets -----------------------------------------------------------------------------------------------------------

create table target (
  id text collate "C" primary key,
  kind text not null,
  name text not null,
  owner_team text collate "C",
  settings jsonb not null,
  -- AES-256-GCM, bound to table, row and column.
  secret bytea,
  frozen boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now()
);

-- How far a target is from the grants, one row per resource at a target; a resource that moves to another target keeps
-- its row at the old one until nothing of it is left there. A row is due when next_run has come. The lease keeps two
-- servers from working on the same row, and running twice would still be safe: an outcome is recorded only by the run
-- that was begun last.
create table provisioning (
  resource_id text collate "C" not null,
  target_id text collate "C" not null,
  -- What the resource is there (connector's words), as of the last time it was bound to this target.
  binding jsonb not null,
  next_run timestamptz not null,
  leased_until timestamptz,
  -- Counts the runs that were begun.
  run bigint not null default 0,
  -- Failed runs in a row.
  failures integer not null default 0,
  alarming boolean not null default false,
  last_run timestamptz,
  last_success timestamptz,
  last_error text,
  -- How many entitlements the grants give and the target shows, and in which the two differ.
  intended integer,
  observed integer,
  missing jsonb,
  excess jsonb,
  failed jsonb,
  drift jsonb,
  primary key (resource_id, target_id)
);
create index provisioning_due on provisioning (next_run);
create index provisioning_target on provisioning (target_id, resource_id);
create index provisioning_alarming on provisioning (target_id) where alarming;

-- What Countersign's own connector has made of an access at a target. The principal is forgotten once nothing is left of
-- it there, and a run looks at no row that has come to that end.
create table entitlement (
  access_id text collate "C" not null,
  target_id text collate "C" not null,
  resource_id text collate "C" not null,
  principal text,
  level text not null,
  status text not null,
  -- Why it is not as it should be.
  reason text,
  primary key (access_id, target_id)
);
create index entitlement_standing on entitlement (resource_id, target_id) where status <> 'deprovisioned';

-- The log -----------------------------------------------------------------------------------------------------------

-- Where a decision's transaction leaves its entries: no position yet, so that commits do not wait for each other. Rows
-- live for milliseconds, so the table is vacuumed by count and not by share.
create table log_inbox (
  seq bigint generated always as identity primary key,
  id uuid not null,
  at timestamptz not null,
  type text collate "C" not null,
  subject text collate "C" not null,
  -- The exact text that the digest covers; json, not jsonb, because jsonb would reorder it.
  body json not null,
  digest bytea not null
) with (autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0);
create index log_inbox_subject on log_inbox (subject);

create table log (
  position bigint primary key,
  id uuid not null,
  at timestamptz not null,
  type text collate "C" not null,
  subject text collate "C" not null,
  body json not null,
  digest bytea not null,
  -- sha256(hash of the predecessor || digest)
  hash bytea not null
);
create unique index log_id on log (id);
create index log_subject on log (subject, position);
create index log_type on log (type, position);
create index log_actor on log ((body -> 'actor' ->> 'id') collate "C", position);
create index log_at on log (at);

create table log_head (
  one boolean primary key default true check (one),
  position bigint not null,
  hash bytea not null
);
insert into log_head (position, hash) values (0, sha256('countersign'));

-- Names, addresses and free text of the log. A row can be erased; the salted commitment in the log still verifies.
create table log_text (
  entry_id uuid not null,
  field text not null,
  salt text,
  body text,
  -- Whose text it is, so that erasing a person finds it.
  person_id text collate "C",
  primary key (entry_id, field)
);
create index log_text_person on log_text (person_id) where body is not null;

create table signed_head (
  position bigint primary key,
  hash bytea not null,
  at timestamptz not null,
  signature bytea not null,
  -- The key that verifies it, as SPKI in PEM. Whoever checks trusts a copy that was kept elsewhere, not this one.
  public_key text not null
);
create index signed_head_at on signed_head (at);

-- The hash of every entry of a batch, each over the one before it; `head` is the hash before the batch.
create function log_chain_step(state bytea, head bytea, digest bytea) returns bytea language sql immutable
  return sha256(coalesce(state, head) || digest);
create aggregate log_chain(head bytea, digest bytea) (sfunc = log_chain_step, stype = bytea);

-- Moves entries from the inbox into the log: dense positions in the order of seq, the hash over the predecessor, one
-- NOTIFY for the batch. Looks beyond `after` only (log/low-water.ts). Returns how many entries were sealed.
--
-- The look before the lock costs sealers that come late nothing: whoever calls has committed, so an inbox that looks
-- empty was emptied by somebody else. Locking log_head makes the second sealer wait, and the statement after it sees a
-- new snapshot, with everything the first one did. The inbox is read through its key whatever the statistics say:
-- they always come from a moment when it was empty, or full.
create function seal_log(batch integer, after bigint default 0) returns integer language plpgsql set enable_seqscan = off as $$
declare
  head log_head;
  newest log_head;
  sealed integer;
begin
  perform from log_inbox where seq > after order by seq limit 1;
  if not found then return 0; end if;
  select * into head from log_head where one for update;
  with taken as (
    delete from log_inbox where ctid = any (array(select ctid from log_inbox where seq > after order by seq limit batch)) returning *
  ),
  placed as (
    insert into log (position, id, at, type, subject, body, digest, hash)
    select head.position + row_number() over chain, id, at, type, subject, body, digest, log_chain(head.hash, digest) over chain
    from taken window chain as (order by seq)
    returning position, hash
  )
  select count(*), max(position), (array_agg(hash order by position desc))[1] into sealed, newest.position, newest.hash from placed;
  if sealed > 0 then
    update log_head set position = newest.position, hash = newest.hash where one;
    perform pg_notify('countersign_log', newest.position::text);
  end if;
  return sealed;
end $$;

-- The log is append-only for everybody who does not own it, and for accidents of those who do.
create function log_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only';
end $$;
create trigger log_append_only before update or delete or truncate on log
  for each statement execute function log_is_append_only();

-- How far each follower has read.
create table follower (
  name text primary key,
  position bigint not null,
  hash bytea not null,
  -- Failed attempts at the next entry, in a row.
  failures integer not null default 0
);

-- Entries that a follower gave up on, so that they hold nobody up.
create table follower_dead (
  follower text not null,
  position bigint not null,
  at timestamptz not null default now(),
  error text not null,
  primary key (follower, position)
);

-- What an entry of the log asks to be looked at on every access it touches: end it because something is gone, or
-- reconsider what is asked because people or rules changed. Such a row says "this has changed" and nothing more; the
-- work reads the present state and is safe to repeat, so two causes become one row and a restart goes on from progress.
create table consequence (
  act text not null check (act in ('end', 'reconsider')),
  noun text not null check (noun in ('resource', 'data-product', 'team', 'person')),
  subject text collate "C" not null,
  -- Rises whenever a new cause arrives; work on an older cause does not remove the row.
  asked bigint not null default 1,
  -- The last access that this round has dealt with, and whether it left one behind.
  progress text collate "C" not null default '',
  incomplete boolean not null default false,
  next_run timestamptz not null,
  failures integer not null default 0,
  last_error text,
  primary key (act, noun, subject)
);
create index consequence_due on consequence (next_run);

-- Repeated writes ---------------------------------------------------------------------------------------------------

create table idempotency (
  actor text collate "C" not null,
  key text collate "C" not null,
  fingerprint text not null,
  status integer not null,
  answer json,
  at timestamptz not null,
  primary key (actor, key)
);
create index idempotency_at on idempotency (at);

-- Other people's connectors and the organization --------------------------------------------------------------------

create table connector (
  id text collate "C" primary key,
  document json not null,
  -- Who registered it (`type:id`), and the person behind it.
  registered_by text not null,
  person_id text collate "C",
  position bigint generated always as identity
);
create unique index connector_position on connector (position);

create table organization (
  one boolean primary key default true check (one),
  -- Names this installation at targets; a restored copy keeps it, a new one gets another.
  installation_id uuid not null default gen_random_uuid(),
  settings jsonb not null default '{}',
  -- What groups of the identity provider mean here (core/identity-provider.ts).
  provider_rules jsonb not null default '{}',
  -- Encrypted with the secret key: proves at start that the key is the right one.
  canary bytea,
  -- Set by the demo: the server refuses demo conveniences on any other database.
  demo boolean not null default false,
  frozen boolean not null default false
);
insert into organization default values;
