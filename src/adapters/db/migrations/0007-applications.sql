-- Applications: programs of a team that get access as themselves. A program from before this migration would pass over
-- what the end of an application means for others, so it does not run on this schema.

create table application (
  id text collate "C" primary key,
  owner_team text collate "C" not null,
  name text not null,
  -- As it is given back: id, team, name, description, tags, and the free fields that connectors look into.
  document json not null,
  facets jsonb not null default '{}',
  search tsvector not null default '',
  version integer not null default 1,
  position bigint generated always as identity,
  deleted_at timestamptz
);
create unique index application_position on application (position);
create index application_owner on application (owner_team, position);
create index application_facets on application using gin (facets jsonb_path_ops);
create index application_search on application using gin (search);

alter table consequence
  drop constraint consequence_noun_check,
  add constraint consequence_noun_check check (noun in ('resource', 'data-product', 'application', 'team', 'person'));
