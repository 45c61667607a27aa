-- compatible: 2
-- The terms of contracts as they were whenever somebody asked under them: named by a hash of what they say, kept for good,
-- so that changing a contract changes nothing about what was agreed before.

create table contract_terms (
  -- core/contract-terms.ts
  hash text collate "C" primary key,
  contract_id text collate "C" not null,
  body jsonb not null,
  -- When they were first published.
  since timestamptz not null
);

-- The terms that hold now; null for a contract without any, or one that was last published before they were kept.
alter table data_contract add column terms_hash text collate "C";

-- Of a request: the terms that held when it was filed, and whether the asker said to have accepted them.
alter table request add column contract_terms jsonb;
