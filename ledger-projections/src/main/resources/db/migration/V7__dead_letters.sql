-- Facts that a view could not fold, and those of the same aggregate that had to wait behind them.
CREATE TABLE views_v1.dead_letter (
  room text NOT NULL,
  position bigint NOT NULL,
  aggregate_id text NOT NULL,
  type text NOT NULL,
  error text,
  attempts integer NOT NULL,
  parked_at timestamptz NOT NULL DEFAULT now(),
  tried_at timestamptz,
  PRIMARY KEY (room, position)
);
CREATE INDEX dead_letter_by_aggregate ON views_v1.dead_letter (room, aggregate_id, position);
