-- What commands must know of the registers: consents, qualifications, freezes, activities, places, successors.
ALTER TABLE reference.organization ADD COLUMN standing text NOT NULL DEFAULT 'ACTIVE';
ALTER TABLE reference.organization ADD COLUMN successor_id text;
UPDATE reference.organization SET standing = 'SUSPENDED' WHERE NOT active;
CREATE INDEX organization_by_parent ON reference.organization (parent_id);
CREATE INDEX organization_by_successor ON reference.organization (successor_id);

CREATE TABLE reference.consent (
  consent_id text PRIMARY KEY,
  volunteer_id text NOT NULL,
  kind text NOT NULL,
  reach text NOT NULL,
  reach_value text,
  valid_from date NOT NULL,
  valid_to date,
  withdrawn_on date
);
CREATE INDEX consent_by_volunteer ON reference.consent (volunteer_id);

CREATE TABLE reference.qualification (
  qualification_id text PRIMARY KEY,
  volunteer_id text NOT NULL,
  code text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  withdrawn_on date
);
CREATE INDEX qualification_by_volunteer ON reference.qualification (volunteer_id);

CREATE TABLE reference.freeze (
  volunteer_id text PRIMARY KEY,
  until date
);

CREATE TABLE reference.activity (
  activity_id text PRIMARY KEY,
  organizer_id text NOT NULL,
  code text NOT NULL,
  planned_minutes integer NOT NULL
);
CREATE INDEX activity_by_code ON reference.activity (code);

CREATE TABLE reference.grid (
  grid_id text PRIMARY KEY,
  code text NOT NULL UNIQUE,
  merged_into text
);
