-- Which numbers were merged and taken apart (R5), and which entries are on their way to another organization (F2.4).
-- Written with the entries.
CREATE TABLE views_v1.account_merge (
  merge_id text PRIMARY KEY,
  from_account_id text NOT NULL,
  into_account_id text NOT NULL,
  state text NOT NULL,
  decided_on date NOT NULL,
  reason_code text NOT NULL,
  note_id text NOT NULL,
  officer_id text NOT NULL,
  entries integer,
  position bigint NOT NULL
);
CREATE INDEX account_merge_from ON views_v1.account_merge (from_account_id);
CREATE INDEX account_merge_into ON views_v1.account_merge (into_account_id);

CREATE TABLE views_v1.transfer (
  entry_id text NOT NULL,
  proposed_at bigint NOT NULL,
  account_id text NOT NULL,
  from_organization_id text NOT NULL,
  to_organization_id text NOT NULL,
  state text NOT NULL,
  proposed_on date NOT NULL,
  reason_code text NOT NULL,
  note_id text NOT NULL,
  consented_on date,
  ended_on date,
  PRIMARY KEY (entry_id, proposed_at)
);
CREATE INDEX transfer_by_account ON views_v1.transfer (account_id);
CREATE INDEX transfer_open ON views_v1.transfer (proposed_at) WHERE ended_on IS NULL;

ALTER TABLE views_v1.volunteer ADD COLUMN merged_into text;
