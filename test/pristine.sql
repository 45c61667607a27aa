-- What a database of the tests remembers of its first moment, so that it can be given back as new instead of being
-- dropped and copied again: a copy of every table, and where every sequence stood. A database whose tables were
-- changed as such cannot be; a trigger takes note of that.
create schema pristine;

create table pristine.sequence_start as
  select sequencename as name, coalesce(last_value, 1) as value, last_value is not null as used
  from pg_sequences where schemaname = 'public';

create table pristine.alteration ();

create procedure pristine.restore() language plpgsql
  set session_replication_role = replica set lock_timeout = '1s' as $$
declare
  name text;
begin
  if exists (select from pristine.alteration) then
    raise exception 'tables were changed, not only what is in them';
  end if;
  for name in select tablename from pg_tables where schemaname = 'public' loop
    execute format('delete from public.%I', name);
    execute format('insert into public.%1$I overriding system value select * from pristine.%1$I', name);
  end loop;
  perform setval(format('public.%I', s.name)::regclass, s.value, s.used) from pristine.sequence_start s;
end
$$;

do $$
declare
  name text;
begin
  for name in select tablename from pg_tables where schemaname = 'public' loop
    execute format('create table pristine.%1$I as table public.%1$I', name);
  end loop;
end
$$;

create function pristine.note_alteration() returns event_trigger language plpgsql as
  'begin insert into pristine.alteration default values; end';

create event trigger note_alteration on ddl_command_end execute function pristine.note_alteration();
