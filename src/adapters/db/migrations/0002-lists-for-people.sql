-- What people look for in lists of agreements: what waits, since when, and what ends next, of their own sides and at a
-- resource. The two instants are written by the statement that saves an access; a program from before this migration
-- would leave them out, so it does not run on this schema.

alter table access
  -- Since when its open request waits; null where none is open.
  add column waiting_since timestamptz,
  -- When the last of what is granted is over; null without an end, or where nothing runs.
  add column ends_at timestamptz;

update access a set
  waiting_since = (select q.asked_at from request q where q.id = a.request_id and q.state in ('Pending', 'SemiGranted')),
  ends_at = case when a.standing in ('Granted', 'Suspended')
    and not exists (select from access_grant g where g.access_id = a.id and g.until_at is null)
    then (select max(g.until_at) from access_grant g where g.access_id = a.id and g.until_at > g.from_at) end;

-- Small ones: a row is in them as long as its request waits.
create index access_waiting_side on access
  ((case consumer_kind when 'person' then 'person:' || consumer_id else 'team:' || consumer_team end), waiting_since, position)
  where waiting_since is not null;
create index access_waiting_resource on access (resource_id, waiting_since, position) where waiting_since is not null;

-- What a side has, by what ends next.
create index access_side_live on access
  ((case consumer_kind when 'person' then 'person:' || consumer_id else 'team:' || consumer_team end), (coalesce(ends_at, 'infinity')), position)
  where standing in ('Granted', 'Suspended');

-- Who has access to a resource, by what ends next. It does what the one on the resource alone did.
drop index access_resource_live;
create index access_resource_live on access (resource_id, (coalesce(ends_at, 'infinity')), position)
  where standing in ('Granted', 'Suspended');

-- What a side has at one resource. It does not replace access_suspended_side, which every decision asks: of what a side has
-- there, however much that is, next to nothing is suspended.
create index access_resource_side on access
  (resource_id, (case consumer_kind when 'person' then 'person:' || consumer_id else 'team:' || consumer_team end))
  where standing in ('Granted', 'Suspended');
