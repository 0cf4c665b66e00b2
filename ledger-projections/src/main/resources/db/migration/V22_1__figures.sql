-- Entries name stations and grids; sums are kept for each of them too.
ALTER TABLE views_v1.entry ADD COLUMN station_id text, ADD COLUMN grid_id text;

-- Who served on some days, without a look at the entries themselves.
CREATE INDEX entry_served ON views_v1.entry (served_on, account_id) INCLUDE (evidence, minutes)
  WHERE known_to IS NULL AND state = 'CERTIFIED';

ALTER TABLE views_v1.service_by_day
  ADD COLUMN station text NOT NULL DEFAULT '',
  ADD COLUMN grid text NOT NULL DEFAULT '',
  DROP CONSTRAINT service_by_day_pkey,
  ADD PRIMARY KEY (served_on, recorded_by, category, evidence, state, station, grid);
ALTER TABLE views_v1.service_in_all
  ADD COLUMN station text NOT NULL DEFAULT '',
  ADD COLUMN grid text NOT NULL DEFAULT '',
  DROP CONSTRAINT service_in_all_pkey,
  ADD PRIMARY KEY (recorded_by, category, evidence, state, station, grid);

-- Stations and grids as the register shows them, and as they were known between which positions.
ALTER TABLE views_v1.grid ADD COLUMN district text;
ALTER TABLE views_v1.station ADD COLUMN district text;
CREATE TABLE views_v1.place_known (
  place_id text NOT NULL,
  known_from bigint NOT NULL,
  known_to bigint,
  is_grid boolean NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  district text,
  grid_id text,
  began_on date,
  ended_on date,
  merged_into text,
  PRIMARY KEY (place_id, known_from)
);
INSERT INTO views_v1.place_known (place_id, known_from, is_grid, code, name, merged_into)
  SELECT grid_id, 0, true, code, name, merged_into FROM views_v1.grid;
INSERT INTO views_v1.place_known (place_id, known_from, is_grid, code, name, grid_id, began_on, ended_on)
  SELECT station_id, 0, false, code, name, grid_id, opened_on, closed_on FROM views_v1.station;

-- Who was registered, as known between which positions; a number that became one with another is none of its own.
CREATE TABLE views_v1.registration (
  volunteer_id text NOT NULL,
  known_from bigint NOT NULL,
  known_to bigint,
  registered_on date NOT NULL,
  withdrawn_on date,
  PRIMARY KEY (volunteer_id, known_from)
);
INSERT INTO views_v1.registration (volunteer_id, known_from, registered_on, withdrawn_on)
  SELECT volunteer_id, 0, registered_on, withdrawn_on FROM views_v1.volunteer WHERE merged_into IS NULL;

-- Versions kept beside have other columns: they can serve no more.
DELETE FROM views_spare.version WHERE room IN ('account', 'place', 'volunteer');
