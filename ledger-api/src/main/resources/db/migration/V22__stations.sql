-- The stations that sessions may name, as commands see them.
CREATE TABLE reference.station (
  station_id text PRIMARY KEY,
  code text NOT NULL UNIQUE
);
INSERT INTO reference.station (station_id, code) SELECT station_id, code FROM views_v1.station;
