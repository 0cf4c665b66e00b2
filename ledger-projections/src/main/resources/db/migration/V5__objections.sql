-- What volunteers say against their entries, and from which position on it was answered. Written with the entries.
CREATE TABLE views_v1.objection (
  entry_id text NOT NULL,
  raised_at bigint NOT NULL,
  kind text NOT NULL,
  raised_on date NOT NULL,
  note_id text NOT NULL,
  answered_at bigint,
  outcome text,
  PRIMARY KEY (entry_id, raised_at)
);
CREATE INDEX objection_open ON views_v1.objection (raised_at) WHERE answered_at IS NULL;

-- Views that followed before this table was there have the facts of every history.
INSERT INTO views_v1.objection (entry_id, raised_at, kind, raised_on, note_id, answered_at, outcome)
SELECT raised.entry_id, raised.position, 'IN_NOTICE', (raised.fact::jsonb ->> 'raisedOn')::date,
       raised.fact::jsonb -> 'objection' ->> 'id', answer.position, answer.type
FROM views_v1.entry_event raised
LEFT JOIN LATERAL (
  SELECT position, type FROM views_v1.entry_event
  WHERE entry_id = raised.entry_id AND position > raised.position
    AND type IN ('ObjectionUpheld', 'ObjectionDismissed', 'ServiceRevoked')
  ORDER BY position LIMIT 1
) answer ON true
WHERE raised.type = 'ObjectionRaised';

CREATE INDEX entry_held ON views_v1.entry (known_from) WHERE state = 'HELD';
