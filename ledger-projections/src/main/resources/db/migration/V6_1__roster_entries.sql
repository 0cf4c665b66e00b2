-- Which entries a roster made, row by row: what its reversal takes back, and what a broken run had done already.
CREATE TABLE views_v1.roster_entry (
  entry_id text PRIMARY KEY,
  submission_id text NOT NULL,
  row_number integer NOT NULL,
  account_id text NOT NULL,
  position bigint NOT NULL
);
CREATE INDEX roster_entry_by_row ON views_v1.roster_entry (submission_id, row_number);

-- Entries that the view knew before it kept this.
INSERT INTO views_v1.roster_entry (entry_id, submission_id, row_number, account_id, position)
SELECT entry_id, metadata::jsonb ->> 'submission', (metadata::jsonb ->> 'row')::integer, fact::jsonb ->> 'accountId',
  position
FROM views_v1.entry_event
WHERE type IN ('ServiceRecorded', 'ServiceHeld') AND metadata::jsonb ? 'submission' AND metadata::jsonb ? 'row';

ALTER TABLE views_v1.submission
  ADD COLUMN state text NOT NULL DEFAULT 'OPEN',
  ADD COLUMN revoked integer,
  ADD COLUMN declined integer;
UPDATE views_v1.submission SET state = 'COMPLETE' WHERE rows IS NOT NULL;
