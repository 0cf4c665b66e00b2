-- How each honour in a volunteer's record, and each complaint, stood between which positions (F1.8, F1.19, F2.1).
CREATE TABLE views_v1.honour (
  honour_id text NOT NULL,
  known_from bigint NOT NULL,
  known_to bigint,
  subject_id text NOT NULL,
  state text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (honour_id, known_from)
);
CREATE INDEX honour_by_subject ON views_v1.honour (subject_id);
CREATE TABLE views_v1.complaint (
  complaint_id text NOT NULL,
  known_from bigint NOT NULL,
  known_to bigint,
  subject_id text NOT NULL,
  state text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (complaint_id, known_from)
);
CREATE INDEX complaint_by_subject ON views_v1.complaint (subject_id);
CREATE INDEX complaint_waiting ON views_v1.complaint (state) WHERE known_to IS NULL;

-- A version kept beside has other tables: it can serve no more.
DELETE FROM views_spare.version WHERE room = 'recognition';
