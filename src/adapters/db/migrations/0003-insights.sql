-- compatible: 2
-- Counters for insights: how long decisions took and how they ended, by week and owner team, and who decided how often.
-- A follower of the log keeps them, so that a page about a year reads a few hundred rows and never the history. The team
-- '' is the whole organization.

create table insight_outcome (
  team text collate "C" not null,
  -- The Monday with which the week begins, in UTC.
  week date not null,
  outcome text not null,
  -- How long it took, by ranges that grow (core/insight.ts).
  bucket smallint not null,
  count integer not null,
  primary key (team, week, outcome, bucket)
);

create table insight_approver (
  team text collate "C" not null,
  week date not null,
  person_id text collate "C" not null,
  allows integer not null,
  denies integer not null,
  primary key (team, week, person_id)
);

-- What ends soon, whoever has it.
create index access_ending on access (ends_at) where ends_at is not null;
