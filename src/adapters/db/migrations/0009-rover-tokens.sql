-- compatible: 7
-- Credentials for the Rover files of a team: the client is an API key of a scope of its own, which no other operation
-- takes; a token is what it is changed for, for minutes. A program from before this migration lists such keys and takes
-- them for nothing.

alter table api_key
  drop constraint api_key_scope_check,
  add constraint api_key_scope_check check (scope in ('organization', 'team', 'user', 'rover'));

create table rover_token (
  token_hash bytea primary key,
  key_id text collate "C" not null references api_key (id),
  expires_at timestamptz not null
);
create index rover_token_end on rover_token (expires_at);

-- What else roverctl sends beside Rover files and the specifications that approval looks into: road maps, change logs and
-- descriptions for agents. Kept as it was sent and given back, because the same folder holds them.
create table rover_document (
  kind text collate "C" not null,
  id text collate "C" not null,
  team text collate "C" not null,
  document json not null,
  changed_at timestamptz not null,
  primary key (kind, id)
);
create index rover_document_team on rover_document (team, kind, id);
