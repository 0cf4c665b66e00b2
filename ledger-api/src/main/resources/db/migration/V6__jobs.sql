-- Work that outlives its request: rosters being answered, tried out or taken back. Any node may go on with it.
CREATE SCHEMA jobs;

CREATE TABLE jobs.job (
  job_id text PRIMARY KEY,
  kind text NOT NULL,
  submission_id text,
  actor text NOT NULL,
  organization_id text,
  content_digest text,
  format text,
  file_name bytea,
  note text,
  state text NOT NULL,
  created_at timestamptz NOT NULL,
  finished_at timestamptz,
  destroyed_at timestamptz,
  last_row integer NOT NULL DEFAULT 0,
  rows_total integer,
  counts text NOT NULL DEFAULT '{}',
  position bigint NOT NULL DEFAULT 0,
  outcome text,
  cancel_asked boolean NOT NULL DEFAULT false,
  runs integer NOT NULL DEFAULT 0,
  run_began timestamptz,
  run_rows integer NOT NULL DEFAULT 0,
  rows_done integer NOT NULL DEFAULT 0,
  lease_owner text,
  lease_until timestamptz,
  UNIQUE (submission_id, kind)
);
CREATE INDEX job_to_take ON jobs.job (created_at) WHERE state IN ('WAITING', 'RUNNING');
CREATE INDEX job_to_destroy ON jobs.job (finished_at) WHERE destroyed_at IS NULL;

-- The key of a submission. Whoever destroys it destroys its upload and its report, in backups as well.
CREATE TABLE jobs.key (
  job_id text PRIMARY KEY REFERENCES jobs.job,
  key bytea NOT NULL
);

-- The file as it came, in pieces, each sealed with the key of its submission (AES-256-GCM).
CREATE TABLE jobs.upload (
  job_id text NOT NULL REFERENCES jobs.job,
  piece integer NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (job_id, piece)
);

-- What each row was answered, sealed likewise.
CREATE TABLE jobs.answer (
  job_id text NOT NULL REFERENCES jobs.job,
  first_row integer NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (job_id, first_row)
);
