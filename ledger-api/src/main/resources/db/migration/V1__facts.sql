-- Facts and the one order: a position for every fact, 1, 2, 3 … without a gap, in the order of commits.
CREATE SCHEMA facts;

CREATE TABLE facts.ledger_head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  position bigint NOT NULL,
  instant timestamptz NOT NULL
);
INSERT INTO facts.ledger_head (position, instant) VALUES (0, 'epoch');

CREATE TABLE facts.event (
  position bigint PRIMARY KEY,
  event_id text NOT NULL,
  type text NOT NULL,
  revision integer NOT NULL,
  aggregate_type text NOT NULL,
  aggregate_id text NOT NULL,
  sequence bigint NOT NULL,
  time_ms bigint NOT NULL,
  payload text NOT NULL,
  metadata text NOT NULL,
  UNIQUE (aggregate_id, sequence)
);

-- The first position of every second in which something was written; monotone whatever the clock does.
CREATE TABLE facts.ledger_time (
  instant timestamptz PRIMARY KEY,
  position bigint NOT NULL
);

-- What commands must know of other aggregates, written in the transaction of the facts it mirrors.
CREATE SCHEMA reference;

CREATE TABLE reference.organization (
  organization_id text PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  kind text NOT NULL,
  parent_id text,
  zone text NOT NULL,
  active boolean NOT NULL
);
CREATE INDEX ON reference.organization (name);

CREATE TABLE reference.source_claim (
  source_system text NOT NULL,
  source_record text NOT NULL,
  account_id text NOT NULL,
  entry_id text NOT NULL UNIQUE,
  content_digest text NOT NULL,
  attempt integer NOT NULL,
  open boolean NOT NULL,
  PRIMARY KEY (source_system, source_record)
);

CREATE TABLE reference.setting (
  name text PRIMARY KEY,
  value text NOT NULL
);

-- Personal data, reached only through the vault's port.
CREATE SCHEMA vault;

CREATE TABLE vault.person (
  volunteer_id text PRIMARY KEY,
  number text NOT NULL UNIQUE,
  name text NOT NULL,
  document_type text NOT NULL,
  document_number text NOT NULL,
  born_on date,
  sex text,
  guardian_consent text,
  UNIQUE (document_type, document_number)
);

CREATE TABLE vault.contact (
  contact_id text PRIMARY KEY,
  organization_id text NOT NULL,
  name text NOT NULL,
  UNIQUE (organization_id, name)
);

-- People's words, erasable; facts hold a salted digest of them.
CREATE SCHEMA annex;

CREATE TABLE annex.note (
  note_id text PRIMARY KEY,
  salt text NOT NULL,
  words text NOT NULL
);

CREATE SCHEMA access;

CREATE TABLE access.token (
  token_id text PRIMARY KEY,
  token_hash text NOT NULL UNIQUE,
  role text NOT NULL,
  organization_id text,
  volunteer_id text,
  label text NOT NULL,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz
);
