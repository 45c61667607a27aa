-- compatible: 2
-- What has waited longest in the whole organization, without sorting all that waits.

create index access_waiting on access (waiting_since, id) where waiting_since is not null;
