-- compatible: 7
-- Rover files: what teams expose and subscribe to, as their files say it. A file is one row with its parts beside it; the
-- resources and accesses that follow from it are ordinary ones. A program from before this migration passes over nothing
-- that concerns it.

create table rover (
  -- `<team>--<name>`, which is also the id of its application.
  id text collate "C" primary key,
  team text collate "C" not null,
  name text not null,
  zone text not null,
  -- As it was sent; secrets of gateways are left out.
  document json not null,
  version integer not null default 1,
  -- The principal that applied it last: what waits is asked in its name.
  applied_by jsonb not null,
  applied_at timestamptz not null,
  position bigint generated always as identity
);
create unique index rover_position on rover (position);
create index rover_team on rover (team, position);

-- What APIs and events may be described by: OpenAPI 3, Swagger 2, or a schema of an event type.
create table rover_specification (
  id text collate "C" primary key,
  team text collate "C" not null,
  -- path: APIs and AI services, which share the paths of a gateway; event: event types.
  space text not null check (space in ('path', 'event')),
  key text collate "C" not null,
  -- The key as it is looked up: without case, and with one sign for all that separates words.
  label text collate "C" not null,
  -- What matching needs of it: title, description, version, category, scopes.
  facts jsonb not null,
  document json not null,
  version integer not null default 1,
  created_at timestamptz not null,
  position bigint generated always as identity
);
create unique index rover_specification_position on rover_specification (position);
create index rover_specification_label on rover_specification (space, label, created_at);
create index rover_specification_team on rover_specification (team, position);

create table rover_exposure (
  rover_id text collate "C" not null references rover (id),
  space text not null check (space in ('path', 'event')),
  label text collate "C" not null,
  kind text not null check (kind in ('api', 'event', 'ai')),
  key text collate "C" not null,
  -- The exposure as it was understood.
  body jsonb not null,
  exposed_at timestamptz not null,
  -- The resource that access is asked for; null while another exposure of the same name is older, or something blocks it.
  resource_id text collate "C",
  primary key (rover_id, space, label)
);
-- Of two files that expose the same at the same moment, one does its work again and finds the other.
create unique index rover_exposure_active on rover_exposure (space, label) where resource_id is not null;
create index rover_exposure_label on rover_exposure (space, label, exposed_at);
create index rover_exposure_resource on rover_exposure (resource_id) where resource_id is not null;

create table rover_subscription (
  rover_id text collate "C" not null references rover (id),
  space text not null check (space in ('path', 'event')),
  label text collate "C" not null,
  kind text not null check (kind in ('api', 'event', 'ai')),
  key text collate "C" not null,
  body jsonb not null,
  -- What it was asked of, as which access, and what exactly; null while nothing could be asked.
  resource_id text collate "C",
  access_id text collate "C",
  asked text,
  -- Why it waits: { reason, sentence }.
  blocked jsonb,
  -- When it has to be looked at again, because its counterpart has changed.
  due timestamptz,
  primary key (rover_id, space, label)
);
create index rover_subscription_label on rover_subscription (space, label);
create index rover_subscription_due on rover_subscription (due) where due is not null;
create index rover_subscription_access on rover_subscription (access_id) where access_id is not null;
