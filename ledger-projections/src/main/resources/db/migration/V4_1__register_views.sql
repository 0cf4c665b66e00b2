-- The registers as people read them.
ALTER TABLE views_v1.organization ADD COLUMN standing text NOT NULL DEFAULT 'ACTIVE';
ALTER TABLE views_v1.organization ADD COLUMN successor_id text;
UPDATE views_v1.organization SET standing = 'SUSPENDED' WHERE NOT active;
CREATE INDEX organization_by_parent ON views_v1.organization (parent_id, code);

-- Who stood above whom between which positions: its parent, and after its end its successor.
CREATE TABLE views_v1.organization_bond (
  organization_id text NOT NULL,
  above_id text NOT NULL,
  successor boolean NOT NULL,
  known_from bigint NOT NULL,
  known_to bigint,
  PRIMARY KEY (organization_id, successor, known_from)
);
CREATE INDEX organization_bond_by_above ON views_v1.organization_bond (above_id);
INSERT INTO views_v1.organization_bond (organization_id, above_id, successor, known_from)
SELECT organization_id, parent_id, false, 0 FROM views_v1.organization WHERE parent_id IS NOT NULL;

CREATE TABLE views_v1.officer (
  organization_id text NOT NULL,
  officer_id text NOT NULL,
  role text NOT NULL,
  appointed_on date NOT NULL,
  PRIMARY KEY (organization_id, officer_id, role)
);

ALTER TABLE views_v1.volunteer ADD COLUMN frozen_on date;
ALTER TABLE views_v1.volunteer ADD COLUMN frozen_until date;
ALTER TABLE views_v1.volunteer ADD COLUMN frozen_reason text;
ALTER TABLE views_v1.volunteer ADD COLUMN withdrawn_on date;

-- Consents and qualifications, each as its fact says, and since when no more.
CREATE TABLE views_v1.paper (
  paper_id text PRIMARY KEY,
  volunteer_id text NOT NULL,
  recorded_by text NOT NULL,
  consent boolean NOT NULL,
  withdrawn_on date,
  body text NOT NULL
);
CREATE INDEX paper_by_volunteer ON views_v1.paper (volunteer_id);

CREATE TABLE views_v1.grid (
  grid_id text PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  merged_into text
);

CREATE TABLE views_v1.station (
  station_id text PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  venue_type text NOT NULL,
  grid_id text,
  run_by text NOT NULL,
  opened_on date NOT NULL,
  closed_on date
);

CREATE TABLE views_v1.activity (
  activity_id text PRIMARY KEY,
  organizer_id text NOT NULL,
  code text NOT NULL,
  first_day date NOT NULL,
  state text NOT NULL,
  body text NOT NULL
);
CREATE INDEX activity_by_organizer ON views_v1.activity (organizer_id, code);
