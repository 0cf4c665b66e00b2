-- How many entries and minutes of each kind are known now, so that a figure does not look through all entries.
CREATE TABLE views_v1.service_by_day (
  served_on date NOT NULL,
  recorded_by text NOT NULL,
  category text NOT NULL,
  evidence text NOT NULL,
  state text NOT NULL,
  entries bigint NOT NULL,
  minutes bigint NOT NULL,
  PRIMARY KEY (served_on, recorded_by, category, evidence, state)
);
CREATE INDEX service_by_day_empty ON views_v1.service_by_day (served_on) WHERE entries = 0;
CREATE TABLE views_v1.service_in_all (
  recorded_by text NOT NULL,
  category text NOT NULL,
  evidence text NOT NULL,
  state text NOT NULL,
  entries bigint NOT NULL,
  minutes bigint NOT NULL,
  PRIMARY KEY (recorded_by, category, evidence, state)
);
INSERT INTO views_v1.service_by_day
  SELECT served_on, recorded_by, coalesce(category, ''), evidence, state, count(*), sum(minutes)
  FROM views_v1.entry WHERE known_to IS NULL GROUP BY 1, 2, 3, 4, 5;
INSERT INTO views_v1.service_in_all
  SELECT recorded_by, category, evidence, state, sum(entries), sum(minutes)
  FROM views_v1.service_by_day GROUP BY 1, 2, 3, 4;

-- A version kept beside has other tables: it can serve no more.
DELETE FROM views_spare.version WHERE room = 'account';
