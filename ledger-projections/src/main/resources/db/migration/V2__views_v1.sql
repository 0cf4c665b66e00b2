-- Version 1 of the views. Everything here can be rebuilt from the facts.
CREATE SCHEMA views_v1;

CREATE TABLE views_v1.followed (
  room text PRIMARY KEY,
  position bigint NOT NULL
);

CREATE TABLE views_v1.organization (
  organization_id text PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  kind text NOT NULL,
  parent_id text,
  zone text NOT NULL,
  active boolean NOT NULL
);

CREATE TABLE views_v1.volunteer (
  volunteer_id text PRIMARY KEY,
  registered_on date NOT NULL,
  enrolled_by text NOT NULL
);

-- Each version of each entry with the positions between which it was what the ledger knew.
CREATE TABLE views_v1.entry (
  entry_id text NOT NULL,
  known_from bigint NOT NULL,
  known_to bigint,
  account_id text NOT NULL,
  recorded_by text NOT NULL,
  state text NOT NULL,
  evidence text NOT NULL,
  category text,
  served_on date NOT NULL,
  minutes integer NOT NULL,
  counts_from date,
  body text NOT NULL,
  PRIMARY KEY (entry_id, known_from)
);
CREATE INDEX entry_by_account ON views_v1.entry (account_id);
CREATE INDEX entry_by_recorder ON views_v1.entry (recorded_by) WHERE known_to IS NULL;
CREATE INDEX entry_due ON views_v1.entry (counts_from) WHERE known_to IS NULL AND state = 'RECORDED';

CREATE TABLE views_v1.entry_event (
  entry_id text NOT NULL,
  position bigint NOT NULL,
  recorded_at timestamptz NOT NULL,
  type text NOT NULL,
  metadata text NOT NULL,
  fact text NOT NULL,
  PRIMARY KEY (entry_id, position)
);

CREATE TABLE views_v1.submission (
  submission_id text PRIMARY KEY,
  submitted_at timestamptz NOT NULL,
  content_digest text NOT NULL,
  format text NOT NULL,
  submitted_by text,
  file_note text,
  rows integer,
  accepted integer,
  held integer,
  refused integer,
  duplicate integer
);

CREATE TABLE views_v1.eligibility (
  account_id text NOT NULL,
  scheme_id text NOT NULL,
  scheme_version text NOT NULL,
  level text,
  minutes integer NOT NULL,
  as_of date NOT NULL,
  position bigint NOT NULL,
  verdict text NOT NULL,
  PRIMARY KEY (account_id, scheme_id)
);
CREATE INDEX eligibility_by_level ON views_v1.eligibility (scheme_id, level);

CREATE TABLE views_v1.recognition (
  recognition_id text PRIMARY KEY,
  volunteer_id text NOT NULL,
  position bigint NOT NULL,
  body text NOT NULL
);
CREATE INDEX recognition_by_volunteer ON views_v1.recognition (volunteer_id);

CREATE TABLE views_v1.statement (
  number text PRIMARY KEY,
  volunteer_id text NOT NULL,
  signed_by text,
  issued_at_position bigint NOT NULL,
  superseded_at bigint,
  superseding_entry text,
  body text NOT NULL
);
CREATE INDEX statement_by_volunteer ON views_v1.statement (volunteer_id);

CREATE TABLE views_v1.statement_entry (
  entry_id text NOT NULL,
  number text NOT NULL,
  PRIMARY KEY (entry_id, number)
);
