-- Whose hours were found to be false, and when (R25), kept with the facts that say so.
CREATE TABLE reference.false_hours (
  case_id text PRIMARY KEY,
  subject_id text NOT NULL,
  found_on date NOT NULL
);
CREATE INDEX false_hours_by_subject ON reference.false_hours (subject_id);
