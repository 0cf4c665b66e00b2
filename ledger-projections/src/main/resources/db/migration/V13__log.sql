-- Where the facts of each aggregate stand, those of entries apart; and by whom and when each stretch of the log was
-- written, to the second.
CREATE TABLE views_v1.fact_place (
  aggregate_id text NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (aggregate_id, position)
);

CREATE TABLE views_v1.log_stretch (
  first bigint PRIMARY KEY,
  last bigint NOT NULL,
  actor text NOT NULL,
  written_at timestamptz NOT NULL
);
CREATE INDEX log_stretch_by_actor ON views_v1.log_stretch (actor, last);
