-- compatible: 7
-- Notices: who is told of what, on which way, and how far that has come. Nothing here decides anything; all of it can
-- be made again from the log as long as the entries are young.

-- Entries of the log that somebody has to be told of. A follower leaves them here; whoever works them off finds out
-- who is concerned as things stand then.
create table notice_task (
  position bigint primary key,
  next_run timestamptz not null,
  failures integer not null default 0,
  last_error text
);
create index notice_task_due on notice_task (next_run);

-- What happened before this migration is no news to anybody.
insert into follower (name, position, hash) select 'notices', position, hash from log_head;

-- One fact for one recipient: `person:<id>`, or `team:<id>` for what goes to a channel of a team. Names and words are
-- not in it: they are read where they lie, so that erasing somebody reaches them.
create table notice (
  id uuid primary key,
  position bigint generated always as identity,
  entry_id uuid not null,
  recipient text collate "C" not null,
  at timestamptz not null,
  access_id text collate "C" not null,
  -- core/notice.ts#NoticeBody
  body jsonb not null,
  read_at timestamptz,
  -- Never twice for one fact.
  unique (entry_id, recipient)
);
create index notice_recipient on notice (recipient, position);
create index notice_unread on notice (recipient) where read_at is null;
create index notice_at on notice (at);

-- A notice on its way: by mail, or through a channel of a team.
create table notice_delivery (
  id uuid primary key,
  notice_id uuid not null references notice (id) on delete cascade,
  recipient text collate "C" not null,
  -- `mail`, or `channel:<id>` of the team's.
  way text collate "C" not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'dead')),
  -- Null once it has arrived or was given up.
  next_run timestamptz,
  -- Whether it may go in one message with others that wait for the same recipient.
  together boolean not null default false,
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null,
  ended_at timestamptz,
  position bigint generated always as identity,
  unique (notice_id, way)
);
create index notice_delivery_due on notice_delivery (next_run) where next_run is not null;
create index notice_delivery_state on notice_delivery (state, position) where state <> 'sent';

-- How a person wants to be told; no row means by mail at once, in English.
create table notice_setting (
  person_id text collate "C" primary key references person (id),
  language text not null default 'en',
  mail text not null default 'at-once' check (mail in ('at-once', 'daily', 'off')),
  -- Minutes of the day in the organization's time zone.
  daily_at smallint not null default 480,
  quiet_from smallint,
  quiet_until smallint
);

-- Where a team wants to be told (Entropy API, notification channels).
create table notification_channel (
  team_id text collate "C" not null references team (id),
  id text collate "C" not null,
  name text not null,
  type text not null check (type in ('slack', 'teams', 'googlechat', 'mail')),
  -- Webhook addresses let anybody post, so they are sealed; the address of a mailbox is not.
  endpoint bytea,
  address text,
  -- What is shown of the endpoint.
  shown text not null,
  enabled boolean not null,
  language text not null default 'en',
  -- Only notices of these purposes; null = all.
  purposes text[],
  failures integer not null default 0,
  alarming_since timestamptz,
  last_error text,
  last_success timestamptz,
  version integer not null default 1,
  position bigint generated always as identity,
  primary key (team_id, id)
);
