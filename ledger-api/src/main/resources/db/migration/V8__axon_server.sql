-- Used only where facts are on Axon Server, which shares no transaction with this database (decision 0010).

-- A source record that is about to become an entry: kept before the append, gone once the fact was followed.
CREATE TABLE reference.pending_claim (
  source_system text NOT NULL,
  source_record text NOT NULL,
  account_id text NOT NULL,
  entry_id text NOT NULL,
  attempt integer NOT NULL,
  sequence bigint NOT NULL,
  claimed_at timestamptz NOT NULL,
  PRIMARY KEY (source_system, source_record)
);
CREATE INDEX ON reference.pending_claim (entry_id);

-- An entry whose source record stands as another entry already: it is to be revoked.
CREATE TABLE reference.doubled_entry (
  entry_id text PRIMARY KEY,
  account_id text NOT NULL,
  position bigint NOT NULL
);
