-- How each report of false hours stood between which positions (R25).
CREATE TABLE views_v1.false_hours (
  case_id text NOT NULL,
  known_from bigint NOT NULL,
  known_to bigint,
  subject_id text NOT NULL,
  state text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (case_id, known_from)
);
CREATE INDEX false_hours_by_subject ON views_v1.false_hours (subject_id);
